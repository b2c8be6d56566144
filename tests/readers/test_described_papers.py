"""Sheets that stand for another paper: identification forms, withdrawal and review sheets."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, papers, state, value, values

from onionskin.record.fields import Kind
from onionskin.record.reading import ReadingState

IDENTIFICATION = """
    JFK Assassination System                      Date: 6/5/2015
    Identification Form
    Agency Information
    AGENCY : LBJ
    RECORD NUMBER : 177-10002-10999
    RECORD SERIES : NSF, COUNTRY FILE, MEXICO, BOX 61
    AGENCY FILE NUMBER :
    Document Information
    ORIGINATOR : STATE
    FROM : DEAN RUSK
    TO : THE PRESIDENT
    TITLE :
    DATE : 02/18/1964
    PAGES : 5
    SUBJECTS :
    MEXICO
    VISITS
    DOCUMENT TYPE : MEMORANDUM
    CLASSIFICATION : Unclassified
    RESTRICTIONS : 1B; 4
    CURRENT STATUS : Redact
    DATE OF LAST REVIEW : 04/21/1998
    OPENING CRITERIA :
    COMMENTS : DOC. #10
"""


def test_an_identification_form_is_read_label_by_label() -> None:
    read = paper(IDENTIFICATION)
    assert (read.kind, read.subkind) == (Kind.FORM, "identification")
    assert value(read, "agency") == "LBJ"
    assert value(read, "document_number") == "177-10002-10999"
    assert value(read, "collection") == "NSF, COUNTRY FILE, MEXICO, BOX 61"
    assert value(read, "origin") == "STATE"
    assert value(read, "from") == "DEAN RUSK"
    assert [str(each).casefold() for each in values(read, "to")] == ["the president"]
    assert value(read, "page_count") == 5
    assert values(read, "subjects") == ["MEXICO", "VISITS"]
    assert value(read, "document_type") == "MEMORANDUM"
    assert values(read, "restrictions") == ["1B", "4"]
    assert value(read, "status") == "Redact"
    assert value(read, "remarks") == "DOC. #10"


def test_the_day_in_the_corner_is_not_the_papers() -> None:
    read = paper(IDENTIFICATION)
    assert value(read, "date") == "1964-02-18"
    assert value(read, "reviewed") == "1998-04-21"


def test_the_day_above_all_other_labels_is_not_the_papers_either() -> None:
    above = IDENTIFICATION.replace("    Date: 6/5/2015", "").replace("Form\n", "Form\n    Date: 6/5/2015\n", 1)
    assert value(paper(above), "date") == "1964-02-18"


@pytest.mark.parametrize(("printed", "day"), [("5/00/1961", "1961-05"), ("00/00/1963", "1963")])
def test_a_day_that_the_archive_does_not_know_leaves_its_month_or_its_year(printed: str, day: str) -> None:
    assert value(paper(IDENTIFICATION.replace("02/18/1964", printed)), "date") == day


def test_the_criteria_of_opening_are_kept() -> None:
    read = paper(IDENTIFICATION.replace("CRITERIA :", "CRITERIA : UPON AGENCY REVIEW"))
    assert value(read, "opening_criteria") == "UPON AGENCY REVIEW"


def test_the_year_1900_of_a_form_is_none_that_anybody_knows() -> None:
    assert state(paper(IDENTIFICATION.replace("02/18/1964", "01/01/1900")), "date") is ReadingState.ABSENT
    assert state(paper(IDENTIFICATION.replace("02/18/1964", "05/10/1900")), "date") is ReadingState.DOUBTFUL


def test_the_act_of_classifying_bears_the_papers_day_and_not_the_one_in_the_corner() -> None:
    acts = [act for act in paper(IDENTIFICATION.replace("Unclassified", "Secret")).acts if act.to_level]
    assert [(act.to_level, act.date) for act in acts] == [("SECRET", "1964-02-18")]


def test_a_mark_apart_behind_a_value_is_no_part_of_it() -> None:
    assert value(paper(IDENTIFICATION.replace("AGENCY : LBJ", "AGENCY : LBJ ,")), "agency") == "LBJ"


@pytest.mark.parametrize("speck", ["\ufffd", "©", "®", "= ", "° "])
def test_a_speck_behind_the_colon_is_no_part_of_a_value(speck: str) -> None:
    form = IDENTIFICATION.replace(" : Redact", f": {speck}Redact").replace("TITLE :", f"TITLE: {speck}")
    assert value(paper(form), "status") == "Redact"
    assert state(paper(form), "title") is ReadingState.ABSENT


@pytest.mark.parametrize(
    "foot", ["v9.1\n    HW 48213 Docld: 31504926 Page 1", "\n    NW 48213 DocId:31i04926 Page 1", "\n\n\n\n    12"]
)
def test_what_stands_at_the_foot_of_a_form_is_no_remark(foot: str) -> None:
    assert value(paper(f"{IDENTIFICATION.rstrip()}\n\n    {foot}\n"), "remarks") == "DOC. #10"


def test_what_a_body_is_called_for_short_stays_in_capitals() -> None:
    form = IDENTIFICATION.replace("DEAN RUSK", "DIRECTOR, FBI")
    assert str(value(paper(form), "from")) == "Director, FBI"


def test_what_a_form_leaves_blank_is_absent() -> None:
    read = paper(IDENTIFICATION)
    assert state(read, "title") is ReadingState.ABSENT
    assert state(read, "file_number") is ReadingState.ABSENT


def test_a_form_that_lost_its_title_is_known_by_its_labels() -> None:
    read = paper(IDENTIFICATION.replace("JFK Assassination System", "").replace("    Identification Form\n", ""))
    assert (read.kind, read.subkind) == (Kind.FORM, "identification")
    assert "printed words" in read.reasons[0]


def test_the_paper_behind_a_form_is_another() -> None:
    memo = """
    MEMORANDUM FOR THE PRESIDENT
    Subject: Your Meeting
    February 18, 1964
    We do not expect to make any major political decisions but want to give new emphasis to the relations
    which exist between the two countries. These relations are now at an all-time high.
