"""A value that a person states, in the place of what was read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onionskin.record.document import Document
from onionskin.record.evidence import Deed
from onionskin.record.reading import Reading, ReadingState


def asserted(document: Document, pointer: str, value: str, deed: Deed) -> Document:
    """The record with the reading at a pointer (`/fields/date`, `/stamps/0/date`) stating `value`, by that deed.

    The ink stays what it is, and stays cited. A pointer to anything but a reading of words or a date changes nothing.
    """
    steps = pointer.strip("/").split("/")
    match steps:
        case ["stamps", at, "date"] if _within(at, document.stamps):
            stamps = list(document.stamps)
            stamps[int(at)] = replace(stamps[int(at)], date=_stated(stamps[int(at)].date, value, deed))
            return replace(document, stamps=tuple(stamps))
        case ["fields", name]:
            held = document.one(name)
            stated = _stated(held, value, deed) if held is not None else None
            return _with_field(document, name, stated)
        case ["fields", name, at] if _within(at, document.many(name)):
            readings = list(document.many(name))
            readings[int(at)] = _stated(readings[int(at)], value, deed)
            return _with_field(document, name, tuple(readings))
    return document


def _within(at: str, held: tuple[object, ...]) -> bool:
    return at.isdecimal() and int(at) < len(held)


def _with_field(document: Document, name: str, held: Any) -> Document:  # noqa: ANN401 - a reading or a list of them
    return document if held is None else replace(document, fields={**document.fields, name: held})


def _stated(reading: Reading[Any], value: str, deed: Deed) -> Reading[Any]:
    if not isinstance(reading.value, str | None):
        return reading
    return replace(
        reading,
        value=value,
        state=ReadingState.ASSERTED,
        confidence=1.0,
        evidence=(*reading.evidence, deed),
        reason=f"stated by {deed.author}; {reading.reason}".removesuffix("; "),
    )
