"""Papers typed by hand, read as a file would be, and what must hold of every record that comes of them."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from tests.published import schema_faults

from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.enclosing import resolve_within
from onionskin.readers.standard import standard_readers
from onionskin.record.boundaries import Settled
from onionskin.record.codec import to_json
from onionskin.record.document import Document
from onionskin.record.fields import FieldValue
from onionskin.record.named import Named
from onionskin.record.page import PageNumber, PageText
from onionskin.record.reading import Reading, ReadingState

TURN = "\f"


def pages_of(typed: str) -> list[PageText]:
    """The pages of a text; a form feed turns the page."""
    return [PageText(PageNumber(n), text) for n, text in enumerate(typed.split(TURN), 1)]


def read_text(typed: str, settled: Sequence[Settled] = ()) -> list[Document]:
    """The papers in a text as it stands, unchecked."""
    sha = hashlib.sha256(typed.encode("utf-8", "surrogatepass")).hexdigest()
    surrogate = Surrogate("typed.txt", sha, "text/plain")
    return resolve_within(assemble(surrogate, pages_of(typed), standard_readers(), settled))


def papers(typed: str) -> list[Document]:
    """The papers on a sheet typed in a test (its indent taken off), with all that must hold of any record checked."""
    return papers_settled(typed)


def papers_settled(typed: str, *settled: Settled) -> list[Document]:
    """The same, where a person has decided something of where they begin."""
    sheet = TURN.join(textwrap.dedent(page).strip("\n") + "\n" for page in typed.split(TURN))
    got = read_text(sheet, settled)
    assert faults(sheet, got) == []
    return got


def paper(typed: str) -> Document:
    """The one paper on a sheet."""
    (only,) = papers(typed)
    return only


def faults(typed: str, got: list[Document]) -> list[str]:
    """What is wrong with the records of a text, whatever it says."""
    out = [f"{d.kind}: {pointer} is not what stands there" for d in got for pointer in d.ink_faults()]
    out += [fault for d in got for fault in schema_faults(d)]
    if len({d.id for d in got}) < len(got):
        out.append("two papers of one name")
    return [*out, *_lost(typed, got)]


def _lost(typed: str, got: list[Document]) -> Iterator[str]:
    """Lines with words that are neither cited by any record nor listed as unclaimed."""
    held: set[tuple[int, int]] = set()
    texts = dict(enumerate(typed.split(TURN), 1))
    for document in got:
        held |= {(line.page, line.line) for line in document.unclaimed}
        for page, start, end in _inks(to_json(document)):
            first = texts[page].count("\n", 0, start) + 1
            held |= {(page, n) for n in range(first, first + texts[page].count("\n", start, end) + 1)}
    for n, text in texts.items():
        for at, line in enumerate(text.split("\n"), 1):
            if any(c.isalnum() for c in line) and (n, at) not in held:
                yield f"page {n}, line {at} is lost: {line!r}"


def _inks(part: Any) -> Iterator[tuple[int, int, int]]:
    """Every patch of ink that any part of a record cites."""
    if isinstance(part, dict):
        if "span" in part and "page" in part:
            yield part["page"], *part["span"]
        part = list(part.values())
    for each in part if isinstance(part, list) else ():
        yield from _inks(each)


def one(document: Document, name: str) -> Reading[FieldValue]:
    """The reading of a field that has one."""
    reading = document.one(name)
    assert reading is not None, f"a {document.kind} has no {name}"
    return reading


def value(document: Document, name: str) -> object:
    """What a field says: a text, or the name of a person; None where the paper does not say."""
    told = one(document, name).value
    return told.name if isinstance(told, Named) else told


def values(document: Document, name: str) -> list[object]:
    """The same for a field that holds a list."""
    told = [reading.value for reading in document.many(name)]
    return [each.name if isinstance(each, Named) else each for each in told]


def place(document: Document, name: str, at: int = 0) -> tuple[int, int, str]:
    """Page, line (1-based) and printed words of a value's first ink."""
    reading = document.many(name)[at] if document.many(name) else one(document, name)
    ink = reading.ink[0]
    text = next(page.text for page in document.pages if page.n == ink.page)
    return ink.page, text.count("\n", 0, ink.span.start) + 1, ink.span.of(text)


def state(document: Document, name: str) -> ReadingState:
    return one(document, name).state
