"""Values that no ink says as such, and how they follow from what other readers read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onionskin.lexicon import entries
from onionskin.readers.contract import FieldReading
from onionskin.record.evidence import Inference, Ink
from onionskin.record.fields import KIND_FIELDS, FieldValue, Kind
from onionskin.record.marks import Marking
from onionskin.record.named import Named
from onionskin.record.page import PageText
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.stamps import Stamp, StampKind

Readings = Mapping[str, Sequence[Reading[FieldValue]]]


CONVERSED = frozenset({Kind.MEMORANDUM_OF_CONVERSATION, Kind.MINUTES})
"""Nobody is sent a record of what was said: a stamp on it is of whoever kept it."""


def infer(  # noqa: PLR0913, PLR0917 - what is known of a paper
    kind: Kind,
    subkind: str | None,
    have: Readings,
    markings: Sequence[Marking],
    stamps: Sequence[Stamp],
    pages: Sequence[PageText],
) -> list[FieldReading]:
    """What follows for a paper of `kind` that has the readings `have`, the markings and the stamps."""
    out = [*_handling(have, markings, pages)]
    if "received" in KIND_FIELDS[kind] and kind not in CONVERSED:
        out += _received(have, stamps)
    if kind is Kind.TELEGRAM:
        out += _series(subkind, have)
    out += _date(have)
    return out


def in_full(have: Readings) -> dict[str, Sequence[Reading[FieldValue]]]:
    """The readings, a drafter's initials that are the signer's read as his name: `MC:djf` under `Merritt Colgate`."""
    drafted, signed = (next(iter(have.get(name, ())), None) for name in ("drafted_by", "signed_by"))
    drafter, signer = drafted and drafted.value, signed and signed.value
    if drafted is None or not isinstance(drafter, Named) or not isinstance(signer, Named):
        return dict(have)
    if drafter.surname or not signer.surname or drafter.name.replace(".", "") != _initials(signer):
        return dict(have)
    value = replace(signer, as_printed=drafter.as_printed, office=drafter.office or signer.office)
    reason = f"the initials of {signer.name}, who signed"
    evidence = (*drafted.evidence, Inference("drafter-by-initials", (f"signed_by: {signer.as_printed}",)))
    reading: Reading[FieldValue] = Reading(value, ReadingState.INFERRED, drafted.as_printed, 0.85, evidence, reason)
    return {**have, "drafted_by": [reading]}


def _initials(person: Named) -> str:
    """The first letters of given names and surname."""
    return "".join(word[0] for word in f"{person.given or ''} {person.surname}".split() if word[0].isupper())


def level_rank(level: str) -> int:
    """How high a level stands; higher is more. 0 for one the lexicon does not rank."""
    return next((e.number("rank") or 0 for e in entries("levels") if e.name == level), 0)


def _handling(have: Readings, markings: Sequence[Marking], pages: Sequence[PageText]) -> Iterator[FieldReading]:
    """Classification as the paper was written: the highest level on it, since levels are only ever lowered later."""
    text: dict[int, str] = {page.n: page.text for page in pages}
    levels = [m for m in markings if m.level]
    if levels and "classification" not in have:
        chief = max(levels, key=lambda m: level_rank(m.level or ""))
        lower = {m.level for m in levels} - {chief.level}
        reason = (
            f"the highest level printed; {', '.join(sorted(x for x in lower if x))} stands there as well"
            if lower
            else ""
        )
        yield FieldReading("classification", _of(chief.level or "", chief, text, reason))
    seen: set[str] = set()
    for marking in markings:
        if marking.caption and marking.caption not in seen:
            seen.add(marking.caption)
            yield FieldReading("captions", _of(marking.caption, marking, text, ""))


def _of(value: str, marking: Marking, text: Mapping[int, str], reason: str) -> Reading[FieldValue]:
    ink = next(e for e in marking.evidence if isinstance(e, Ink))
    return Reading(value, ReadingState.FOUND, ink.span.of(text[ink.page]), 1.0, (ink,), reason)


def _series(subkind: str | None, have: Readings) -> Iterator[FieldReading]:
    """A telegram from the Department is a Deptel, from an embassy an Embtel; missions of their own series name it.

    Another agency's stations number in no series of the Department.
    """
    if subkind == "agency" or "series" in have or not have.get("direction"):
        return
    outgoing = have["direction"][0].value == "outgoing"
    sender = next((r.value.name for r in have.get("from", ()) if isinstance(r.value, Named)), "")
    series = series_of(sender, outgoing=outgoing, circular=subkind == "circular")
    reason = f"an {'outgoing' if outgoing else 'incoming'} telegram" + (f" from {sender}" if sender else "")
    yield FieldReading(
        "series",
        Reading(
            series,
            ReadingState.INFERRED,
            "",
            0.85,
            (Inference("series-from-direction", (reason,)),),
            f"{reason} is numbered so",
        ),
    )


def series_of(sender: str, *, outgoing: bool, circular: bool = False) -> str:
    """In which series a post numbers its telegrams; `outgoing` is as the Department sees it."""
    if outgoing:
        return "CIRTEL" if circular else "DEPTEL"
    return next((series for word, series in _OWN_SERIES.items() if sender.upper().startswith(word)), "EMBTEL")


_OWN_SERIES = {"USUN": "USUN", "CONSUL": "CONTEL", "AMCONSUL": "CONTEL", "AMCONGEN": "CONTEL"}
"""Missions that number their own telegrams (USUN), and consulates (FRUS 1961-63 XV, List of Abbreviations)."""


def _date(have: Readings) -> Iterator[FieldReading]:
    """Without a date of its own a paper was written when it was drafted."""
    if have.get("date") or not have.get("drafted_on"):
        return
    drafted = have["drafted_on"][0]
    reason = "no date of its own was found; this is the day it was drafted"
    evidence = (Inference("date-from-drafting", (f"drafted_on: {drafted.as_printed}",)),)
    yield FieldReading("date", Reading(drafted.value, ReadingState.INFERRED, "", 0.7, evidence, reason))


def _received(have: Readings, stamps: Sequence[Stamp]) -> Iterator[FieldReading]:
    """Where no line says when a paper came, the first receipt stamp does that is not older than the paper."""
    written = next((str(r.value) for r in have.get("date", ()) if r.value), "")
    days = [s for s in stamps if s.kind is StampKind.RECEIPT and s.date.value and s.date.value[:10] >= written[:10]]
    if have.get("received") or not days:
        return
    first = min(days, key=lambda s: s.date.value or "")
    reason = f"the receipt stamp of {first.office}" if first.office else "a receipt stamp"
    evidence = (*first.date.evidence, Inference("received-from-stamp", (reason,)))
    date = first.date
    yield FieldReading("received", Reading(date.value, ReadingState.INFERRED, date.as_printed, 0.9, evidence, reason))
