"""What a pen did to pale type: where a ribbon was faint or the paper is a carbon, ink much darker than all the letters.

By its shade such ink is told from the letters that it crosses, whatever they run together with; and letters that the
threshold for ink would lose are still seen under it. On a page of black type nothing is darker than the letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind
from onionskin.scans.marks.ground import DPI, Ground, Ink, components, cut, inches
from onionskin.scans.marks.strokes import Stroke, across, drawn
from onionskin.scans.preparation import evened

_FEW, _LETTERS = 8, 4
"""Words from which the shade of a page's type is known, and the letters that each has."""
_CORE = 93
"""Percentile of the darkness in a word's box that is the shade of its letters."""
_DARKER, _LEAST, _MOST = 1.3, 100.0, 200.0
"""How much darker than nine words in ten a pen is, and its darkness in any case, of 255; nothing is told from type as
dark as the last.
"""
_PALE = 0.5
"""Of the usual word's darkness, from which a pixel is type."""
_AROUND = inches(0.01)
"""What a pen's edge shades beside it, where no type is looked for."""
_REACH = inches(0.13)
"""How far above and below a stroke the letters that it crosses are looked for."""
_HIGH = (inches(0.05), inches(0.2))
"""Of the letters under a stroke."""
_MIDDLE = (0.17, 0.83)
"""Where on their height it runs."""
_BODY, _TYPED = 0.3, 0.1
"""Ink of a row of letters, of that of the darkest one; and of the darkest one in any case."""
_ASIDE = inches(0.35)
"""How far a stroke may go on beyond the letters: a rule goes on further."""
_COVERED = 0.25
"""Share of a stroke's columns that have letters above or below them; blanks are the rest, and letters that it hides."""
_FREE = 0.6
"""Share of a stroke's columns in which the pen did nothing else."""
_TWINS = inches(0.1)
"""From one stroke to a second through the same word, at most."""
_SHORTEST, _HIGHEST = inches(0.25), inches(0.4)
"""Of what a pen strikes with."""
_FLAT = inches(0.1)
"""Height up to which it is one stroke, or two that meet; what is higher is a scrawl."""
_THIN, _SPARSE = inches(0.025), 0.55
"""Half of the pen's width at most, and the share of its box that a scrawl inks."""
_TURNS = inches(0.16)
"""A scrawl goes up or down at least once on so much of its width."""
_UNDER, _WIDE = 0.3, 0.7
"""Letters beside the scrawl, of those in as much of a usual word; and the share of its width from the first to the
last of them.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Pen:
    """`ink` is what is darker than type, `type` what is as dark as type and not beside a pen; `usual` is the share of
    a word's box that its letters take.
    """

    ink: Ink
    type: Ink
    usual: float


@dataclass(frozen=True, slots=True)
class Penned:
    """Letters struck by a pen: its box in pixels of the ground, and how it went."""

    box: Box
    kind: MarkKind


def pen(sheet: Ground, words: Sequence[Box], letters: Sequence[int]) -> Pen | None:
    """The page's inks apart; None where type is as dark as a pen. `words` in pixels of the ground, with the number of
    letters of each.
    """
    dark = 255.0 - cv2.GaussianBlur(evened(sheet.shade, DPI), (3, 3), 0).astype(np.float32)
    known = [word for word, count in zip(words, letters, strict=True) if count >= _LETTERS and word.area]
    if len(known) < _FEW:
        return None
    shades = [float(np.percentile(dark[word.top : word.bottom, word.left : word.right], _CORE)) for word in known]
    least = max(_LEAST, _DARKER * float(np.percentile(shades, 90)))
    if least > _MOST:
        return None
    ink = (dark > least).astype(np.uint8)
    around = cv2.dilate(ink, np.ones((2 * _AROUND + 1, 2 * _AROUND + 1), np.uint8))
    pale = ((dark > _PALE * float(np.median(shades))) & (around == 0)).astype(np.uint8)
    return Pen(ink, pale, float(np.median([cut(pale, word).mean() for word in known])))


def penned(by: Pen) -> list[Penned]:
    """What a pen ruled or scribbled through."""
    strokes = [stroke for stroke in across(by.ink) if stroke.box.width >= _SHORTEST]
    ruled = [stroke.box for stroke in strokes if _is_free(by, stroke, strokes) and _crosses(by, stroke)]
    found = [Penned(box, MarkKind.STRIKE) for box in ruled]
    for box, mask in _thin(by.ink):
        if any(box.shared(other.box) for other in found):
            continue
        if box.height <= _FLAT:
            # Two strokes that meet are no single one.
            if _crosses(by, drawn(mask, box)):
                found.append(Penned(box, MarkKind.STRIKE))
        elif _goes_up_and_down(mask) and _lies_on_type(by, box):
            found.append(Penned(box, MarkKind.SCRIBBLE))
    return found


def _thin(ink: Ink) -> Iterator[tuple[Box, NDArray[np.bool_]]]:
    """What a pen drew in one go along a line, with its own pixels."""
    labels, parts = components(ink)
    for n, (box, _) in enumerate(parts, 1):
        if box.width < _SHORTEST or not box.height <= min(_HIGHEST, box.width):
            continue
        own = labels[box.top : box.bottom, box.left : box.right] == n
        edged = cv2.copyMakeBorder(own.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
        if float(cv2.distanceTransform(edged, cv2.DIST_L2, 3).max()) <= _THIN:
            yield box, own


def _is_free(by: Pen, stroke: Stroke, strokes: Sequence[Stroke]) -> bool:
    """Whether the pen did nothing else above and below a stroke, but draw a second one beside it."""
    other = _along(by.ink, stroke)
    own = round(stroke.thick / 2) + 1
    other[_REACH - own : _REACH + own + 1] = 0
    for twin in strokes:
        off = round(float(twin.middle.mean() - stroke.middle.mean()))
        if twin is not stroke and abs(off) <= _TWINS and min(twin.box.right, stroke.box.right) > stroke.box.left:
            half = round(twin.thick / 2) + 2
            other[max(0, _REACH + off - half) : _REACH + off + half + 1] = 0
    return float((~other.any(axis=0)).mean()) >= _FREE


def _crosses(by: Pen, stroke: Stroke) -> bool:
    """Whether a stroke runs through the middle of letters, from end to end."""
    type_ = _along(by.type, stroke)
    body = _body(type_.mean(axis=1))
    if body is None or not _HIGH[0] <= body[1] - body[0] <= _HIGH[1]:
        return False
    if not _MIDDLE[0] <= (_REACH - body[0]) / (body[1] - body[0]) <= _MIDDLE[1]:
        return False
    lettered = np.flatnonzero(type_[body[0] : body[1]].any(axis=0))
    wide = stroke.box.width
    ends = max(int(lettered[0]), wide - 1 - int(lettered[-1])) if lettered.size else wide
    return ends <= _ASIDE and lettered.size >= _COVERED * wide


def _along(ink: Ink, stroke: Stroke) -> Ink:
    """The ink around a stroke as if that lay level: its own row is the one in the middle."""
    rows = np.rint(stroke.middle).astype(int)[None, :] + np.arange(-_REACH, _REACH + 1)[:, None]
    columns = np.arange(stroke.box.left, stroke.box.right)[None, :]
    inside = (rows >= 0) & (rows < ink.shape[0])
    return np.where(inside, ink[np.clip(rows, 0, ink.shape[0] - 1), columns], 0).astype(np.uint8)


def _body(rows: NDArray[np.float64]) -> tuple[int, int] | None:
    """From which row to which the letters reach that stand on both sides of the middle row."""
    most = float(rows.max())
    if most < _TYPED:
        return None
    inked = rows >= _BODY * most
    above, below = np.flatnonzero(inked[:_REACH]), _REACH + 1 + np.flatnonzero(inked[_REACH + 1 :])
    if not above.size or not below.size:
        return None
    # Beside the stroke itself no letters are seen; further off, what is parted by white is another row.
    gap = inches(0.03)
    top, bottom = int(above[-1]), int(below[0])
    while (more := above[(above < top) & (above >= top - gap)]).size:
        top = int(more[0])
    while (more := below[(below > bottom) & (below <= bottom + gap)]).size:
        bottom = int(more[-1])
    return top, bottom + 1


def _goes_up_and_down(mask: NDArray[np.bool_]) -> bool:
    """Whether the middle rows of a scrawl are crossed again and again."""
    high, wide = mask.shape
    middle = mask[high // 3 : high - high // 3].astype(np.int8)
    times = np.median((np.diff(middle, axis=1, prepend=0) == 1).sum(axis=1))
    return float(mask.mean()) <= _SPARSE and float(times) >= max(3, wide // _TURNS)


def _lies_on_type(by: Pen, box: Box) -> bool:
    type_ = cut(by.type, box)
    around = cv2.dilate(cut(by.ink, box), np.ones((2 * _AROUND + 1, 2 * _AROUND + 1), np.uint8))
    seen = float((around == 0).mean())
    columns = np.flatnonzero(type_.any(axis=0))
    wide = int(columns[-1] - columns[0]) if columns.size else 0
    return float(type_.mean()) >= _UNDER * by.usual * seen and seen > 0 and wide >= _WIDE * box.width
