"""Words typed over with X's, ruled through twice or scribbled over, by how their cells are filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

import cv2
import numpy as np

from onionskin.record.geometry import Box
from onionskin.scans.marks.cells import Typing, typed_over
from onionskin.scans.marks.ground import Ink, components, cut, inches
from onionskin.scans.marks.strokes import Stroke

_TYPED_OVER = 1.35
_SCRIBBLED = 1.35
"""Ink of a word that is typed over or scribbled over, beside that of the usual word."""
_RULED, _THROUGH = 1.5, 0.97
"""Ink of a word with two strokes through it, beside the usual word's, and the share of its width that they cover."""
_CLOSED = 0.95
_FEWEST_CELLS, _CELLS = 3, 4
"""Of a word that is ruled through, and of one that is typed or scribbled over."""
_SURE = 0.95
_WHOLE, _HIGH = 0.92, 0.55
"""Shares of a word's width and height that one scrawl takes."""
_AROUND = inches(0.03)


class Over(Enum):
    """What is over a word."""

    TYPED = "typed"
    RULED = "ruled"
    SCRIBBLED = "scribbled"


def covered(
    ink: Ink, words: Sequence[Box], sure: Sequence[float], typed: Typing | None, strokes: Sequence[Stroke]
) -> Iterator[tuple[int, Over]]:
    """The words typed over or scribbled over, by their places in the sequence given; a worn page has none.

    `sure` is how sure the engine is of each: of a word under X's or a scrawl it never is.
    """
    if typed is None or typed.worn:
        return
    for i, word in enumerate(words):
        if typed.cells[i] < _FEWEST_CELLS:
            continue
        if typed.dark[i] >= _RULED and typed.closed[i] >= _CLOSED and _is_ruled(ink, word, strokes):
            yield i, Over.RULED
        elif sure[i] > _SURE or typed.cells[i] < _CELLS:
            continue
        elif typed.dark[i] >= _TYPED_OVER and typed_over(ink, word, typed.step):
            yield i, Over.TYPED
        elif typed.dark[i] >= _SCRIBBLED and typed.closed[i] >= _CLOSED and _is_scribbled(ink, word, strokes):
            yield i, Over.SCRIBBLED


def _is_ruled(ink: Ink, word: Box, strokes: Sequence[Stroke]) -> bool:
    """Whether ink runs straight through a word from end to end and is no single stroke: two that touch are a bar."""
    if any(_along(stroke, word) for stroke in strokes):
        return False
    high = word.height // 5
    middle = cut(ink, Box(word.left, word.top + high, word.right, word.bottom - high))
    if not middle.size:
        return False
    # A stroke that leans is in one row of as many as it climbs.
    rows = cv2.dilate(middle, np.ones((5, 1), np.uint8)).mean(axis=1)
    return float(rows.max()) >= _THROUGH


def _is_scribbled(ink: Ink, word: Box, strokes: Sequence[Stroke]) -> bool:
    """Whether one scrawl goes up and down through all of a word that no straight stroke runs along."""
    near = Box(
        max(0, word.left - _AROUND),
        max(0, word.top - _AROUND),
        min(ink.shape[1], word.right + _AROUND),
        min(ink.shape[0], word.bottom + _AROUND),
    )
    if any(_along(stroke, word) for stroke in strokes):
        return False
    marks = components(np.ascontiguousarray(cut(ink, near)))[1]
    widest = max((box for box, _ in marks), key=lambda box: box.width, default=None)
    return widest is not None and widest.width >= _WHOLE * word.width and widest.height >= _HIGH * word.height


def _along(stroke: Stroke, word: Box) -> bool:
    """Whether a straight stroke runs along most of a word, through it or under it."""
    shared = min(stroke.box.right, word.right) - max(stroke.box.left, word.left)
    level = stroke.box.top <= word.bottom + _AROUND and stroke.box.bottom >= word.top
    return level and shared > 0.7 * word.width
