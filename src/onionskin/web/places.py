"""Where on the paper each statement of a record stands: every JSON pointer with its ink."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onionskin.record.document import Document
from onionskin.record.evidence import Evidence, Ink
from onionskin.record.page import PageText
from onionskin.record.span import Span

PASSAGE = re.compile(r"p(?P<page>\d{1,6}):(?P<start>\d{1,9})-(?P<end>\d{1,9})")
"""How a passage is named that no statement claims, a search hit for one: `p1:203-207`."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the record (`/fields/to/0`, `/stamps/1`, `/text/paragraphs/3`) and the ink it rests on."""

    pointer: str
    inks: tuple[Ink, ...]


@dataclass(frozen=True, slots=True)
class Lit:
    """What was chosen, and the ink of it. `asked` is what the address said, `known` whether the record has it."""

    asked: str
    pointers: tuple[str, ...] = ()
    inks: tuple[Ink, ...] = ()
    known: bool = True

    def on(self, page: int) -> tuple[Span, ...]:
        """The lit spans of one page."""
        return tuple(ink.span for ink in self.inks if ink.page == page)


def claims(document: Document) -> tuple[Claim, ...]:
    """Every statement that can be pointed at, in the order of the record; one without ink has none."""
    return tuple(Claim(pointer, _inks(evidence)) for pointer, evidence in _statements(document))


def light(document: Document, asked: str) -> Lit:
    """What to light for an address's `light=`: a JSON pointer, a field's name, a passage `p1:203-207`, or nothing.

    A pointer to a list (`/fields/to`) lights all of it; the deeper ones of a pointer that is itself a statement
    (`/stamps/0`, whose date is `/stamps/0/date`) are not lit with it.
    """
    if not asked:
        return Lit("")
    if passage := PASSAGE.fullmatch(asked):
        return _passage(document, asked, passage)
    wanted = asked if asked.startswith("/") else f"/fields/{asked}"
    held = claims(document)
    chosen = [c for c in held if c.pointer == wanted] or [c for c in held if c.pointer.startswith(f"{wanted}/")]
    known = bool(chosen) or wanted.removeprefix("/fields/") in document.fields
    return Lit(wanted, tuple(c.pointer for c in chosen), tuple(ink for c in chosen for ink in c.inks), known)


def extent(document: Document) -> dict[int, Span]:
    """The characters of each page that are this paper's own; a page may hold other papers too.

    The transcription is a stretch of the pages' text, turned with form feeds. Where the same stretch stands more than
    once, the one that holds most of the paper's ink is meant; where it stands nowhere, all is the paper's own. The
    white space about it is nobody else's.
    """
    starts, at = {}, 0
    for page in document.pages:
        starts[page.n] = at
        at += len(page.text) + 1
    whole = "\f".join(page.text for page in document.pages)
    own = document.text.transcription
    found = _occurrences(whole, own)
    begin, end = (found[0], found[0] + len(own)) if found else (0, len(whole))
    if len(found) > 1:
        inks = sorted(
            starts[ink.page] + ink.span.start for c in claims(document) for ink in c.inks if ink.page in starts
        )
        begin = max(found, key=lambda at: bisect_left(inks, at + len(own)) - bisect_left(inks, at))
        end = begin + len(own)
    begin = len(whole[:begin].rstrip())
    end += len(whole[end:]) - len(whole[end:].lstrip())
    return {
        page.n: Span(*(min(max(edge - starts[page.n], 0), len(page.text)) for edge in (begin, end)))
        for page in document.pages
    }


def _occurrences(whole: str, own: str) -> list[int]:
    """Where the one stands in the other; they may overlap."""
    found: list[int] = []
    at = whole.find(own) if own else -1
    while at >= 0:
        found.append(at)
        at = whole.find(own, at + 1)
    return found


def lines_of(text: str) -> Callable[[int], int]:
    """`line_of` for whoever asks of one text often: a long page has thousands of places, and each is counted to."""
    turns = [turn.start() for turn in re.finditer("\n", text)]
    return lambda offset: bisect_left(turns, offset) + 1


def line_of(text: str, offset: int) -> int:
    """The 1-based line of a page's raw text on which a code point stands."""
    return text.count("\n", 0, offset) + 1


def line_span(text: str, line: int) -> Span:
    """The characters of a 1-based line, its line feed left out; empty at the end where the page has no such line."""
    start = 0
    for _ in range(line - 1):
        turn = text.find("\n", start)
        if turn < 0:
            return Span(len(text), len(text))
        start = turn + 1
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _passage(document: Document, asked: str, passage: re.Match[str]) -> Lit:
    page = next((p for p in document.pages if p.n == int(passage["page"])), None)
    start, end = int(passage["start"]), int(passage["end"])
    if page is None or not start < end <= len(page.text):
        return Lit(asked, known=False)
    return Lit(asked, inks=(Ink(page.n, Span(start, end), "asked"),))


def _inks(evidence: Iterable[Evidence]) -> tuple[Ink, ...]:
    return tuple(e for e in evidence if isinstance(e, Ink))


def _statements(document: Document) -> Iterator[tuple[str, Iterable[Evidence]]]:
    yield "/copy", document.copy.evidence
    for pointer, reading in document.readings():
        yield pointer, reading.evidence
    for i, stamp in enumerate(document.stamps):
        yield f"/stamps/{i}", stamp.impressions
    for name in (
        *("form_boxes", "markings", "distribution", "acts", "references", "mentions"),
        *("excisions", "corrections", "emendations", "doubts", "furniture"),
    ):
        for i, each in enumerate(getattr(document, name)):
            yield f"/{name}/{i}", each.evidence
    for i, paragraph in enumerate(document.text.paragraphs):
        yield f"/text/paragraphs/{i}", paragraph.evidence
    pages = {page.n: page for page in document.pages}
    for i, left in enumerate(document.unclaimed):
        yield f"/unclaimed/{i}", _line(pages.get(left.page), left.line)


def _line(page: PageText | None, line: int) -> tuple[Ink, ...]:
    if page is None:
        return ()
    span = line_span(page.text, line)
    return (Ink(page.n, span, "nobody"),) if len(span) else ()