"""
    form, behind = papers(f"{IDENTIFICATION}\f{memo}")
    assert (form.kind, behind.kind) == (Kind.FORM, Kind.MEMORANDUM)


def test_a_withdrawal_notice_stands_for_a_paper() -> None:
    read = paper("""
        WITHDRAWAL NOTICE
        RECORD GROUP: 59
        DOCUMENT DATE: 11/23/1962
        DOCUMENT TYPE: Telegram
        FROM: Department of State
        TO: USUN
        TITLE: Draft Declaration on Cuba
        PAGES: 3
        THIS ITEM WAS REMOVED BECAUSE ACCESS TO IT IS RESTRICTED
        REASON: Security-classified information
        AUTHORITY: EO 13526
        WITHDRAWN BY: RTJ
    """)
    assert read.kind is Kind.WITHDRAWAL_SHEET
    assert value(read, "stands_for") == "Draft Declaration on Cuba, 1962-11-23"
    assert state(read, "stands_for") is ReadingState.INFERRED
    assert value(read, "answer") == "Security-classified information"
    assert value(read, "request") == "EO 13526"
    assert value(read, "page_count") == 3


def test_the_rows_of_a_librarys_sheet_are_the_papers_it_stands_for() -> None:
    read = paper("""
        WITHDRAWAL SHEET (PRESIDENTIAL LIBRARIES)
        FORM OF DOCUMENT     CORRESPONDENTS OR TITLE      DATE       RESTRICTION
        #1 memo     Bundy to the President       11/17/62     A
        #2 cable    USUN to State, No. 1801      11/19/62     A
        RESTRICTION CODES
    """)
    assert read.kind is Kind.WITHDRAWAL_SHEET
    assert values(read, "papers_listed") == [
        "memo Bundy to the President 11/17/62",
        "cable USUN to State, No. 1801 11/19/62",
    ]
    assert values(read, "restrictions") == ["A"]


def test_a_review_sheet_has_a_request_and_a_decision() -> None:
    read = paper("""
        DECLASSIFICATION REVIEW SHEET
        REVIEWING AGENCY: State
        CASE NUMBER: NLK-12-35
        DESCRIPTION OF DOCUMENT: Telegram 1359 to USUN
        REQUEST: Mandatory review in full
        DECISION: Declassify in part
    """)
    assert (read.kind, read.subkind) == (Kind.FORM, "review-sheet")
    assert value(read, "request") == "Mandatory review in full"
    assert value(read, "answer") == "Declassify in part"
    assert value(read, "stands_for") == "Telegram 1359 to USUN"
