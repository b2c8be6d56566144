"""What every layout file comes to: sheets with blocks of lines of words, each where the file says it stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.seen import SeenLine, SeenWord
from onionskin.scans.setting import set_in_order

DPI = 300
"""At which boxes in millimetres or inches are measured where there is no image."""
_LETTER_WIDTH = 8.5
"""Inches; of this width is a sheet in pixels whose dpi nobody states."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in the units of its file: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @staticmethod
    def around(places: Sequence[Place]) -> Place:
        """The smallest that holds them all; there is at least one."""
        return Place(
            min(each.left for each in places),
            min(each.top for each in places),
            max(each.right for each in places),
            max(each.bottom for each in places),
        )

    def part(self, start: float, end: float) -> Place:
        """What lies between two shares of its width."""
        width = self.right - self.left
        return Place(self.left + start * width, self.top, self.left + end * width, self.bottom)


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """Letters without a blank among them; `confidence` is 0 to 1, and 1 where the file states none."""

    text: str
    place: Place
    confidence: float = 1.0


Line = tuple[PlacedWord, ...]
Block = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a layout file, in the file's own order.

    `image` is the reference to its image, empty where there is none. `per_inch` says how many of the file's units are
    an inch, and is None where they are pixels of an unknown dpi. `width` and `height` are 0 where nobody states them.
    """

    image: str
    width: float
    height: float
    blocks: tuple[Block, ...]
    per_inch: float | None = None
    in_pixels: bool = True

    def set(self, n: PageNumber, reader: str, size: tuple[int, int, int] | None = None) -> PageText:
        """The sheet as the text of a page whose image has `size` (width, height, dpi), or of one without an image."""
        width, height = self._extent()
        if size is None:
            dpi = self._dpi(width)
            scale = 1.0 if self.in_pixels else dpi / (self.per_inch or dpi)
            size = (max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale)), dpi)
        across, down = size[0] / width, size[1] / height
        text, words = set_in_order([[_seen(line, across, down, size) for line in block] for block in self.blocks])
        return PageText(n, text, words, *size, reader)

    def _extent(self) -> tuple[float, float]:
        """The size in the file's units; where it is not stated, as far as the words reach."""
        places = [word.place for block in self.blocks for line in block for word in line]
        width = self.width or max((place.right for place in places), default=1.0)
        height = self.height or max((place.bottom for place in places), default=1.0)
        return max(width, 1.0), max(height, 1.0)

    def _dpi(self, width: float) -> int:
        if not self.in_pixels:
            return DPI
        return round(self.per_inch) if self.per_inch else max(1, round(width / _LETTER_WIDTH))


def spread(text: str, place: Place, confidence: float = 1.0) -> Line:
    """The words of a line of which only the whole has a place: each has its letters' share of the width."""
    letters = max(1, len(text))
    line: list[PlacedWord] = []
    at = 0
    for word in text.split():
        at = text.index(word, at)
        line.append(PlacedWord(word, place.part(at / letters, (at + len(word)) / letters), confidence))
        at += len(word)
    return tuple(line)


def stacked(text: str, place: Place, confidence: float = 1.0) -> Block:
    """The lines of a block of which only the whole has a place: each has an equal share of the height."""
    lines = [line for line in text.splitlines() if line.strip()]
    step = (place.bottom - place.top) / max(1, len(lines))
    return tuple(
        spread(
            line.strip(), Place(place.left, place.top + i * step, place.right, place.top + (i + 1) * step), confidence
        )
        for i, line in enumerate(lines)
    )


def _seen(line: Line, across: float, down: float, size: tuple[int, int, int]) -> SeenLine:
    width, height, _ = size

    def pixels(place: Place) -> Box:
        left, right = sorted(min(width, max(0, round(x * across))) for x in (place.left, place.right))
        top, bottom = sorted(min(height, max(0, round(y * down))) for y in (place.top, place.bottom))
        return Box(left, top, right, bottom)

    return SeenLine(tuple(SeenWord(word.text, pixels(word.place), word.confidence) for word in line))
