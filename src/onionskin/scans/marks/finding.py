"""A page that was read, with the marks on its image: the one door to this package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from onionskin.record.geometry import Box
from onionskin.record.page import STRUCK, MarkKind, PageMark, PageText, Unread, Word
from onionskin.record.span import Span
from onionskin.scans.engine import Look, PageImage
from onionskin.scans.marks.blackouts import blackouts
from onionskin.scans.marks.bracket_notes import Notes
from onionskin.scans.marks.bracket_words import embraces, letter_step, note_over, read_fellows
from onionskin.scans.marks.brackets import halves, pairs
from onionskin.scans.marks.cells import typing
from onionskin.scans.marks.ground import Ground, ground, inches
from onionskin.scans.marks.overtyped import Over, covered
from onionskin.scans.marks.pen import Pen, pen, penned
from onionskin.scans.marks.rows import Rows
from onionskin.scans.marks.strikes import Crossed, crossed
from onionskin.scans.marks.strokes import across
from onionskin.scans.marks.ticking import BOXES, with_boxes
from onionskin.scans.marks.whiteouts import whiteouts

_OWN = 0.5
"""Share of a patch of unread ink that lies in a mark from which on it is the mark's."""
_READ, _LETTERS = 0.8, 3
"""Confidence and letters of a word that nobody could have read under a black-out."""
_OVER = {Over.RULED: MarkKind.STRIKE, Over.TYPED: MarkKind.X_OUT, Over.SCRIBBLED: MarkKind.SCRIBBLE}
_LETTER = inches(0.1)
"""What a letter takes of its line."""
_ENDS = ".,;:!?)]\"'”’。"


def marked(page: PageText, image: PageImage, look: Look | None = None) -> PageText:
    """The page with its `marks`; ink that they explain is no longer `unread`. Boxes are in the image's pixels.

    With `look` what a hand wrote over a bracket is read where no word says it.
    """
    sheet = ground(image.pixels, image.dpi)
    page, marks = with_boxes(page, sheet)
    rows = Rows(page)
    by = pen(sheet, [sheet.near(_letters(word, page.text)) for word in page.words], [len(w.span) for w in page.words])
    notes = _notes(sheet, page, by, image, look) if look else None
    marks = [*marks, *_brackets(sheet, page, rows, by, notes), *_patches(sheet, page, rows)]
    strokes = list(_strokes(sheet, page, rows))
    marks = [*marks, *strokes, *_penned(sheet, page, rows, strokes, by)]
    marks.sort(key=lambda mark: (mark.box.top, mark.box.left))
    return replace(page, marks=tuple(marks), unread=_left(page.unread, marks))


def _patches(sheet: Ground, page: PageText, rows: Rows) -> Iterator[PageMark]:
    """What is covered, black or white. Black-outs are taken off the sheet: nothing else is to be seen in them."""
    read = [word.box for word in page.words if word.confidence >= _READ and len(word.span) >= _LETTERS]
    for box in blackouts(sheet):
        own = sheet.page(box)
        if any(own.shared(word) > _OWN * own.area for word in read):
            continue  # Worn type, or white letters on a printed bar.
        sheet.ink[box.top : box.bottom, box.left : box.right] = 0
        yield _hiding(MarkKind.BLACKOUT, own, rows)
    for box in whiteouts(sheet, [sheet.near(word.box) for word in page.words]):
        yield _hiding(MarkKind.WHITEOUT, sheet.page(box), rows)


def _hiding(kind: MarkKind, own: Box, rows: Rows) -> PageMark:
    return PageMark(kind, own, rows.gap(own), lines=rows.lines(own), words=rows.hidden(own))


def _notes(sheet: Ground, page: PageText, by: Pen | None, image: PageImage, look: Look) -> Notes:
    if by:
        return Notes(sheet, by.ink, (), image, look)
    return Notes(sheet, sheet.ink, [sheet.near(word.box) for word in page.words], image, look)


