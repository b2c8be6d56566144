"""Words as a machine may have misread them: `Kuznetsov` is found in `Kuznetsoy`, `IL-28` in `1L-28`.

A word of a query stands for every word of the papers that is near enough. Near is counted in edits, where taking one
character for another of the same look costs little and any other change costs one. How far apart two words may be
depends on whether the papers have the word as it is spelt: if so, only what OCR does to it is looked for; if not, the
query itself may be misspelt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from onionskin import lexicon

LOOK_ALIKE = 0.3
"""The cost of taking `v` for `y`, `rn` for `m`."""

FAR = 99.0
"""The cost of what no machine does."""

LONG = 8
"""Letters of a word that is hardly ever one edit away from another word."""

MOST_VARIANTS = 12
"""Of one word; the nearest are taken."""

MOST_SPELLINGS = 24
"""Of a word that is several (`IL-28`): each variant of the one with each of the other."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A word of the papers, and how far it is from the word that was asked for."""

    word: str
    cost: float


def reach(word: str, *, spelt_so: bool) -> float:
    """How far a variant may be; `spelt_so` where the papers have the word itself.

    Numbers are names: no digit is taken for another one. In short words one edit leads to another word (letter,
    better).
    """
    length = len(word)
    if length == 1:
        return 0.0
    if length <= 3 or any(map(str.isdigit, word)):
        return LOOK_ALIKE if length <= 3 else 2 * LOOK_ALIKE
    if spelt_so:
        return 2 * LOOK_ALIKE if length < LONG else 1.0
    if length == 4:
        return 2 * LOOK_ALIKE
    return 1.0 if length < LONG else 2.0


def is_misread(word: str, papers: int, other_papers: int) -> bool:
    """Whether a near word can be a misreading of this one, by how many papers have each.

    Short words that papers have about as often are two words (`come`, `came`): a machine misreads one time in
    many. Long ones that are so near are one word, whatever it is that was misread.
    """
    fewer, more = sorted((papers, other_papers))
    return len(word) >= LONG or fewer <= 2 or fewer * 10 <= more


def longest_difference(word: str, *, spelt_so: bool) -> int:
    """By how many characters a variant may be longer or shorter; the most plain edits it may be away as well."""
    return 3 if reach(word, spelt_so=spelt_so) > 1.0 else 2


def variants(word: str, vocabulary: Iterable[str], *, spelt_so: bool) -> tuple[Variant, ...]:
    """The words of the vocabulary that a machine may have made of this one, nearest first, itself not among them."""
    far = reach(word, spelt_so=spelt_so)
    if not far:
        return ()
    most = longest_difference(word, spelt_so=spelt_so)
    near = extract(word, list(vocabulary), scorer=Levenshtein.distance, score_cutoff=most, limit=None)
    found = [
        Variant(other, cost)
        for other, edits, _ in near
        if edits and (edits == 1 or far > 1.0 or _begin_alike(word, other)) and (cost := distance(word, other)) <= far
    ]
    return tuple(sorted(found, key=lambda variant: (variant.cost, variant.word))[:MOST_VARIANTS])


def spellings(words: tuple[str, ...], near: Mapping[str, tuple[Variant, ...]]) -> tuple[tuple[str, ...], ...]:
    """Every way in which these words may have been misread, nearest first; as they are spelt is not among them."""
    choices = [(Variant(word, 0.0), *near.get(word, ())) for word in words]
    made = sorted(product(*choices), key=lambda way: sum(variant.cost for variant in way))
    return tuple(tuple(variant.word for variant in way) for way in made[1 : MOST_SPELLINGS + 1])


def distance(one: str, other: str) -> float:
    """How far two words are apart; a digit for another digit, or one more or less, is as far as can be."""
    return _apart(*_without_common_ends(one, other))


def _begin_alike(one: str, other: str) -> bool:
    """Whether the first change from one to the other can be a look-alike: where two are made, each must be."""
    one, other = _without_common_ends(one, other)
    return any((one[:m], other[:n]) in look_alikes() for m in (1, 2) for n in (1, 2))


@lru_cache(maxsize=65_536)
def _apart(one: str, other: str) -> float:
    """What is left of two words once their ends are gone is short, and the same for many."""
    table = [[FAR] * (len(other) + 1) for _ in range(len(one) + 1)]
    table[0][0] = 0.0
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            for down, right, cost in _steps(one[i : i + 2], other[j : j + 2]):
                table[i + down][j + right] = min(table[i + down][j + right], table[i][j] + cost)
    return round(table[-1][-1], 2)


def _steps(one: str, other: str) -> Iterator[tuple[int, int, float]]:
    """What can be done with the next two characters of each: how many of both it takes, and its cost."""
    if one:
        yield 1, 0, FAR if one[0].isdigit() else 1.0
    if other:
        yield 0, 1, FAR if other[0].isdigit() else 1.0
    if one and other:
        same, digits = one[0] == other[0], one[0].isdigit() and other[0].isdigit()
        yield 1, 1, 0.0 if same else FAR if digits else 1.0
        yield from (
            (len(left), len(right), LOOK_ALIKE)
            for left in {one[:1], one}
            for right in {other[:1], other}
            if (left, right) in look_alikes()
        )


def _without_common_ends(one: str, other: str) -> tuple[str, str]:
    begin, short = 0, min(len(one), len(other))
    while begin < short and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < short - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[begin : len(one) - end], other[begin : len(other) - end]


@cache
def look_alikes() -> frozenset[tuple[str, str]]:
    """Pairs of one or two characters that are taken for one another, both ways round, from the lexicon."""
    pairs = {
        (entry.name.lower(), form.lower())
        for entry in lexicon.entries("confusions")
        for form in entry.forms
        if form.isalnum()
    }
    return frozenset(pairs | {(right, left) for left, right in pairs})
