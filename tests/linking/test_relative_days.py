"""What words mean that give a day in relation to the paper's own."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.linking.relative_days import WEEKDAYS, relative_days
from onionskin.linking.tenses import Tense, tense_before

SATURDAY, FRIDAY = dt.date(1962, 11, 17), dt.date(1962, 11, 23)
days = st.dates(dt.date(1900, 1, 15), dt.date(2090, 1, 1))


def meant(sentence: str, own: dt.date) -> str:
    """The last such words of a sentence, as EDTF."""
    said = list(relative_days(sentence))[-1]
    return said.seen_from(own, sentence[: said.span.start]).edtf


@pytest.mark.parametrize(
    ("sentence", "own", "edtf"),
    [
        ("instructions for the conversation he is to have with Kuznetsov on Sunday", SATURDAY, "1962-11-18"),
        ("in connection with your meeting with Kuznetsov tomorrow", SATURDAY, "1962-11-18"),
        ("The President will be having a press conference on Tuesday", SATURDAY, "1962-11-20"),
        ("to see President in Washington early next week", FRIDAY, "1962-11-26/1962-11-27"),
        ("to see President in Washington next week", FRIDAY, "1962-11-26/1962-12-02"),
        ("We had long talk yesterday afternoon", SATURDAY, "1962-11-16"),
        ("I saw him last night", SATURDAY, "1962-11-16"),
        ("Told him first of Department's instructions received Sunday", dt.date(1963, 4, 17), "1963-04-14"),
        ("We have laid on a meeting for 5 p.m. Thursday", dt.date(1963, 2, 20), "1963-02-21"),
        ("Baghdad Pact meeting was scheduled to be held in London next Monday", dt.date(1958, 7, 20), "1958-07-28?"),
        ("he would be willing to discuss it further next Friday", dt.date(1969, 9, 22), "1969-09-26?"),
        ("rocks were thrown during riot last Sunday", dt.date(1963, 6, 22), "1963-06-16"),
        ("asked if he could have an answer by Monday", dt.date(1970, 1, 31), "1970-02-02"),
        ("he left the day before yesterday", SATURDAY, "1962-11-15"),
        ("he left three days ago", SATURDAY, "1962-11-14"),
        ("he left two weeks ago", SATURDAY, "1962-11-03?"),
        ("visit planned for next month", dt.date(1962, 12, 31), "1963-01"),
        ("we met over the weekend", dt.date(1962, 11, 19), "1962-11-17/1962-11-18"),
    ],
)
def test_the_day_is_counted_from_the_papers_own_by_what_the_sentence_says_of_the_time(
    sentence: str, own: dt.date, edtf: str
) -> None:
    assert meant(sentence, own) == edtf


def test_a_day_of_the_week_of_which_nothing_says_when_is_unsure() -> None:
    assert meant("Talks Wednesday", SATURDAY) == "1962-11-21?"


@pytest.mark.parametrize("words", ["Man Friday's", "Sundays are kept", "todays", "the weekday", "an early meeting"])
def test_words_that_are_no_day_are_left(words: str) -> None:
    assert not [each for each in relative_days(words) if each.kind != "weekday" or "riday" not in each.words]


@given(days, st.sampled_from(WEEKDAYS), st.sampled_from(["will meet on", "met on"]))
def test_a_day_of_the_week_is_that_day_and_less_than_eight_days_off_on_its_side(
    own: dt.date, name: str, verb: str
) -> None:
    day = dt.date.fromisoformat(meant(f"They {verb} {name.title()}", own))
    assert day.strftime("%A").lower() == name
    ahead = (day - own).days
    assert 1 <= (ahead if verb.startswith("will") else -ahead) <= 7


@given(days, st.sampled_from(["this week", "next week", "last week", "this month", "next month", "last month"]))
def test_whole_weeks_and_months_join_without_a_gap(own: dt.date, words: str) -> None:
    (said,) = relative_days(words)
    here = said.seen_from(own, "")
    after = said.seen_from(here.last + dt.timedelta(days=1 + (own - here.first).days % 7), "")
    assert here.first <= here.last
    if "week" in words:
        assert (here.first.weekday(), here.last.weekday()) == (0, 6)
        assert (after.first - here.first).days % 7 == 0
    else:
        assert here.first.day == 1
        assert (here.last + dt.timedelta(days=1)).day == 1


@given(days)
def test_tomorrow_seen_from_yesterday_is_today(own: dt.date) -> None:
    (yesterday, tomorrow) = (next(relative_days(word)) for word in ("yesterday", "tomorrow"))
    assert tomorrow.seen_from(yesterday.seen_from(own, "").first, "").first == own


@pytest.mark.parametrize(
    ("before", "tense"),
    [
        ("I will see him", Tense.FUTURE),
        ("He said that the ship left", Tense.PAST),
        ("We agreed to consult further", Tense.FUTURE),
        ("I saw him. He expects to return", Tense.FUTURE),
        ("The message which we received", Tense.PAST),
        ("Ambassador said", Tense.UNKNOWN),
        ("", Tense.UNKNOWN),
    ],
)
def test_the_nearest_word_that_says_so_gives_the_time(before: str, tense: Tense) -> None:
    assert tense_before(before) is tense
