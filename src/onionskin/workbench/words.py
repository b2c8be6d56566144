"""Words of a paper that a person means to correct: where they stand, and what else they could be."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.errors import UsageError
from onionskin.record.boundaries import Place
from onionskin.record.decisions import Quote
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.record.span import Span
from onionskin.text.amending import own_part
from onionskin.text.quotes import quoted
from onionskin.workbench.collection import Collection
from onionskin.workbench.showing import show

STRIP = 90
MOST = 300
"""Characters that can be corrected at once."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a page as they are read: `before` and `behind` stand about them, `line` is 1-based, `box` is None where
    the page has no image; `others` is what else they could be, as engines read them or rules propose.
    """

    record: str
    quote: Quote
    span: Span
    line: int
    before: str
    behind: str
    box: Box | None
    others: tuple[str, ...]


def words_at(collection: Collection, record_id: str, page: int, span: Span) -> Passage:
    """The words of a span of a page. NotFoundError, NotReleasedError; UsageError where the paper has none there."""
    document = show(collection, record_id).document
    held = next((each for each in document.pages if each.n == page), None)
    own = own_part(document.text, document.pages).get(held.n) if held is not None else None
    if held is None or own is None or not (own.covers(span) and len(span) <= MOST and span.of(held.text).strip()):
        raise UsageError(
            "there are no words of this paper", where=document.id, page=page, advice="Choose some on the paper's page"
        )
    return _passage(document, held, span)


def words_like(collection: Collection, record_id: str, words: str, place: Place | None = None) -> Passage:
    """The words where they stand in the paper. UsageError where they do not, or stand in several places."""
    document = show(collection, record_id).document
    pages = {page.n: page for page in document.pages}
    found = [
        (pages[n], Span(at, at + len(words)))
        for n, part in own_part(document.text, document.pages).items()
        for at in range(part.start, part.end - len(words) + 1)
        if words and pages[n].text.startswith(words, at)
        and (place is None or (n == place.page and place.line in {None, _line(pages[n], at)}))
    ]  # fmt: skip
    if len(found) == 1:
        return _passage(document, *found[0])
    where = ", ".join(f"{page.n}:{_line(page, span.start)}" for page, span in found[:8])
    raise UsageError(
        f"{words!r} stands in {len(found)} places: {where}" if found else f"{words!r} does not stand there",
        where=document.id,
        advice="Give more of the words, as the transcription has them, or their page and line",
    )


def _passage(document: Document, page: PageText, span: Span) -> Passage:
    printed = span.of(page.text)
    variants = [each for word in page.words if word.span.overlaps(span) for each in word.variants or ()]
    proposed = [
        each.to
        for each in document.emendations
        if any(isinstance(ink, Ink) and ink.page == page.n and ink.span == span for ink in each.evidence)
    ]
    return Passage(
        record=document.id,
        quote=quoted(page, span),
        span=span,
        line=_line(page, span.start),
        before=page.text[max(0, span.start - STRIP) : span.start],
        behind=page.text[span.end : span.end + STRIP],
        box=page.box_of(span),
        others=tuple(each for each in dict.fromkeys((*proposed, *variants)) if each != printed),
    )


def _line(page: PageText, start: int) -> int:
    return page.text.count("\n", 0, start) + 1
