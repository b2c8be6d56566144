"""Every turn by which papers order, ask, stand, offer, promise, judge and tell is told for what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.orders_given import DEADLINES, DISCLOSURES, INSTRUCTIONS, RESCISSIONS, Turn
from tests.ledger.stands_taken import (
    ASSESSMENTS,
    COMMITMENTS,
    COURTESIES,
    OFFERS,
    POSITIONS,
    PROPOSALS,
    REPORTS,
)
from tests.papers import telegram

from onionskin.ledger.extracting import statements_of

TURNS = tuple(
    (type_, *turn)
    for type_, turns in (
        ("instruction", INSTRUCTIONS),
        ("disclosure", DISCLOSURES),
        ("position", POSITIONS),
        ("offer", OFFERS),
        ("commitment", COMMITMENTS),
        ("proposal", PROPOSALS),
        ("assessment", ASSESSMENTS),
        ("report", REPORTS),
        ("deadline", DEADLINES),
        ("rescission", RESCISSIONS),
    )
    for turn in turns
)


def told(*body: str) -> list[tuple[str, str, str | None, str | None]]:
    """Quote, type, polarity and strength of what the paragraphs of an instructing telegram say."""
    return [(each.quote, each.type, each.polarity, each.strength) for each in statements_of(telegram(body=body))]


@pytest.mark.parametrize(("type_", "sentence", "polarity", "strength"), TURNS)
def test_a_turn_is_told_for_what_it_is(type_: str, sentence: str, polarity: str | None, strength: str | None) -> None:
    [(_, *said)] = told(sentence)
    assert said[0] == type_
    assert polarity in (None, said[1])
    assert strength in (None, said[2])


@pytest.mark.parametrize("sentence", COURTESIES)
def test_a_courtesy_says_nothing(sentence: str) -> None:
    assert told(sentence) == []


@given(st.sampled_from(TURNS))
def test_a_telegram_in_capitals_says_the_same(turn: tuple[str, str, str | None, str | None]) -> None:
    _, sentence, *_ = turn
    assert [said for _, *said in told(sentence.upper())] == [said for _, *said in told(sentence)]


LEADS = ("In this connection, ", "At the same time, ", "For the present, ", "In the light of the foregoing, ")


LED = ("In ", "At ", "For ", "Unless ", "Under ", "Meanwhile ", "Would ", "Will ", "No ")
"""How turns begin that have a lead of their own, or are questions."""
LEADABLE = tuple(turn for turn in INSTRUCTIONS + POSITIONS + COMMITMENTS if not turn[0].startswith(LED))


@given(st.sampled_from(LEADABLE), st.sampled_from(LEADS))
def test_what_leads_to_a_clause_changes_nothing(turn: Turn, lead: str) -> None:
    sentence, *_ = turn
    small = sentence if sentence.startswith(("I ", "US ", "GOE ")) else sentence[:1].lower() + sentence[1:]
    without = [said for _, *said in told(sentence)]
    assert [said for _, *said in told(lead + small)] == without
