"""Type on a page: runs with a meaning, the lines they stand in, and the ink they leave behind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.span import Span


class Look(StrEnum):
    """How a run was put on the paper; each surface shows it in its own signs, or cannot show it.

    `PRINTED` is the blank's own print, `TITLE` its large type: they were there before anybody typed.
    """

    TYPED = "typed"
    STRUCK = "struck"
    HAND = "hand"
    PRINTED = "printed"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of type within one line that means one thing.

    `field` names the value it prints: a field of the record (`number`), or the part of a mark (`marking.level`,
    `stamp.date`, `form_box`); it is empty for the form's own words, and begins with `furniture` for what is no part of
    the text (page numbers, catchwords). `item` counts the elements of a list from 0.
    """

    text: str
    field: str = ""
    item: int = 0
    look: Look = Look.TYPED


class Align(StrEnum):
    """Where a line stands between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the typist meant it; a long one is broken at the right margin.

    `indent` is the columns before its first row, `hang` before the rows that follow. `above` is an insertion: words
    typed over the row, which go in at the row's first slash.
    """

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    indent: int = 0
    hang: int = 0
    above: tuple[Run, ...] = ()


Block = tuple[Line, ...]
"""Lines that stand close together; an empty row stands between blocks."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Where one value stands: `page.text[span.start:span.end] == text`, always.

    A value broken by the margin is one ink with the line breaks inside; one broken by a page turn is two inks.
    """

    field: str
    item: int
    span: Span
    text: str
    look: Look = Look.TYPED


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page as text, numbered from 1 within its paper, and every value on it in reading order."""

    n: int
    text: str
    inks: tuple[Ink, ...]

    def of(self, field: str) -> tuple[Ink, ...]:
        """The inks of one field, in reading order."""
        return tuple(ink for ink in self.inks if ink.field == field)


def line(*parts: str | Run, align: Align = Align.LEFT, indent: int = 0, hang: int = 0) -> Line:
    """A line of the form's own words and of values: `line("NO: ", Run("1359", "number"))`."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return Line(tuple(run for run in runs if run.text), align, indent, hang)


def blank(words: str, look: Look = Look.PRINTED) -> Run:
    """Words that the printer of the blank put there: `INDICATE: `."""
    return Run(words, look=look)


def centred(*parts: str | Run) -> Line:
    """A line in the middle of the page."""
    return line(*parts, align=Align.CENTRE)


def at_right(*parts: str | Run) -> Line:
    """A line against the right margin."""
    return line(*parts, align=Align.RIGHT)


def block(*lines: Line | None) -> tuple[Block, ...]:
    """One block of the lines that are there; none at all when every line is missing or empty."""
    there = tuple(each for each in lines if each is not None and each.runs)
    return (there,) if there else ()


def listed(values: tuple[str, ...], field: str, between: str = ", ") -> tuple[Run, ...]:
    """The elements of a list field on one line, each an ink of its own."""
    runs: list[Run] = []
    for item, value in enumerate(values):
        runs += [Run(between), Run(value, field, item)] if item else [Run(value, field, item)]
    return tuple(runs)
