"""A paper as an index sees it: what it is called, and the passages in which its words stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, chain
from typing import NamedTuple

from onionskin.record.codec import to_line
from onionskin.record.dates import earliest, latest
from onionskin.record.document import Document
from onionskin.record.evidence import Evidence, Ink
from onionskin.record.fields import FieldValue
from onionskin.record.named import NamedKind
from onionskin.record.reading import Reading
from onionskin.record.released import Released
from onionskin.record.stamps import Stamp
from onionskin.record.titles import title
from onionskin.search.heaps import Heap, heaps_of, one_line, printed
from onionskin.search.words import words


class Column(StrEnum):
    """Where a word stands: what it is worth, and which field of a query finds it."""

    BODY = "body"
    SUBJECT = "subject"
    SENDER = "sender"
    RECIPIENT = "recipient"
    PERSON = "person"
    NUMBER = "number"
    MARK = "mark"


COLUMN_OF = {
    **dict.fromkeys(("subject", "title"), Column.SUBJECT),
    **dict.fromkeys(("from", "origin", "signed_by"), Column.SENDER),
    **dict.fromkeys(("to", "info", "attention", "inside_address"), Column.RECIPIENT),
    **dict.fromkeys(("drafted_by", "typed_by", "classified_by", "approved_by", "cleared_by"), Column.PERSON),
    **dict.fromkeys(("circulated_to", "pass_to", "copies_to", "through", "participants"), Column.PERSON),
    **dict.fromkeys(("number", "other_numbers", "file_number", "case_number", "document_number"), Column.NUMBER),
}
"""Fields that are not named here are found among the marks."""

PAGE_TURN = "\f"
"""Between the pages of a transcription."""


class Patch(NamedTuple):
    """Characters of one page's raw text. A tuple, as `Passage` is: a paper has dozens of both."""

    page: int
    start: int
    end: int


