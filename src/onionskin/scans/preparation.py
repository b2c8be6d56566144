"""A page made easier to read, with the way back: every box ends in the pixels of the page as it came.

What helps was measured on worn scans keyed by eye (`bench/ocr`). Nothing is made black and white: every threshold tried
loses letters. A slight blur joins what a black-and-white scanner tore apart; a page that was grey gets an even ground.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box

# A page is one process's affair. OpenCV's own threads gain it nothing and cost half as much again in waiting.
cv2.setNumThreads(1)

Pixels = NDArray[np.uint8]

_GREY_SHARE = 0.02
"""Of pixels that are neither nearly black nor nearly white, from which a page is grey."""
_STEEPEST, _COARSE, _FINE = 4.0, 0.5, 0.1
"""Degrees: how far a sheet may lie askew, and the steps in which that is sought."""
_SKEW_DPI = 75
_MOST_LETTERS = 20_000
"""On a sheet. Keyed pages have up to 4,000 pieces of ink, worn ones 10,000; one that was grey all over has 36,000."""
_INK = 128
_LEAST_SKEW = 0.3
"""Degrees under which turning a page gains less than it blurs."""
_GROUND_INCH = 0.2
"""Wider than any stroke, narrower than a stain."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A page for an engine. `degrees` is by how much it was turned, against the clock, about its middle."""

    pixels: Pixels
    degrees: float = 0.0

    def back(self, box: Box) -> Box:
        """A box of these pixels as one of the page as it came: around the middle line of what it holds, as high."""
        if not self.degrees:
            return box
        height, width = self.pixels.shape
        turn = _turn(width, height, -self.degrees)
        middle = (box.top + box.bottom) / 2
        (left, one), (right, other) = (
            (turn @ np.array([x, middle, 1.0])).tolist() for x in (float(box.left), float(box.right))
        )
        top, bottom = min(one, other) - box.height / 2, max(one, other) + box.height / 2
        return Box(max(0, math.floor(left)), max(0, math.floor(top)), math.ceil(right), math.ceil(bottom))

    @property
    def slope(self) -> float:
        """How many pixels a line that is level here falls on the page as it came, for each pixel to the right."""
        return math.tan(math.radians(self.degrees))


def softened(pixels: Pixels, dpi: int, inch: float) -> Pixels:
    """A page of black and white alone, blurred by so much (0.005 is a pixel and a half at 300 dpi); a grey one as it
    is.
    """
    return pixels if is_grey(pixels) else blurred(pixels, dpi, inch)


def thinned(pixels: Pixels, dpi: int, inch: float) -> Pixels:
    """A page with so much taken from every stroke on each side: blotted letters part, and specks go."""
    around = 2 * round(inch * dpi) + 1
    return np.asarray(cv2.dilate(pixels, np.ones((around, around), np.uint8)), np.uint8)


def blurred(pixels: Pixels, dpi: int, inch: float) -> Pixels:
    """A page blurred by so much, be it grey or not."""
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), inch * dpi), np.uint8)


def straightened(pixels: Pixels, dpi: int, inch: float) -> Prepared:
    """Softened, on an even ground where it is grey, and turned until its lines lie level."""
    ready = evened(pixels, dpi) if is_grey(pixels) else softened(pixels, dpi, inch)
    degrees = skew(pixels, dpi)
    if abs(degrees) < _LEAST_SKEW:
        return Prepared(ready)
    height, width = ready.shape
    turned = cv2.warpAffine(ready, _turn(width, height, degrees), (width, height), borderValue=255)
    return Prepared(np.asarray(turned, np.uint8), degrees)


def is_grey(pixels: Pixels) -> bool:
    """Whether a scanner gave shades, and not black and white alone."""
    sample = pixels[::3, ::3]
    return float(((sample > 50) & (sample < 205)).mean()) > _GREY_SHARE


def is_speckled(pixels: Pixels) -> bool:
    """Whether there are more pieces of ink than a sheet can have letters."""
    count, _ = cv2.connectedComponents(np.asarray(pixels < _INK, np.uint8), connectivity=8)
    return count > _MOST_LETTERS


def evened(pixels: Pixels, dpi: int) -> Pixels:
    """The ink on a ground that is white all over: each pixel over the lightest around it."""
    scale = max(1, dpi // _SKEW_DPI)
    height, width = pixels.shape
    small = cv2.resize(pixels, (max(1, width // scale), max(1, height // scale)), interpolation=cv2.INTER_AREA)
    wide = max(3, round(_GROUND_INCH * dpi / scale) | 1)
    ground = cv2.GaussianBlur(cv2.dilate(small, np.ones((wide, wide), np.uint8)), (0, 0), wide / 2)
    full = cv2.resize(ground, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(pixels, np.maximum(full, 1), scale=255), np.uint8)


def skew(pixels: Pixels, dpi: int) -> float:
    """By how many degrees the lines fall to the right: turned back by so much, rows and gaps are told apart best."""
    scale = max(1, dpi // _SKEW_DPI)
    height, width = pixels.shape[0] // scale, pixels.shape[1] // scale
    if min(height, width) < _SKEW_DPI:
        return 0.0
    ink = 255.0 - cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32)

    def contrast(degrees: float) -> float:
        rows = cv2.warpAffine(ink, _turn(width, height, degrees), (width, height)).sum(axis=1)
        return float(np.square(np.diff(rows)).sum())

    coarse = max(np.arange(-_STEEPEST, _STEEPEST + _COARSE / 2, _COARSE).tolist(), key=contrast)
    fine = max(np.arange(coarse - _COARSE, coarse + _COARSE + _FINE / 2, _FINE).tolist(), key=contrast)
    return round(float(fine), 3)


def _turn(width: int, height: int, degrees: float) -> NDArray[np.float64]:
    return np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), np.float64)
