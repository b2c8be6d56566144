"""What later papers say in answer to a statement: the walk that offers and commitments share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onionskin.ledger.likeness import Rarity, alike, of_note, speaks_of, words_in_common, words_of
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import Match, Relation, likeliest
from onionskin.record.statements import Statement

Answer = tuple[Relation, str]
"""What a later statement says came of the first, and with which word."""
Sides = tuple[bool, bool]
"""Whether a later statement is of the side whose the first is, and of the side that the first faces."""


@dataclass(frozen=True, slots=True)
class Listening:
    """How answers are listened for: `answer` tells whether a later statement is one, `worth` what its sides and the two
    days add to a score, `least` how alike the two must be; what they have in common adds up to `like`.
    """

    answer: Callable[[Statement], Answer | None]
    worth: Callable[[Sides, Line, Line], float]
    least: float
    like: float
    same_day: bool = False


def heard_of(
    said: Line, paper: Paper, candidates: Sequence[Paper], rarity: Rarity, listening: Listening
) -> tuple[Match, ...]:
    """The likeliest answers to a statement of `paper` in later papers, three at most; none is asserted."""
    profile = words_of(said, rarity)
    return likeliest(
        [
            match
            for each in candidates
            if each.record != paper.record and _follows(each, paper, listening.same_day)
            for match in _answers(said, profile, each, rarity, listening)
        ]
    )


def _follows(later: Paper, paper: Paper, same_day: bool) -> bool:
    return bool(later.day) and (later.day >= paper.day if same_day else later.day > paper.day)


def _answers(
    said: Line, profile: Mapping[str, float], later: Paper, rarity: Rarity, listening: Listening
) -> Iterator[Match]:
    matters = of_note(said)
    for line in later.lines:
        # Most lines are of other matters, and whether they are costs far less than what they say.
        answer = listening.answer(line.statement) if speaks_of(line, matters) else None
        if answer is None:
            continue
        theirs = words_of(line, rarity)
        likeness = alike(profile, theirs)
        if likeness < listening.least:
            continue
        relation, word = answer
        own, other = (bool(side) and line.sides[0] == side for side in said.sides)
        worth = listening.worth((own, other), said, line)
        reasons = (
            f"it says “{word}”",
            f"by {line.sides[0]}" if own or other else "",
            f"both speak of {words_in_common(said.statement.quote, profile, theirs)}",
        )
        score = listening.like * likeness + worth
        yield Match(relation, said.id, later.record, line.id, round(score, 3), tuple(filter(None, reasons)))