class Passage(NamedTuple):
    """A stretch of text that is shown as one: a paragraph, a field, a mark. `label` tells people what it is."""

    column: Column
    label: str
    text: str
    ink: tuple[Patch, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What an index keeps of a paper.

    `days` are the first and the last that its date can mean.
    """

    record: str
    digest: str
    title: str
    heading: str
    kind: str
    date: str
    days: tuple[str, str] | None
    pages: tuple[tuple[int, str, bool], ...]
    passages: tuple[Passage, ...]
    heaps: tuple[Heap, ...]


def entry_of(released: Released, called: Mapping[str, str] | None = None) -> Entry:
    """What an index keeps of this paper; `called` has the names of the entities that its mentions mean."""
    document = released.document
    date = _text(document, "date")
    days = days_of(date)
    return Entry(
        record=document.id,
        digest=digest_of(released),
        title=title_of(document),
        heading=title(document),
        kind=document.kind,
        date=date,
        days=days,
        pages=tuple((page.n, page.text, bool(page.width and page.words)) for page in document.pages),
        passages=tuple(passages_of(document)),
        heaps=tuple(heaps_of(document, days, called or {})),
    )


def digest_of(released: Released) -> str:
    """The name of the state in which a paper is shown: the SHA-256 of its line of JSON."""
    return hashlib.sha256(to_line(released.document).encode()).hexdigest()


def title_of(document: Document) -> str:
    """Its subject or title; a paper without one is called by what it is: "Letter to Adlai E. Stevenson"."""
    if own := _text(document, "subject") or _text(document, "title"):
        return own
    number, to = _text(document, "number"), ", ".join(map(printed, document.many("to")))
    told = document.kind.replace("-", " ").capitalize()
    return told + (f" {number}" if number else "") + (f" to {to}" if to else "")


def days_of(edtf: str) -> tuple[str, str] | None:
    """The first and the last day that a date or an interval can mean, as `1962-11-01`; None of what is no date."""
    first, _, last = edtf.partition("/")
    try:
        return _day(earliest(first)), _day(latest(last or first))
    except ValueError:
        return None


def passages_of(document: Document) -> Iterator[Passage]:
    """Every passage, the body first; one that says the same words in the same column again is left out."""
    seen: set[tuple[Column, tuple[str, ...]]] = set()
    for column, label, told, ink in chain(_body(document), _fields(document), _persons(document), _marks(document)):
        text = one_line(told)
        said = (column, words(text))
        if said[1] and (column is Column.BODY or said not in seen):
            seen.add(said)
            yield Passage(column, label, text, ink)


def _day(day: tuple[int, int, int]) -> str:
    return "{:04}-{:02}-{:02}".format(*day)


def _body(document: Document) -> Iterator[Passage]:
    for paragraph in document.text.paragraphs:
        yield Passage(Column.BODY, f"paragraph {paragraph.n}", paragraph.text, _ink(paragraph.evidence))
    if not document.text.paragraphs:
        yield from _transcription(document)


def _transcription(document: Document) -> Iterator[Passage]:
    """All that stands on a paper without running text, page by page; other papers may stand on its pages too."""
    parts = document.text.transcription.split(PAGE_TURN)
    for page, part in zip(document.pages, parts, strict=False):
        start = page.text.find(part)
        yield Passage(Column.BODY, "text", part, (Patch(page.n, start, start + len(part)),) if start >= 0 else ())


def _fields(document: Document) -> Iterator[Passage]:
    for name, held in document.fields.items():
        column = COLUMN_OF.get(name, Column.MARK)
        for reading in (held,) if isinstance(held, Reading) else held:
            if reading.value is not None:
                yield Passage(column, name.replace("_", " "), _shown(reading), _ink(reading.evidence))


def _persons(document: Document) -> Iterator[Passage]:
    for mention in document.mentions:
        if mention.kind is NamedKind.PERSON:
            yield Passage(Column.PERSON, "text", mention.text, _ink(mention.evidence))


def _marks(document: Document) -> Iterator[Passage]:
    for marking in document.markings:
        yield Passage(Column.MARK, "marking", marking.text, _ink(marking.evidence))
    reading = document.text.reading
    for correction in document.corrections:
        if correction.to not in reading:
            yield Passage(Column.MARK, "correction", correction.to, _ink(correction.evidence))
    for stamp in document.stamps:
        yield Passage(Column.MARK, "stamp", ", ".join(_of_stamp(stamp)), _ink(stamp.impressions))
    for office in document.distribution:
        told = (office.office, office.via, office.for_)
        yield Passage(Column.MARK, "distribution", ", ".join(filter(None, told)), _ink(office.evidence))
    copy = document.copy
    for note in (copy.holder, copy.archive, copy.item, copy.number, copy.owner, copy.return_to):
        yield Passage(Column.MARK, "copy", note or "", _ink(copy.evidence))
    for act in document.acts:
        done = (act.agent, act.on_behalf_of, act.recipient, act.items, act.authority)
        yield Passage(Column.MARK, act.act.replace("-", " "), ", ".join(filter(None, done)), _ink(act.evidence))
    starts = {page.n: _starts(page.text) for page in document.pages}
    for line in document.unclaimed:
        start = starts[line.page][line.line - 1]
        patch = Patch(line.page, start, start + len(line.text))
        yield Passage(Column.MARK, f"line {line.line}", line.text, (patch,))


def _starts(text: str) -> list[int]:
    """Where each line of a page begins."""
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))]


def _of_stamp(stamp: Stamp) -> Iterator[str]:
    authority = stamp.authority
    told = (stamp.form, stamp.office, stamp.executed_by, stamp.reviewer, stamp.case, stamp.instruction)
    yield from (each for each in told if each)
    if authority:
        yield from (each for each in (authority.agency, authority.instrument, authority.date) if each)
    yield stamp.date.as_printed
    yield from (exemption.as_printed for exemption in stamp.exemptions)


def _text(document: Document, name: str) -> str:
    reading = document.one(name)
    return printed(reading) if reading else ""


def _shown(reading: Reading[FieldValue]) -> str:
    """As it is printed, and the value where that has words of its own: a person's full name, an inferred year."""
    value, ink = printed(reading), one_line(reading.as_printed)
    if value == ink:
        return ink
    return ink if set(words(value)) <= set(words(ink)) else f"{ink} ({value})" if ink else value


def _ink(evidence: Iterable[Evidence]) -> tuple[Patch, ...]:
    return tuple(Patch(ink.page, ink.span.start, ink.span.end) for ink in evidence if isinstance(ink, Ink) and ink.span)
