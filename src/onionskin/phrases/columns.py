"""Columns set by gaps: which part of a line stands under which label of a line above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.phrases.labels import Labelled
from onionskin.record.span import Span
from onionskin.text.clean import Line

CELL = re.compile(r"\S(?:\s{0,2}\S+)*")
"""A run of words that no gap of three blanks parts."""
DRIFT = 4
"""Characters by which a cell may begin left of the label it stands under."""

Bounds = tuple[int, int | None]
"""The first column of characters, and the one behind the last; None where the column is the line's last."""


def bounds_of(label: Labelled, line: Line, labels: Sequence[Labelled]) -> Bounds:
    """The column that a label on `line` heads: from itself to the next label there. The first label's begins at 0."""
    starts = sorted(other.label.start - line.span.start for other in labels if other.line == label.line)
    own = label.label.start - line.span.start
    after = next((s for s in starts if s > own), None)
    return (own if starts and own > starts[0] else 0, after)


def cells(line: Line, bounds: Bounds = (0, None)) -> Iterator[Span]:
    """The cells of a line that begin inside a column, as spans of the text of the line."""
    yield from (cell.shifted(line.span.start) for cell in cells_in(line.text, bounds))


def cells_in(words: str, bounds: Bounds) -> Iterator[Span]:
    """The same of the words of one line, as spans of them."""
    left, right = bounds
    for m in CELL.finditer(words):
        if m.start() >= left - DRIFT * bool(left) and (right is None or m.start() < right - DRIFT):
            yield Span(*m.span())


def under(line: Line, bounds: Bounds) -> Span | None:
    """What of a line stands in a column, None where nothing does."""
    inside = list(cells(line, bounds))
    return Span(inside[0].start, inside[-1].end) if inside else None
