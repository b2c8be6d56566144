"""Papers are called what a historian would call them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web import specimens

from onionskin.record.dates import PartialDate
from onionskin.record.titles import clock, compose, date_in_words, kind_words, machine_date, title, with_article


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1962-11-23T21:43:00-05:00", "November 23, 1962, 9:43 p.m."),
        ("1962-11-23T21:43:00", "November 23, 1962, 9:43 p.m."),
        ("1962-07-04T12:00:00-04:00", "July 4, 1962, noon"),
        ("1962-11-23T00:05:00Z", "November 23, 1962, 12:05 a.m. Greenwich time"),
        ("1962-11-23T19:00:00+05:30", "November 23, 1962, 7 p.m. (UTC+05:30)"),
        ("1962-11-17", "November 17, 1962"),
        ("1962-11~", "about November 1962"),
        ("1962?", "1962 (?)"),
        ("4-6-88", "4-6-88"),
        ("1962-11-17/1962-11-23", "1962-11-17/1962-11-23"),
    ],
)
def test_dates_keep_their_precision_in_words(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "machine"), [("1962-11~", "1962-11"), ("1962?", "1962"), ("4-6-88", ""), ("1962-11-17", "1962-11-17")]
)
def test_a_time_element_gets_no_more_than_html_can_hold(edtf: str, machine: str) -> None:
    assert machine_date(edtf) == machine


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_is_told_apart(hour: int, minute: int) -> None:
    same = [(h, m) for h in range(24) for m in range(60) if clock(h, m) == clock(hour, minute)]
    assert same == [(hour, minute)]


@given(st.dates())
def test_a_day_in_words_names_its_parts(day: date) -> None:
    told = date_in_words(PartialDate(day.year, day.month, day.day).edtf)
    assert told == f"{day:%B} {day.day}, {day.year}"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Department of State", "the Department of State"),
        ("Embassy in Moscow", "the Embassy in Moscow"),
        ("Secretary of State", "the Secretary of State"),
        ("President", "the President"),
        ("President Kennedy", "President Kennedy"),
        ("Secretary Rusk", "Secretary Rusk"),
        ("Dean Rusk", "Dean Rusk"),
        ("USUN New York", "USUN New York"),
    ],
)
def test_offices_take_the_article_and_persons_and_posts_do_not(name: str, told: str) -> None:
    assert with_article(name) == told


def test_a_title_leaves_out_what_the_paper_lacks() -> None:
    parts = {"kind": "Letter", "number": "", "sender": "", "recipients": (), "heading": "", "date": ""}
    assert compose(**parts) == "Letter, undated"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("recipients", "told"),
    [
        (["A", "B"], "to A and B"),
        (["A", "B", "C"], "to A, B and C"),
        (["A", "B", "C", "D"], "to A, B and 2 others"),
    ],
)
def test_many_addressees_are_counted(recipients: list[str], told: str) -> None:
    assert told in compose(kind="Telegram", number="7", sender="X", recipients=recipients, heading="h", date="1962")


def test_the_specimens_are_called_as_in_an_edition() -> None:
    telegram = "Telegram 1359 from the Department of State to USUN New York, November 23, 1962, 9:43 p.m."
    assert [title(each) for each in specimens.everything()] == [
        telegram,
        "Letter from MORRIS, March 9, 1963",
        "Memorandum from Mr. Pryce to Mr. Vale, undated",
    ]


def test_kinds_are_words_and_what_is_no_kind_stays() -> None:
    assert kind_words("memorandum-of-conversation") == "Memorandum of conversation"
    assert kind_words("despatch") == "Despatch"
    assert kind_words("poem") == "poem"
