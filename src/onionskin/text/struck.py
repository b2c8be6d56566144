"""Words that the image shows struck, known by their style as those that a transcriber marked are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onionskin.record.page import STRUCK
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Style, Styled


def strike(text: CleanText) -> CleanText:
    """The text with the words under a page's strikes styled as struck; the characters stay as they are."""
    struck = tuple(
        Span(text.scroll.offset(page.n, mark.span.start), text.scroll.offset(page.n, mark.span.end))
        for page in text.scroll.pages
        for mark in page.marks or ()
        if mark.kind in STRUCK and mark.span
    )
    if not struck:
        return text
    found = (Styled(span, Style.STRUCK) for raw in struck for span in _clean(text, raw))
    # Not a set: of two styles on one span the order would be another in every run.
    each_once = dict.fromkeys((*text.styles, *found))
    return replace(text, styles=tuple(sorted(each_once, key=lambda styled: styled.span)))


def _clean(text: CleanText, raw: Span) -> Iterator[Span]:
    """Where raw characters stand in the clean text, piece by piece; neighbours joined."""
    start = end = -1
    for piece in text.map.pieces:
        if not Span(piece.raw, piece.raw_end).overlaps(raw):
            continue
        by = piece.clean - piece.raw
        first = max(piece.clean, raw.start + by) if piece.exact else piece.clean
        last = min(piece.clean_end, raw.end + by) if piece.exact else piece.clean_end
        if first != end:
            if start >= 0:
                yield Span(start, end)
            start = first
        end = last
    if start >= 0:
        yield Span(start, end)
