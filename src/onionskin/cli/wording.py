"""Values of the record in words."""

from __future__ import annotations

from onionskin.record.boundaries import Boundary, BoundaryState
from onionskin.record.fields import Enclosure, FieldValue, OtherNumber
from onionskin.record.named import Named
from onionskin.record.reading import Reading, ReadingState
from onionskin.workbench import Row


def value_in_words(value: FieldValue | None) -> str:
    """`Mr. Johnson (G)`, `5459 (transmission)`, `1962-11-17`."""
    match value:
        case None:
            return ""
        case Named(name=name, office=office, title=title):
            called = f"{title} {name}" if title else name
            return f"{called} ({office})" if office and office != name else called
        case OtherNumber(number=number, kind=kind):
            return f"{number} ({kind})"
        case Enclosure(name=name):
            return name
        case _:
            return str(value)


def reading_in_words(reading: Reading[FieldValue] | Reading[str]) -> str:
    """The value, with its state where that is more than `found`; the state alone where there is no value."""
    told = value_in_words(reading.value)
    if not told:
        return f"({reading.state})"
    return told if reading.state is ReadingState.FOUND else f"{told} ({reading.state})"


def boundary_in_words(boundary: Boundary) -> str:
    """`begins on page 3, 0.93: the title 'MEMORANDUM'; ...`; a question is put as one."""
    line = f", line {boundary.line}" if boundary.offset else ""
    what = "begins" if boundary.begins else "goes on"
    if boundary.state is BoundaryState.QUESTION:
        what = f"does it {'begin' if boundary.begins else 'go on'}"
    mark = "?" if boundary.state is BoundaryState.QUESTION else ""
    sure = "decided" if boundary.state is BoundaryState.ACCEPTED else f"{boundary.confidence:.2f}"
    return f"{what} on page {boundary.page}{line}{mark} ({sure}): {'; '.join(boundary.reasons)}"


def paper_in_words(row: Row) -> str:
    """`telegram 1359 from Department of State to USUN New York`."""
    called = " ".join(part for part in (row.kind, row.number) if part)
    return called + (f" from {row.sender}" if row.sender else "") + (f" to {row.recipients}" if row.recipients else "")


def json_in_words(value: object) -> str:
    """JSON for people: `{"name": "Johnson", "kind": "person", "office": "G"}` is `Johnson; kind person; office G`.

    What an object says of its own ink is left out: the explanation says it.
    """
    match value:
        case None:
            return "unknown"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(json_in_words, value))
        case dict():
            told = [(k, json_in_words(v)) for k, v in value.items() if k not in {"as_printed", "evidence"} and v != []]
            first, *others = [words if n == 0 else f"{key} {words}" for n, (key, words) in enumerate(told)] or [""]
            return "; ".join((first, *others))
        case _:
            return str(value)


def adrift_in_words(count: int) -> str:
    """`2 decisions adrift: ...`; says how to see them."""
    what = "1 decision is" if count == 1 else f"{count} decisions are"
    return f"{what} adrift, for another reading has other words there; `onionskin decide --adrift` lists them"
