"""Ink that no word covers: found, and said what it looks like. An engine that loses a line says nothing of it.

Rules, frames, the edges of the sheet, punch holes and speckle are no writing and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.record.page import Unread, UnreadKind
from onionskin.scans.preparation import Pixels, evened, is_grey

_DPI = 150
"""At which ink is looked for. Specks of a pixel or two at 300 dpi pale away; a typed letter is 12 to 16 pixels high."""
_DARK = 150
_RULE = round(0.4 * _DPI)
"""Straight strokes from so long on are rules, or the shadow of an edge."""
_AROUND_WORDS = (round(0.05 * _DPI), round(0.03 * _DPI))
"""What still belongs to a word beside its box: the tail of a comma, an underline."""
_LETTER_HIGH = (0.045 * _DPI, 0.2 * _DPI)
_LETTER_WIDE = 0.25 * _DPI
_LETTER_INK = 12
_GAP = round(0.13 * _DPI)
"""Between letters of one line, a blank among them."""
_FEWEST_LETTERS = 4
_LEVEL = 0.35
"""How far the feet of a line's letters may differ, in their heights."""
_EVEN_HIGH = 0.45
_STROKE_INK, _STROKE_SIZE = 90, 0.22 * _DPI
_STROKES_APART = round(0.12 * _DPI)
_SPARSE = 0.06
"""Share of its box that the outline of a frame covers at most."""
_SOLID = 0.6
"""Share of its box that a blot covers at least."""
_EDGE = 0.12 * _DPI
_LARGEST = (4.5 * _DPI, 2.0 * _DPI)
"""Of a patch of handwriting, wide and high; more that hangs together is dirt, or the shadow of a fold."""
_QUIET = round(0.06 * _DPI)
_QUIETER = 0.3
"""Ink around a patch, as a share of that in it, up to which it stands alone; in dirt it is as much."""
_SPECK = 5


@dataclass(frozen=True, slots=True)
class _Mark(Box):
    """One stroke or letter: ink that hangs together, in pixels at which ink is looked for."""

    ink: int

    @property
    def is_letter(self) -> bool:
        high = _LETTER_HIGH[0] <= self.height <= _LETTER_HIGH[1]
        return high and self.width <= _LETTER_WIDE and self.ink >= _LETTER_INK

    @property
    def is_stroke(self) -> bool:
        share = self.ink / self.area
        large = max(self.width, self.height) >= _STROKE_SIZE and self.ink >= _STROKE_INK
        straight = min(self.width, self.height) < 0.15 * max(self.width, self.height)
        return large and not straight and _SPARSE < share < _SOLID


def uncovered(pixels: Pixels, dpi: int, words: Iterable[Box]) -> tuple[Unread, ...]:
    """The patches of ink outside of all words, from the top; boxes in the page's pixels.

    A kind is what the patch looks like: letters of one height on one line are an `unread-line`, larger ones a `stamp`,
    strokes `handwriting`.
    """
    scale = _DPI / dpi
    ink = _ink(pixels, scale)
    for box in words:
        left, top = round(box.left * scale) - _AROUND_WORDS[0], round(box.top * scale) - _AROUND_WORDS[1]
        right, bottom = round(box.right * scale) + _AROUND_WORDS[0], round(box.bottom * scale) + _AROUND_WORDS[1]
        ink[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = 0
    # Worn letters hang together with their halves once they are closed; so does dirt, and handwriting need not.
    letters = _marks(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((4, 2), np.uint8)))
    lines = [each for each in _lines(letters) if _stands_alone(each[1], ink)]
    strokes = [each for each in _strokes(_marks(ink)) if _stands_alone(each[1], ink)]
    found = [*lines, *(each for each in strokes if not any(_is_part(each[1], line) for _, line in lines))]
    return tuple(
        Unread(kind, _whole(box, scale, pixels.shape)) for kind, box in sorted(found, key=lambda each: each[1].top)
    )


