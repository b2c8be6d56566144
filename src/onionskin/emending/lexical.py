"""The words of the period with their frequencies, and which of them stand near a word that is none."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from onionskin import lexicon
from onionskin.lexicon.period import frequencies

ENDS = 4
"""Letters at the beginning and at the end by which words two letters apart are looked for."""
LONG = 7
"""Letters of a word from which on two of them may be misread."""
REMEMBERED = 1 << 13
"""Words and pairs of them that were asked for last: those of a worn paper seldom come again, and fill the memory."""
WORDS_AT_HAND = 64
"""Words of which it is remembered what they can be read for: the period's words are asked, and then the paper's."""


class Near:
    """Words by their ends, to find those at most two letters away without comparing them all."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_beginning: dict[str, list[str]] = defaultdict(list)
        self._by_end: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if len(word) >= LONG - 2:
                self._by_beginning[word[:ENDS]].append(word)
                self._by_end[word[-ENDS:]].append(word)

    def to(self, word: str) -> set[str]:
        """The words one letter away, or one that looks alike; of long words also those two letters away."""
        if not self._words:
            return set()
        found = set(self._words & _looking_alike(word))
        if len(word) < 2 * ENDS:
            found |= self._words & _one_edit(word)
        if len(word) >= LONG:
            # One letter away leaves four at one end of eight as they are, so these are found here as well.
            shelf = [*self._by_beginning.get(word[:ENDS], ()), *self._by_end.get(word[-ENDS:], ())]
            hits = extract(word, shelf, scorer=Levenshtein.distance, score_cutoff=2, limit=None)
            found.update(hit[0] for hit in hits)
        found.discard(word)
        return found


@cache
def _near_words() -> Near:
    return Near(frequencies())


@lru_cache(maxsize=REMEMBERED)
def near_words(word: str) -> tuple[str, ...]:
    """The words of the period near one that is none, sorted."""
    return tuple(sorted(_near_words().to(word)))


LETTERS = "abcdefghijklmnopqrstuvwxyz'"


@lru_cache(maxsize=WORDS_AT_HAND)
def _one_edit(word: str) -> frozenset[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    lost = [head + tail[1:] for head, tail in cuts if tail]
    other = [head + letter + tail[1:] for head, tail in cuts if tail for letter in LETTERS]
    more = [head + letter + tail for head, tail in cuts for letter in LETTERS]
    return frozenset(lost + other + more)


@cache
def confusions() -> Mapping[str, tuple[str, ...]]:
    """What is read to what may have stood there, both in small letters: `rn` to `m`, `1` to `l` and `i`."""
    out: dict[str, set[str]] = defaultdict(set)
    for entry in lexicon.entries("confusions"):
        if entry.text("kind") == "letter":
            for form in entry.forms:
                out[form.lower()].add(entry.name.lower())
    return MappingProxyType({form: tuple(sorted(names)) for form, names in out.items()})


@lru_cache(maxsize=WORDS_AT_HAND)
def _looking_alike(word: str) -> frozenset[str]:
    """The word with one or two of its characters taken for what they look like."""
    places = ((at, at + length) for at in range(len(word)) for length in (1, 2))
    hits = [(start, end, meant) for start, end in places for meant in confusions().get(word[start:end], ())]
    out = set()
    for n, (start, end, meant) in enumerate(hits):
        head = word[:start] + meant
        out.add(head + word[end:])
        out.update(head + word[end:at] + other + word[to:] for at, to, other in hits[n + 1 :] if at >= end)
    return frozenset(out)


KNOWN_PAIR, OTHER_PAIR, LOST, ADDED, ODD_ADDED = -4.0, -6.0, -5.5, -5.5, -4.5
"""Natural logarithms of how often a letter is misread so; only their differences matter."""


@lru_cache(maxsize=REMEMBERED)
def misreading(word: str, read: str) -> float:
    """How likely `word` is read as `read`: the sum of the logarithms of its hurts."""
    best = _aligned(word, read)
    for seen, meant in _double(read):
        # m read as rn is one hurt, though two letters differ.
        if meant in word:
            for at in _all(read, seen):
                undone = read[:at] + meant + read[at + len(seen) :]
                best = max(best, KNOWN_PAIR + (0.0 if undone == word else _aligned(word, undone)))
    return best


def _aligned(word: str, read: str) -> float:
    total = 0.0
    for edit in Levenshtein.editops(word, read):
        if edit.tag == "replace":
            pair = word[edit.src_pos] in confusions().get(read[edit.dest_pos], ())
            total += KNOWN_PAIR if pair else OTHER_PAIR
        elif edit.tag == "delete":
            total += LOST
        elif read[edit.dest_pos].isdigit():
            return -math.inf  # a figure may be a letter misread, it did not come from nowhere
        else:
            total += ADDED if read[edit.dest_pos].isalnum() else ODD_ADDED
    return total


def _double(read: str) -> Sequence[tuple[str, str]]:
    return [(seen, meant) for seen, names in _doubles() if seen in read for meant in names]


@cache
def _doubles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((seen, meant) for seen, meant in confusions().items() if len(seen) > 1)


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
