"""Days without a year are completed by what is known beside them; Washington's clock has Washington's offset."""

import pytest

from onionskin.phrases.days import PartialDay, day_of_month_from, first_from, in_zone, washington
from onionskin.record.dates import PartialDate


@pytest.mark.parametrize(
    ("day", "limit", "whole"),
    [
        (PartialDay(11, 17, 19), "1962-11-18", "1962-11-17T19:00:00"),
        (PartialDay(12, 31, 19), "1963-01-01", "1962-12-31T19:00:00"),
        (PartialDay(11, 19, 1), "1962-11-18", "1962-11-19T01:00:00"),  # already tomorrow at the post
        (PartialDay(None, None, 1, 3), "1962-11-18", "1962-11-18T01:03:00"),
        (PartialDay(None, 31, 1, 3), "1962-11-18", "1962-10-31T01:03:00"),
        (PartialDay(None, 22, 22, 27, 0), "1978-11-23", "1978-11-22T22:27:00+00:00"),
        (PartialDay(2, 29), "1963-01-01", "1960-02-29"),
        (PartialDay(11), "1962-11-18", "1962-11"),
    ],
)
def test_the_latest_such_day_by_a_limit(day: PartialDay, limit: str, whole: str) -> None:
    full = day.latest_by(PartialDate.parse(limit))
    assert full is not None
    assert full.edtf == whole


def test_a_limit_without_its_day_says_nothing() -> None:
    assert PartialDay(11, 17).latest_by(PartialDate(1962, 11)) is None


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        (PartialDate(1962, 11, 23, 21, 43), "1962-11-23T21:43:00-05:00"),
        (PartialDate(1962, 7, 1, 7), "1962-07-01T07:00:00-04:00"),
        (PartialDate(1943, 1, 1, 7), "1943-01-01T07:00:00-04:00"),  # war time
        (PartialDate(1962, 11, 23), "1962-11-23"),
        (PartialDate(1962, 11, 23, 3, offset=0), "1962-11-23T03:00:00+00:00"),
    ],
)
def test_washington_has_its_offset_of_the_day(date: PartialDate, edtf: str) -> None:
    assert washington(date).edtf == edtf


def test_a_post_has_its_own() -> None:
    assert in_zone(PartialDate(1962, 11, 17, 19), "Asia/Kolkata").edtf == "1962-11-17T19:00:00+05:30"


def test_a_day_that_a_year_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no day"):
        PartialDay(2, 29).on(1963)


@pytest.mark.parametrize(
    ("written", "month", "day", "came"),
    [
        ("1956-02-21", 2, 28, "1956-02-28"),
        ("1956-12-30", 1, 3, "1957-01-03"),
        ("1955-12-30", 2, 29, "1956-02-29"),
        ("1956-03-05", 2, 29, None),
        ("1956-03", 2, 28, None),
    ],
)
def test_a_day_without_its_year_is_the_first_from_another_on(
    written: str, month: int, day: int, came: str | None
) -> None:
    found = first_from(PartialDate.parse(written), PartialDay(month, day))
    assert (found.edtf if found else None) == came


@pytest.mark.parametrize(
    ("day", "within", "came"),
    [(20, 31, "1946-03-20"), (19, 31, "1946-03-19"), (2, 31, "1946-04-02"), (2, 7, None), (32, 31, None)],
)
def test_a_day_of_the_month_alone_is_the_first_from_a_date_on(day: int, within: int, came: str | None) -> None:
    found = day_of_month_from(PartialDate.parse("1946-03-19"), day, within)
    assert (found.edtf if found else None) == came
