"""Lines as clerks and stamps put dates, beside what must be read from them."""

import pytest

from onionskin.phrases.dates import find_dates, read_date
from onionskin.phrases.days import PartialDay
from onionskin.record.dates import PartialDate
from onionskin.record.reading import ReadingState

WITH_A_YEAR = [
    ("November 17, 1962", "1962-11-17"),
    ("Nov. 17, 1962", "1962-11-17"),
    ("Saturday, November 17, 1962 -- 6:15 p.m.", "1962-11-17T18:15:00"),
    ("NOV 17 1962", "1962-11-17"),
    ("NOV171962", "1962-11-17"),
    ("November17,1962", "1962-11-17"),
    ("November\n17, 1962", "1962-11-17"),
    ("17 November 1962", "1962-11-17"),
    ("17-NOV-62", "1962-11-17"),
    ("17th of November, 1962", "1962-11-17"),
    ("Saturday, November 17, 1962", "1962-11-17"),
    ("DATE 22 APRIL 1963", "1963-04-22"),
    ("03 OCT 62", "1962-10-03"),
    ("13 may, 1963", "1963-05-13"),
    ("1962/11/17", "1962-11-17"),
    ("1962-11-17", "1962-11-17"),
    ("11/23/62", "1962-11-23"),
    ("11 / 23 / 62", "1962-11-23"),
    ("11-23-62", "1962-11-23"),
    ("11/23/1962", "1962-11-23"),
    ("4-6-88", "1988-04-06"),
    ("2 0 NOV 1968", "1968-11-20"),
    ("   3 0 AUG 1963   Registry", "1963-08-30"),
    ("NOV 2 0 1968", "1968-11-20"),
    ("JUL 2 7 1962", "1962-07-27"),
    ("O9 OCT 1963", "1963-10-09"),
    ("DATE:22 NOVEMBER 63", "1963-11-22"),
    ("Date:10/28/64", "1964-10-28"),
    ("October 2O, 1962", "1962-10-20"),
    ("November 1962", "1962-11"),
    ("mid-November 1962", "1962-11~"),
    ("ca. November 17, 1962", "1962-11-17~"),
    ("1962", "1962"),
    ("(1962?)", "1962?"),
    ("Nov 23 9 43 PM '62", "1962-11-23T21:43:00"),
    ("11-23-62 9-43 PM", "1962-11-23T21:43:00"),
    ("11/23/62 1-05 AM", "1962-11-23T01:05:00"),
    ("11-23-62 1-3 p.m.", "1962-11-23T13:00:00"),
    ("Nov 23 9 43 PM 1962", "1962-11-23T21:43:00"),
    ("1962 NOV 17 PM 7 43", "1962-11-17T19:43:00"),
    ("Rec'd: November 18, 1962 1:03 a.m.", "1962-11-18T01:03:00"),
    ("Moscow, November 17, 1962, 7 p.m.", "1962-11-17T19:00:00"),
    ("Saigon, September 16, 1960—6 p.m.", "1960-09-16T18:00:00"),
    ("Washington, December 31, 1956, 1–3 p.m.", "1956-12-31T13:00:00"),
    ("1.30 p. m. November 17, 1962", "1962-11-17T13:30:00"),
    ("222227Z NOV 78", "1978-11-22T22:27:00+00:00"),
    ("O 051836Z DEC 79 ZFF4", "1979-12-05T18:36:00+00:00"),
    ("231530R NOV 62", "1962-11-23T15:30:00-05:00"),
    ("November 17, 1962, 1630 EST", "1962-11-17T16:30:00-05:00"),
    ("Rec'd: NOVEMBER 18, 1962 1:03 FM", "1962-11-18T13:03:00"),
    ("Nov 23 9 43 PN '62", "1962-11-23T21:43:00"),
    ("November 18, 1962 1:03 o.m.", "1962-11-18T01:03:00"),
    ("November 17, 1962, 7 p.rn.", "1962-11-17T19:00:00"),
    ("November 17, 1962, 7 n.m.", "1962-11-17T19:00:00"),
    ("Nov 23 9 43- PM '62", "1962-11-23T21:43:00"),
    ("November 17, 1962, 7 FM radio", "1962-11-17"),
]

