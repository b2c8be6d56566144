"""The words of a collection, counted: what a word that no lexicon has may be a misreading of, and what it is not."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from onionskin.emending.lexical import Near, misreading, near_words
from onionskin.lexicon.period import frequencies

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]{1,2})?")
OFTEN = 4
"""A word that no lexicon has may be one if it stands so often."""
UNEXPLAINED = 10
"""And so many times more often than it would by misreading, if it is a name; if it is none, so many times as often as
the words near it.
"""
MUCH = 0.3


class Vocabulary:
    """How often each word stands in a collection, as it is printed there."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._printed = counts
        self.total = max(1, sum(counts.values()))
        self.judged: dict[str, bool] = {}
        """Words that were looked up already, and whether they are known."""

    @staticmethod
    def of(texts: Iterable[str]) -> Vocabulary:
        """The words of some texts."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(words_in(text))
        return Vocabulary(counts)

    @cached_property
    def _small(self) -> Counter[str]:
        small: Counter[str] = Counter()
        for word, count in self._printed.items():
            small[word.lower()] += count
        return small

    @cached_property
    def own(self) -> frozenset[str]:
        """Its own words, in small letters: in no lexicon, and there more often than misreading others explains."""
        known = frequencies()
        often = (word for word, count in self._small.items() if count >= OFTEN and len(word) > 2 and word not in known)
        return frozenset(word for word in often if self.count(word) > self._misread(word))

    @cached_property
    def _near(self) -> Near:
        return Near(self.own)

    def _misread(self, word: str) -> float:
        """More often than this a word does not stand there by misreading those near it.

        A name is itself where misreading explains a tenth of its places. Of a word in small letters the lexicon would
        know, one that is nearly as frequent as its neighbour is wanted.
        """
        if any(self.count(word[:at]) and self.count(word[at:]) for at in range(2, len(word) - 1)):
            return math.inf  # two words that ran together
        near = near_words(word)
        if self.printed(word) * 2 > self.count(word):
            return MUCH * max((self.count(other) for other in near), default=0)
        return UNEXPLAINED * sum(math.exp(misreading(other, word)) * self.count(other) for other in near)

    def count(self, word: str) -> int:
        """How often it stands there, in any case of its letters."""
        return self._small[word.lower()]

    def printed(self, word: str) -> int:
        """How often it stands there just so: `Brandov`, not `BRANDOV`."""
        return self._printed.get(word, 0)

    def share(self, word: str) -> float:
        """The natural logarithm of its share of all words; minus infinity for a word that does not stand there."""
        count = self.count(word)
        return math.log(count / self.total) if count else -math.inf

    def near(self, word: str) -> set[str]:
        """Its own words near one."""
        return self._near.to(word)


def words_in(text: str) -> list[str]:
    """The words of a text as a vocabulary counts them."""
    return WORD.findall(text)
