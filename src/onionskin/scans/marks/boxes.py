"""Check boxes printed as squares, and whether a hand has ticked them: round letters have no corners, D has two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.scans.marks.ground import Ink, components, cut, inches

_SIDE = (inches(0.06), inches(0.3))
"""How long a square's side is."""
_LARGEST = inches(0.45)
"""Of a square with the tick that goes over its edge."""
_SQUARE = 0.72
"""How far width and height may differ."""
_DRAWN = 0.86
"""Share of each side that is inked."""
_CORNER = 0.6
"""Share of the patch in each corner that is inked: a round letter has none there."""
_SIDE_COVERS = 0.6
"""Share of a row of pixels that belongs to a side."""
_TICKED = 0.1
"""Share of a box's inside that is inked where it is ticked."""
_INSIDE = 0.22
"""Of the side, from the edge to the inside."""


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A box, and whether it is ticked."""

    box: Box
    ticked: bool


def squares(ink: Ink) -> Iterator[CheckBox]:
    """Every printed square."""
    labels, found = components(ink)
    for n, (box, _) in enumerate(found, 1):
        if not _SIDE[0] <= min(box.width, box.height) or max(box.width, box.height) > _LARGEST:
            continue
        if min(box.width, box.height) < 0.5 * max(box.width, box.height):
            continue
        mask = labels[box.top : box.bottom, box.left : box.right] == n
        frame, drawn = _frame(mask)
        if frame is None or drawn < _DRAWN:
            continue
        whole = Box(box.left + frame.left, box.top + frame.top, box.left + frame.right, box.top + frame.bottom)
        yield CheckBox(box, is_ticked(ink, whole))


def _frame(mask: NDArray[np.bool_]) -> tuple[Box | None, float]:
    """The square within a component, a tick over its edge left out, and how much of its faintest side is drawn."""
    rows, columns = mask.mean(axis=1), mask.mean(axis=0)
    high, wide = mask.shape
    if max(rows[: high // 2].max(), columns[: wide // 2].max()) < 0.5:
        return None, 0.0
    top, bottom = int(rows[: high // 2].argmax()), high - 1 - int(rows[high // 2 :][::-1].argmax())
    left, right = int(columns[: wide // 2].argmax()), wide - 1 - int(columns[wide // 2 :][::-1].argmax())
    # A side is as thick as its pen; its outer edge is the frame's.
    top = _outermost(mask[:, left : right + 1].mean(axis=1), top, -1)
    bottom = _outermost(mask[:, left : right + 1].mean(axis=1), bottom, 1)
    left = _outermost(mask[top : bottom + 1].mean(axis=0), left, -1)
    right = _outermost(mask[top : bottom + 1].mean(axis=0), right, 1)
    across, down = right - left + 1, bottom - top + 1
    if min(across, down) < _SIDE[0] or max(across, down) > _SIDE[1] or min(across, down) < _SQUARE * max(across, down):
        return None, 0.0
    corners = ((top, left), (top, right - 2), (bottom - 2, left), (bottom - 2, right - 2))
    if min(float(mask[y : y + 3, x : x + 3].mean()) for y, x in corners) < _CORNER:
        return None, 0.0
    third = slice(left + across // 3, right + 1 - across // 3)
    middle = slice(top + down // 3, bottom + 1 - down // 3)
    beyond = (mask[max(0, top - 2) : top, third], mask[bottom + 1 : bottom + 3, third])
    beside = (mask[middle, max(0, left - 2) : left], mask[middle, right + 1 : right + 3])
    if sum(float(side.mean()) > 0.5 for side in (*beyond, *beside) if side.size) > 1:
        return None, 0.0
    sides = (
        mask[top : top + 3, left : right + 1].any(axis=0),
        mask[bottom - 2 : bottom + 1, left : right + 1].any(axis=0),
        mask[top : bottom + 1, left : left + 3].any(axis=1),
        mask[top : bottom + 1, right - 2 : right + 1].any(axis=1),
    )
    return Box(left, top, right + 1, bottom + 1), min(float(side.mean()) for side in sides)


def _outermost(covered: NDArray[np.float64], start: int, step: int) -> int:
    """The last row or column from `start` outwards that a side still covers."""
    at = start
    while 0 <= at + step < covered.size and covered[at + step] >= _SIDE_COVERS:
        at += step
    return at


def is_ticked(ink: Ink, frame: Box) -> bool:
    """Whether there is ink in the middle of a square, or between two brackets."""
    by_x, by_y = max(2, round(_INSIDE * frame.width)), max(2, round(_INSIDE * frame.height))
    inside = cut(ink, Box(frame.left + by_x, frame.top + by_y, frame.right - by_x, frame.bottom - by_y))
    return bool(inside.size) and float(inside.mean()) >= _TICKED
