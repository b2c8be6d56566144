"""The dates of what a paper cites are found from its own, and say how."""

from __future__ import annotations

import pytest
from tests.published import schema_faults
from tests.readers.reading import paper

from onionskin.linking.dates import RULES, resolve_dates
from onionskin.linking.happenings import Happening, known_happenings
from onionskin.record.document import Document
from onionskin.record.evidence import Inference
from onionskin.record.references import Reference, ReferenceKind

LETTER = """November 17, 1962

Dear Arthur:

{body}

With warm regards.

Sincerely,

Henry Whitfield
"""
CONFERENCE = "As you know the President will be having a press conference on Tuesday. You may say so."


def letter(body: str, *happenings: Happening) -> Document:
    found = resolve_dates(paper(LETTER.format(body=body)), happenings)
    assert schema_faults(found) == []
    assert resolve_dates(found, happenings) == found
    return found


def cited(document: Document, words: str) -> Reference:
    (reference,) = (each for each in document.references if words in each.text)
    return reference


@pytest.mark.parametrize(
    ("body", "words", "date"),
    [
        ("I send this for the conversation he is to have with Brandov on Sunday.", "conversation", "1962-11-18"),
        ("This is for your guidance in your meeting with Brandov tomorrow.", "your meeting", "1962-11-18"),
        (
            CONFERENCE,
            "press conference",
            "1962-11-20",
        ),
        (CONFERENCE.replace("Tuesday", "December 12"), "press conference", "1962-12-12"),
        ("The understanding of October 27 and 28 stands.", "understanding", "1962-10-27/1962-10-28"),
        ("I have your letter of December 3 before me.", "your letter", "1961-12-03"),
        ("He came to report, and will tell of the meeting on October 13-14.", "meeting", "1962-10-13/1962-10-14"),
        ("He will come to the meeting of January 14.", "meeting", "1963-01-14"),
        ("I have your letter of December 3, 1960 before me.", "your letter", "1960-12-03"),
        ("This repeats mytel 398, March 16 (repeated Moscow 54) and no more.", "mytel", "1962-03-16"),
        (
            "No comment came from anybody here beyond what stands in Deptel 241,\nof March 15, and none will.",
            "Deptel",
            "1962-03-15",
        ),
        ("He will have seen by now what stands in MY DESPATCH 466 OF APRIL 22.", "DESPATCH", "1962-04-22"),
        ("It was said in Paris telegram 749 of December 18.", "telegram", "1961-12-18"),
        ("The gift is that of CA-7416, March 11, 1960, and no other.", "CA-7416", "1960-03-11"),
    ],
)
def test_a_relative_or_partial_date_is_resolved_against_the_papers_own(body: str, words: str, date: str) -> None:
    assert cited(letter(body), words).date == date


def test_what_is_found_says_by_which_rule_and_from_what() -> None:
    reference = cited(letter("This is for your meeting with Brandov tomorrow."), "your meeting")
    (told,) = (each for each in reference.evidence if isinstance(each, Inference) and each.rule in RULES)
    assert told.rests_on == ("the paper is of Saturday 1962-11-17; tomorrow is Sunday 1962-11-18",)


def test_the_last_press_conference_is_the_last_known_before_the_paper() -> None:
    found = letter("Say it as in the President's last press conference.", *known_happenings())
    assert cited(found, "press conference").date == "1962-09-26"


def test_without_a_happening_it_stays_without_a_day() -> None:
    assert cited(letter("Say it as in the President's last press conference."), "press conference").date is None


def test_the_happenings_that_are_known_lie_in_the_order_of_their_days_and_end_after_they_begin() -> None:
    known = known_happenings()
    assert [each.began for each in known] == sorted(each.began for each in known)
    assert all(each.began <= each.ended for each in known)
    assert {each.kind for each in known} >= {ReferenceKind.PRESS_CONFERENCE, ReferenceKind.MEETING}


def test_a_telegram_whose_file_number_alone_has_the_year_is_dated_by_it() -> None:
    typed = """
        INCOMING TELEGRAM Department of State

        737.00/11-1762
        FROM: Habana
        TO: Secretary of State
        NO: 412, November 17, 7 p.m.

        Talks went well. Report follows by pouch in due course.

        WHITFIELD
        """
    before = paper(typed)
    after = resolve_dates(before).one("date")
    assert after is not None
    assert after.value is not None
    assert str(after.value).startswith("1962-11-17")
