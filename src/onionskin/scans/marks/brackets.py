"""Square brackets drawn by hand around a passage: a stroke that stands as high as a row of type or higher, with an arm
at its head and one at its foot that point to the passage; and its fellow at the passage's other end.

A typed bracket is lower and its arms are a third as long; the sides of a frame have arms as long as the frame is wide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.scans.marks.ground import Ink, components, inches

_RUN = inches(0.09)
"""Longer than most strokes of a letter that stand upright."""
_BRIDGE = inches(0.05)
_LOWEST = inches(0.115)
"""Height of a stroke that may be a bracket's, and of a bracket between its arms."""
_BETWEEN_ARMS = inches(0.105)
_UPRIGHT = (inches(0.05), 0.08)
"""How wide a stroke may be, or how far a share of its height it may lean."""
_ARM = (inches(0.035), inches(0.135))
"""Length of an arm, from the side of the stroke."""
_ARM_THICK = inches(0.06)
_FAR = inches(0.16)
_REACH = (inches(0.5), inches(0.3))
"""How wide a bracket is with letters that touch it, and how much higher than its stroke."""
_KNOB = inches(0.022)
"""What sticks out from the stroke between its arms, or on its other side, and makes it a letter."""
_SPECK = 3
"""Rows of pixels that a speck takes at most, with those beside it."""
_FOOT = inches(0.045)
"""How near the foot of the stroke its lower arm is."""
_INKED = (0.35, 0.1)
"""Share of the paper beside the stroke that may be dark: towards the passage, where letters touch it, and away from it.
"""
_ALIKE = 0.72
"""How alike the two of a pair are in height."""
ROW, _ROWS = inches(0.3), inches(1.2)
"""Up to which height a bracket takes one row, and how far below the opening one the closing one may then be."""
_NEAREST = inches(0.2)


@dataclass(frozen=True, slots=True)
class Half:
    """One bracket of a pair, by the box of its stroke from arm to arm, in pixels of the ground; `opens` a passage."""

    box: Box
    opens: bool


def halves(ink: Ink) -> list[Half]:
    """All strokes that look like a bracket. Some letters of large type do."""
    labels, found = components(ink)
    return [
        half
        for box, line in _upright(ink)
        for half in _half(ink, box, line)
        if _is_small(half.box, [found[n - 1][0] for n in _numbers(labels, half.box)])
    ]


def _numbers(labels: NDArray[np.int32], box: Box) -> list[int]:
    """Of the ink that lies in a box."""
    return [n for n in np.unique(labels[box.top : box.bottom, box.left : box.right]).tolist() if n]


def _is_small(half: Box, parts: Iterable[Box]) -> bool:
    """Whether no ink that crosses the stroke goes far beyond it, as the frame of a stamp and the rules of a form do."""
    return all(
        part.width <= _REACH[0] and part.height <= half.height + _REACH[1] for part in parts if part.shared(half)
    )


def pairs(found: Sequence[Half]) -> Iterator[tuple[Box, Box]]:
    """Opening and closing brackets that belong together: of like height, in one row, or the second some rows below."""
    closing = [half.box for half in found if not half.opens]
    for opens in sorted((half.box for half in found if half.opens), key=lambda box: (box.top, box.left)):
        fits = [(far, n) for n, box in enumerate(closing) if (far := _apart(opens, box)) is not None]
        if fits:
            yield opens, closing.pop(min(fits)[1])


def _apart(opens: Box, closes: Box) -> tuple[int, int] | None:
    """How far apart two are that may be a pair, those in one row before others."""
    if min(opens.height, closes.height) < _ALIKE * max(opens.height, closes.height):
        return None
    down = (closes.top + closes.bottom - opens.top - opens.bottom) / 2
    across = closes.left - opens.right
    if abs(down) <= max(0.35 * opens.height, _FOOT):
        return (0, across) if across >= _NEAREST else None
    return (1, round(down)) if opens.height <= ROW and 0.8 * opens.height <= down <= _ROWS else None


