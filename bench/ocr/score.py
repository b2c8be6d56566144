"""What a reader made of keyed pages, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields

from rapidfuzz.distance import Levenshtein

from bench.ocr.keyed import KeyedPage, Line, words

_FEWEST_WORDS = 3
_LOST_UNDER = 1 / 3


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one page or of several; every number is one of words, but the last two, which are of lines."""

    owed: int = 0
    found: int = 0
    given: int = 0
    """The reader's words."""
    right: int = 0
    """Of those, owed or allowed."""
    wrong: int = 0
    """Missing or too many, whichever are more, page by page."""
    astray: int = 0
    """Distance of the two sequences."""
    digits: int = 0
    digits_found: int = 0
    digits_flagged: int = 0
    """Not found, and a word with a digit near it is doubtful: at most as many as are."""
    right_flagged: int = 0
    lines: int = 0
    lost: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    @property
    def recall(self) -> float:
        """Of the owed words, so many found."""
        return self.found / max(1, self.owed)

    @property
    def precision(self) -> float:
        """Of the reader's words, so many owed or allowed."""
        return self.right / max(1, self.given)

    @property
    def word_errors(self) -> float:
        """For each owed word."""
        return self.wrong / max(1, self.owed)

    @property
    def in_order(self) -> float:
        """Distance for each owed word."""
        return self.astray / max(1, self.owed)

    @property
    def digits_answered(self) -> float:
        """Of the owed words with a digit, so many right or doubtful."""
        return (self.digits_found + self.digits_flagged) / max(1, self.digits)

    @property
    def flagged(self) -> float:
        """Of the reader's right words, so many doubtful."""
        return self.right_flagged / max(1, self.right)


def score(page: KeyedPage, text: str, doubtful: Collection[str] = ()) -> Counts:
    """One page as a reader gave it; `doubtful` are the printed words, each as often as it is called so."""
    given = page.digests(text)
    owed = [word for line in page.lines if line.owed for word in line.words]
    allowed = Counter(word for line in page.lines if not line.owed for word in line.words)
    got, want = Counter(given), Counter(owed)
    found = got & want
    free = (got - want) & allowed
    surplus = got - want - free
    missing = (want - got).total()
    numbers = Counter(w for line in page.lines if line.owed for w, d in zip(line.words, line.digits, strict=True) if d)
    numbers_found = (got & numbers).total()
    flags = Counter(page.digests(" ".join(doubtful)))
    with_digit = [word for word in words(" ".join(doubtful)) if any(map(str.isdigit, word))]
    # A doubtful word that is wrong answers for one that is missing; which one nobody can say without letters.
    wrong_numbers = (Counter(page.digests(" ".join(with_digit))) - found).total()
    typed = [line for line in page.lines if line.owed and len(line.words) >= _FEWEST_WORDS]
    return Counts(
        owed=len(owed),
        found=found.total(),
        given=len(given),
        right=found.total() + free.total(),
        wrong=max(missing, surplus.total()),
        astray=Levenshtein.distance(owed, _without(given, free)),
        digits=numbers.total(),
        digits_found=numbers_found,
        digits_flagged=max(0, min(wrong_numbers, numbers.total() - numbers_found)),
        right_flagged=(flags & (found + free)).total(),
        lines=len(typed),
        lost=sum(lost(line, given) for line in typed),
    )


def lost(line: Line, given: Sequence[str]) -> bool:
    """Whether nothing like the line is anywhere in the reader's words."""
    window, want = len(line.words) + 2, Counter(line.words)
    best = max(
        ((want & Counter(given[at : at + window])).total() for at in range(max(1, len(given) - window + 1))), default=0
    )
    return best < _LOST_UNDER * len(line.words)


def _without(given: Sequence[str], free: Counter[str]) -> list[str]:
    """The words but the allowed ones, of which the last go first."""
    left, kept = Counter(free), []
    for word in reversed(given):
        if left[word] > 0:
            left[word] -= 1
        else:
            kept.append(word)
    return kept[::-1]
