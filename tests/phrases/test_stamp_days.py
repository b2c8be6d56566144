"""Days of rubber stamps and reviewers' hands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.stamp_days import find_day

Day = tuple[int, int | None, int | None, bool]
CASES: list[tuple[str, str, Day]] = [
    ("DATE 4-6-88", "4-6-88", (88, 4, 6, False)),
    ("date: 11/18/1962", "11/18/1962", (1962, 11, 18, True)),
    ("NOV 2 7 1962", "NOV 2 7 1962", (1962, 11, 27, True)),
    ("JUL 1 4 1988 PM", "JUL 1 4 1988", (1988, 7, 14, True)),
    ("20 Mar 2014", "20 Mar 2014", (2014, 3, 20, True)),
    ("Release 2005/11/28 : CIA", "2005/11/28", (2005, 11, 28, True)),
    ("12/2O/8l", "12/2O/8l", (81, 12, 20, False)),
    ("1962 NOV 24 AM 9 43", "1962 NOV 24 AM 9 43", (1962, 11, 24, True)),
    ("Nov 23 9 43 PM '62", "Nov 23 9 43 PM '62", (62, 11, 23, False)),
    ("MAY 14'88", "MAY 14'88", (88, 5, 14, False)),
    ("'67 MAY 9 AM 11:05", "'67 MAY 9 AM 11:05", (67, 5, 9, False)),
    ("’67 MAY 19", "’67 MAY 19", (67, 5, 19, False)),
    ("31/12/59", "31/12/59", (59, 12, 31, False)),
]


@pytest.mark.parametrize(("line", "printed", "day"), CASES)
def test_a_day(line: str, printed: str, day: Day) -> None:
    """The century is never guessed."""
    found = find_day(line)
    assert found is not None
    assert found.span.of(line) == printed
    assert (found.year, found.month, found.day, found.century) == day


def test_a_clock_time_goes_with_its_day() -> None:
    found = find_day("Nov 23 9 43 PM '62")
    assert found is not None
    assert found.in_year(1962) is not None
    assert str(found.in_year(1962)) == "1962-11-23T21:43:00"


def test_what_the_calendar_has_not_is_no_date() -> None:
    found = find_day("2/30/88")
    assert found is not None
    assert found.in_year(1988) is None


@pytest.mark.parametrize("line", ["4/18", "799 United Nations Plaza", "C.A. No. 88-0034", "1/2/3/45", "November next"])
def test_other_numbers_are_no_days(line: str) -> None:
    assert find_day(line) is None


@given(st.text(alphabet="0123456789/-. 'NOVMARapm,Oo", max_size=30))
def test_any_text_is_looked_through(line: str) -> None:
    found = find_day(line)
    assert found is None or (found.span.of(line) and (found.in_year(1962) is None or found.day))
