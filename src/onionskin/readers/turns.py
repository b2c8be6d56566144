"""Page turns judged together: where papers begin in a file, each turn in the light of all pages before and behind it.

A page that bears the number 2 says of the page before it that a paper begins there. So every beginning that the paper
of a page may have had is kept in mind, with how likely it is, until the pages behind have told (the forward-backward
algorithm; Rabiner, Proceedings of the IEEE 77, 1989, pages 262 and 263), and a turn is judged by all of them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onionskin.readers.leaves import Leaf
from onionskin.readers.turn_signs import Sign, signs_of, weights

COMMON = 0.34
"""Share of a file's pages from which a number is the archive's and not a paper's."""
MOST = 0.7
"""Share of a file's pages up to which a notice of release stands over the first pages of papers."""
FAINT = -7.0
"""How much less likely (a logarithm) than the best a beginning may be and still be kept in mind."""
IN_MIND = 6
"""Beginnings of one paper that are kept in mind."""
CERTAIN = 30.0
"""Log-odds beyond which nothing is doubtful."""
NEVER = -1e9
"""The logarithm of next to nothing."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn to the page that begins at line `line` (an index): how likely a paper begins there, and what says so."""

    line: int
    likely: float
    signs: tuple[Sign, ...]

    @property
    def begins(self) -> bool:
        """Whether one does, as far as the signs say."""
        return self.likely > 0.5

    @property
    def reasons(self) -> tuple[str, ...]:
        """The signs in words, those that tell for the answer first."""
        ordered = sorted(self.signs, key=lambda s: -s.weight if self.begins else s.weight)
        for_it = [s.words for s in ordered if (s.weight > 0) is self.begins]
        against = [f"but {s.words}" for s in ordered if (s.weight > 0) is not self.begins]
        alone = odds_of(self.signs) > 0
        return (*for_it, *([] if alone is self.begins else ["the pages behind it fit better so"]), *against)


def odds_of(signs: Iterable[Sign]) -> float:
    """Log-odds of a new paper at a turn that has these signs: most pages go on."""
    return weights()["prior"] + sum(sign.weight for sign in signs)


def find_turns(leaves: Sequence[Leaf], decided: Mapping[int, bool]) -> list[Turn]:
    """Every turn between two pages with ink, backs of pages apart.

    `decided` says by the index of a page's first line with ink what a person decided: that it begins a paper, or not.
    """
    pages = without_backs(leaves, decided)
    pile = Pile(leaves, pages)
    odds = _odds(pile, decided)
    likely = _together(odds)
    out: list[Turn] = []
    first = 0
    for at, page in enumerate(pages[1:], 1):
        signs = pile.signs(first, at)
        out.append(Turn(page.start, likely[at], signs))
        first = at if likely[at] > 0.5 else first
    return out


def without_backs(leaves: Sequence[Leaf], decided: Mapping[int, bool]) -> list[Leaf]:
    """The pages without those that bear nothing but marks; the page behind such a one lies behind a blank one."""
    out: list[Leaf] = []
    gap = False
    for leaf in leaves:
        if out and leaf.bare and not decided.get(leaf.start, False):
            gap = True
            continue
        out.append(replace(leaf, blank_before=True) if gap else leaf)
        gap = False
    return out


class Pile:
    """The pages of a file, and the signs at each turn by the page on which the paper that lies before it began."""

    def __init__(self, leaves: Sequence[Leaf], pages: Sequence[Leaf]) -> None:
        self.pages = pages
        counts = Counter(token for leaf in leaves for token in leaf.tokens)
        self.common = frozenset(token for token, n in counts.items() if n > 3 and n > COMMON * len(leaves))
        self.depth = sorted(len(leaf.lines) for leaf in leaves)[len(leaves) // 2]
        # Where every page has the notice of release, it tells of none.
        self.notice_tells = 0 < sum(leaf.released for leaf in leaves) < MOST * len(leaves)
        self._known: dict[tuple[int, int], tuple[Sign, ...]] = {}

    def signs(self, first: int, at: int) -> tuple[Sign, ...]:
        """Those at the turn to a page, where the paper before it began on page `first` (indexes)."""
        known = self._known.get((first, at))
        if known is None:
            known = self._known[first, at] = tuple(self._signs(self.pages[first:at], self.pages[at]))
        return known

    def _signs(self, paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
        yield from signs_of(paper, leaf, self.common, self.depth)
        if leaf.blank_before:
            yield Sign("blank-before", "a blank page or the back of one lies before it")
        if leaf.released and (self.notice_tells or not paper[-1].released):
            yield Sign("released", "an archive's notice of release at its head, which is not on every page")


Odds = list[dict[int, float]]
"""For each page, by the page on which the paper before it may have begun, the log-odds that another begins there."""


def _odds(pile: Pile, decided: Mapping[int, bool]) -> Odds:
    """Of the beginnings that are likely enough as seen from the pages before; a person's decision is beyond doubt."""
    out: Odds = [{}]
    seen = {0: 0.0}
    for at, page in enumerate(pile.pages[1:], 1):
        told = decided.get(page.start)
        here = {
            first: odds_of(pile.signs(first, at)) if told is None else CERTAIN * (1 if told else -1) for first in seen
        }
        out.append(here)
        seen = _forward(seen, here, at)
        best = max(seen.values())
        kept = sorted((first for first in seen if seen[first] > best + FAINT), key=lambda first: -seen[first])
        seen = {first: seen[first] for first in kept[:IN_MIND]}
    return out


def _forward(seen: Mapping[int, float], odds: Mapping[int, float], at: int) -> dict[int, float]:
    """How likely each beginning is (logarithms) once page `at` is seen; the page may itself be one."""
    out = {first: held + _log_share(-odds[first]) for first, held in seen.items()}
    out[at] = _log_sum([held + _log_share(odds[first]) for first, held in seen.items()])
    return out


def _together(odds: Odds) -> list[float]:
    """For each page how likely (0 to 1) a paper begins there, by all pages before it and behind it."""
    ahead: list[dict[int, float]] = [{0: 0.0}]
    for at, here in enumerate(odds[1:], 1):
        seen = {first: held for first, held in ahead[-1].items() if first in here}
        ahead.append(_forward(seen, here, at))
    behind = dict.fromkeys(ahead[-1], 0.0)
    out = [1.0]
    for at, here in reversed([*enumerate(odds)][1:]):
        begins, goes_on = [], []
        before: dict[int, float] = {}
        for first, odd in here.items():
            new = _log_share(odd) + behind.get(at, NEVER)
            old = _log_share(-odd) + behind.get(first, NEVER)
            begins.append(ahead[at - 1][first] + new)
            goes_on.append(ahead[at - 1][first] + old)
            before[first] = _log_sum([new, old])
        out.append(1 / (1 + math.exp(min(CERTAIN, _log_sum(goes_on) - _log_sum(begins)))))
        behind = before
    return [out[0], *reversed(out[1:])]


def _log_share(odds: float) -> float:
    """The logarithm of the probability that has these log-odds."""
    return -math.log1p(math.exp(-odds)) if odds > -CERTAIN else odds


def _log_sum(logarithms: Sequence[float]) -> float:
    """The logarithm of the sum of what these are the logarithms of."""
    most = max(logarithms)
    return most + math.log(sum(math.exp(each - most) for each in logarithms))
