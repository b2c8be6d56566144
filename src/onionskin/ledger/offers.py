"""What became of an offer: whether the other side took it up or declined it, as later papers tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from onionskin.ledger.heard_of import Answer, Listening, Sides, heard_of
from onionskin.ledger.likeness import Rarity
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import Match, Relation
from onionskin.ledger.pledged import saying
from onionskin.record.statements import Polarity, Statement, StatementType

ANSWERING = frozenset({StatementType.POSITION, StatementType.REPORT, StatementType.COMMITMENT, StatementType.OFFER})
LEAST = 0.15
"""Likeness from which on a later statement may be an answer."""
LIKE, OTHER_SIDE, PROMPT = 0.6, 0.15, 0.1
"""What it adds to a score to speak of the same, to be the other side's own word, and to come within a week."""
WEEK = 7


def taken_up(
    offer: Line, paper: Paper, candidates: Sequence[Paper], papers: Mapping[str, int], total: int
) -> tuple[Match, ...]:
    """The likeliest answers to an offer of `paper` in later papers, three at most: taken up, or declined.

    `papers` says in how many of `total` papers each phrase stands. An answer speaks of the matter of the offer and says
    yes or no; who only asks about it has not answered. No answer is asserted: words of assent may be of something else.
    """
    return heard_of(offer, paper, candidates, Rarity(papers, total), LISTENING)


def _answer(said: Statement) -> Answer | None:
    """Whether a statement says yes or no, and with which word: `unacceptable` before `acceptable`."""
    if said.type not in ANSWERING or saying("asking").search(said.quote):
        return None
    refusing = saying("refusing").search(said.quote)
    accepting = saying("accepting").search(said.quote)
    if refusing or (said.polarity is Polarity.DO_NOT and accepting):
        return Relation.DECLINED, refusing[0] if refusing else "not"
    return (Relation.TAKEN_UP, accepting[0]) if accepting else None


def _worth(sides: Sides, offer: Line, answer: Line) -> float:
    return OTHER_SIDE * sides[1] + PROMPT * _within_a_week(offer.day, answer.day)


LISTENING = Listening(_answer, _worth, LEAST, LIKE, same_day=True)


def _within_a_week(first: str, second: str) -> bool:
    if not first or not second:
        return False
    return (date.fromisoformat(second) - date.fromisoformat(first)).days <= WEEK
