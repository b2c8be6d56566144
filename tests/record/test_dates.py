"""A date keeps the precision it was given, and the calendar is held to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.inks import dates

from onionskin.record.dates import PartialDate, earliest, latest


@given(dates())
def test_every_date_comes_back_from_its_edtf(date: PartialDate) -> None:
    assert PartialDate.parse(date.edtf) == date
    assert str(date) == date.edtf


@st.composite
def nearly_dates(draw: st.DrawFn) -> str:
    """What a date is written as, with a character or two changed, added or dropped."""
    text = draw(dates()).edtf
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        text = (
            text[:at]
            + draw(st.text(st.sampled_from("0123456789-T:+Z~?% \n١२"), max_size=2))
            + text[at + draw(st.integers(0, 1)) :]
        )
    return text


@given(nearly_dates())
def test_what_can_be_parsed_is_what_would_be_written(text: str) -> None:
    """Seconds, other digits and zones of another form are refused rather than changed without a word."""
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert date.edtf == text.replace("Z", "+00:00")


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        (PartialDate(1962), "1962"),
        (PartialDate(1962, 11), "1962-11"),
        (PartialDate(1962, 11, 23), "1962-11-23"),
        (PartialDate(1962, 11, 23, 21, 43, -300), "1962-11-23T21:43:00-05:00"),
        (PartialDate(1951, 7, 17, 19), "1951-07-17T19:00:00"),
        (PartialDate(1962, 11, 17, 22, 0, 180), "1962-11-17T22:00:00+03:00"),
        (PartialDate(1947, 8, 15, 0, 0, 330), "1947-08-15T00:00:00+05:30"),
        (PartialDate(1958, 1, 1, 12, 0, -210), "1958-01-01T12:00:00-03:30"),
        (PartialDate(1962, 11, approximate=True), "1962-11~"),
        (PartialDate(1962, uncertain=True), "1962?"),
        (PartialDate(1962, 11, 5, approximate=True, uncertain=True), "1962-11-05%"),
    ],
)
def test_precision_zone_and_doubt_are_kept(date: PartialDate, edtf: str) -> None:
    assert date.edtf == edtf


@pytest.mark.parametrize(
    "numbers",
    [
        {"year": 1962, "month": 2, "day": 29},
        {"year": 1900, "month": 2, "day": 29},
        {"year": 1962, "month": 11, "day": 31},
        {"year": 1962, "month": 13},
        {"year": 1962, "month": 0},
        {"year": 1962, "month": 1, "day": 0},
        {"year": 0},
        {"year": 10_000},
        {"year": 1962, "day": 5},
        {"year": 1962, "month": 11, "hour": 9},
        {"year": 1962, "month": 11, "day": 5, "minute": 9},
        {"year": 1962, "month": 11, "day": 5, "hour": 24},
        {"year": 1962, "month": 11, "day": 5, "hour": 9, "minute": 60},
        {"year": 1962, "month": 11, "day": 5, "offset": -300},
        {"year": 1962, "month": 11, "day": 5, "hour": 9, "offset": 900},
    ],
)
def test_a_day_that_no_calendar_has_is_refused(numbers: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"no |needs"):
        PartialDate(**numbers)  # type: ignore[arg-type]


def test_leap_years_are_those_of_the_gregorian_calendar() -> None:
    assert PartialDate(1960, 2, 29).edtf == "1960-02-29"
    assert PartialDate(2000, 2, 29).edtf == "2000-02-29"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "62",
        "4-6-88",
        "Nov 1962",
        "1962-11-17/1962-11-23",
        "196X",
        "1962-2-3",
        "1962-11-31",
        "1962-11-23T9:43",
        "1962-11-23T21:43:59",
        "1962-11-23T21:43:00-05:75",
        "1962-11-23\n",
        "١٩٦٢",
    ],
)
def test_what_is_no_single_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|no "):
        PartialDate.parse(text)


def test_the_same_day_without_its_clock() -> None:
    assert PartialDate(1962, 11, 23, 21, 43, -300, uncertain=True).date.edtf == "1962-11-23?"


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1962", (1962, 1, 1), (1962, 12, 31)),
        ("1962-02", (1962, 2, 1), (1962, 2, 28)),
        ("1960-02~", (1960, 2, 1), (1960, 2, 29)),
        ("1962-11-23T21:43:00-05:00", (1962, 11, 23), (1962, 11, 23)),
    ],
)
def test_the_first_and_the_last_day_a_date_can_mean(
    edtf: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert (earliest(edtf), latest(edtf)) == (first, last)


@given(dates())
def test_the_first_day_is_never_after_the_last(date: PartialDate) -> None:
    assert earliest(date.edtf) <= latest(date.edtf)
