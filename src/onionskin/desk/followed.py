"""What rests on ink that was misread follows its correction: values, references, names, doubts about those words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from onionskin.desk.parts import resting_also_on
from onionskin.phrases.dates import read_date
from onionskin.phrases.days import washington
from onionskin.phrases.references import read_reference
from onionskin.record.apparatus import Correction, Doubt, DoubtState
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document, OneOrMany
from onionskin.record.evidence import Deed, Evidence, Ink
from onionskin.record.fields import OtherNumber
from onionskin.record.named import Named
from onionskin.record.page import PageText
from onionskin.record.reading import VALUED, Reading, ReadingState
from onionskin.record.references import Mention, Reference
from onionskin.record.span import Span
from onionskin.text.quotes import aligned


def following(document: Document) -> Document:
    """The record with all that stands on corrected words read from the words as corrected.

    A value that can be read from them is asserted by whoever corrected them; one that cannot is doubtful and says so.
    What is printed, and the ink, stay as they are.
    """
    if not document.corrections:
        return document
    pen = _Pen(document.pages, document.corrections)
    return replace(
        document,
        fields={name: pen.readings(held) for name, held in document.fields.items()},
        stamps=tuple(replace(stamp, date=pen.reading(stamp.date)) for stamp in document.stamps),
        references=tuple(map(pen.reference, document.references)),
        mentions=tuple(map(pen.mention, document.mentions)),
        doubts=tuple(map(pen.doubt, document.doubts)),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of the ink before and after correction, and who corrected them."""

    was: str
    now: str
    deeds: tuple[Deed, ...]


class _Pen:
    """The corrections of one paper."""

    def __init__(self, pages: Sequence[PageText], corrections: Sequence[Correction]) -> None:
        self._text = {page.n: page.text for page in pages}
        self._corrections = corrections

    def readings(self, held: OneOrMany) -> OneOrMany:
        return self.reading(held) if isinstance(held, Reading) else tuple(map(self.reading, held))

    def reading(self, reading: Reading[Any]) -> Reading[Any]:
        words = self._words(reading.evidence)
        if words is None or reading.state not in VALUED:
            return reading
        value = _read(reading.value, words)
        if value is None:
            reason = f"the ink was misread: a person reads “{words.now}”; {reading.reason}".removesuffix("; ")
            return replace(reading, state=ReadingState.DOUBTFUL, reason=reason)
        reason = f"a person reads “{words.now}” where the machine read “{words.was}”"
        evidence = (*reading.evidence, *words.deeds)
        return replace(
            reading, value=value, state=ReadingState.ASSERTED, confidence=1.0, evidence=evidence, reason=reason
        )

    def reference(self, reference: Reference) -> Reference:
        words = self._words(reference.evidence)
        if words is None:
            return reference
        text = reference.text.replace(words.was, words.now)
        told = resting_also_on(replace(reference, text=text), *words.deeds)
        found = read_reference(text)
        if found is None:
            return told
        cited = found.value
        return replace(
            told,
            kind=cited.kind,
            number=cited.number,
            series=cited.series,
            date=cited.date or reference.date,
            from_=cited.from_ or reference.from_,
            to=cited.to or reference.to,
            direction=cited.direction or reference.direction,
        )

    def mention(self, mention: Mention) -> Mention:
        words = self._words(mention.evidence)
        if words is None or words.was not in mention.text:
            return mention
        return resting_also_on(replace(mention, text=mention.text.replace(words.was, words.now)), *words.deeds)

    def doubt(self, doubt: Doubt) -> Doubt:
        words = self._words(doubt.evidence)
        if words is None or not doubt.open or " ".join(doubt.as_printed.split()) != words.was:
            return doubt
        return resting_also_on(replace(doubt, state=DoubtState.SETTLED, value=words.now), *words.deeds)

    def _words(self, evidence: Sequence[Evidence]) -> _Words | None:
        """The words of a part's first ink before and after correction; None where nobody corrected it."""
        ink = next((each for each in evidence if isinstance(each, Ink)), None)
        if ink is None:
            return None
        was = now = ink.span.of(self._text.get(ink.page, ""))
        deeds: list[Deed] = []
        touching = [(each, here) for each in self._corrections if (here := _ink(each)) and here.page == ink.page]
        for each, here in sorted(touching, key=lambda pair: pair[1].span.start, reverse=True):
            if not here.span.overlaps(ink.span):
                continue
            shared = Span(max(here.span.start, ink.span.start), min(here.span.end, ink.span.end))
            part = aligned(each.from_, each.to, shared.shifted(-here.span.start))
            at = shared.shifted(-ink.span.start)
            now = now[: at.start] + part.of(each.to) + now[at.end :]
            deeds += [deed for deed in each.evidence if isinstance(deed, Deed)]
        was, now = " ".join(was.split()), " ".join(now.split())
        return _Words(was, now, tuple(dict.fromkeys(deeds))) if deeds and was != now else None


def _ink(correction: Correction) -> Ink | None:
    return next((each for each in correction.evidence if isinstance(each, Ink)), None)


def _read(value: object, words: _Words) -> object | None:
    """The value of the words as corrected; None where they do not tell it."""
    match value:
        case str() if value == words.was:
            return words.now
        case str() if (was := _date(value)) is not None:
            day = read_date(words.now)
            return _dated(day.value, was).edtf if day is not None and isinstance(day.value, PartialDate) else None
        case Named(name=name, surname=surname) if words.was in name:
            family = None if surname is None else surname.replace(words.was, words.now)
            return replace(value, name=name.replace(words.was, words.now), surname=family)
        case OtherNumber(number=number) if number == words.was:
            return replace(value, number=words.now)
        case _:
            return None


def _date(value: str) -> PartialDate | None:
    try:
        return PartialDate.parse(value)
    except ValueError:
        return None


def _dated(day: PartialDate, was: PartialDate) -> PartialDate:
    """A day in the zone of the one that was read before it: Washington's offset is that of the day itself."""
    if day.hour is None or day.offset is not None or was.offset is None:
        return day
    local = washington(replace(was, offset=None)).offset == was.offset
    return washington(day) if local else replace(day, offset=was.offset)
