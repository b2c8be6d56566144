"""What became of an offer: whether the other side took it up or declined it, as later papers tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from onionskin.ledger.likeness import Rarity, alike, same_matter, words_in_common, words_of
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import Match, Relation, likeliest
from onionskin.record.statements import Polarity, StatementType

ACCEPTING = re.compile(
    r"\b(?:accept(?:s|ed|able|ance)?|agree[sd]?|agreement (?:on|to)|concur(?:s|red)?|consent(?:s|ed)?|welcome[sd]?|"
    r"take[sn]? up|took up|undertakes?|undertook|promise[sd]?|will (?:be )?(?:lift|withdraw|remove)\w*)\b",
    re.IGNORECASE,
)
REFUSING = re.compile(
    r"\b(?:refuse[sd]?|refusal|reject(?:s|ed|ion)?|decline[sd]?|unacceptable|not (?:accept|agree|be accepted)\w*|"
    r"cannot|can not|could not|unable|unwilling|rule[sd]? out|turn(?:s|ed)? down|oppose[sd]?|object(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""`unacceptable` is looked for before `acceptable`; what is asked or thought to be acceptable is no answer."""
OPEN = re.compile(r"\b(?:asked|wondered|inquired|enquired|whether|if they|could be|might be|would be)\b", re.IGNORECASE)
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
    rarity = Rarity(papers, total)
    profile = words_of(offer, rarity)
    found: list[Match] = []
    for each in candidates:
        if each.record != paper.record and each.day and each.day >= paper.day:
            found += _answers(offer, profile, each, rarity)
    return likeliest(found)


def _answers(offer: Line, profile: Mapping[str, float], paper: Paper, rarity: Rarity) -> Iterator[Match]:
    for line in paper.lines:
        answer = _answer(line) if same_matter(offer, line) else None
        if answer is None:
            continue
        theirs = words_of(line, rarity)
        likeness = alike(profile, theirs)
        if likeness < LEAST:
            continue
        relation, word = answer
        own = bool(offer.sides[1]) and line.sides[0] == offer.sides[1]
        score = LIKE * likeness + OTHER_SIDE * own + PROMPT * _within_a_week(offer.day, line.day)
        reasons = (
            f"it says “{word}”",
            f"by {line.sides[0]}" if own else "",
            f"both speak of {words_in_common(offer.statement.quote, profile, theirs)}",
        )
        yield Match(relation, offer.id, paper.record, line.id, round(score, 3), tuple(filter(None, reasons)))


def _answer(line: Line) -> tuple[Relation, str] | None:
    """Whether a statement says yes or no, and with which word."""
    said = line.statement
    if said.type not in ANSWERING or OPEN.search(said.quote):
        return None
    refusing = REFUSING.search(said.quote)
    if refusing or (said.polarity is Polarity.DO_NOT and ACCEPTING.search(said.quote)):
        return Relation.DECLINED, refusing[0] if refusing else "not"
    accepting = ACCEPTING.search(said.quote)
    return (Relation.TAKEN_UP, accepting[0]) if accepting else None


def _within_a_week(first: str, second: str) -> bool:
    if not first or not second:
        return False
    return (date.fromisoformat(second) - date.fromisoformat(first)).days <= WEEK
