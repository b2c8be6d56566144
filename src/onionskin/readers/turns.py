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
CERTAIN = 300.0
"""Log-odds beyond which nothing is doubtful."""
COUNTED_OTHERWISE = frozenset({"another-number", "number-falls-back", "running-number"})
NEXT = frozenset({"next-number", "next-number-counted", "next-number-under-head"})
BARE = 3.0
"""What a bare number costs at most."""
MISCOUNTED = -2.0
"""What a page's number costs (a logarithm) that is not the one it has in its paper: the sheets before were lost."""
POINTED = 2
"""Pages whose numbers point to one beginning, from which it is kept in mind however faint it is."""
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
    likely = _together(_steps(pile, decided))
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
        self.pointed = _pointed(pages)
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


@dataclass(frozen=True, slots=True)
class _Step:
    """What it costs (a logarithm) that a paper begins on a page, and that the paper before it goes on there."""

    begins: float
    goes_on: float


Steps = list[dict[int, _Step]]
"""For each page, by the page on which the paper before it may have begun."""


def _steps(pile: Pile, decided: Mapping[int, bool]) -> Steps:
    """Of the beginnings that are likely enough as seen from the pages before; a person's decision is beyond doubt."""
    out: Steps = [{}]
    seen = {0: 0.0}
    for at, page in enumerate(pile.pages[1:], 1):
        out.append({first: _step(page, pile.signs(first, at), decided.get(page.start)) for first in seen})
        seen = _forward(seen, out[-1], at)
        best = max(seen.values())
        kept = sorted((first for first in seen if seen[first] > best + FAINT), key=lambda first: -seen[first])
        held = {*kept[:IN_MIND], *(first for first in seen if pile.pointed.get(first, 0) > at)}
        seen = {first: log for first, log in seen.items() if first in held}
    return out


def _pointed(pages: Sequence[Leaf]) -> dict[int, int]:
    """The pages on which a paper began by the numbers of two pages or more behind it, each with the last of these."""
    told = [(at - number.n + 1, at) for at, page in enumerate(pages) for number in page.numbers if number.n > 1]
    often = Counter(first for first, _ in told)
    return {first: at for first, at in sorted(told) if first >= 0 and often[first] >= POINTED}


def _step(page: Leaf, signs: Sequence[Sign], told: bool | None) -> _Step:
    """By the signs of a turn, or as a person decided it (`told`).

    A number that fits neither the paper before nor a first page speaks against the beginning that this paper was given.
    """
    odds = odds_of(signs) if told is None else CERTAIN if told else -CERTAIN
    strange = _strange(page, signs)
    return _Step(strange + _log_share(odds), strange + _log_share(-odds))


def _strange(page: Leaf, signs: Sequence[Sign]) -> float:
    """What the page's number costs (a logarithm) in a paper where it is not the next; a bare one may be anything on the
    page, and is the less likely to stand there by chance the greater it is.
    """
    names = {sign.name for sign in signs}
    if names & COUNTED_OTHERWISE:
        return MISCOUNTED
    bare = [number.n for number in page.numbers if number.bare and number.n > 1]
    return -min(BARE, math.log(min(bare))) if bare and not names & NEXT else 0.0


def _forward(seen: Mapping[int, float], steps: Mapping[int, _Step], at: int) -> dict[int, float]:
    """How likely each beginning is (logarithms) once page `at` is seen; the page may itself be one."""
    out = {first: held + steps[first].goes_on for first, held in seen.items()}
    out[at] = _log_sum([held + steps[first].begins for first, held in seen.items()])
    return out


def _together(steps: Steps) -> list[float]:
    """For each page how likely (0 to 1) a paper begins there, by all pages before it and behind it."""
    ahead: list[dict[int, float]] = [{0: 0.0}]
    for at, here in enumerate(steps[1:], 1):
        ahead.append(_forward({first: ahead[-1][first] for first in here}, here, at))
    behind = dict.fromkeys(ahead[-1], 0.0)
    out: list[float] = []
    for at in range(len(steps) - 1, 0, -1):
        new = {first: step.begins + behind.get(at, NEVER) for first, step in steps[at].items()}
        old = {first: step.goes_on + behind.get(first, NEVER) for first, step in steps[at].items()}
        before = ahead[at - 1]
        odds = _log_sum([before[first] + new[first] for first in new]) - _log_sum(
            [before[first] + old[first] for first in old]
        )
        out.append(math.exp(_log_share(max(-CERTAIN, min(CERTAIN, odds)))))
        behind = {first: _log_sum([new[first], old[first]]) for first in new}
    return [1.0, *reversed(out)]


def _log_share(odds: float) -> float:
    """The logarithm of the probability that has these log-odds."""
    return -math.log1p(math.exp(-odds)) if odds > -CERTAIN else odds


def _log_sum(logarithms: Sequence[float]) -> float:
    """The logarithm of the sum of what these are the logarithms of."""
    most = max(logarithms)
    return most + math.log(sum(math.exp(each - most) for each in logarithms))
