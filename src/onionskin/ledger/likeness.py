"""How much two papers, or two statements, speak of the same: what is rare and stands in both counts most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matters import phrases_in
from onionskin.linking.topics import topics

MOST_TOLD = 3
"""Words that are told of two things being alike."""
MARKS = ".,;:!?()[]“”\"’'"
OF_NOTE = 0.4
"""A phrase of less weight is a circumstance."""
Profile = Mapping[str, float]
"""What is spoken of, each with its weight."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of `total` papers something stands; what is not counted stands in one."""

    papers: Mapping[str, int]
    total: int
    known: dict[str, float] = field(default_factory=dict, compare=False)

    def of(self, key: str) -> float:
        """Near 0 for what all have; it grows with every doubling of papers that have it not."""
        if key not in self.known:
            self.known[key] = math.log(1 + self.total / max(1, self.papers.get(key, 1)))
        return self.known[key]


def among(papers: Iterable[Iterable[str]]) -> Rarity:
    """Rarity as these papers have it, each given by what stands in it."""
    counts: Counter[str] = Counter()
    total = 0
    for each in papers:
        counts.update(set(each))
        total += 1
    return Rarity(counts, total)


def matters_of(paper: Paper, rarity: Rarity) -> Profile:
    """Of what a paper speaks: the phrases of its statements and of its title, by weight and rarity."""
    weights: dict[str, float] = {}
    phrases = (phrase for line in paper.lines for phrase in line.phrases)
    for phrase in (*phrases, *phrases_in(paper.title)):
        weights[phrase.key] = max(weights.get(phrase.key, 0.0), phrase.weight)
    return {key: weight * rarity.of(key) for key, weight in weights.items()}


def words_of(line: Line, rarity: Rarity) -> Profile:
    """Of what a statement speaks: its phrases, and the stems of the words of its quote."""
    stems = {stem: rarity.of(stem) for stem in topics(line.statement.quote)}
    return stems | {phrase.key: 2 * phrase.weight * rarity.of(phrase.key) for phrase in line.phrases}


def alike(one: Profile, other: Profile) -> float:
    """0 for nothing in common, 1 for the same: the cosine of the angle between two profiles."""
    shared = sum(weight * other[key] for key, weight in one.items() if key in other)
    return shared / (_length(one) * _length(other)) if shared else 0.0


def words_in_common(words: str, one: Profile, other: Profile) -> str:
    """What says most that two profiles are alike, as `words` print it, of which the first is: `quarantine, lift`."""
    printed = {stem: word.lower() for word in words.split() for stem in topics(word)}
    shared = in_common(one, other, 2 * MOST_TOLD)
    plain = dict.fromkeys(printed[key].strip(MARKS) if key in printed else key for key in shared)
    return ", ".join(tuple(plain)[:MOST_TOLD])


def same_matter(one: Line, other: Line) -> bool:
    """Whether two statements are about something of the same: words alone (`request you inform him`) do not tell."""
    return speaks_of(other, of_note(one))


def speaks_of(line: Line, matters: frozenset[str]) -> bool:
    """Whether a statement is about one of these matters (`of_note`)."""
    return any(phrase.key in matters for phrase in line.phrases if phrase.weight >= OF_NOTE)


def of_note(line: Line) -> frozenset[str]:
    """The keys of the phrases that tell what a statement is about."""
    return frozenset(phrase.key for phrase in line.phrases if phrase.weight >= OF_NOTE)


def _length(profile: Profile) -> float:
    return math.sqrt(sum(weight * weight for weight in profile.values()))


def in_common(one: Profile, other: Profile, most: int = MOST_TOLD) -> tuple[str, ...]:
    """What says most that they are alike, the first of it first."""
    shared = sorted((key for key in one if key in other), key=lambda key: (-one[key] * other[key], key))
    return tuple(shared[:most])