def _brackets(sheet: Ground, page: PageText, rows: Rows, by: Pen | None, notes: Notes | None) -> Iterator[PageMark]:
    """Passages in brackets drawn by hand, from the first word in them to the last."""
    words = [(sheet.near(word.box), word.span.of(page.text)) for word in page.words]
    step = letter_step(words)
    found = [half for half in halves(sheet.ink) if embraces(half, words, step)]
    if by:
        # What is darker than type is no letter, whatever an engine read there; it may be a check box.
        squares = [box for box, letters in words if letters in BOXES]
        other = [*squares, *(half.box for half in found)]
        found += [half for half in halves(by.ink) if not any(half.box.shared(box) for box in other)]
    for opens, closes in pairs([*found, *read_fellows(found, words)]):
        held = [i for i, (box, _) in enumerate(words) if _lies_between(box, opens, closes)]
        spans = rows.spans(held)
        if spans and (own := Box.around((opens, closes))):
            span = Span(spans[0].start, spans[-1].end)
            note = note_over(opens, words)
            if note is None and notes:
                note = notes.over(opens)
            yield PageMark(MarkKind.BRACKET, sheet.page(own), span, lines=len(spans), words=len(held), note=note)


def _lies_between(word: Box, opens: Box, closes: Box) -> bool:
    """Whether a word is in the passage: behind the opening bracket in its rows, before the closing one in its own.

    A word that was read together with one that stands outside is in it by a letter or more.
    """
    down = (word.top + word.bottom) / 2
    if not min(opens.top, closes.top) <= down <= max(opens.bottom, closes.bottom):
        return False
    before = down <= opens.bottom and word.right - opens.right < _LETTER
    return not before and not (down >= closes.top and closes.left - word.left < _LETTER)


def _strokes(sheet: Ground, page: PageText, rows: Rows) -> Iterator[PageMark]:
    """What runs through words and under them, and what lies over them."""
    words = [sheet.near(_letters(word, page.text)) for word in page.words]
    typed = typing(sheet.ink, words, [len(word.span) for word in page.words])
    strokes = across(sheet.ink)
    over = dict(covered(sheet.ink, words, [word.confidence for word in page.words], typed, strokes))
    for found in crossed(sheet.ink, strokes, words, typed):
        if all(over.get(i, Over.RULED) is Over.RULED for i in (*found.struck, *found.underlined)):
            yield from _mark(found, sheet, rows)
            over = {i: how for i, how in over.items() if i not in found.struck}
    for i, how in over.items():
        yield PageMark(_OVER[how], page.words[i].box, page.words[i].span)


def _penned(
    sheet: Ground, page: PageText, rows: Rows, strokes: Iterable[PageMark], by: Pen | None
) -> Iterator[PageMark]:
    """What a pen struck that is darker than the page's type, as far as it was not found among black letters."""
    words = [sheet.near(_letters(word, page.text)) for word in page.words]
    struck = [mark.span for mark in strokes if mark.kind in STRUCK and mark.span]
    for each in penned(by) if by else ():
        own = sheet.page(each.box)
        which = [i for i, word in enumerate(words) if _runs_through(each.box, word)]
        spans = rows.spans(which)
        for span in spans:
            if not any(span.overlaps(other) for other in struck):
                struck.append(span)
                yield PageMark(each.kind, own, span)
        if not spans:
            yield PageMark(each.kind, own)


def _runs_through(stroke: Box, word: Box) -> bool:
    """Whether the middle of a stroke runs through most of a word."""
    across = min(stroke.right, word.right) - max(stroke.left, word.left)
    return word.top < (stroke.top + stroke.bottom) / 2 < word.bottom and across >= _OWN * word.width


def _mark(found: Crossed, sheet: Ground, rows: Rows) -> Iterator[PageMark]:
    """The mark of a stroke; one for each row of the text that has words on it, where columns stand side by side."""
    half = found.stroke.thick / 2
    box = found.stroke.box
    own = sheet.page(Box(box.left, int(box.top - half), box.right, int(np.ceil(box.bottom + half))))
    kind, which = (MarkKind.STRIKE, found.struck) if found.struck else (MarkKind.UNDERLINE, found.underlined)
    for span in rows.spans(which):
        yield PageMark(kind, own, span)


def _letters(word: Word, text: str) -> Box:
    """A word's box without the stop behind it, which a stroke need not reach."""
    printed = word.span.of(text)
    letters = len(printed.rstrip(_ENDS)) or len(printed)
    right = word.box.left + round(word.box.width * letters / len(printed)) if printed else word.box.right
    return Box(word.box.left, word.box.top, right, word.box.bottom)


def _left(unread: Sequence[Unread] | None, marks: Iterable[PageMark]) -> tuple[Unread, ...] | None:
    if unread is None:
        return None
    boxes = [mark.box for mark in marks]
    return tuple(each for each in unread if not any(each.box.shared(box) > _OWN * each.box.area for box in boxes))
