"""A reading's seven states, and the honesty of its ink."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.papers import telegram

from onionskin.record.evidence import Deed, Inference, Ink
from onionskin.record.page import PageNumber
from onionskin.record.reading import Reading, ReadingState, absent, found, inferred
from onionskin.record.span import Span

INK = Ink(PageNumber(1), Span(4, 8), "telegram")


@pytest.mark.parametrize("state", ["found", "doubtful", "inferred", "asserted"])
def test_these_states_need_a_value(state: str) -> None:
    assert Reading("1338", ReadingState(state)).value == "1338"
    with pytest.raises(ValueError, match="cannot have the value None"):
        Reading(None, ReadingState(state))


@pytest.mark.parametrize("state", ["illegible", "withheld", "absent"])
def test_these_states_have_none(state: str) -> None:
    assert Reading(None, ReadingState(state)).value is None
    with pytest.raises(ValueError, match="cannot have the value"):
        Reading("1338", ReadingState(state))


def test_there_are_seven_states() -> None:
    assert len(ReadingState) == 7


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan"), float("inf")])
def test_confidence_runs_from_nought_to_one(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        Reading("1338", ReadingState.FOUND, confidence=confidence)


def test_an_empty_value_is_a_value() -> None:
    """`0` pages and `""` were read; only None was not."""
    assert Reading(0, ReadingState.FOUND).value == 0
    assert Reading("", ReadingState.FOUND).value == ""


def test_the_ink_is_picked_out_of_the_evidence() -> None:
    reading = Reading("1338", ReadingState.FOUND, "1338", 1.0, (Inference("r"), INK, Deed("an editor", "2026")))
    assert reading.ink == (INK,)


def test_the_three_ways_to_make_one() -> None:
    assert found("1338", "1338", INK).state is ReadingState.FOUND
    guess = inferred("DEPTEL", Inference("series-from-direction"), reason="an outgoing telegram")
    assert (guess.state, guess.confidence, guess.ink) == (ReadingState.INFERRED, 0.9, ())
    blank: Reading[str] = absent("the line is blank", INK)
    assert (blank.state, blank.value, blank.ink) == (ReadingState.ABSENT, None, (INK,))


def test_a_reading_whose_ink_says_something_else_is_found_out() -> None:
    paper = telegram()
    number = paper.one("number")
    assert number is not None
    assert paper.ink_faults() == []
    lying = replace(paper, fields={**paper.fields, "number": replace(number, as_printed="2")})
    assert lying.ink_faults() == ["/fields/number"]


def test_ink_on_a_page_that_the_paper_has_not_is_found_out() -> None:
    paper = telegram()
    number = paper.one("number")
    assert number is not None
    elsewhere = replace(number, evidence=(Ink(PageNumber(9), Span(0, 1), "telegram"),))
    assert replace(paper, fields={**paper.fields, "number": elsewhere}).ink_faults() == ["/fields/number"]


def test_a_document_gives_one_reading_or_many_and_never_the_wrong_sort() -> None:
    paper = telegram()
    assert paper.one("to") is None
    assert paper.many("number") == ()
    assert len(paper.many("to")) == 1
    assert {pointer for pointer, _ in paper.readings()} >= {"/fields/number", "/fields/to/0", "/stamps/0/date"}
