"""Lines set in rows: broken at the right margin, with every value's place kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from onionskin.facsimile.ink import Align, Line, Look, Run
from onionskin.facsimile.surface import Surface

LEAST_HYPHENATED = 8
"""Typists broke long words only."""

_VOWELS = frozenset("aeiouy")
_OF_THE_BLANK = frozenset({Look.PRINTED, Look.TITLE})


@dataclass(frozen=True, slots=True)
class Mark:
    """A value's place within one row, as half-open offsets."""

    start: int
    end: int
    field: str
    item: int
    look: Look


@dataclass(frozen=True, slots=True)
class Row:
    """One row of type. `pad` is the columns before it; `broken` rows go on with the line of the row before."""

    text: str
    marks: tuple[Mark, ...] = ()
    pad: int = 0
    broken: bool = False


def set_line(line: Line, surface: Surface) -> tuple[Row, ...]:
    """The rows of one line, its insertion above the row with the slash."""
    text, marks = _struck_off(line.runs, surface)
    rows = []
    for cut in _cuts(text, line, surface):
        piece = text[cut.start : cut.stop].rstrip(" ") + ("-" if cut.hyphen else "")
        broken = cut.start > 0
        inked = tuple(_within(marks, cut, len(piece)))
        rows.append(Row(piece, inked, _pad(line, piece, surface, broken=broken), broken))
    if line.above:
        over, over_marks = _struck_off(line.above, surface)
        at = 0 if surface.reflowed else next((n for n, row in enumerate(rows) if "/" in row.text), 0)
        column = rows[at].pad + max(rows[at].text.find("/"), 0)
        room = max(surface.columns - len(over), 0)
        rows.insert(at, Row(over, over_marks, min(column, room) if surface.placed else 0))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Cut:
    """The part of a line that goes in one row; `hyphen` where it ends within a word."""

    start: int
    stop: int
    hyphen: bool = False


def _struck_off(runs: Iterable[Run], surface: Surface) -> tuple[str, tuple[Mark, ...]]:
    """The runs as one string: neighbours of one look share one pair of signs."""
    text, marks = "", []
    for look, alike in groupby(runs, key=lambda run: run.look):
        before, after = surface.signs(look)
        text += before
        for run in alike:
            if run.field or (surface.prints and look in _OF_THE_BLANK):
                marks.append(Mark(len(text), len(text) + len(run.text), run.field, run.item, look))
            text += run.text
        text += after
    return text, tuple(marks)


def _cuts(text: str, line: Line, surface: Surface) -> Iterator[_Cut]:
    start, room = 0, surface.columns - line.indent
    while len(text) - start > room:
        space = text.rfind(" ", start + 1, start + room + 1)
        if space < 0 and surface.footed:
            # A word longer than the sheet is wide goes on below; one row as long would make all others small.
            yield _Cut(start, start + room)
            start, room = start + room, surface.columns - line.hang
            continue
        if space < 0:
            space = text.find(" ", start + room)
        if space < 0:
            break
        word_end = text.find(" ", space + 1)
        word = text[space + 1 : word_end if word_end >= 0 else len(text)]
        kept = _before_hyphen(word, start + room - space - 2) if surface.hyphens and not surface.reflowed else 0
        if kept:
            yield _Cut(start, space + 1 + kept, hyphen=True)
            start = space + 1 + kept
        else:
            yield _Cut(start, space)
            start = space + 1
        room = surface.columns - line.hang
    yield _Cut(start, len(text))


def _before_hyphen(word: str, room: int) -> int:
    """How many letters stay before the hyphen: as many as fit, before a syllable; none where no word is broken."""
    letters = word.rstrip(".,;:")
    if len(letters) < LEAST_HYPHENATED or not (letters.isascii() and letters.isalpha() and letters.islower()):
        return 0
    fits = range(min(room, len(letters) - 3), 2, -1)
    return next((n for n in fits if [letter in _VOWELS for letter in letters[n - 1 : n + 2]] == [True, False, True]), 0)


def _within(marks: tuple[Mark, ...], cut: _Cut, length: int) -> Iterator[Mark]:
    end_of_type = cut.start + length - (1 if cut.hyphen else 0)
    for mark in marks:
        start, end = max(mark.start, cut.start), min(mark.end, end_of_type)
        if start < end:
            # The hyphen belongs to the value whose word it breaks.
            more = 1 if cut.hyphen and end == end_of_type else 0
            yield Mark(start - cut.start, end - cut.start + more, mark.field, mark.item, mark.look)


def _pad(line: Line, piece: str, surface: Surface, *, broken: bool) -> int:
    if not surface.placed:
        return 0
    spare = max(surface.columns - len(piece), 0)
    if line.align is Align.LEFT:
        return line.hang if broken else line.indent
    return spare // 2 if line.align is Align.CENTRE else spare
