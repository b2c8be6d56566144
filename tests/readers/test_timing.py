"""When a telegram was sent and received."""

from __future__ import annotations

import pytest
from tests.readers.reading import one, paper, place, state, value
from tests.readers.sheets import INCOMING_1951, INCOMING_1962, OUTGOING_1947, OUTGOING_1961

from onionskin.record.evidence import Inference
from onionskin.record.reading import ReadingState


def test_the_time_stamp_is_washingtons() -> None:
    read = paper(OUTGOING_1961)
    assert value(read, "date") == "1961-02-09T19:14:00-05:00"
    assert place(read, "date") == (1, 13, "Feb 9  7 14 PM '61")


def test_the_received_stamp_may_go_on_over_two_lines() -> None:
    read = paper(INCOMING_1962)
    assert value(read, "received") == "1962-11-17T13:03:00-05:00"
    assert place(read, "received") == (1, 6, "November 17, 1962\n          1:03 p.m.")


def test_the_year_of_an_incoming_telegram_comes_from_its_receipt_and_its_hour_from_the_post() -> None:
    date = one(paper(INCOMING_1962), "date")
    assert date.value == "1962-11-17T19:00:00+03:00"
    assert date.state is ReadingState.INFERRED
    assert date.as_printed == "November 17, 7 p.m."
    assert any(isinstance(e, Inference) and "received" in e.rule for e in date.evidence)
    assert "year" in date.reason


def test_a_zone_of_half_hours() -> None:
    read = paper(INCOMING_1951)
    assert value(read, "date") == "1951-07-17T16:00:00+03:30"
    assert value(read, "received") == "1951-07-17T14:11:00-04:00"


def test_the_hour_may_stand_under_the_day() -> None:
    read = paper(OUTGOING_1947)
    assert value(read, "date") == "1947-05-08T19:00:00-04:00"


def incoming(number: str, received: str) -> str:
    return f"""
        INCOMING TELEGRAM   Department of State

        Rec'd: {received}

        FROM: Bonn
        TO: Secretary of State
        NO: {number}

        Foreign Minister said that he had read the note with care and that he
        would answer it before the meeting of the Council in the new year.

        DOWLING
        """


@pytest.mark.parametrize(
    ("number", "received", "date"),
    [
        ("1622, March 3, 1 p.m.", "March 3, 1960 9:15 a.m.", "1960-03-03T13:00:00+01:00"),
        ("1204, December 31, 6 p.m.", "January 1, 1960 1:12 a.m.", "1959-12-31T18:00:00+01:00"),
        ("POLTO 463, February 29, 11 a.m.", "February 29, 1960 9:15 a.m.", "1960-02-29T11:00:00+01:00"),
    ],
)
def test_the_year_is_the_last_that_the_receipt_allows(number: str, received: str, date: str) -> None:
    """A telegram of New Year's Eve received on New Year's Day is last year's."""
    assert value(paper(incoming(number, received)), "date") == date


def test_a_date_in_the_text_is_not_the_telegrams() -> None:
    read = paper(
        """
        OUTGOING TELEGRAM   Department of State

        ACTION: Amembassy LISBON 214

        You should remind the Minister that he promised us on March 4, 1960
        that the agreement of May 8, 1959 would be kept until the end.

        RUSK
        """
    )
    assert state(read, "date") is ReadingState.ABSENT
