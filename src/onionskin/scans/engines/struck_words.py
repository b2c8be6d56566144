"""Words that a pen has struck, read once more: as they stand, and without the pen's ink.

An engine leaves out a word with two strokes through it, and reads the scrawl in place of what it covers (`ww` over
SECRET). Where type is paler than the pen the two are told apart, and the word is known to stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mean

import cv2
import numpy as np

from onionskin.record.geometry import Box
from onionskin.scans.engine import Look, PageImage
from onionskin.scans.marks.ground import Ground, ground
from onionskin.scans.marks.pen import Pen, pen, penned
from onionskin.scans.seen import SeenLine, SeenWord

_SURE = 0.95
"""Confidence from which what was read under a pen stands."""
_LEAST = 0.8
"""Confidence from which it is taken on the second look."""
_HALF_ROW, _ASIDE, _ERASED = 0.11, 0.08, 0.012
"""Inches around the middle of a stroke that are looked at, above and below, and at its ends; and around each pixel of
the pen that are taken out with it.
"""
_OWN = 0.5
"""Share of a word that lies in the place looked at."""


def with_struck_words(lines: Sequence[SeenLine], image: PageImage, look: Look) -> list[SeenLine]:
    """The lines, with what a second look at struck words gave in place of what was read there."""
    words = [word for line in lines for word in line.words]
    sheet = ground(image.pixels, image.dpi)
    by = pen(sheet, [sheet.near(word.box) for word in words], [len(word.text) for word in words])
    found = list(lines)
    for box in _places(by, sheet, image) if by else ():
        held = [word for line in found for word in line.words if word.box.shared(box) >= _OWN * word.box.area]
        sure = mean(word.confidence for word in held) if held else 0.0
        if sure < _SURE and by is not None:
            seen = [line for line in (look(image, box), _without_pen(by, sheet, image, box, look)) if line]
            best = max(seen, key=_confidence, default=None)
            if best and _confidence(best) >= max(sure, _LEAST) and any(map(str.isalnum, best.words[0].text)):
                found = [replace(line, words=left) for line in found if (left := _other(line, box))]
                found.append(best)
    return found


def _confidence(line: SeenLine) -> float:
    return mean(word.confidence for word in line.words)


def _other(line: SeenLine, box: Box) -> tuple[SeenWord, ...]:
    return tuple(word for word in line.words if word.box.shared(box) < _OWN * word.box.area)


def _places(by: Pen, sheet: Ground, image: PageImage) -> Iterator[Box]:
    """Where the words stand that were struck, in the page's pixels, each once."""
    done: list[Box] = []
    for each in penned(by):
        own = sheet.page(each.box)
        middle, half = (own.top + own.bottom) // 2, max(round(_HALF_ROW * image.dpi), own.height // 2)
        aside = round(_ASIDE * image.dpi)
        box = Box(
            max(0, own.left - aside),
            max(0, middle - half),
            min(image.width, own.right + aside),
            min(image.height, middle + half),
        )
        if not any(box.shared(other) > _OWN * box.area for other in done):
            done.append(box)
            yield box


def _without_pen(by: Pen, sheet: Ground, image: PageImage, box: Box, look: Look) -> SeenLine | None:
    """What is read with the pen's pixels filled up from those around them."""
    near = sheet.near(box)
    size = (box.width, box.height)
    own = cv2.resize(by.ink[near.top : near.bottom, near.left : near.right], size, interpolation=cv2.INTER_NEAREST)
    around = 2 * round(_ERASED * image.dpi / 2) + 1
    erased = cv2.dilate(own, np.ones((around, around), np.uint8))
    cut = np.ascontiguousarray(image.pixels[box.top : box.bottom, box.left : box.right])
    pixels = image.pixels.copy()
    pixels[box.top : box.bottom, box.left : box.right] = cv2.inpaint(cut, erased, 3, cv2.INPAINT_TELEA)
    return look(replace(image, pixels=pixels), box)
