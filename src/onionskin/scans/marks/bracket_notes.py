"""What a hand wrote over a bracket, read by a second look: of a single figure an engine makes no line by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import mean

import cv2
import numpy as np

from onionskin.errors import EngineError
from onionskin.record.geometry import Box
from onionskin.scans.engine import Look, PageImage
from onionskin.scans.marks.bracket_words import is_note
from onionskin.scans.marks.ground import Ground, Ink, components, cut, inches

_OVER, _LEFT, _RIGHT = inches(0.3), inches(0.08), inches(0.5)
"""How far above an opening bracket is looked, and to its left and right."""
_TOUCHING = 2
"""Rows of pixels of the bracket that are looked at as well."""
_SPECK, _ARM = inches(0.025), inches(0.04)
"""Size up to which ink is a speck, and height up to which what touches the bracket is its arm."""
_READ = 0.5
"""Share of a piece of ink in the box of a word, from which it is of that word."""
_ONE = frozenset("LlI|/!")
"""What a slanting 1 that stands alone is read as. Passages are lettered from A on, and seldom so far."""
_MARGIN_INCH = 0.03
_SURE = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Notes:
    """The notes of one page. `ink` is that of the pen, where it is told from type, else all; `letters` are the boxes of
    the words that are in it, in pixels of the ground.
    """

    sheet: Ground
    ink: Ink
    letters: Sequence[Box]
    image: PageImage
    look: Look

    def over(self, opens: Box) -> str | None:
        """What stands over an opening bracket: a number, a letter or an exemption; None where none is read for sure."""
        height, width = self.ink.shape
        top, left = max(0, opens.top - _OVER), max(0, opens.left - _LEFT)
        place = Box(left, top, min(width, opens.right + _RIGHT), min(height, opens.top + _TOUCHING))
        written = self._written(place)
        rows, columns = np.nonzero(written)
        if not rows.size:
            return None
        x, y = columns + left, rows + top
        own = self.sheet.page(Box(int(x.min()), int(y.min()), int(x.max()) + 1, int(y.max()) + 1))
        margin = round(_MARGIN_INCH * self.image.dpi)
        strip = Box(
            max(0, own.left - margin),
            max(0, own.top - margin),
            min(self.image.width, own.right + margin),
            min(self.image.height, own.bottom + margin),
        )
        try:
            seen = self.look(_alone(written, self.sheet.page(place), strip, self.image), strip)
        except EngineError:
            return None  # the page was read: a number over a bracket is not worth losing it
        if seen is None or mean(word.confidence for word in seen.words) < _SURE:
            return None
        note = "".join(word.text for word in seen.words)
        if note in _ONE:
            return "1"
        return note if is_note(note) else None

    def _written(self, place: Box) -> Ink:
        """The ink of a place that is neither a word's nor goes on beyond it, nor is a speck or the arm of a bracket."""
        labels, parts = components(np.ascontiguousarray(cut(self.ink, place)))
        kept = np.zeros(len(parts) + 1, np.uint8)
        for n, (box, _) in enumerate(parts, 1):
            own = Box(place.left + box.left, place.top + box.top, place.left + box.right, place.top + box.bottom)
            is_arm = own.bottom == place.bottom and own.height <= _ARM
            goes_on = own.right == place.right or own.top == place.top
            is_read = any(own.shared(word) > _READ * own.area for word in self.letters)
            kept[n] = max(own.width, own.height) >= _SPECK and not (is_arm or goes_on or is_read)
        return np.asarray(kept[labels], np.uint8)


def _alone(written: Ink, place: Box, strip: Box, image: PageImage) -> PageImage:
    """The page with all else in the strip taken for bare paper."""
    ink = cv2.resize(
        cv2.dilate(written, np.ones((3, 3), np.uint8)), (place.width, place.height), interpolation=cv2.INTER_NEAREST
    )
    whole = np.zeros(image.pixels.shape, np.uint8)
    cut(whole, place)[:] = ink
    pixels = image.pixels.copy()
    paper = int(np.percentile(pixels[::4, ::4], 75))
    cut(pixels, strip)[cut(whole, strip) == 0] = paper
    return replace(image, pixels=pixels)
