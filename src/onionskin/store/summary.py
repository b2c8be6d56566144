"""What a listing shows of a paper, and the values by which papers are sorted into heaps."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.dates import earliest
from onionskin.record.document import Document
from onionskin.record.fields import Enclosure, FieldValue, OtherNumber
from onionskin.record.marks import Marking
from onionskin.record.named import Named
from onionskin.record.page import PageNumber
from onionskin.record.reading import Reading

UNDATED = "9999-99-99"
"""Sorts a paper without a date behind all others."""


class Facet(StrEnum):
    """By what a collection can be sorted into heaps. A paper may lie in several heaps of `to` and `marking`."""

    KIND = "kind"
    YEAR = "year"
    FROM = "from"
    TO = "to"
    MARKING = "marking"


class Order(StrEnum):
    """How rows follow one another; by date, the undated come last."""

    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Row:
    """One paper in a listing. All strings are printable on one line; what the paper does not tell is empty.

    `date` is EDTF, `pages` "1-2" of the file, `markings` levels and captions in the order they stand, each once.
    """

    id: str
    kind: str
    date: str
    number: str
    sender: str
    recipients: str
    subject: str
    source: str
    pages: str
    markings: str
    doubtful: int
    unclaimed: int


@dataclass(frozen=True, slots=True)
class Listing:
    """`total` rows meet the filter, `rows` are the ones asked for.

    `facets` counts the values that all of them have, the fullest heap first, at most `TOP_VALUES` of a facet.
    """

    total: int
    rows: tuple[Row, ...]
    facets: Mapping[Facet, tuple[tuple[str, int], ...]]


TOP_VALUES = 20


def row_of(document: Document) -> Row:
    """What a listing shows of this paper."""
    sender = _value(document, "from") or ", ".join(_values(document, "origin")) or _value(document, "signed_by")
    return Row(
        id=document.id,
        kind=document.kind,
        date=_value(document, "date"),
        number=_value(document, "number"),
        sender=sender,
        recipients=", ".join(_values(document, "to")),
        subject=_value(document, "subject") or _value(document, "title"),
        source=printable(document.source.name),
        pages=_pages(document.source.pages),
        markings=", ".join(markings_of(document)),
        doubtful=len(document.doubts),
        unclaimed=len(document.unclaimed),
    )


def heaps_of(document: Document, row: Row) -> tuple[tuple[Facet, str], ...]:
    """Every heap on which the paper with this row lies, each once."""
    told = [(Facet.KIND, row.kind), (Facet.FROM, row.sender)]
    told += [(Facet.TO, value) for value in _values(document, "to")]
    told += [(Facet.MARKING, value) for value in markings_of(document)]
    if (day := sort_day(row.date)) != UNDATED:
        told.append((Facet.YEAR, day[:4]))
    return tuple(dict.fromkeys((facet, value) for facet, value in told if value))


def sort_day(edtf: str) -> str:
    """The first day a date can mean, as `1962-11-01`; an interval sorts by its beginning."""
    try:
        return "{:04}-{:02}-{:02}".format(*earliest(edtf.split("/", 1)[0]))
    except ValueError:
        return UNDATED


def markings_of(document: Document) -> tuple[str, ...]:
    """Levels and captions on the paper, struck ones too, in the order they first stand."""
    marks = [word for mark in document.markings for word in _words_of(mark)]
    level = [_value(document, "classification")]
    return tuple(dict.fromkeys(printable(word) for word in (*level, *marks) if word))


def printable(text: str) -> str:
    """On one line, and without characters that could steer a terminal."""
    if text.isprintable():
        return " ".join(text.split())
    seen = "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in text)
    return " ".join(seen.split())


def top(counts: Mapping[tuple[Facet, str], int]) -> Mapping[Facet, tuple[tuple[str, int], ...]]:
    """The fullest heaps of each facet; of equals, the first by name."""
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0][1]))
    return {facet: tuple((value, n) for (held, value), n in ranked if held is facet)[:TOP_VALUES] for facet in Facet}


def _words_of(mark: Marking) -> Iterable[str]:
    return (word for word in (mark.level, mark.caption) if word)


def _value(document: Document, name: str) -> str:
    reading = document.one(name)
    return _words(reading) if reading else ""


def _values(document: Document, name: str) -> tuple[str, ...]:
    return tuple(words for words in map(_words, document.many(name)) if words)


def _words(reading: Reading[FieldValue]) -> str:
    match reading.value:
        case None:
            return ""
        case Named(name=words) | Enclosure(name=words) | OtherNumber(number=words):
            return printable(words)
        case plain:
            return printable(str(plain))


def _pages(numbers: tuple[PageNumber, ...]) -> str:
    """`1-3, 5`."""
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in _runs(numbers))


def _runs(numbers: tuple[PageNumber, ...]) -> Iterator[tuple[int, int]]:
    first = last = None
    for n in numbers:
        if first is None or last is None:
            first = last = n
        elif n == last + 1:
            last = n
        else:
            yield first, last
            first = last = n
    if first is not None and last is not None:
        yield first, last
