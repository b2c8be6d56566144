"""How well a record fits what is said of a cited paper, and what follows: a link, candidates, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onionskin.linking.holdings import Card
from onionskin.record.references import ReferenceCandidate, Resolution, ResolutionState

LINKED = 0.9
"""From this score on the record is taken for the paper that is cited; below it is a candidate."""
AHEAD = 0.05
"""By so much it must be ahead of the next."""
POSSIBLE = 0.3
"""Below this a record is not even a candidate."""
MOST = 5
"""Candidates that are listed."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A record that could be meant; the reasons are sentences that a historian can check."""

    card: Card
    score: float
    reasons: tuple[str, ...]


def decided(judged: Sequence[Judged]) -> Resolution:
    """Linked where one record fits and the next does clearly worse; else candidates, the best first."""
    ranked = sorted(
        (each for each in judged if each.score >= POSSIBLE), key=lambda each: (-each.score, each.card.record)
    )
    if not ranked:
        return Resolution(ResolutionState.CITED_NOT_HELD)
    best = ranked[:MOST]
    candidates = tuple(ReferenceCandidate(each.card.record, round(each.score, 2), each.reasons) for each in best)
    sure = best[0].score >= LINKED and (len(best) == 1 or best[0].score - best[1].score >= AHEAD)
    state = ResolutionState.LINKED if sure else ResolutionState.CANDIDATES
    return Resolution(state, best[0].card.record if sure else None, candidates)


def days_between(earlier: str, later: str) -> int | None:
    """Days from one day to another, None where one of them is not a whole day."""
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return None
