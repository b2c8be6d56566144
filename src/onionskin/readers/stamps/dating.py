"""The day on a stamp: its year settled by what else the stamp prints, or doubted because of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onionskin.lexicon import entries
from onionskin.phrases.stamp_days import TypedDay
from onionskin.readers.stamps.impression import Impression
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Evidence, Inference
from onionskin.record.reading import Reading, ReadingState, absent
from onionskin.text.clean import CleanText

FIRST, LAST = 1945, 2030
"""No stamp on these papers is read as of a year before or after, when the century is not printed."""
SURE_OF_YEAR = 0.9
DOUBTED = 0.4


@dataclass(frozen=True, slots=True)
class Bound:
    """Between which days a mark can stand; `seldom_after` only counts against a later day, it refutes none."""

    name: str
    not_before: PartialDate | None
    seldom_after: PartialDate | None
    why: str


@cache
def bounds() -> dict[str, Bound]:
    """Every bound of the lexicon by the mark's name."""
    return {
        e.name: Bound(e.name, _day(e.text("not_before")), _day(e.text("seldom_after")), e.text("why") or "")
        for e in entries("mark_bounds")
    }


def _day(edtf: str | None) -> PartialDate | None:
    return PartialDate.parse(edtf) if edtf else None


def date_reading(text: CleanText, impression: Impression, reader: str) -> Reading[str]:
    """The stamp's date: found where the century is printed, inferred where one year fits, doubtful where none does."""
    day = impression.day
    if day is None:
        if not impression.day_label:
            return absent("the stamp gives no date")
        ink = text.ink(impression.day_label, reader)
        return Reading(None, ReadingState.ABSENT, text.printed(ink), 1.0, (ink,), "nothing is entered beside DATE")
    signs = [b for name in dict.fromkeys(impression.signs) if (b := bounds().get(name))]
    reading = _settled(day, signs)
    if reading.value is None:
        ink = text.ink(day.span, reader)
        return Reading(None, reading.state, text.printed(ink), 0.0, (ink,), reading.reason)
    return text.reading(
        reading.value,
        day.span,
        reader,
        state=reading.state,
        confidence=reading.confidence,
        reason=reading.reason,
        also=_inferences(reading),
    )


def _inferences(reading: Reading[str]) -> tuple[Inference, ...]:
    return tuple(e for e in reading.evidence if isinstance(e, Inference))


def _settled(day: TypedDay, signs: Sequence[Bound]) -> Reading[str]:
    if day.century:
        return _judged(day.in_year(day.year), signs, printed=True)
    centuries = [y for y in (1900 + day.year, 2000 + day.year) if FIRST <= y <= LAST]
    dates = [d for y in centuries if (d := day.in_year(y))]
    fitting = [d for d in dates if not any(_before(d, b.not_before) for b in signs)]
    return _judged(next(iter(fitting or dates), None), signs, printed=False)


def _judged(date: PartialDate | None, signs: Sequence[Bound], *, printed: bool) -> Reading[str]:
    if date is None:
        return Reading(None, ReadingState.ILLEGIBLE, reason="the calendar has no such day")
    against = [b for b in signs if _before(date, b.not_before) or _before(b.seldom_after, date)]
    if against:
        rule: tuple[Evidence, ...] = (Inference("mark-bounds", tuple(f"{b.name}: {b.why}" for b in against)),)
        reason = "; ".join(b.why for b in against)
        return Reading(
            date.edtf,
            ReadingState.DOUBTFUL,
            confidence=DOUBTED,
            evidence=rule,
            reason=f"{reason}: the day may be misread",
        )
    if printed:
        return Reading(date.edtf, ReadingState.FOUND)
    lower = [b for b in signs if b.not_before]
    rests_on = tuple(f"{b.name}: {b.why}" for b in lower) or (f"no stamp on these papers is older than {FIRST}",)
    reason = f"the century is not printed; {date.year} is the only year it can mean"
    return Reading(
        date.edtf,
        ReadingState.INFERRED,
        confidence=SURE_OF_YEAR,
        evidence=(Inference("century-of-a-stamp", rests_on),),
        reason=reason,
    )


def _before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether one day is surely before the other; a year alone is before a later year only."""
    if one is None or other is None:
        return False
    first, second = (one.year, one.month or 13, one.day or 32), (other.year, other.month or 0, other.day or 0)
    return first < second
