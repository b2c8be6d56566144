"""Strokes ruled or drawn through words, and those drawn under them.

A stroke through a word shows between its letters, with white above and below it, and cuts them, with ink above and
below; on a worn copy the letters of a word hang together too, but at their feet, or where ink fills them.
A rule of a form that words were typed on goes on to both sides of them; a stroke through words ends with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.scans.marks.cells import Typing
from onionskin.scans.marks.ground import Ink, cut, inches
from onionskin.scans.marks.strokes import Stroke

_ASIDE = inches(0.35)
"""How far a stroke may go on beyond the words it strikes."""
_SHORT = 0.08
"""Share of a word by which a stroke may miss its first letter or its last."""
_THICKEST = inches(0.035)
"""Of a stroke through words; the letters of a worn copy run together to thicker ones."""
_BESIDE = (inches(0.008), inches(0.03))
"""From where to where, above and below a stroke, one looks whether it stands free."""
_FREE, _FREE_OF_WORN, _CUTS = 0.3, 0.42, 0.12
"""Shares of a stroke's columns that stand free between letters, on any page and on a worn one, and of those that have
letters on both sides, at least."""
_MIDDLE = (0.2, 0.8)
"""Where on the height of a word's letters, from the top, a stroke through it runs."""
_UNDER = 0.25
"""Of a word's height, how far below it a stroke may lie that underlines it."""
_BODY = 0.3
"""Ink of a row of a word, of that of its darkest row, from which the row belongs to the body of its letters."""
_CLOSED = 0.9
"""Share of the gaps between a word's letters that a stroke closes."""
_BEYOND, _FAR_BEYOND = inches(0.015), inches(0.05)
"""How far a stroke goes beyond the letters, both ends together, where little of it stands free between them; and from
where on the ink of the word need not be much either.
"""
_TWINS_APART = inches(0.1)
"""Between the two strokes of a hand that strikes twice, at most."""
_DARKER = 1.4
"""Ink of a struck word beside the usual one."""
_BELOW = 0.06
"""Share of a word's columns with ink below what underlines it, at most: the tails of letters."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """A stroke with the words it strikes, or stands under, by their places in the sequence given."""

    stroke: Stroke
    struck: tuple[int, ...] = ()
    underlined: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Passing:
    """How a stroke passes a word: shares of the columns, how high, and how far it reaches beyond the letters."""

    free: float
    cuts: float
    below: float
    height: float
    beyond: int


def crossed(ink: Ink, strokes: Sequence[Stroke], words: Sequence[Box], typed: Typing | None) -> list[Crossed]:
    """Every stroke that runs through words or under them; boxes and strokes of one `Ground`."""
    found = []
    heights = [float(stroke.middle.mean()) for stroke in strokes]
    lowest = [word.bottom + _UNDER * word.height for word in words]
    for stroke, height in zip(strokes, heights, strict=True):
        near = (other for other, its in zip(strokes, heights, strict=True) if abs(height - its) < _TWINS_APART)
        twins = [other for other in near if other is not stroke and _is_over(stroke, other)]
        lone = _without(ink, twins) if twins else ink
        # Most words of a page are told without a look at their ink.
        top, bottom = stroke.box.top, stroke.box.bottom
        about = [i for i, word in enumerate(words) if word.top < bottom and top <= lowest[i]]
        passed = {i: how for i in about if (how := _passing(lone, stroke, words[i])) is not None}
        struck = {i: how for i, how in passed.items() if how.cuts >= _CUTS and _MIDDLE[0] <= how.height <= _MIDDLE[1]}
        under = tuple(i for i, how in passed.items() if how.height > _MIDDLE[1] and how.below <= _BELOW + how.cuts)
        if _strikes(stroke, struck, words, typed, alone=not twins) and len(struck) >= len(under):
            found.append(Crossed(stroke, struck=tuple(struck)))
        elif under:
            found.append(Crossed(stroke, underlined=under))
    return found


def _strikes(
    stroke: Stroke, struck: Mapping[int, _Passing], words: Sequence[Box], typed: Typing | None, *, alone: bool
) -> bool:
    """Whether a stroke in the middle of words is one through them, and neither a rule nor worn letters."""
    if not struck or stroke.thick > _THICKEST:
        return False
    left, right = min(words[i].left for i in struck), max(words[i].right for i in struck)
    if left - stroke.box.left > _ASIDE or stroke.box.right - right > _ASIDE:
        return False
    if alone and max(how.free for how in struck.values()) >= (_FREE_OF_WORN if typed and typed.worn else _FREE):
        return True
    if typed is None or typed.worn or min(typed.closed[i] for i in struck) < _CLOSED:
        return False
    beyond = sum(how.beyond for how in struck.values())
    return beyond >= _FAR_BEYOND or (beyond >= _BEYOND and max(typed.dark[i] for i in struck) >= _DARKER)


def _is_over(one: Stroke, other: Stroke) -> bool:
    """Whether two strokes begin and end together, as those of a hand that strikes twice."""
    shared = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
    return shared > 0.8 * max(one.box.width, other.box.width)


def _without(ink: Ink, strokes: Sequence[Stroke]) -> Ink:
    lone = ink.copy()
    for stroke in strokes:
        columns = np.arange(stroke.box.left, stroke.box.right)
        half = round(stroke.thick / 2) + 1
        for off in range(-half, half + 1):
            lone[np.clip(np.round(stroke.middle).astype(int) + off, 0, ink.shape[0] - 1), columns] = 0
    return lone


def _passing(ink: Ink, stroke: Stroke, word: Box) -> _Passing | None:
    """How the stroke passes the word; None where it passes it by, or ends in it."""
    inked = np.flatnonzero(cut(ink, word).any(axis=0))
    if not inked.size:
        return None
    short = _SHORT * word.width
    if stroke.box.left > word.left + inked[0] + short or stroke.box.right < word.left + inked[-1] - short:
        return None
    left, right = max(word.left, stroke.box.left), min(word.right, stroke.box.right)
    path = stroke.at(left, right)
    if not path.size or not word.top <= float(path.mean()) <= word.bottom + _UNDER * word.height:
        return None
    half = stroke.thick / 2
    body = _body(ink, Box(left, word.top, right, word.bottom), path, half + 1)
    if body is None:
        return None
    height = (float(path.mean()) - body[0]) / (body[1] - body[0])
    above = _inked(ink, left, path - half - _BESIDE[1], path - half - _BESIDE[0])
    below = _inked(ink, left, path + half + _BESIDE[0], path + half + _BESIDE[1])
    letters = np.flatnonzero(above | below)
    beyond = 0
    if letters.size:
        beyond = max(0, left + int(letters[0]) - stroke.box.left) + max(0, stroke.box.right - left - int(letters[-1]))
    return _Passing(
        float((~above & ~below).mean()),
        float((above & below).mean()),
        float((below & ~above).mean()),
        height,
        beyond,
    )


def _body(ink: Ink, word: Box, path: NDArray[np.float64], half: float) -> tuple[int, int] | None:
    """From which row to which most of a word's letters reach, what crosses them left out."""
    rows = np.arange(word.top, word.bottom)[:, None]
    letters = np.where(np.abs(rows - path[None, :]) > half, cut(ink, word), 0)
    beside = (np.abs(rows - path[None, :]) > half).sum(axis=1)
    inked = letters.sum(axis=1) / np.maximum(beside, 1)
    known = np.flatnonzero((inked >= _BODY * inked.max()) & (beside > 0)) if inked.size else inked
    if known.size < 2 or not inked.max():
        return None
    return word.top + int(known[0]), word.top + int(known[-1]) + 1


def _inked(ink: Ink, left: int, tops: NDArray[np.float64], bottoms: NDArray[np.float64]) -> NDArray[np.bool_]:
    """For each column from `left` on whether there is ink between two rows."""
    columns = np.arange(left, left + len(tops))
    found = np.zeros(len(tops), bool)
    for step in range(int(np.ceil(float((bottoms - tops).max()))) + 1):
        rows = np.clip(np.round(np.minimum(tops + step, bottoms)).astype(int), 0, ink.shape[0] - 1)
        found |= ink[rows, columns] > 0
    return found
