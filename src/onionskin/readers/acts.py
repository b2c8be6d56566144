"""The acts that a paper's values prove: whoever is named as drafter drafted it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onionskin.record.acts import Act, ActKind
from onionskin.record.fields import FieldValue
from onionskin.record.named import Named
from onionskin.record.reading import Reading, ReadingState

Readings = Mapping[str, Sequence[Reading[FieldValue]]]

AGENTS = {
    "drafted_by": (ActKind.DRAFTED, "drafted_on"),
    "typed_by": (ActKind.TYPED, "drafted_on"),
    "cleared_by": (ActKind.CLEARED, None),
    "approved_by": (ActKind.APPROVED, None),
    "signed_by": (ActKind.SIGNED, "date"),
    "classified_by": (ActKind.CLASSIFIED, None),
}
RECIPIENTS = {
    "pass_to": ActKind.TO_BE_PASSED,
    "copies_to": ActKind.COPY_FURNISHED,
    "circulated_to": ActKind.CIRCULATED,
}


def acts_of(have: Readings) -> list[Act]:
    """Every act that the fields of one paper prove, each with the evidence of the value it rests on."""
    return [*_written(have), *_sent(have)]


def _name(value: FieldValue | None) -> str:
    if isinstance(value, Named):
        return f"{value.name} ({value.office})" if value.office and value.office != value.name else value.name
    return str(value)


def _value(have: Readings, name: str | None) -> str | None:
    """The field's value by its surest reading, which is the one that the record gives."""
    held = max(have.get(name or "", ()), key=lambda reading: reading.confidence, default=None)
    return str(held.value) if held and held.value is not None else None


def _written(have: Readings) -> Iterator[Act]:
    for name, (kind, dated) in AGENTS.items():
        for reading in have.get(name, ()):
            yield Act(kind, _value(have, dated), reading.evidence, agent=_name(reading.value))
    for name, kind in RECIPIENTS.items():
        for reading in have.get(name, ()):
            yield Act(kind, None, reading.evidence, recipient=_name(reading.value))


def _sent(have: Readings) -> Iterator[Act]:
    """A telegram was numbered, transmitted and received; a paper with a level was classified when it was written."""
    level, date = have.get("classification"), _value(have, "date")
    if level and level[0].value not in (None, "NONE MARKED"):
        yield Act(ActKind.CLASSIFIED, date, level[0].evidence, to_level=str(level[0].value))
    if number := have.get("number"):
        yield Act(ActKind.NUMBERED, date, number[0].evidence, items=str(number[0].value))
    if have.get("direction") and (sent := have.get("date")):
        yield Act(
            ActKind.TRANSMITTED,
            date,
            sent[0].evidence,
            agent=next((_name(r.value) for r in have.get("from", ())), None),
            recipient=", ".join(_name(r.value) for r in have.get("to", ())) or None,
            means="telegram",
        )
    # Where a stamp says when it came, the stamp's own act says so.
    if (received := have.get("received")) and received[0].state is not ReadingState.INFERRED:
        yield Act(ActKind.RECEIVED, str(received[0].value), received[0].evidence)
