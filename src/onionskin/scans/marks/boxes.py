"""Check boxes printed as squares, and whether a hand has ticked them: round letters have no corners, D has two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.scans.marks.ground import Components, Ink, components, cut, inches

_SIDE = (inches(0.06), inches(0.3))
"""How long a square's side is."""
_LARGEST = inches(0.45)
"""Of a square with the tick that goes over its edge."""
_GAP, _WORN = inches(0.03), inches(0.1)
"""What may be missing of a side in one place, where the square is larger than typed letters."""
_SQUARE = 0.72
"""How far width and height may differ."""
_DRAWN, _DRAWN_TICKED = 0.86, 0.95
"""Share of each side that is inked; where the inside is as well, bold type that ran together has up to 0.94."""
_CORNER = 0.6
"""Share of the patch in each corner that is inked: a round letter has none there."""
_PATCH = 9
"""Pixels of it."""
_ONE_OFF = ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1))
_LARGE = inches(0.085)
"""Side from which a square is larger than the bowl of a typed letter."""
_SIDE_COVERS = 0.6
"""Share of a row of pixels that belongs to a side."""
_TICKED = 0.1
"""Share of a box's inside that is inked where it is ticked."""
_INSIDE = 0.22
"""Of the side, from the edge to the inside."""
_LEANS = tuple(float(lean) for lean in (*range(-42, 0, 4), *range(6, 46, 4)))
"""Degrees by which a square may lean; one that leans less is seen as it stands."""
_HOLLOW = 0.3
"""What a square encloses, as a share of its own ink: far more than most letters do."""
_INKED = 100
"""Of 255: what a pixel of a turned square has of the ink of those it lies on, from which it is ink."""
_SPECK = 0.4
"""Share of the inside's height up to which ink that hangs together is a speck of the copy."""


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A box, and whether it is ticked; one that is not `whole` has gaps in its sides."""

    box: Box
    ticked: bool
    whole: bool = True


def squares(ink: Ink) -> Iterator[CheckBox]:
    """Every printed square; last those that stand askew, as on a stamp struck at an angle, and those whose sides a worn
    copy shows with gaps.
    """
    parts = components(ink)
    whole = list(_whole(parts, ink))
    whole += [each for each in _leaning(parts) if not any(each.box.shared(other.box) for other in whole)]
    yield from whole
    along, down = (cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(size, np.uint8)) for size in ((1, _GAP), (_GAP, 1)))
    for each in _whole(components(np.asarray(along | down, np.uint8)), ink):
        if min(each.box.width, each.box.height) >= _WORN and not any(each.box.shared(other.box) for other in whole):
            yield replace(each, whole=False)


def _whole(parts: Components, ink: Ink) -> Iterator[CheckBox]:
    """The squares among the parts; whether each is ticked is seen on the ink as it is."""
    labels, found = parts
    for n, (box, _) in enumerate(found, 1):
        if not _SIDE[0] <= min(box.width, box.height) or max(box.width, box.height) > _LARGEST:
            continue
        if min(box.width, box.height) < 0.5 * max(box.width, box.height):
            continue
        frame, drawn = _frame(_own(labels, box, n))
        if frame is None or drawn < _DRAWN:
            continue
        whole = Box(box.left + frame.left, box.top + frame.top, box.left + frame.right, box.top + frame.bottom)
        ticked = is_ticked(ink, whole)
        if not ticked or drawn >= _DRAWN_TICKED:
            yield CheckBox(box, ticked)


def _leaning(parts: Components) -> Iterator[CheckBox]:
    """The squares that stand askew, larger than typed letters."""
    labels, found = parts
    for n, (box, area) in enumerate(found, 1):
        if min(box.width, box.height) < _LARGE or max(box.width, box.height) > _LARGEST:
            continue
        own = _own(labels, box, n)
        if _filled(own) < (1 + _HOLLOW) * area:
            continue
        drawn, degrees = max((_frame(_turned(own, lean))[1], lean) for lean in _LEANS)
        if drawn < _DRAWN:
            continue
        frame, _ = _frame(_turned(own, degrees))
        if frame and (not (ticked := is_ticked(_turned(own, degrees), frame)) or drawn >= _DRAWN_TICKED):
            yield CheckBox(box, ticked)


def _own(labels: NDArray[np.int32], box: Box, n: int) -> Ink:
    """The pixels of component `n`, which lies in the box."""
    return np.asarray(labels[box.top : box.bottom, box.left : box.right] == n).view(np.uint8)


def _filled(mask: Ink) -> int:
    """How many pixels a component takes with what it encloses."""
    around = cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    cv2.floodFill(around, None, (0, 0), (2,), flags=4)
    return int((around[1:-1, 1:-1] != 2).sum())


def _turned(mask: Ink, degrees: float) -> Ink:
    """A component turned about its middle, on as much paper as it may then take."""
    room = max(mask.shape) // 4 + 1
    around = cv2.copyMakeBorder(mask * 255, room, room, room, room, cv2.BORDER_CONSTANT, value=0)
    height, width = around.shape
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    return (np.asarray(cv2.warpAffine(around, turn, (width, height))) > _INKED).view(np.uint8)


def _frame(mask: Ink) -> tuple[Box | None, float]:
    """The square within a component, a tick over its edge left out, and how much of its faintest side is drawn."""
    rows, columns = _rows(mask), _columns(mask)
    high, wide = mask.shape
    if max(rows[: high // 2].max(), columns[: wide // 2].max()) < 0.5:
        return None, 0.0
    top, bottom = int(rows[: high // 2].argmax()), high - 1 - int(rows[high // 2 :][::-1].argmax())
    left, right = int(columns[: wide // 2].argmax()), wide - 1 - int(columns[wide // 2 :][::-1].argmax())
    # A side is as thick as its pen; its outer edge is the frame's.
    between = _rows(mask[:, left : right + 1])
    top, bottom = _outermost(between, top, -1), _outermost(between, bottom, 1)
    left = _outermost(_columns(mask[top : bottom + 1]), left, -1)
    right = _outermost(_columns(mask[top : bottom + 1]), right, 1)
    across, down = right - left + 1, bottom - top + 1
    if min(across, down) < _SIDE[0] or max(across, down) > _SIDE[1] or min(across, down) < _SQUARE * max(across, down):
        return None, 0.0
    corners = ((top, left), (top, right - 2), (bottom - 2, left), (bottom - 2, right - 2))
    # On a sheet that lies askew a side goes on in the next row of pixels; so do the bowls of typed letters.
    off = 1 if min(across, down) >= _LARGE else 0
    patches = cv2.boxFilter(mask, -1, (3, 3), anchor=(0, 0), normalize=False)
    if min(_in_corner(patches, y, x, off) for y, x in corners) < _CORNER * _PATCH:
        return None, 0.0
    third = slice(left + across // 3, right + 1 - across // 3)
    middle = slice(top + down // 3, bottom + 1 - down // 3)
    beyond = (mask[max(0, top - 2) : top, third], mask[bottom + 1 : bottom + 3, third])
    beside = (mask[middle, max(0, left - 2) : left], mask[middle, right + 1 : right + 3])
    if sum(float(side.mean()) > 0.5 for side in (*beyond, *beside) if side.size) > 1:
        return None, 0.0
    sides = (
        mask[max(0, top - off) : top + 3, left : right + 1].any(axis=0),
        mask[bottom - 2 : bottom + 1 + off, left : right + 1].any(axis=0),
        mask[top : bottom + 1, max(0, left - off) : left + 3].any(axis=1),
        mask[top : bottom + 1, right - 2 : right + 1 + off].any(axis=1),
    )
    return Box(left, top, right + 1, bottom + 1), min(float(side.mean()) for side in sides)


def _rows(mask: Ink) -> NDArray[np.float64]:
    """How much of each row is inked."""
    return np.asarray(cv2.reduce(mask, 1, cv2.REDUCE_AVG, dtype=cv2.CV_64F), np.float64).ravel()


def _columns(mask: Ink) -> NDArray[np.float64]:
    """How much of each column is inked."""
    return np.asarray(cv2.reduce(mask, 0, cv2.REDUCE_AVG, dtype=cv2.CV_64F), np.float64).ravel()


def _in_corner(patches: NDArray[np.uint8], top: int, left: int, off: int) -> int:
    """How many pixels of a corner are inked, of `_PATCH`; that of a sheet askew is a pixel off, one way.

    `patches` has for each pixel the ink of those three by three of which it is the first.
    """
    high, wide = patches.shape[0] - 3, patches.shape[1] - 3
    places = ((top + down * off, left + right * off) for down, right in _ONE_OFF[: 1 + 4 * off])
    return max(int(patches[y, x]) for y, x in places if 0 <= y <= high and 0 <= x <= wide)


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
    if not inside.size or float(inside.mean()) < _TICKED:
        return False
    drawn = sum(area for box, area in components(inside)[1] if max(box.width, box.height) > _SPECK * len(inside))
    return drawn >= _TICKED * inside.size
