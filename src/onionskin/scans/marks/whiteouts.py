"""Passages covered with white: where rows of type would stand the paper is bare, and around it runs the thin edge of
tape or paper that a copier shows.

An edge is paler and thinner than a rule, often broken, and only one of its sides need be seen beside the upper and the
lower one. The cells of a printed form look the same; but their sides go on to the next cell, and no running text
stands where they end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.scans.marks.ground import Ground, components, cut, inches
from onionskin.scans.preparation import Pixels

Response = NDArray[np.uint8]
"""How much darker each pixel is than the paper on both sides of it, of 255."""

_BESIDE = 2
"""Pixels from an edge's middle to the paper beside it."""
_DARKEST = 40
"""More than so much darker counts as so much: a dark speck is no longer than a pale one."""
_ALONG, _UP = inches(0.125), inches(0.1)
"""Over which length an edge is told from the grain of the paper, lying and standing."""
_PALEST, _GRAINS = 5.0, 8.0
"""How much darker than the grain an edge is on the mean: so much of 255, and so many times what the grain varies."""
_BREAK, _WHOLE_BREAK = inches(0.1), inches(1.0)
"""What may be missing of an edge: of one piece, and between pieces that lie on one line."""
_SHORTEST, _DRAWN = inches(0.3), 0.4
"""Length of an edge, and the share of it that is seen."""
_HIGH = (inches(0.07), inches(2.5))
"""From the upper to the lower edge: of tape over a row, of paper over a paragraph."""
_APART = inches(0.45)
"""From one such piece to the next, where a row between them is covered as well."""
_LEVEL = 0.02
"""How far an edge may lean."""
_ALIKE = 0.55
"""Share of the longer one's length along which two edges lie over one another."""
_CORNER = inches(0.06)
_SIDE, _RULED = 0.6, 0.85
"""Share of a row's height that its side is seen, and that a rule would be seen, which is no stem of a letter."""
_LOST = inches(0.3)
"""What may be missing of an edge between its end and the side."""
_BEYOND = inches(0.14)
"""A side that goes on so far beyond the patch is a rule's."""
_BARE = 0.02
"""Share of the patch that may be dark."""
_INSIDE = inches(0.02)
_LOOSE, _INTO = 0.2, 0.3
"""Share of a word's height by which its box may be too high on each side; and of it or of a patch that both may share.
"""
_NEXT, _NEXT_ROW = inches(0.4), inches(0.45)
"""How near a word stands in the patch's own row, and a row of words above it and below it."""
_UNDER = 0.4
"""Share of the patch's width that those rows take."""


@dataclass(frozen=True, slots=True, eq=False)
class _Edges:
    """What may be an edge: lying ones by their boxes, standing ones as a mask."""

    lying: list[Box]
    standing: NDArray[np.bool_]


def whiteouts(ground: Ground, words: Sequence[Box]) -> list[Box]:
    """The boxes of the patches, in pixels of the ground, as those of the page's `words` are."""
    edges = _edges(ground, words)
    rows = [row for row in _rows(edges) if _is_bare(ground, row, words)]
    return [patch for patch in _joined(rows, words) if _ends(edges, patch) and _is_in_text(patch, words)]


def _edges(ground: Ground, words: Sequence[Box]) -> _Edges:
    shade = ground.shade
    free = np.ones(shade.shape, np.uint8)
    letters = cv2.dilate(ground.ink, np.ones((5, 5), np.uint8))
    for box in words:
        # Engines draw their boxes wide: an edge close under a row lies in them, and is no letter.
        wide = Box(max(0, box.left - _BESIDE), max(0, box.top - _BESIDE), box.right + _BESIDE, box.bottom + _BESIDE)
        cut(free, wide)[:] = 1 - cut(letters, wide)
        body = round(_LOOSE * box.height)
        free[box.top + body : box.bottom - body, box.left : box.right] = 0
    lying = _seen(_darker(shade, 0), free, (1, _ALONG))
    joined = cv2.morphologyEx(lying.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, _BREAK), np.uint8))
    pieces = [box for box, _ in components(np.asarray(joined, np.uint8))[1] if _is_level(box, box.width)]
    return _Edges(_lines(pieces), _seen(_darker(shade, 1), free, (_UP, 1)))


def _is_level(box: Box, width: int) -> bool:
    return width >= _ALONG and box.height <= _CORNER / 2 + _LEVEL * width


def _lines(pieces: Sequence[Box]) -> list[Box]:
    """Pieces that lie on one line as one edge; those of which enough is seen, from the top."""
    lines: list[list[Box]] = []
    for piece in sorted(pieces, key=lambda box: box.left):
        best = min(
            (line for line in lines if _goes_on(line[-1], piece)),
            key=lambda line: piece.left - line[-1].right,
            default=None,
        )
        if best is None:
            lines.append([piece])
        else:
            best.append(piece)
    whole = [(Box.around(line) or line[0], sum(piece.width for piece in line)) for line in lines]
    seen = (box for box, drawn in whole if box.width >= _SHORTEST and drawn >= _DRAWN * box.width)
    return sorted(seen, key=lambda box: box.top)


def _goes_on(piece: Box, after: Box) -> bool:
    apart = after.left - piece.right
    drop = abs((after.top + after.bottom) - (piece.top + piece.bottom)) / 2
    return -_BREAK <= apart <= _WHOLE_BREAK and drop <= _BESIDE + _LEVEL * max(0, after.right - piece.left) / 2