WITHOUT_A_YEAR = [
    ("November 17, 7 p.m.", "XXXX-11-17", "19:00"),
    ("November 17", "XXXX-11-17", None),
    ("Nov. 17th", "XXXX-11-17", None),
    ("17th of November", "XXXX-11-17", None),
    ("30 March letter", "XXXX-03-30", None),
    ("at 3 p.m. on November 17", "XXXX-11-17", "15:00"),
    ("222227Z", "XXXX-XX-22", "22:27"),
    ("6:43 a.m.", "XXXX-XX-XX", "06:43"),
    ("12:05 a.m.", "XXXX-XX-XX", "00:05"),
    ("12:30 p.m.", "XXXX-XX-XX", "12:30"),
    ("1630 hours", "XXXX-XX-XX", "16:30"),
    ("PM 7 43", "XXXX-XX-XX", "19:43"),
]

NO_DATE = [
    "",
    "Mr. Johnson",
    "737.56361/11-1762",
    "no. 12 may be",
    "he may 5 times",
    "the decision of 3 men",
    "You 17, 18",
    "99/99/62",
    "telephone 555-1234",
    "in March we go",
    "DEPTTEL 1338",
    "II.4.2",
    "noon",
]


@pytest.mark.parametrize(("line", "edtf"), WITH_A_YEAR)
def test_a_full_date_is_read(line: str, edtf: str) -> None:
    found = read_date(line)
    assert found is not None
    assert isinstance(found.value, PartialDate)
    assert found.value.edtf == edtf
    assert found.state is ReadingState.FOUND
    assert PartialDate.parse(found.value.edtf).edtf == edtf


@pytest.mark.parametrize(("line", "edtf", "clock"), WITHOUT_A_YEAR)
def test_a_day_without_its_year_stays_so(line: str, edtf: str, clock: str | None) -> None:
    found = read_date(line)
    assert found is not None
    assert isinstance(found.value, PartialDay)
    assert (found.value.edtf, found.value.clock) == (edtf, clock)


@pytest.mark.parametrize("line", NO_DATE)
def test_what_is_no_date_is_not_read(line: str) -> None:
    assert read_date(line) is None


@pytest.mark.parametrize(
    ("line", "edtf", "reason"),
    [
        ("November 31, 1962", "1962-11", "November 1962 has no day 31"),
        ("Feb. 29, 1962", "1962-02", "February 1962 has no day 29"),
        ("4/31/62", "1962-04", "April 1962 has no day 31"),
        ("13/11/62", "1962-11-13", "month first is impossible"),
        ("Sunday, November 17, 1962", "1962-11-17", "that day was a Saturday, not a Sunday"),
        ("Novernber 17, 1962", "1962-11-17", "'Novernber' read as November"),
        ("24 ocroper 1961", "1961-10-24", "'ocroper' read as October"),
        ("0ctobcr 27, 1962", "1962-10-27", "'0ctobcr' read as October"),
        ("4/6/08", "1908-04-06", "so early a year is unlikely"),
    ],
)
def test_what_the_calendar_or_the_letters_speak_against_is_doubtful_and_kept(line: str, edtf: str, reason: str) -> None:
    found = read_date(line)
    assert found is not None
    assert found.value.edtf == edtf
    assert found.state is ReadingState.DOUBTFUL
    assert found.confidence < 0.8
    assert reason in found.reason


def test_a_century_is_never_chosen_silently() -> None:
    found = read_date("11/23/62")
    assert found is not None
    assert found.reason == "two digits of a year, read as 1962"


def test_an_apostrophe_says_which_century() -> None:
    found = read_date("November 23, '62")
    assert found is not None
    assert (found.value.edtf, found.reason) == ("1962-11-23", "")


