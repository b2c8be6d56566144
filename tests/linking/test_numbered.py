"""Telegrams cited by number: which record is meant, and when nobody can say."""

from __future__ import annotations

import pytest
from tests.linking.shelves import cited, shelf, telegram

from onionskin.linking.holdings import Card
from onionskin.linking.judging import decided
from onionskin.linking.numbered import numbered
from onionskin.record.references import Reference, Resolution, ResolutionState

HOME = "washington"
OUT = telegram("out", "1338", "1962-11-20", HOME, "united nations")
IN = telegram("in", "1338", "1962-09-20", "united nations", HOME)
ELSEWHERE = telegram("lima", "1338", "1962-11-19", HOME, "peru")
OWN = telegram("own", "1835", "1962-11-23", "united nations", HOME)

DEPTEL = cited("Deptel 1338", number="1338", series="DEPTEL", from_="Department of State", direction="outgoing")
EMBTEL = cited("Embtel 1338", number="1338", series="EMBTEL", to="Department of State", direction="incoming")


def means(reference: Reference, *held: Card, own: Card = OWN) -> Resolution:
    return decided(list(numbered(reference, own, shelf(own, *held))))


@pytest.mark.parametrize(
    ("reference", "record"),
    [
        (DEPTEL, "out"),
        (EMBTEL, "in"),
        (cited("your 1338", number="1338"), "out"),
        (cited("our telegram 1338", number="1338"), "in"),
        (cited("Lima’s 1338", number="1338", from_="Lima", to="Department of State", direction="incoming"), None),
        (cited("Deptel 1338 to Lima", number="1338", series="DEPTEL", to="Lima", direction="outgoing"), "lima"),
    ],
)
def test_one_number_is_told_apart_by_post_and_direction(reference: Reference, record: str | None) -> None:
    assert means(reference, OUT, IN, ELSEWHERE).record == record


def test_without_a_direction_two_of_one_number_stay_open() -> None:
    both = means(cited("telegram 1338", number="1338"), OUT, IN)
    assert both.state is ResolutionState.CANDIDATES
    assert {each.record for each in both.candidates} == {"in", "out"}


def test_a_number_alone_is_never_enough() -> None:
    own = Card("own", "s", "memorandum", "1962-11-23")
    assert means(DEPTEL, OUT, own=own).record is None


def test_what_is_not_held_is_linked_to_nothing() -> None:
    assert means(DEPTEL, IN, ELSEWHERE) == Resolution(ResolutionState.CITED_NOT_HELD)


@pytest.mark.parametrize("day", ["1962-11-25", "1961-09-01"])
def test_a_telegram_sent_later_or_in_an_earlier_run_of_numbers_is_not_meant(day: str) -> None:
    assert means(DEPTEL, telegram("x", "1338", day, HOME, "united nations")).record is None


def test_the_later_of_two_runs_is_meant() -> None:
    older = telegram("older", "1338", "1961-12-20", HOME, "united nations")
    assert means(DEPTEL, older, OUT).record == "out"


def test_a_date_that_is_said_decides() -> None:
    older = telegram("older", "1338", "1961-11-20", HOME, "united nations")
    assert (
        means(
            cited("Deptel 1338", number="1338", series="DEPTEL", direction="outgoing", date="1961-11-20"), OUT, older
        ).record
        == "older"
    )


def test_a_series_of_its_own_needs_no_post() -> None:
    secto = telegram("secto", "4", "1962-11-20", "germany", HOME, series="SECTO")
    other = telegram("other", "4", "1962-11-20", "united nations", HOME)
    assert means(cited("Secto 4", number="4", series="SECTO", direction="incoming"), secto, other).record == "secto"


def test_a_telegram_to_several_posts_names_none_of_them_by_itself() -> None:
    own = telegram("own", "900", "1962-11-23", HOME, "united nations", "peru")
    assert means(EMBTEL, IN, own=own).state is ResolutionState.CANDIDATES


def test_a_message_is_found_by_the_telegram_that_carried_it() -> None:
    message = Card("message", "s", "other", "1962-11-19", carried_by=("1338///united nations",))
    found = means(DEPTEL, message)
    assert found.record == "message"
    assert "its note says that telegram 1338 carried it" in found.candidates[0].reasons
    assert means(EMBTEL, message).record is None


def test_reasons_are_sentences_to_be_checked() -> None:
    (candidate,) = means(DEPTEL, OUT).candidates
    assert candidate.reasons == (
        "it is telegram 1338",
        "of 1962-11-20, 3 days before",
        "from washington to united nations, the Department's",
    )
