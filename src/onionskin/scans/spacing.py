"""Blanks that a recogniser lost, found again by the typewriter's step and by looking at the paper.

A typewriter moves on by the same step for every letter. Where two letters that follow one another in the recogniser's
text stand a step and a half apart or more, either a letter between them was missed or a blank was; which of the two,
the ink says. On a worn page of 1963 "with irrefutable evidence" came as "withirrefutableevidence": steps of 2.0, and
the gaps white. On another, UNTIL came as "UIL": a step of 1.6, and the gap dark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_WIDE = 1.55
"""Steps from letter to letter from which one looks at the paper; the places are good to a third of a step."""
_WHITE = 0.4
"""Ink in a gap up to which it is blank, in means of the line. Lost blanks had up to 0.38, lost letters mostly 0.5."""
_FAR = 2.5
"""Steps from which it need not be: two letters side by side are seldom missed, and a check box stands between words."""
_FEWEST_STEPS = 5
"""Within words of the line; of fewer the step is a guess."""
_SHORTEST_WORD = 3
_LETTER = 0.6
"""How far from its middle a letter's own ink may reach, in steps."""
_CHECK_BOX = re.compile(r"(\(X?\))")
"""It has a place of its own on a form, however close to its label: `INDICATE:()`, `()RELEASE()DECLASSIFY`."""


def words(text: str, middles: Sequence[float], strip: NDArray[np.uint8]) -> list[tuple[int, int]]:
    """The words of a line as half-open ranges of its letters (its characters without blanks).

    `middles` says for each letter where its middle stands, in pixels from the left of `strip`, the grey image of the
    line alone. The recogniser's own blanks are kept; a line too short to know its step gets none but around boxes.
    """
    own = _as_recognised(text)
    step = _step(own, middles)
    if step is None:
        return own
    shade = _shade(strip)
    found: list[tuple[int, int]] = []
    for start, end in own:
        begun = start
        for i in range(start + 1, end):
            apart = middles[i] - middles[i - 1]
            if apart > _FAR * step or (apart > _WIDE * step and _ink(shade, middles[i - 1], middles[i], step) < _WHITE):
                found.append((begun, i))
                begun = i
        found.append((begun, end))
    return found


def _as_recognised(text: str) -> list[tuple[int, int]]:
    ranges, at = [], 0
    for word in (part for whole in text.split() for part in _CHECK_BOX.split(whole) if part):
        ranges.append((at, at + len(word)))
        at += len(word)
    return ranges


def _step(own: Sequence[tuple[int, int]], middles: Sequence[float]) -> float | None:
    """Pixels from letter to letter within the words of the line, or None where there are too few."""
    long = [(middles[end - 1] - middles[start], end - start - 1) for start, end in own if end - start >= _SHORTEST_WORD]
    steps = sum(count for _, count in long)
    return sum(width for width, _ in long) / steps if steps >= _FEWEST_STEPS else None


def _shade(strip: NDArray[np.uint8]) -> NDArray[np.float64]:
    """How dark each column of the line is, in means of the line; above and below, other lines may reach in."""
    height = strip.shape[0]
    band = strip[int(height * 0.15) : int(height * 0.85) + 1].astype(np.float64)
    paper, ink = np.percentile(band, 90), np.percentile(band, 3)
    dark: NDArray[np.float64] = np.clip((paper - band) / max(float(paper - ink), 1.0), 0.0, 1.0).mean(axis=0)
    return dark / max(float(dark.mean()), 1e-6)


def _ink(shade: NDArray[np.float64], left: float, right: float, step: float) -> float:
    """The shade between two letters without what is their own; a third of a step is looked at in any case."""
    middle, half = (left + right) / 2, max((right - left) / 2 - _LETTER * step, 0.15 * step)
    between = shade[max(0, int(middle - half)) : int(middle + half) + 1]
    # A letter may be placed beyond the end of its line's strip, where the paper is white.
    return float(between.mean()) if between.size else 0.0
