"""The days of stamps are held against what the stamps themselves print, form by form and impression by impression."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.reading import papers, read_text

from onionskin.emending.chronology import MOST, RULE
from onionskin.emending.figures import variants
from onionskin.emending.proposing import propose
from onionskin.record.apparatus import Doubt
from onionskin.record.document import Document
from onionskin.record.evidence import Ink

LETTER = """November 17, 1962

Dear Arthur:

I am glad that the talks are going forward as we had hoped.

Sincerely,

Henry Whitfield

{stamp}
"""
NARS = "DECLASSIFIED\n\nAuthority: State for {authority}\nBy: [Signature], NARS, Date {day}"
REVIEW = (
    "DEPARTMENT OF STATE A/CDC/MR\n\nREVIEWED by JMR DATE {day}\n( ) RELEASE (X) DECLASSIFY\n( ) EXCISE ( ) DECLASSIFY"
    " in PART\nFOI, EO or PA exemptions (b)(1)\nTS authority to:\n( ) CLASSIFY as ___, OADR"
)


def stamped(stamp: str) -> Document:
    """The one paper under a stamp, with what is proposed for it."""
    (paper,) = papers(LETTER.format(stamp=stamp))
    return propose(paper)


def doubt_of(document: Document, printed: str) -> Doubt:
    (doubt,) = (each for each in document.doubts if each.rule == RULE and each.as_printed == printed)
    return doubt


def test_a_mark_that_had_ended_counts_against_its_day_and_two_dates_that_agree_say_which_is_meant() -> None:
    paper = stamped(NARS.format(authority="6/14/97", day="7/12/97"))
    day, authority = doubt_of(paper, "7/12/97"), doubt_of(paper, "6/14/97")
    assert (day.about, day.candidates[0].value) == ("/stamps/0/date", "1977-07-12")
    assert (authority.about, authority.candidates[0].value) == ("/stamps/0/authority/date", "1977-06-14")
    assert "National Archives and Records Service ended" in day.reason
    assert "a 7 read as 9" in day.reason


@pytest.mark.parametrize(
    ("stamp", "printed"),
    [
        (NARS.format(authority="6/14/77", day="7/12/77"), "7/12/77"),
        (REVIEW.format(day="4-6-88"), "4-6-88"),
        (REVIEW.format(day="11/18/1985"), "11/18/1985"),
    ],
)
def test_a_day_that_its_marks_allow_is_not_doubted(stamp: str, printed: str) -> None:
    paper = stamped(stamp)
    assert printed in {each.date.as_printed for each in paper.stamps}
    assert not [each for each in paper.doubts if each.rule == RULE]


def test_a_lower_bound_refutes_so_the_printed_day_is_no_candidate() -> None:
    doubt = doubt_of(stamped(REVIEW.format(day="4/1/68")), "4/1/68")
    assert "cannot be as printed" in doubt.reason
    assert doubt.candidates[0].value == "1988-04-01"
    assert not any(each.value.startswith("1968") for each in doubt.candidates)


def test_an_upper_bound_only_counts_against_a_day_which_stays_among_the_candidates() -> None:
    doubt = doubt_of(stamped(NARS.format(authority="6/14/86", day="7/12/86")), "7/12/86")
    assert "seldom" in doubt.reason
    assert "1986-07-12" in {each.value for each in doubt.candidates}


def test_nothing_is_reviewed_before_it_is_written() -> None:
    doubt = doubt_of(stamped(NARS.format(authority="6/14/52", day="7/12/52")), "7/12/52")
    assert "the paper is dated 1962-11-17" in doubt.reason


@pytest.mark.parametrize(("case", "day", "year"), [("88-0034", "4/1/68", "1988"), ("05-0034", "4/1/05", "2005")])
def test_the_year_of_the_case_speaks_for_a_day_of_that_year_in_either_century(case: str, day: str, year: str) -> None:
    (worn,) = papers(f"C.A. No. {case}\n\n{LETTER.format(stamp=REVIEW.format(day=day))}")
    reasons = [each.reasons for each in doubt_of(propose(worn), day).candidates if each.value.startswith(year)]
    assert all(f"the case number on the sheet is of {year}" in told for told in reasons)
    assert reasons


def test_another_impression_of_the_form_in_the_file_decides_though_both_figures_were_misread() -> None:
    (sure,) = papers(LETTER.format(stamp=REVIEW.format(day="4/3/89")))
    (worn,) = papers(LETTER.format(stamp=REVIEW.format(day="4/3/66")))
    alone, together = propose(worn), propose(worn, companions=[sure])
    assert doubt_of(alone, "4/3/66").candidates[0].value != "1989-04-03"
    first = doubt_of(together, "4/3/66").candidates[0]
    assert first.value == "1989-04-03"
    assert any("one stamp" in reason for reason in first.reasons)


@settings(max_examples=40)
@given(st.integers(1, 12), st.integers(1, 28), st.integers(0, 99), st.sampled_from([NARS, REVIEW]))
def test_whatever_day_is_printed_a_doubt_points_at_its_ink_and_weighs_a_few_days_of_the_calendar(
    month: int, day: int, year: int, form: str
) -> None:
    printed = f"{month}/{day}/{year:02}"
    for document in read_text(LETTER.format(stamp=form.format(day=printed, authority=printed))):
        paper = propose(document)
        assert propose(paper) == paper
        for doubt in (each for each in paper.doubts if each.rule == RULE):
            (ink,) = (each for each in doubt.evidence if isinstance(each, Ink))
            assert ink.span.of(paper.pages[ink.page - 1].text) == doubt.as_printed == printed
            assert len(doubt.candidates) <= MOST
            assert sum(each.score for each in doubt.candidates) <= 1
            assert [each.score for each in doubt.candidates] == sorted(
                (c.score for c in doubt.candidates), reverse=True
            )


def test_the_days_a_printed_day_may_be_name_the_figures_that_were_misread() -> None:
    assert {v.reason for v in variants("7/12/97") if v.day.edtf == "1977-07-12"} >= {"a 7 read as 9"}
    assert [v.day.edtf for v in variants("7/12/97") if not v.misread] == ["1997-07-12"]
    assert variants("in due course") == ()
