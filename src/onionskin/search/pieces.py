"""The words of the papers that a machine may have made of a row of words: of one, of two that ran together, of a part.

Words are looked up by their threes of letters, in which a word that is hurt once or twice is still itself. All words of
a collection are looked through at once, in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

BEGIN, END = "^^", "$$"
"""So that the ends of a word are threes of their own."""
SHORT = 5
"""Letters of a word that may be hurt once and no more, or of which nothing is left."""
SHARED = 0.4
"""Of a longer word's threes, how many must be there for a closer look."""
TOGETHER = 3
"""Words that may have run together."""
SELDOM = 120
"""Papers with a word that may still tell one from the other."""
MOST = 60
"""Words that are taken for one part of the row, the nearest first; of those that have it in them, half as many."""

_BITS = 6
_ALPHABET = {char: n for n, char in enumerate("^$abcdefghijklmnopqrstuvwxyz0123456789", 1)}
_OTHERS = len(_ALPHABET) + 1
_THREES = 1 << (3 * _BITS)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of the papers that may stand for the row's words from `at` on; `like` is the share of its letters unhurt.

    So many papers have it.
    """

    word: str
    at: int
    like: float
    papers: int


class Threes:
    """Which words of a collection have which three letters in a row."""

    def __init__(self, every: Sequence[tuple[str, int]]) -> None:
        """All words, each with the number of papers that have it."""
        self.words = [word for word, _ in every]
        self._papers = np.array([papers for _, papers in every], dtype=np.int64)
        codes = _codes("".join(f"{BEGIN}{word}{END}" for word in self.words))
        lengths = np.array([len(word) for word in self.words], dtype=np.int64)
        owners = np.repeat(np.arange(len(every), dtype=np.int32), lengths + len(BEGIN + END))
        threes = _threes(codes)
        within = owners[:-2] == owners[2:] if len(owners) else np.zeros(0, dtype=bool)
        threes, owners = threes[within], owners[: len(within)][within]
        self._owners = owners[np.argsort(threes, kind="stable")]
        self._ends = np.cumsum(np.bincount(threes, minlength=_THREES))
        whole = lengths + 2
        self._due = np.where(lengths <= SHORT, whole - 3, np.ceil(SHARED * whole)).astype(np.int64)

    def of_row(self, run: Sequence[str]) -> list[Piece]:
        """The words that may stand for one of the row's, for some that ran together, or for a part of one."""
        shared = self._shared(("".join(run), *(f"{BEGIN}{word}{END}" for word in run)))
        numbers = np.flatnonzero((shared >= self._due) & (self._papers <= SELDOM))
        near = [self.words[n] for n in numbers]
        if not near:
            return []
        parts = [
            (at, "".join(run[at : at + length]))
            for length in range(1, TOGETHER + 1)
            for at in range(len(run) - length + 1)
        ]
        edits = cdist([part for _, part in parts], near, scorer=Levenshtein.distance)
        found: dict[int, tuple[float, int]] = {}
        for (at, part), row in zip(parts, edits, strict=True):
            for n in np.argsort(row, kind="stable")[:MOST]:
                if row[n] > _most_edits(part):
                    break
                found[n] = max((float(1 - row[n] / len(part)), at), found.get(n, (0.0, 0)))
        for at, word in enumerate(run):
            for n in islice((n for n, other in enumerate(near) if _has_in_it(other, word)), MOST // 2):
                short, long = sorted((len(near[n]), len(word)))
                found[n] = max((short / long, at), found.get(n, (0.0, 0)))
        return [Piece(near[n], at, like, int(self._papers[numbers[n]])) for n, (like, at) in found.items()]

    def _shared(self, texts: Iterable[str]) -> NDArray[np.int64]:
        """How many of the threes of these texts each word has."""
        asked = np.unique(np.concatenate([_threes(_codes(text)) for text in texts]))
        ends = self._ends[asked]
        starts = np.where(asked > 0, self._ends[asked - 1], 0)
        held = [self._owners[start:end] for start, end in zip(starts, ends, strict=True)]
        return np.bincount(np.concatenate(held), minlength=len(self.words))


def _most_edits(part: str) -> int:
    return 1 if len(part) < SHORT else 2 if len(part) < 2 * SHORT else 3 if len(part) < 3 * SHORT else 4


def _has_in_it(one: str, other: str) -> bool:
    """Whether the shorter of two is how the longer begins or ends."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORT - 1 and (long.startswith(short) or long.endswith(short))


def _codes(text: str) -> NDArray[np.int64]:
    chars = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    return _TABLE[np.minimum(chars, len(_TABLE) - 1)]


def _threes(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    return (codes[:-2] << (2 * _BITS)) | (codes[1:-1] << _BITS) | codes[2:]


_TABLE = np.full(128, _OTHERS, dtype=np.int64)
for _char, _n in _ALPHABET.items():
    _TABLE[ord(_char)] = _n
