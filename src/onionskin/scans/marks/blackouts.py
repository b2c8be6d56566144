"""Places blacked out: solid patches with straight edges, where no letter ever was so wide or so thick.

A passage that begins and ends within its rows leaves a patch with steps.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from onionskin.record.geometry import Box
from onionskin.scans.marks.ground import Ground, Ink, components, cut, inches

_SOLID = (inches(0.2), inches(0.1))
"""Wide and high: what is black throughout on so much paper is no letter, however bold."""
_LARGEST = 0.6
"""Share of the sheet's width and height up to which black is a mark, and no photograph or shadow of the glass."""
_HOLE, _ROUND = inches(0.4), 0.8
"""A punch hole's size at most, and how far its width and height may differ."""
_SPECK = inches(0.025)
_EDGE = inches(0.06)
_FULL = 0.9
"""Share of a patch that is black."""
_BAR, _BARS = (inches(0.3), inches(0.1)), 0.85
"""A bar wide and high, and the share of a patch that such bars make up: all of its steps and little of a blot."""
_AROUND = (inches(0.015), inches(0.05))
"""From where to where around a patch the paper is looked at."""
_GOES_ON = 0.45
"""Share of the paper on one side that is black, from which a patch is part of something: worn type, a printed bar."""
_BLACK = 0.4
"""Of the paper's own shade, up to which a pixel is black; ink evened out would be white in the middle of a patch."""


def blackouts(ground: Ground) -> Iterator[Box]:
    """The boxes of the patches, in pixels of the ground."""
    paper = float(np.percentile(ground.shade[::4, ::4], 75))
    black = (cv2.blur(ground.shade, (3, 3)) < _BLACK * paper).astype(np.uint8)
    # White specks of a worn copy do not break a patch.
    closed = cv2.morphologyEx(black, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    solid = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(_SOLID[::-1], np.uint8))
    # Larger ones do; but what is solid without them is looked for first, since bold type has holes of that size.
    solid = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((_SPECK, _SPECK), np.uint8))
    height, width = solid.shape
    labels, found = components(np.asarray(solid, np.uint8))
    for n, (box, area) in enumerate(found, 1):
        at_edge = min(box.left, box.top, width - box.right, height - box.bottom) <= _EDGE
        large = box.width > _LARGEST * width and box.height > _LARGEST * height
        own = np.asarray(labels[box.top : box.bottom, box.left : box.right] == n, np.uint8)
        full = float(cut(black, box)[own > 0].mean()) >= _FULL and _of_bars(own) >= _BARS * area
        if full and not (at_edge or large or _is_hole(closed, box) or _goes_on(closed, box)):
            yield box


def _of_bars(patch: Ink) -> int:
    """How many pixels of it lie in bars."""
    around = cv2.copyMakeBorder(patch, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    return int(cv2.morphologyEx(around, cv2.MORPH_OPEN, np.ones(_BAR[::-1], np.uint8)).sum())


def _goes_on(black: Ink, box: Box) -> bool:
    """Whether the paper on one side of a patch is black as well."""
    near, far = _AROUND
    sides = (
        black[max(0, box.top - far) : max(0, box.top - near), box.left : box.right],
        black[box.bottom + near : box.bottom + far, box.left : box.right],
        black[box.top : box.bottom, max(0, box.left - far) : max(0, box.left - near)],
        black[box.top : box.bottom, box.right + near : box.right + far],
    )
    return any(float(side.mean()) > _GOES_ON for side in sides if side.size)


def _is_hole(black: Ink, box: Box) -> bool:
    """Whether a patch is a punch hole: as wide as it is high through its middle, and white at its corners."""
    if max(box.width, box.height) > 2 * _HOLE:
        return False
    x, y = (box.left + box.right) // 2, (box.top + box.bottom) // 2
    row, column = black[y], black[:, x]
    left, right = _run(row, x)
    top, bottom = _run(column, y)
    wide, high = right - left, bottom - top
    if max(wide, high) > _HOLE or not _ROUND <= wide / high <= 1 / _ROUND:
        return False
    corners = (black[top + high // 12, left + wide // 12], black[bottom - 1 - high // 12, right - 1 - wide // 12])
    return not any(corners)


def _run(line: Ink, at: int) -> tuple[int, int]:
    """From where to where a row or column is black around a place."""
    white = np.flatnonzero(line == 0)
    before, after = white[white < at], white[white > at]
    return (int(before[-1]) + 1 if before.size else 0), (int(after[0]) if after.size else line.size)
