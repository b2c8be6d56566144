"""Long thin strokes across the paper: rules, underlines, strokes through words, the edges of frames.

A stroke may lean and waver as a pen does. Letters that stand on it are no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.scans.marks.ground import Ink, components, inches

_RUN = inches(0.105)
"""Longer than any stroke of a typed letter that lies along the line."""
_BRIDGE = inches(0.06)
"""A gap in a stroke, where the ribbon or the pen gave out."""
_SHORTEST = inches(0.18)
_THICKEST = inches(0.045)


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A stroke from left to right: `middle[i]` is where it runs in column `box.left + i`, `thick` how thick it is."""

    box: Box
    middle: NDArray[np.float64]
    thick: float

    def at(self, left: int, right: int) -> NDArray[np.float64]:
        """Where it runs between two columns."""
        start = max(0, left - self.box.left)
        return self.middle[start : max(start, right - self.box.left)]


def across(ink: Ink) -> list[Stroke]:
    """The strokes that run from left to right, or nearly."""
    # A stroke that leans climbs a pixel or two on the length of a letter: it is made thicker by as much first.
    thicker = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(thicker, cv2.MORPH_OPEN, np.ones((1, _RUN), np.uint8))
    runs = cv2.bitwise_and(runs, ink)
    joined = cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((3, _BRIDGE), np.uint8))
    labels, found = components(np.asarray(joined, np.uint8))
    strokes = []
    for n, (box, _) in enumerate(found, 1):
        if box.width < _SHORTEST or box.height > max(_THICKEST, 0.2 * box.width):
            continue
        stroke = drawn(labels[box.top : box.bottom, box.left : box.right] == n, box)
        if stroke.thick <= _THICKEST:
            strokes.append(stroke)
    return strokes


def drawn(mask: NDArray[np.bool_], box: Box) -> Stroke:
    """A stroke of the pixels of `mask`, which has the size of `box`."""
    rows = np.arange(box.top, box.bottom, dtype=np.float64)[:, None]
    thick = mask.sum(axis=0)
    filled = thick > 0
    middle = (mask * rows).sum(axis=0) / np.maximum(thick, 1)
    columns = np.arange(box.width)
    return Stroke(box, np.interp(columns, columns[filled], middle[filled]), float(np.median(thick[filled])))
