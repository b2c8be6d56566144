"""A page as marks are looked for on it: black ink on white, at one resolution whatever the scanner's was."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.scans.preparation import Pixels, evened, is_grey

DPI = 200
"""At which marks are looked for: the thinnest ruled line is two pixels, a typed letter twenty wide."""
_DARK = (150, 205)
"""From which shade down a pixel is ink: halfway between ink and paper, in these bounds. A faint ribbon is pale grey."""
Ink = NDArray[np.uint8]
"""1 where there is ink."""
Components = tuple[NDArray[np.int32], list[tuple[Box, int]]]
"""What hangs together: a number for each pixel, and for number n the box and the pixels of entry n - 1."""


def inches(length: float) -> int:
    """A length on the paper in pixels of a `Ground`, at least one."""
    return max(1, round(length * DPI))


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """`ink` at `DPI`; `shade` is the same page in its own greys; `scale` leads from the page's pixels to these."""

    ink: Ink
    shade: Pixels
    scale: float
    shape: tuple[int, int]

    def near(self, box: Box) -> Box:
        """A box of the page as one here, cut to the sheet."""
        height, width = self.ink.shape
        left, right = (min(width, max(0, round(x * self.scale))) for x in (box.left, box.right))
        top, bottom = (min(height, max(0, round(y * self.scale))) for y in (box.top, box.bottom))
        return Box(left, top, right, bottom)

    def page(self, box: Box) -> Box:
        """A box here as one in the page's own pixels."""
        height, width = self.shape
        left, right = (min(width, max(0, round(x / self.scale))) for x in (box.left, box.right))
        top, bottom = (min(height, max(0, round(y / self.scale))) for y in (box.top, box.bottom))
        return Box(left, top, right, bottom)


def ground(pixels: Pixels, dpi: int) -> Ground:
    """The page made ready: shades evened out where the scanner gave any."""
    scale = DPI / dpi
    height, width = pixels.shape
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    shade = np.asarray(cv2.resize(pixels, size, interpolation=how), np.uint8)
    even = evened(shade, DPI) if is_grey(pixels) else shade
    halfway, _ = cv2.threshold(even, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = min(_DARK[1], max(_DARK[0], halfway))
    return Ground((even < dark).astype(np.uint8), shade, scale, (height, width))


def cut(ink: Ink, box: Box) -> Ink:
    """The part of the ink that lies in a box."""
    return ink[box.top : box.bottom, box.left : box.right]


def components(ink: Ink) -> Components:
    """What hangs together."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found = [(Box(left, top, left + wide, top + high), area) for left, top, wide, high, area in stats[1:count].tolist()]
    return np.asarray(labels, np.int32), found
