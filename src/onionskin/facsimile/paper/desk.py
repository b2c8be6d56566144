"""The desk: a page half typed, where its characters stand, and what was done to it so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from onionskin.facsimile.ink import Look, TextPage
from onionskin.facsimile.paper.faces import Face, typewritten
from onionskin.facsimile.paper.leaf import DPI, LEGAL, LETTER, Leaf, inches
from onionskin.facsimile.paper.truth import MarkTruth, WordTruth
from onionskin.facsimile.paper.typewriter import Typewriter
from onionskin.record.geometry import Box
from onionskin.record.span import Span

_TOP = inches(0.45)
_ROWS_OF_LETTER = 58
"""More go on legal paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a page is made with: machine, printer's face of stamps, hand; `leading` is rows to the inch, if they fit."""

    machine: Typewriter
    stamps: Face
    hand: Face
    leading: float = 6.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One character of the page's text: its offset, its row, the left edge of its cell, its baseline."""

    at: int
    row: int
    left: float
    baseline: int


@dataclass(slots=True)
class Work:
    """A page on the desk. `boxes` are those of the characters that left ink, by offset."""

    page: TextPage
    text: str
    leaf: Leaf
    desk: Desk
    rng: Random
    cells: list[Cell]
    looks: dict[int, Look]
    boxes: dict[int, Box] = field(default_factory=dict)
    marks: list[MarkTruth] = field(default_factory=list)
    stamped: list[WordTruth] = field(default_factory=list)
    covered: set[int] = field(default_factory=set)

    def box(self, span: Span) -> Box | None:
        """Around the ink of these characters."""
        return Box.around(self.boxes[at] for at in range(span.start, span.end) if at in self.boxes)

    def cover(self, boxes: Iterable[Box]) -> None:
        """The characters on which ink comes to lie: legible before, and maybe not now."""
        over = list(boxes)
        self.covered |= {at for at, box in self.boxes.items() if any(_meet(box, each) for each in over)}

    def rows(self, span: Span) -> Iterator[Span]:
        """The span cut at the ends of lines, blanks at either end left out."""
        start = span.start
        for part in self.text[span.start : span.end].split("\n"):
            inside = len(part) - len(part.lstrip())
            if part.strip():
                yield Span(start + inside, start + inside + len(part.strip()))
            start += len(part) + 1

    def cells_of(self, span: Span) -> list[Cell]:
        """The cells of its characters, blanks without one left out."""
        return [cell for cell in self.cells if span.start <= cell.at < span.end]


def laid_out(page: TextPage, desk: Desk, rng: Random) -> Work:
    """A blank sheet with the place of every character: letter size, or legal where it has more rows."""
    text = typewritten(page.text)
    rows = text.split("\n")
    width, height = LETTER if len(rows) <= _ROWS_OF_LETTER else LEGAL
    room = height - 2 * _TOP
    row_high = min(DPI / desk.leading, room / max(len(rows), 1))
    cell = desk.machine.cell
    widest = max(map(len, rows))
    # A page in twelve pitch is typed further left than one in ten only if its lines are that long.
    left = min(inches(1.1), max(inches(0.3), width - inches(0.4) - widest * cell))
    cells, at = [], 0
    for number, row in enumerate(rows):
        baseline = _TOP + round((number + 1) * row_high)
        for column, letter in enumerate(row):
            if not letter.isspace():
                cells.append(Cell(at + column, number, left + column * cell, baseline))
        at += len(row) + 1
    looks = {at: ink.look for ink in page.inks for at in range(ink.span.start, ink.span.end)}
    return Work(page, text, Leaf.blank(width, height), desk, rng, cells, looks)


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