def _upright(ink: Ink) -> Iterator[tuple[Box, NDArray[np.float64]]]:
    """The strokes that stand, each with its middle as a straight line: columns from the left by rows from the top."""
    thicker = cv2.dilate(ink, np.ones((1, 3), np.uint8))
    runs = cv2.bitwise_and(cv2.morphologyEx(thicker, cv2.MORPH_OPEN, np.ones((_RUN, 1), np.uint8)), ink)
    labels, found = components(np.asarray(cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((_BRIDGE, 3), np.uint8))))
    for n, (box, _) in enumerate(found, 1):
        if box.height >= _LOWEST and box.width <= max(_UPRIGHT[0], _UPRIGHT[1] * box.height + 2):
            own = labels[box.top : box.bottom, box.left : box.right] == n
            rows = np.flatnonzero(own.any(axis=1))
            middle = (own[rows] * np.arange(box.width)).sum(axis=1) / own[rows].sum(axis=1)
            yield box, np.asarray(np.polyfit(rows, middle, 1), np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """How far ink goes on to one side of a stroke, row by row from `top`; `thick` is the stroke itself."""

    top: int
    far: NDArray[np.int64]
    thick: float

    def out(self, least: int) -> list[tuple[int, int, int]]:
        """Where it goes so far beyond the stroke: first and last row, and how far from the stroke's middle."""
        found: list[list[int]] = []
        for row in np.flatnonzero(self.far >= self.thick + least).tolist():
            if found and row - found[-1][1] <= 2:
                found[-1][1] = row
            else:
                found.append([row, row])
        return [(self.top + a, self.top + b, int(self.far[a : b + 1].max())) for a, b in found]


def _side(ink: Ink, box: Box, line: NDArray[np.float64], way: int) -> _Side:
    height, width = ink.shape
    rows = np.arange(max(0, box.top - 5), min(height, box.bottom + 6))
    columns = _middle(box, line, rows)[:, None] + way * np.arange(_FAR)
    there = (columns >= 0) & (columns < width)
    part = np.where(there, ink[rows[:, None], np.clip(columns, 0, width - 1)], 0).astype(np.uint8)
    part = np.asarray(cv2.dilate(part, np.ones((3, 1), np.uint8)))
    part[:, 1:-1] |= part[:, :-2] & part[:, 2:]  # A gap of one pixel breaks nothing.
    part[:, 0] |= part[:, 1]
    far = np.where(part.all(axis=1), _FAR, np.argmin(part, axis=1))
    return _Side(int(rows[0]), far, float(np.median(far)))


def _middle(box: Box, line: NDArray[np.float64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.asarray(np.rint(box.left + np.polyval(line, rows - box.top)), np.int64)


def _half(ink: Ink, box: Box, line: NDArray[np.float64]) -> Iterator[Half]:
    right, left = _side(ink, box, line, 1), _side(ink, box, line, -1)
    for opens, own, other in ((True, right, left), (False, left, right)):
        arms = own.out(_ARM[0])
        low = next((arm for arm in reversed(arms) if abs((arm[0] + arm[1]) / 2 - box.bottom) <= _FOOT), None)
        above = [arm for arm in arms if low and arm[1] < low[0]]
        if low is None or not above:
            continue
        # What stands over the bracket may touch it: its upper arm is the nearest to the lower one.
        top, bottom = (sum(arm[:2]) // 2 for arm in (above[-1], low))
        both = (above[-1], low)
        shortest, thickest = min(arm[2] for arm in both) - own.thick, max(arm[1] - arm[0] for arm in both)
        if bottom - top < _BETWEEN_ARMS or shortest > _ARM[1] or thickest > _ARM_THICK:
            continue
        if _has_knobs(own, other, above[-1], low):
            continue
        inner, outer = (_shade_beside(ink, box, line, (above[-1][1], low[0]), way * (own.thick + 3)) for way in (1, -1))
        if not opens:
            inner, outer = outer, inner
        if inner > _INKED[0] or outer > _INKED[1]:
            continue
        ends = _middle(box, line, np.array([top, bottom]))
        yield Half(Box(max(0, int(ends.min()) - 2), max(0, top - 1), int(ends.max()) + 3, bottom + 2), opens)


def _has_knobs(own: _Side, other: _Side, up: tuple[int, int, int], low: tuple[int, int, int]) -> bool:
    thick = [[knob for knob in side.out(_KNOB) if knob[1] - knob[0] >= _SPECK] for side in (own, other)]
    between = any(knob[0] > up[1] + 1 and knob[1] < low[0] - 1 for knob in thick[0])
    return between or any(knob[1] >= up[0] and knob[0] <= low[1] for knob in thick[1])


def _shade_beside(ink: Ink, box: Box, line: NDArray[np.float64], rows: tuple[int, int], off: float) -> float:
    """How much of the paper between its arms is inked, so far to the right of the stroke's middle, or to the left."""
    between = np.arange(rows[0] + 3, rows[1] - 2)
    if not between.size:
        return 0.0
    columns = _middle(box, line, between)[:, None] + int(off) + (1 if off > 0 else -1) * np.arange(4)
    return float(ink[between[:, None], np.clip(columns, 0, ink.shape[1] - 1)].mean())
