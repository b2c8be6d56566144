"""A page of rows as type on a sheet: which face each word is set in, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from onionskin.facsimile.ink import Ink, Look, TextPage
from onionskin.facsimile.paper.faces import BOXES
from onionskin.facsimile.press.letters import CELL, Type, width
from onionskin.facsimile.running_text import EXCISED
from onionskin.facsimile.surface import FORM

SHEET = (612.0, 792.0)
"""Width and height of letter paper, in points."""

_SIZE, _ROW = 12.0, 12.0
"""Of pica type, and from one row to the next: ten letters and six rows to the inch."""
_TOP = 42.0
_EDGE = 24.0
"""White at the sheet's edges, at least."""


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: `size` in points; `struck` has a line through it."""

    face: Type = Type.TYPEWRITER
    size: float = _SIZE
    struck: bool = False
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one style on one row: the left end of their baseline in points from the sheet's lower left corner.

    `wide` is what they take up, `stretch` how much of their own width that is.
    """

    text: str
    style: Style
    left: float
    baseline: float
    wide: float
    stretch: float = 1.0


_TYPED = Style()
_PRINT = Style(Type.PRINT, 9.5)
_STAMP = Style(Type.PRINT, 9.0)
_LOOKS = {Look.PRINTED: _PRINT, Look.TITLE: Style(Type.PRINT_BOLD, 16.0), Look.HAND: Style(Type.HAND, 14.0)}
_FIELDS = {
    "marking": Style(Type.TYPEWRITER_BOLD),
    "stamp": _STAMP,
    "furniture.form": _PRINT,
    "furniture.notice": _PRINT,
    "letterhead": Style(Type.PRINT_BOLD, 11.0),
}
"""By the field or what it begins with; all others are typed."""
_IN_CELLS = frozenset({Type.TYPEWRITER, Type.TYPEWRITER_BOLD, Type.BOXES})
"""Faces of which every letter has its cell; the words of others follow one another."""
_SPACE = 0.5


def set_words(page: TextPage) -> Iterator[Words]:
    """The words of a page in reading order. A page of more rows than the sheet has is set closer."""
    rows = page.text.split("\n")
    high = min(_ROW, (SHEET[1] - 2 * _TOP) / max(len(rows), 1))
    widest = max(map(len, rows), default=0)
    cell = min(CELL * _SIZE, (SHEET[0] - 2 * _EDGE) / max(widest, 1))
    measure = max(FORM.columns, widest)
    margin = (SHEET[0] - measure * cell) / 2
    styles = _styles(page)
    at = 0
    for number, row in enumerate(rows):
        baseline = SHEET[1] - _TOP - (number + 1) * high
        yield from _set_row(row, styles[at : at + len(row)], _Measure(margin, cell, measure, baseline))
        at += len(row) + 1


@dataclass(frozen=True, slots=True)
class _Measure:
    """A row's place: its left margin, the width of a cell, how many there are."""

    margin: float
    cell: float
    columns: int
    baseline: float


def _styles(page: TextPage) -> list[Style]:
    """One for each character of the page's text."""
    styles = [_TYPED] * len(page.text)
    for ink in page.inks:
        if ink.field.startswith("stamp."):
            # The words between a stamp's values are cut in the same rubber.
            start = page.text.rfind("\n", 0, ink.span.start) + 1
            end = page.text.find("\n", ink.span.end)
            for at in range(start, end if end >= 0 else len(styles)):
                styles[at] = _STAMP if styles[at] == _TYPED else styles[at]
        styles[ink.span.start : ink.span.end] = [_style(ink)] * len(ink.span)
    for at, letter in enumerate(page.text):
        if letter in BOXES:
            styles[at] = Style(Type.BOXES)
    return styles


def _style(ink: Ink) -> Style:
    style = _LOOKS.get(ink.look) or _FIELDS.get(ink.field) or _FIELDS.get(ink.field.split(".")[0]) or _TYPED
    gone = ink.field.removeprefix(f"{EXCISED}.") if ink.field.startswith(EXCISED) else ""
    struck = ink.look is Look.STRUCK and not ink.field.endswith("x-out")
    return Style(style.face, style.size, struck, "" if struck else gone)


def _set_row(row: str, styles: list[Style], place: _Measure) -> Iterator[Words]:
    """Typed words in their cells; print at the beginning, the middle or the end of its own, as the row stands."""
    column, pieces = 0, list[tuple[int, str, Style]]()
    for style, letters in groupby(zip(row, styles, strict=True), key=lambda each: each[1]):
        text = "".join(letter for letter, _ in letters)
        if text.strip():
            inside = len(text) - len(text.lstrip())
            pieces.append((column + inside, text.strip(), style))
        column += len(text)
    free, flows = 0.0, any(style == _STAMP for _, _, style in pieces)
    for start, text, style in pieces:
        cells = len(text) * place.cell
        left = place.margin + start * place.cell
        own = width(text, style.face, style.size)
        if flows and free:
            left = free
        elif style.face in _IN_CELLS:
            yield Words(text, style, left, place.baseline, cells, cells / own)
            continue
        after = place.columns - start - len(text)
        if len(pieces) == 1 and start and abs(start - after) <= 1:
            left += (cells - own) / 2
        elif len(pieces) == 1 and start and not after:
            left += cells - own
        left = max(left, free)
        free = left + own + style.size * _SPACE
        yield Words(text, style, left, place.baseline, own)