def _ink(pixels: Pixels, scale: float) -> NDArray[np.uint8]:
    """1 where there is ink that is no rule."""
    even = evened(pixels, round(_DPI / scale)) if is_grey(pixels) else pixels
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    small = cv2.resize(even, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    ink = (small < _DARK).astype(np.uint8)
    for kernel in (np.ones((1, _RULE), np.uint8), np.ones((_RULE, 1), np.uint8)):
        # A rule that leans a little is straight once it is closed over its steps.
        closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
        rules = cv2.dilate(cv2.morphologyEx(closed, cv2.MORPH_OPEN, kernel), np.ones((3, 3), np.uint8))
        ink[rules > 0] = 0
    return np.asarray(ink, np.uint8)


def _marks(ink: NDArray[np.uint8]) -> list[_Mark]:
    """Everything that hangs together, but specks and what lies along the edge."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    height, width = ink.shape
    marks = []
    for left, top, wide, high, area in stats[1:count].tolist():
        mark = _Mark(left, top, left + wide, top + high, area)
        speck = area <= _SPECK or max(wide, high) <= _SPECK
        if not speck and mark.right > _EDGE and mark.bottom > _EDGE and left < width - _EDGE and top < height - _EDGE:
            marks.append(mark)
    return marks


def _stands_alone(box: Box, ink: NDArray[np.uint8]) -> bool:
    """Whether the paper right around a patch is emptier than the patch: dirt goes on where writing ends."""
    margin = max(_QUIET, round(0.4 * box.height))
    height, width = ink.shape
    left, right = max(0, box.left - _QUIET), min(width, box.right + _QUIET)
    top, bottom = max(0, box.top - margin), min(height, box.bottom + margin)
    around, inside = ink[top:bottom, left:right], ink[box.top : box.bottom, box.left : box.right]
    ring = around.size - inside.size
    spare = int(around.sum()) - int(inside.sum())
    return spare / max(1, ring) < _QUIETER * float(inside.mean())


def _lines(marks: list[_Mark]) -> Iterator[tuple[UnreadKind, Box]]:
    """Letters side by side, of one height and on one line."""
    rest = sorted((mark for mark in marks if mark.is_letter), key=lambda mark: mark.left)
    while rest:
        line = [rest.pop(0)]
        for mark in list(rest):
            last = line[-1]
            if mark.left - last.right > _GAP:
                if mark.left - max(each.right for each in line) > _GAP:
                    break
                continue
            if abs(mark.bottom - last.bottom) <= _LEVEL * max(mark.height, last.height):
                line.append(mark)
                rest.remove(mark)
        if _is_line(line):
            yield UnreadKind.LINE, _around(line)


def _is_line(line: list[_Mark]) -> bool:
    heights = np.array([mark.height for mark in line])
    wide = sum(mark.width for mark in line)
    apart = [after.left - before.right for before, after in pairwise(line)]
    return (
        len(line) >= _FEWEST_LETTERS
        and float(heights.std() / heights.mean()) < _EVEN_HIGH
        and wide > 0.3 * (line[-1].right - line[0].left)
        and float(np.median(apart)) < 0.6 * float(np.median(heights))
    )


def _is_part(stroke: Box, line: Box) -> bool:
    """Whether a large letter stands in or at the end of a line."""
    level = line.top <= (stroke.top + stroke.bottom) / 2 <= line.bottom and stroke.height <= 1.6 * line.height
    return level and stroke.left - _GAP < line.right and line.left - _GAP < stroke.right


def _strokes(marks: list[_Mark]) -> Iterator[tuple[UnreadKind, Box]]:
    """Strokes that lie near one another, as one patch."""
    groups: list[list[_Mark]] = []
    for mark in sorted((mark for mark in marks if mark.is_stroke), key=lambda mark: mark.left):
        near = [group for group in groups if any(_near(mark, other) for other in group)]
        groups = [group for group in groups if all(group is not each for each in near)]
        groups.append([mark, *(each for group in near for each in group)])
    for group in groups:
        box = _around(group)
        if box.width > _LARGEST[0] or box.height > _LARGEST[1]:
            continue
        yield (UnreadKind.STAMP if _is_stamped(group) else UnreadKind.HANDWRITING), box


def _near(one: _Mark, other: _Mark) -> bool:
    return (
        one.left - _STROKES_APART < other.right
        and other.left - _STROKES_APART < one.right
        and one.top - _STROKES_APART < other.bottom
        and other.top - _STROKES_APART < one.bottom
    )


def _is_stamped(group: list[_Mark]) -> bool:
    """Several large letters of one height on one line."""
    heights = np.array([mark.height for mark in group])
    feet = np.array([mark.bottom for mark in group])
    return len(group) >= _FEWEST_LETTERS and float(heights.std()) < 0.2 * float(heights.mean()) > float(feet.std())


def _around(marks: list[_Mark]) -> Box:
    return Box.around(marks) or Box(0, 0, 0, 0)


def _whole(box: Box, scale: float, shape: tuple[int, ...]) -> Box:
    """The box in the page's own pixels."""
    left, top, right, bottom = (round(at / scale) for at in (box.left, box.top, box.right, box.bottom))
    return Box(left, top, min(right, shape[1]), min(bottom, shape[0]))
