"""Whether what a statement hangs on came about, as later papers tell: "If Kuznetsov presses Caribbean inspection"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onionskin.ledger.likeness import Profile, Rarity, alike, in_common, words_in_common, words_of
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import Match, Relation, likeliest
from onionskin.ledger.matters import phrases_in
from onionskin.linking.topics import topics
from onionskin.phrases.word_classes import names_of
from onionskin.record.statements import Polarity, StatementType

TELLING = frozenset({StatementType.REPORT, StatementType.POSITION, StatementType.ASSESSMENT, StatementType.PROPOSAL})
DENYING = re.compile(r"\b(?:not|no|never|neither|nor|without|\w+n['’]t)\b", re.IGNORECASE)
LEAST = 0.25
"""Likeness from which on a later statement may tell that a condition came about."""
LIKE, NAMED = 0.7, 0.15
"""What it adds to a score that both speak of the same, and that both name the same man."""
FEWEST = 2
"""Words that a condition and what tells of it share; one of them names the matter, unless both name the same man."""
DENIED = 0.5
"""What is left of a score where the later statement has a *not* and the condition has none."""
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


def came_about(
    line: Line, paper: Paper, candidates: Sequence[Paper], papers: Mapping[str, int], total: int
) -> tuple[Match, ...]:
    """The later statements that tell likeliest that what a line hangs on came about, three at most; none is asserted.

    `papers` says in how many of `total` papers each phrase stands. Empty for a line that hangs on nothing.
    """
    when = line.statement.when
    if not when:
        return ()
    rarity = Rarity(papers, total)
    asked = _profile(when, rarity)
    found = [
        match
        for each in candidates
        if each.record != paper.record and each.day and each.day >= paper.day
        for match in _told(line, when, asked, each, rarity)
    ]
    return likeliest(found)


def _profile(when: str, rarity: Rarity) -> Profile:
    """Of what a condition speaks, weighed as statements are."""
    matters = {phrase.key: 2 * phrase.weight * rarity.of(phrase.key) for phrase in phrases_in(when)}
    return {stem: rarity.of(stem) for stem in topics(when)} | matters


def _told(line: Line, when: str, asked: Profile, paper: Paper, rarity: Rarity) -> Iterator[Match]:
    matters = frozenset(phrase.key for phrase in phrases_in(when))
    names = _names(when)
    for other in paper.lines:
        if other.statement.type not in TELLING:
            continue
        theirs = words_of(other, rarity)
        likeness = alike(asked, theirs)
        same_man = sorted(names & _names(other.statement.quote))
        shared = in_common(asked, theirs, len(asked))
        if likeness < LEAST or len(shared) < FEWEST or not (same_man or matters.intersection(shared)):
            continue
        quote = other.statement.quote
        denied = not DENYING.search(when) and bool(other.statement.polarity is Polarity.DO_NOT or DENYING.search(quote))
        score = (LIKE * likeness + NAMED * bool(same_man)) * (DENIED if denied else 1)
        reasons = (
            f"both name {same_man[0]}" if same_man else "",
            f"both speak of {words_in_common(when, asked, theirs)}",
            "it says so with a not" if denied else "",
        )
        told = tuple(filter(None, reasons))
        yield Match(Relation.TRIGGERED, line.id, paper.record, other.id, round(score, 3), told)


def _names(words: str) -> frozenset[str]:
    """Names of persons, as far as they are no peoples, places or the first word of the condition."""
    found = (m[0] for m in NAME.finditer(words))
    return frozenset(name for name in found if name.lower() not in names_of("demonyms", "places", "posts", "ordinary"))
