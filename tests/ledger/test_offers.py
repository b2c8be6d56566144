"""Whether an offer was taken up: what the other side said of it afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.papers import instruction, paper, says

from onionskin.ledger.matching import Match, Relation
from onionskin.ledger.offers import taken_up
from onionskin.record.statements import Polarity, StatementType

OFFER = replace(
    says(
        "os-order",
        "we would be prepared to lift the quarantine when the IL-28's are withdrawn",
        StatementType.OFFER,
        "1962-11-17",
        give="lift the quarantine",
        get="the IL-28's are withdrawn",
    ),
    sides=("United States", "Soviet Union"),
)


def answers(quote: str, day: str = "1962-11-20", side: str = "Soviet Union", **more: object) -> tuple[Match, ...]:
    line = replace(says("os-answer", quote, StatementType.POSITION, day, **more), sides=(side, ""))
    return taken_up(OFFER, instruction("os-order", "1962-11-17"), [paper("os-answer", day, line)], {}, 50)


@pytest.mark.parametrize(
    ("quote", "relation", "word"),
    [
        ("Khrushchev agreed to withdraw the IL-28's if the quarantine is lifted", Relation.TAKEN_UP, "agreed"),
        ("Soviets accept lifting of quarantine for withdrawal of bombers", Relation.TAKEN_UP, "accept"),
        ("lifting of the quarantine for the bombers is unacceptable", Relation.DECLINED, "unacceptable"),
        ("he refused to withdraw the IL-28's", Relation.DECLINED, "refused"),
        ("they cannot accept withdrawal of the bombers", Relation.DECLINED, "cannot"),
    ],
)
def test_an_answer_speaks_of_the_offer_and_says_yes_or_no(quote: str, relation: Relation, word: str) -> None:
    [match] = answers(quote)
    assert (match.relation, match.record, match.line) == (relation, "os-answer", OFFER.id)
    assert match.reasons[:2] == (f"it says “{word}”", "by Soviet Union")
    assert not match.asserted


def test_a_yes_with_a_not_is_a_no() -> None:
    [match] = answers("they nowhere agree to withdraw IL-28's", polarity=Polarity.DO_NOT)
    assert match.relation is Relation.DECLINED


@pytest.mark.parametrize(
    ("quote", "day"),
    [
        ("he asked whether we agree to lift the quarantine for the IL-28's", "1962-11-20"),
        ("Khrushchev agreed to discuss wheat", "1962-11-20"),
        ("the quarantine and the bombers were discussed", "1962-11-20"),
        ("they agreed to withdraw the IL-28's", "1962-11-10"),
    ],
    ids=["a question", "another matter", "neither yes nor no", "before the offer"],
)
def test_what_is_no_answer(quote: str, day: str) -> None:
    assert answers(quote, day) == ()


def test_the_other_side_and_soon_is_likelier() -> None:
    quote = "agreed to withdraw the IL-28's"
    [theirs], [ours], [late] = answers(quote), answers(quote, side="United States"), answers(quote, day="1962-12-20")
    assert theirs.score > ours.score
    assert theirs.score > late.score