@pytest.mark.parametrize(
    ("line", "after", "until", "edtf", "state"),
    [
        ("4-6-88", "1962-11-17", None, "1988-04-06", ReadingState.FOUND),
        ("4-6-04", "1962-11-17", None, "2004-04-06", ReadingState.FOUND),
        ("4/1/68", "1988", None, "1968-04-01", ReadingState.DOUBTFUL),
        ("7/12/97", "1962-11-23", "1985-03-31", "1997-07-12", ReadingState.DOUBTFUL),
        ("November 18, 1962", "1988-04-06", None, "1962-11-18", ReadingState.DOUBTFUL),
    ],
)
def test_bounds_settle_the_century_or_raise_a_doubt(
    line: str, after: str, until: str | None, edtf: str, state: ReadingState
) -> None:
    bounds = {"not_before": PartialDate.parse(after), "not_after": PartialDate.parse(until) if until else None}
    found = read_date(line, **bounds)
    assert found is not None
    assert (found.value.edtf, found.state) == (edtf, state)
    assert found.reason


@pytest.mark.parametrize("printed", ["l1/Z3/62", "11/23l62", "11I23/62"])
def test_misread_digits_and_strokes_count_on_a_line_and_not_in_running_text(printed: str) -> None:
    found = read_date(printed)
    assert found is not None
    assert (found.value.edtf, found.text) == ("1962-11-23", printed)
    assert not list(find_dates(printed))


def test_the_end_of_a_broken_year_is_no_month() -> None:
    assert read_date("195 7/03/07") is None
    assert read_date("Ext. 513 7/3/57") is not None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the understanding of October 27 and 28.", ["XXXX-10-27", "XXXX-10-28"]),
        ("on November 17, 18 and 19, 1962", ["1962-11-17", "1962-11-18", "1962-11-19"]),
        ("27 and 28 October 1962", ["1962-10-27", "1962-10-28"]),
        ("November 17–20, 1962", ["1962-11-17", "1962-11-20"]),
        ("from November 30, 1962 to December 2", ["1962-11-30", "XXXX-12-02"]),
        ("Embassy despatch 251 Feb 16", ["XXXX-02-16"]),
        ("(Embtel 1890, Dec 10)", ["XXXX-12-10"]),
    ],
)
def test_every_day_of_a_text_is_found(text: str, days: list[str]) -> None:
    assert [f.value.edtf for f in find_dates(text)] == days


def test_the_words_of_two_days_are_lit_apart() -> None:
    first, second = find_dates("understanding of October 27 and 28")
    assert (first.text, second.text) == ("October 27", "28")


def test_the_most_precise_date_of_a_line_is_the_one() -> None:
    found = read_date("drafted November 16, sent Nov 17, 1962 7:43 p.m.")
    assert found is not None
    assert found.value.edtf == "1962-11-17T19:43:00"


def test_a_year_of_noughts_is_none_and_the_day_is_doubted() -> None:
    """`05/10/0000` is how a database prints a day whose year nobody entered."""
    [found] = find_dates("05/10/0000")
    assert found.value == PartialDay(5, 10)
    assert (found.state, found.reason) == (ReadingState.DOUBTFUL, "there is no year 0")


@pytest.mark.parametrize(("printed", "day"), [("Feb 3, 196it.", "1964-02-03"), ("Apr 22, 1961+  7 AM", "1964-04-22")])
def test_a_year_that_runs_on_into_letters_is_doubtful_and_likely_ends_with_a_four(printed: str, day: str) -> None:
    found = next(iter(find_dates(printed)))
    assert isinstance(found.value, PartialDate)
    assert (found.value.edtf, found.state) == (day, ReadingState.DOUBTFUL)


@pytest.mark.parametrize(
    ("printed", "day"),
    [("2 3 FED 1965", "1965-02-23"), ("   1 7 N0V 1962", "1962-11-17"), ("para 2 3 FED 1965", "1965-02-03")],
)
def test_the_figures_of_a_stamp_may_stand_apart_before_a_misread_month_too(printed: str, day: str) -> None:
    found = next(iter(find_dates(printed)))
    assert isinstance(found.value, PartialDate)
    assert (found.value.edtf, found.state) == (day, ReadingState.DOUBTFUL)


def test_the_sign_of_a_footnote_leaves_a_year_as_it_is() -> None:
    found = next(iter(find_dates("In October 1962a he went home")))
    assert (found.state, found.confidence) == (ReadingState.FOUND, 1.0)
