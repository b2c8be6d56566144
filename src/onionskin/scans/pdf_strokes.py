"""Words that a PDF draws a line through: struck, though their letters are whole and no image shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageMark, PageText, Word
from onionskin.record.span import Span
from onionskin.scans.pdf_layer import Places

_THICK = 0.25
"""Of a word's height: what is thicker is a bar that hides it, or a ruled cell."""
_THROUGH = (0.3, 0.8)
"""Where a stroke through a word lies in its box, from the top down; the line under it lies lower, a cell's higher."""
_MOST = 0.6
"""Of a word's width under the stroke, from which the word is struck."""
_FORM_DEPTH = 5


def struck_words(page: pdfium.PdfPage, text: PageText) -> tuple[PageMark, ...]:
    """One mark for each run of neighbours under one stroke, from the top down; boxes in pixels of the page as drawn."""
    strokes = list(_strokes(page, text.width or 0, text.height or 0))
    if not strokes:
        return ()
    marks = [mark for stroke in strokes for mark in _marks(stroke, text.words)]
    return tuple(sorted(dict.fromkeys(marks), key=lambda mark: (mark.box.top, mark.box.left)))


def _strokes(page: pdfium.PdfPage, width: int, height: int) -> Iterator[Box]:
    """Every path that lies flat and is wider than high: lines drawn, and thin bars filled."""
    places = Places(page, width, height)
    for path in page.get_objects([pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=_FORM_DEPTH):
        ends = dict(zip(("left", "bottom", "right", "top"), path.get_bounds(), strict=True))
        left, top, right, bottom = places.of(pdfium_c.FS_RECTF(**ends))
        if right - left > 2 * (bottom - top) and right > 0 and bottom > 0:
            yield Box(max(0, round(left)), max(0, round(top)), round(right), max(round(bottom), round(top) + 1))


def _marks(stroke: Box, words: Sequence[Word]) -> Iterator[PageMark]:
    run: list[Word] = []
    for word in words:
        if _is_through(stroke, word.box):
            run.append(word)
        elif run:
            yield PageMark(MarkKind.STRIKE, stroke, Span(run[0].span.start, run[-1].span.end))
            run = []
    if run:
        yield PageMark(MarkKind.STRIKE, stroke, Span(run[0].span.start, run[-1].span.end))


def _is_through(stroke: Box, word: Box) -> bool:
    high = max(word.height, 1)
    middle = (stroke.top + stroke.bottom) / 2
    if stroke.height > _THICK * high or not _THROUGH[0] <= (middle - word.top) / high <= _THROUGH[1]:
        return False
    return min(stroke.right, word.right) - max(stroke.left, word.left) >= _MOST * word.width
