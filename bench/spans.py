"""Whether every reading that claims ink points at the words it says it read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Astray:
    """A reading whose ink is not what it says: `standing` is what stands at the span."""

    record: str
    field: str
    as_printed: str
    standing: str


def checked(record: Mapping[str, Any]) -> Iterator[Astray | None]:
    """One for each piece of ink behind the record's fields and the dates of its stamps; None where it is as it says."""
    pages = {page["n"]: page["text"] for page in record["pages"]}
    for name, reading in _readings(record):
        for evidence in reading.get("evidence") or ():
            if evidence["kind"] == "ink":
                start, end = evidence["span"]
                standing = pages.get(evidence["page"], "")[start:end]
                printed = reading.get("as_printed") or ""
                yield None if standing == printed else Astray(record["id"], name, printed, standing)


def _readings(record: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, value in record["fields"].items():
        for reading in value if isinstance(value, list) else [value]:
            yield name, reading
    for stamp in record["stamps"]:
        if stamp.get("date"):
            yield "stamps date", stamp["date"]