def _darker(shade: Pixels, axis: int) -> Response:
    """Against the paper above and below, or left and right."""
    paper = np.minimum(np.roll(shade, _BESIDE, axis), np.roll(shade, -_BESIDE, axis))
    darker = np.minimum(cv2.subtract(paper, shade), _DARKEST)
    # An edge that leans goes on in the next row of pixels.
    return np.asarray(cv2.dilate(darker, np.ones((3, 1) if axis == 0 else (1, 3), np.uint8)), np.uint8)


def _seen(darker: Response, free: NDArray[np.uint8], along: tuple[int, int]) -> NDArray[np.bool_]:
    """Where the paper, outside of all words, is darker for so long than its grain is."""
    mean = cv2.blur((darker * free).astype(np.float32), along[::-1])
    grain = mean[::3, ::3][free[::3, ::3] > 0]
    usual = float(np.median(grain)) if grain.size else 0.0
    varies = float(np.median(np.abs(grain - usual))) if grain.size else 0.0
    return np.asarray((mean > usual + max(_PALEST, _GRAINS * varies)) & (free > 0), np.bool_)


def _rows(edges: _Edges) -> Iterator[Box]:
    """Between an upper and a lower edge as far apart as a row is high, with a side at one end at least."""
    for upper in edges.lying:
        for lower in edges.lying:
            left, right = max(upper.left, lower.left), min(upper.right, lower.right)
            between = lower.top - upper.bottom
            if not _HIGH[0] <= between <= _HIGH[1] or right - left < _ALIKE * max(upper.width, lower.width):
                continue
            row = Box(min(upper.left, lower.left), upper.top, max(upper.right, lower.right), lower.bottom)
            starts = _side(edges, row, row.left - _LOST, left + _CORNER)
            ends = _side(edges, row, right - _CORNER, row.right + _LOST)
            if starts is not None or ends is not None:
                yield Box(
                    row.left if starts is None else starts, row.top, row.right if ends is None else ends, row.bottom
                )


def _side(edges: _Edges, row: Box, left: int, right: int, seen: float = _SIDE) -> int | None:
    """The column at which an edge stands for so much of a row's height, between two columns."""
    begun = max(0, left)
    standing = edges.standing[row.top : row.bottom, begun : max(begun, right)]
    if not standing.size:
        return None
    wide = np.asarray(cv2.dilate(standing.astype(np.uint8), np.ones((1, _CORNER), np.uint8)))
    shares = wide.mean(axis=0)
    return begun + int(shares.argmax()) if float(shares.max()) >= seen else None


def _is_bare(ground: Ground, row: Box, words: Sequence[Box]) -> bool:
    inside = Box(row.left + _CORNER, row.top + _INSIDE, row.right - _CORNER, row.bottom - _INSIDE)
    if inside.right <= inside.left or inside.bottom <= inside.top or float(cut(ground.ink, inside).mean()) > _BARE:
        return False
    return not _holds(inside, words)


def _holds(place: Box, words: Sequence[Box]) -> bool:
    """Whether the middle of a word lies there, or much of it."""
    for box in words:
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if place.left < x < place.right and place.top < y < place.bottom:
            return True
        if box.shared(place) > _INTO * min(box.area, place.area):
            return True
    return False


def _joined(rows: Sequence[Box], words: Sequence[Box]) -> list[Box]:
    """Rows that share an edge, or lie over one another with no word between them, as one patch."""
    patches: list[Box] = []
    for row in sorted(rows, key=lambda box: box.top):
        touching = [each for each in patches if _belong(each, row, words)]
        patches = [each for each in patches if all(each is not other for other in touching)]
        patches.append(Box.around([row, *touching]) or row)
    return patches


def _belong(patch: Box, row: Box, words: Sequence[Box]) -> bool:
    left, right = max(patch.left, row.left), min(patch.right, row.right)
    if left >= right or row.top - patch.bottom > _APART:
        return False
    between = Box(left, min(patch.bottom, row.top), right, max(patch.bottom, row.top))
    return not _holds(between, words)


def _ends(edges: _Edges, patch: Box) -> bool:
    """Whether no side goes on above or below the patch."""
    height = edges.standing.shape[0]
    beyond = (
        (max(0, patch.top - _BEYOND - _CORNER), max(0, patch.top - _CORNER)),
        (min(height, patch.bottom + _CORNER), min(height, patch.bottom + _CORNER + _BEYOND)),
    )
    return not any(
        _side(edges, Box(patch.left, top, patch.right, bottom), x - _CORNER, x + _CORNER, _RULED) is not None
        for top, bottom in beyond
        for x in (patch.left, patch.right)
        if top < bottom
    )


def _is_in_text(patch: Box, words: Sequence[Box]) -> bool:
    """Whether running text goes on where the patch ends: beside it, or both above and below."""
    level = [box for box in words if box.top < patch.bottom - _INSIDE and patch.top + _INSIDE < box.bottom]
    if any(0 <= max(patch.left - box.right, box.left - patch.right) <= _NEXT for box in level):
        return True
    above = [box for box in words if 0 <= patch.top + _CORNER - box.bottom <= _NEXT_ROW + _CORNER]
    below = [box for box in words if 0 <= box.top + _CORNER - patch.bottom <= _NEXT_ROW + _CORNER]
    return all(_covered(patch, row) >= _UNDER * patch.width for row in (above, below))


def _covered(patch: Box, row: Sequence[Box]) -> int:
    """How much of a patch's width the words over or under it take, from the first of them to the last."""
    own = [box for box in row if box.right > patch.left and box.left < patch.right]
    around = Box.around(own)
    return min(around.right, patch.right) - max(around.left, patch.left) if around and len(own) > 1 else 0
