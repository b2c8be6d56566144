"""The cells in which a typewriter strikes its letters: white between them, where nothing runs through the word.

A stroke or a scrawl closes every gap between the letters of a word at the height of their bodies; worn letters touch at
their feet and heads. Words typed over have one letter in all their cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.record.geometry import Box
from onionskin.scans.marks.ground import Ink, cut, inches

_PITCHES = (inches(0.05), inches(0.13))
"""From cell to cell, for type of any size that is read as a line."""
_FEW = 4
_LONG = 4
"""Letters of a word from which its width says how wide a cell is."""
_BODY = (0.18, 0.82)
"""Of a word's height, where letters that touch at feet and heads are apart."""
_CELL = (24, 16)
"""Rows and columns that a cell is brought to, to be laid over others."""
_FEWEST_CELLS = 5
_WORN = 0.55
"""Share of closed gaps that half of a page's words have, from which it is worn."""
_ARM = (0.12, 0.12)
"""How far from the edges of a cell the arms of an X end, in its height and in its width."""
_X = 0.91
"""Ink along the arms of an X that all cells have in common; words that nobody typed over had up to 0.88."""


@dataclass(frozen=True, slots=True)
class Typing:
    """How the words of a page are typed, in the order they were given.

    `cells` is how many each has, `closed` the share of gaps between them that ink closes, `dark` how much ink each has
    beside the usual word. `worn` says that letters run together on the page, so that closed gaps mean nothing.
    """

    step: float
    cells: tuple[int, ...]
    closed: tuple[float, ...]
    dark: tuple[float, ...]
    worn: bool


def typing(ink: Ink, words: Sequence[Box], letters: Sequence[int]) -> Typing | None:
    """How a page is typed; `letters` is how many each word has. None where too few words tell the step."""
    long = [i for i, count in enumerate(letters) if count >= _LONG]
    steps = [step for i in long if _PITCHES[0] <= (step := words[i].width / letters[i]) <= _PITCHES[1]]
    if len(steps) < _FEW:
        return None
    step = median(steps)
    shares = tuple(closed(ink, word, step) for word in words)
    inked = [float(cut(ink, word).mean()) if word.area else 0.0 for word in words]
    usual = max(median(inked[i] for i in long), 1e-6)
    return Typing(
        step,
        tuple(round(word.width / step) for word in words),
        shares,
        tuple(share / usual for share in inked),
        worn=median(shares[i] for i in long) > _WORN,
    )


def closed(ink: Ink, word: Box, step: float) -> float:
    """The share of the gaps between a word's cells that ink closes, for the best place the cells may have."""
    top, bottom = (word.top + round(share * word.height) for share in _BODY)
    columns = np.asarray(cut(ink, Box(word.left, top, word.right, bottom)).any(axis=0), bool)
    inked = np.flatnonzero(columns)
    if inked.size == 0 or inked[-1] - inked[0] < 1.5 * step:
        return 0.0
    columns = columns[inked[0] : inked[-1] + 1]
    return min(np.count_nonzero(columns[places]) / places.size for places in _between(columns.size, step))


def typed_over(ink: Ink, word: Box, step: float) -> bool:
    """Whether an X stands in every cell of a word, alone or over another letter."""
    if round(word.width / step) < _FEWEST_CELLS:
        return False
    patch = cut(ink, word)
    rows = np.flatnonzero(patch.any(axis=1))
    if rows.size == 0:
        return False
    body = patch[rows[0] : rows[-1] + 1]
    return any(_arms(common) >= _X for common in _common(body, step))


def _between(width: int, step: float) -> Iterator[NDArray[np.intp]]:
    """The columns between cells, for each place where the first cell may end."""
    for first in range(round(0.5 * step), round(1.5 * step)):
        places = np.arange(first, width - 0.4 * step, step).astype(np.intp)
        if places.size:
            yield places


def _common(body: Ink, step: float) -> Iterator[NDArray[np.float32]]:
    """For each place where the first cell may begin, how many of the cells are inked where, as shares."""
    width = body.shape[1]
    for begin in range(-round(0.3 * step), round(0.7 * step)):
        lefts = np.arange(begin, width - 0.7 * step, step)
        cells = [
            cv2.resize(
                body[:, max(0, round(left)) : round(left + step)].astype(np.float32),
                _CELL[::-1],
                interpolation=cv2.INTER_AREA,
            )
            for left in lefts
            if round(left + step) - max(0, round(left)) > 0.6 * step
        ]
        if len(cells) >= _FEWEST_CELLS:
            yield np.mean(np.stack(cells) > 0.4, axis=0, dtype=np.float32)


def _arms(common: NDArray[np.float32]) -> float:
    """How far what the cells have in common is an X: the ink along its fainter arm, as a share of the cells."""
    rows, columns = _CELL
    down = np.linspace(_ARM[0], 1 - _ARM[0], 9)
    along = _ARM[1] + (1 - 2 * _ARM[1]) * down
    ys = np.round(down * (rows - 1)).astype(int)
    thick = np.asarray(cv2.dilate(common, np.ones((3, 3), np.uint8)))
    falling, rising = (np.round(xs * (columns - 1)).astype(int) for xs in (along, 1 - along))
    return min(float(thick[ys, falling].mean()), float(thick[ys, rising].mean()))
