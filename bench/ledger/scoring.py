"""When a statement that was found is one that was read by hand, and what is counted of it.

It is when its type is among those of the other, when both share at least half of the other's words, and when it is not
three times as long. One goes with one, the pairs that overlap most first. What an annotator marked `maybe` is neither
asked for nor counted wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bench.ledger.truth import Told, Words
from bench.tally import Tally

SHARED, LONGEST = 0.5, 3
STATES_POLARITY = frozenset({"instruction", "disclosure", "position", "offer", "commitment", "proposal"})

EVERY = ("",)
"""The type of everything, where types are not asked for."""

Pairs = list[tuple[Told, Told]]


@dataclass(slots=True)
class Score:
    """The counts of some papers. Of the parts of a statement only those are counted that were found rightly."""

    statements: Tally = field(default_factory=Tally)
    parts: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    types: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rules: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    places: Tally = field(default_factory=Tally)
    """The same as statements where no type were asked for: what is lost by words alone."""
    mistaken: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What was found on the words of something else: (likeliest type, type found)."""

    def add(self, truth: Sequence[Told], found: Sequence[Told]) -> Verdict:
        """Counts one paper."""
        verdict = judged(truth, found)
        anywhere = judged(
            [replace(each, types=EVERY) for each in truth], [replace(each, types=EVERY) for each in found]
        )
        self.places.add(Tally(len(anywhere.right), len(anywhere.extra), len(anywhere.missed)))
        self.statements.add(Tally(len(verdict.right), len(verdict.extra), len(verdict.missed)))
        for asked, got in verdict.right:
            self.types[asked.types[0]].right += 1
            self.rules[got.rule].right += 1
            for part, right in parts(asked, got):
                self.parts[part].add(Tally(int(right), 0, int(not right)))
        for asked in verdict.missed:
            self.types[asked.types[0]].missed += 1
        for got in verdict.extra:
            self.types[got.types[0]].extra += 1
            self.rules[got.rule].extra += 1
        for asked in verdict.missed:
            for got in verdict.extra:
                if stands_on(asked, got.words):
                    self.mistaken[asked.types[0], got.types[0]] += 1
        return verdict


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the statements of one paper."""

    right: Pairs
    extra: tuple[Told, ...]
    missed: tuple[Told, ...]


def judged(truth: Sequence[Told], found: Sequence[Told]) -> Verdict:
    """The statements of one paper, each with its own."""
    right = _paired([each for each in truth if not each.maybe], found)
    taken = {id(got) for _, got in right}
    rest = [each for each in found if id(each) not in taken]
    spared = {id(got) for _, got in _paired([each for each in truth if each.maybe], rest)}
    met = {id(asked) for asked, _ in right}
    return Verdict(
        right,
        tuple(each for each in rest if id(each) not in spared),
        tuple(each for each in truth if not each.maybe and id(each) not in met),
    )


def parts(asked: Told, got: Told) -> Iterable[tuple[str, bool]]:
    """Which parts of a statement that was found are right."""
    if asked.polarity and STATES_POLARITY & set(got.types):
        yield "polarity", asked.polarity == got.polarity
    if asked.strength and {"instruction", "disclosure"} & set(got.types):
        yield "strength", asked.strength == got.strength
    if asked.when:
        yield "condition", len(asked.when & got.when) >= SHARED * len(asked.when)
    elif got.when:
        yield "condition where none is", False
    for part in ("party", "counterpart"):
        if there := getattr(asked, part):
            yield part, _alike(there, getattr(got, part) or "")
    if asked.party:
        yield "party or its side", _alike(asked.party, got.party or "") or _for_state(asked.party, got.side or "")


def _paired(truth: Sequence[Told], found: Sequence[Told]) -> Pairs:
    by_overlap = sorted(
        (
            (-len(asked.words & got.words) / len(asked.words | got.words), i, j)
            for i, asked in enumerate(truth)
            for j, got in enumerate(found)
            if set(asked.types) & set(got.types) and stands_on(asked, got.words)
        ),
    )
    pairs: dict[int, int] = {}
    for _, i, j in by_overlap:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(truth[i], found[j]) for i, j in sorted(pairs.items())]


def stands_on(asked: Told, words: Words) -> bool:
    """Whether words that were found are those of a statement, whatever its type."""
    shared = len(asked.words & words)
    return shared >= SHARED * len(asked.words) and len(words) < LONGEST * len(asked.words)


WRITTEN_FOR = {
    "United States": ("US", "U.S.", "USG", "U.S. Government", "US Government", "Department", "Administration"),
    "United Kingdom": ("UK", "HMG", "British"),
    "Soviet Union": ("USSR", "Soviet", "Soviets", "Russians"),
    "Egypt": ("GOE", "UAR"),
    "Vietnam": ("GVN",),
    "France": ("French", "GOF"),
}
"""How annotators write a state where they do not write its name."""


def _for_state(asked: str, side: str) -> bool:
    """Whether the annotator names the state for which the party that was found speaks: `GOE` where Fawzi said it."""
    return bool(side) and (_alike(asked, side) or asked in WRITTEN_FOR.get(side, ()))


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word that says something: `the Soviets` and `Soviet Government`."""
    first, second = (
        {word[:5] for word in each.lower().split() if len(word) > 2 and word != "the"} for each in (one, other)
    )
    return bool(first & second)
