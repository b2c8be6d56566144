"""Days by which cases are to be answered are counted as the law of their time counts them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.desk.chancery.due_days import (
    appeal_day,
    due_day,
    holidays,
    is_working,
    last_day_to_appeal,
    terms,
    working_days_after,
)


@pytest.mark.parametrize(
    ("kind", "received", "due"),
    [
        ("foia", "1970-03-02", ""),
        ("foia", "1988-01-29", "1988-02-12"),
        ("foia", "1988-02-12", "1988-02-29"),  # over Washington's Birthday
        ("foia", "1997-10-01", "1997-10-16"),  # ten days until the law gave twenty; over Columbus Day
        ("foia", "1997-10-02", "1997-10-31"),
        ("foia", "2024-12-16", "2025-01-15"),  # over Christmas and New Year's Day
        ("foia", "2021-06-14", "2021-07-14"),  # Juneteenth on the 18th, the Fourth on the 5th
        ("mandatory-review", "2024-02-29", "2025-03-01"),
        ("mandatory-review", "1988-04-06", ""),
        ("civil-action", "1988-01-11", ""),
    ],
)
def test_the_day_of_an_answer_follows_the_law_of_its_time(kind: str, received: str, due: str) -> None:
    assert due_day(kind, received) == due


def test_appeals_have_their_own_days() -> None:
    assert appeal_day("foia", "1988-05-02") == "1988-05-31"
    assert appeal_day("civil-action", "1988-05-02") == ""
    assert last_day_to_appeal("foia", "2024-01-02") == "2024-04-01"
    assert last_day_to_appeal("foia", "1988-04-06") == ""
    assert terms("foia", "2024-01-02").source.startswith("5 U.S.C. 552")


@pytest.mark.parametrize(
    ("year", "kept"),
    [
        (1962, "01-01 02-22 05-30 07-04 09-03 11-12 11-22 12-25"),
        (1975, "01-01 02-17 05-26 07-04 09-01 10-13 10-27 11-27 12-25"),
        (1988, "01-01 01-18 02-15 05-30 07-04 09-05 10-10 11-11 11-24 12-26"),
        (2011, "01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26"),
        (2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"),
    ],
)
def test_public_holidays_are_those_that_were_kept(year: int, kept: str) -> None:
    assert sorted(each.strftime("%m-%d") for each in holidays(year) if each.year == year) == kept.split()


def test_new_years_day_on_a_saturday_is_kept_in_the_year_before() -> None:
    assert not is_working(date(2010, 12, 31))
    assert is_working(date(2010, 12, 30))


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 40))
def test_a_term_ends_on_a_working_day_and_counts_no_other(day: date, count: int) -> None:
    end = date.fromisoformat(working_days_after(day.isoformat(), count))
    between = [date.fromordinal(n) for n in range(day.toordinal() + 1, end.toordinal() + 1)]
    assert is_working(end)
    assert sum(map(is_working, between)) == count
