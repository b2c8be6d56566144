"""Where one paper ends and the next begins."""

from __future__ import annotations

import pytest
from tests.readers.reading import papers, value, values
from tests.readers.sheets import (
    COVER_SHEET,
    ENCLOSED,
    ENCLOSING,
    INCOMING_1951,
    INCOMING_1962,
    LETTER_ADDRESS_AT_FOOT,
    LETTER_ADDRESS_AT_HEAD,
    MEMORANDUM_1958,
    OUTGOING_1947,
    OUTGOING_1961,
    SHEETS,
)

from onionskin.record.document import Document
from onionskin.record.fields import Kind

PAGE_ONE = """
    OUTGOING TELEGRAM   Department of State

    SECRET

    ACTION: Amembassy LISBON 214

    Feb 9 7 14 PM '61

    You should inform Foreign Minister that Department is prepared to
    meet his request for transport aircraft, and that we should like to
    hear from him before the end of the
"""


def kinds(documents: list[Document]) -> list[str]:
    return [str(document.kind) for document in documents]


@pytest.mark.parametrize("name", [name for name, sheet in SHEETS.items() if "\f" not in sheet])
def test_one_sheet_is_one_paper(name: str) -> None:
    assert len(papers(SHEETS[name])) == 1


@pytest.mark.parametrize("parting", ["\f", "\n\n"], ids=["a page turn", "nothing"])
def test_a_letter_and_its_enclosure_are_two_papers(parting: str) -> None:
    first, second = papers(ENCLOSING + parting + ENCLOSED)
    assert [values(each, "to") for each in (first, second)] == [["John J. McCloy"], ["Walter J. Penhallow"]]
    assert "Walter:" not in first.text.reading
    assert second.text.reading.startswith("Dear Walter:")


def test_a_cover_sheet_lies_before_its_letter() -> None:
    cover, letter = papers(COVER_SHEET + "\f" + LETTER_ADDRESS_AT_FOOT)
    assert kinds([cover, letter]) == ["cover-sheet", "letter"]
    assert [page.n for page in letter.pages] == [2]
    assert letter.id != cover.id


def test_two_telegrams_in_one_file_are_two_papers() -> None:
    first, second = papers(INCOMING_1951 + "\f" + INCOMING_1962)
    assert [value(each, "from") for each in (first, second)] == ["Tehran", "Moscow"]
    assert [value(each, "number") for each in (first, second)] == ["287", "1587"]


def test_papers_of_several_kinds_in_one_file_keep_apart() -> None:
    sheets = (OUTGOING_1961, LETTER_ADDRESS_AT_HEAD, MEMORANDUM_1958, OUTGOING_1947, LETTER_ADDRESS_AT_FOOT)
    got = papers("\f".join(sheets))
    assert kinds(got) == ["telegram", "letter", "memorandum", "telegram", "letter"]
    assert [each.source.pages for each in got] == [(n,) for n in range(1, 6)]


@pytest.mark.parametrize(
    "head",
    [
        "",
        "                 - 2 -\n",
        "    OUTGOING TELEGRAM   Department of State\n",
        "                 - 2 -\n\n    OUTGOING TELEGRAM   Department of State\n",
        "    Page 2 of telegram to Amembassy LISBON\n\n    SECRET\n",
        "    SECRET\n\n    OUTGOING TELEGRAM\n\n                 Page 2\n",
    ],
)
def test_a_running_head_on_the_second_page_is_no_new_paper(head: str) -> None:
    page_two = f"\n{head}\n    week whether he agrees to the terms that we have offered.\n\n    RUSK\n"
    (read,) = papers(PAGE_ONE + "\f" + page_two)
    assert [page.n for page in read.pages] == [1, 2]
    assert "before the end of the week whether he agrees" in read.text.reading
    assert value(read, "signed_by") == "Rusk"


def test_a_notice_at_the_foot_of_each_page_does_not_part_them() -> None:
    notice = '\n    REPRODUCTION FROM THIS COPY IS\n    PROHIBITED UNLESS "UNCLASSIFIED"\n'
    page_two = "\n    OUTGOING TELEGRAM   Department of State\n\n    week whether he agrees to our terms.\n\n    RUSK\n"
    (read,) = papers(PAGE_ONE + notice + "\f" + page_two + notice)
    assert "end of the week whether he agrees" in read.text.reading


def test_a_letter_goes_on_over_the_address_at_the_foot_of_its_first_page() -> None:
    (read,) = papers(
        """
        June 12, 1961

        Dear Walter:

        Thank you for your note about the talks. I think that you were right to
        hold back the paper, since the delegation has not yet seen it.

        The Honorable
        Walter J. Penhallow,
        Geneva.
        \f
        - 2 -

        I should be glad to know what you think of the second paper, which we
        sent to you last week and which the delegation will see on Monday.

        Sincerely,

        Dean Rusk
        """
    )
    assert values(read, "to") == ["Walter J. Penhallow"]
    assert len(read.text.paragraphs) >= 4
    assert value(read, "signed_by") == "Dean Rusk"


@pytest.mark.parametrize("quote", ["QUOTE\n", "", '"'])
def test_a_letter_quoted_in_a_telegram_is_no_paper_of_its_own(quote: str) -> None:
    (read,) = papers(
        f"""
        OUTGOING TELEGRAM   Department of State

        ACTION: Amembassy LISBON 214

        Feb 9 7 14 PM '61

        Please deliver following letter from the President at once:

        {quote}Dear Mr. Prime Minister:

        I have read your message with great interest and I share your hope
        that the talks will soon be resumed.

        We do not intend to publish this letter unless you hear otherwise.

        RUSK
        """
    )
    assert read.kind is Kind.TELEGRAM
    assert "I share your hope that the talks" in read.text.reading
    assert "Dear Mr. Prime Minister:" in read.text.reading
    assert value(read, "signed_by") == "Rusk"


def test_a_text_without_any_head_is_one_paper_of_no_known_kind() -> None:
    (read,) = papers(
        """
        The delegation came at noon and stayed until it was dark, and nothing
        was agreed between us that we had not agreed the day before.
        """
    )
    assert read.kind is Kind.OTHER
    assert read.reasons
    assert read.text.reading.startswith("The delegation came at noon")


def test_empty_pages_belong_to_no_paper() -> None:
    first, second = papers("\f" + ENCLOSING + "\f\n\n\f" + ENCLOSED + "\f")
    assert [each.source.pages for each in (first, second)] == [(2,), (4,)]


def test_a_source_without_ink_has_no_papers() -> None:
    assert papers("\n  \n\f\n") == []


NOTE = """
    SECRET/SENSITIVE

    September 6, 1973

    MEMORANDUM FOR: HENRY COLE

    FROM: WALTER P. HARGROVE

    SUBJECT: Message from Lisbon

    At Tab A is a telegram which came from Lisbon this morning, and you
    should have it before the meeting in the afternoon.

    Concurrence:
    Mr. Marlow

    GDS
    CLASSIFIED BY: W. P. HARGROVE

    SECRET/SENSITIVE

    Department of State
    TELEGRAM

    SECRET 9022

    PAGE 01        LISBON 01618   061340Z

    ACTION SS-25

    O 061225Z SEP 73
    FM AMEMBASSY LISBON
    TO SECSTATE WASHDC IMMEDIATE 2203

    S E C R E T LISBON 1618

    E.O. 11652: XGDS-1
    TAGS: PFOR, PO
    SUBJ: TALK WITH MINISTER

    1. MINISTER SENT FOR ME AT NOON AND SPOKE FOR HALF AN HOUR FROM
    A SHEET OF NOTES. HE WISHED PRESIDENT TO KNOW OF THIS BEFOREHAND.
    DOVER

    SECRET

    DECLASSIFIED
    E.O. 12958, as amended
    NARA, Date 4/11/2003
"""


def test_a_marking_at_both_ends_of_a_paper_is_its_own() -> None:
    """The telegram below has one under its title; a schedule of declassification is no caption."""
    note, telegram = papers(NOTE)
    assert values(note, "captions") == ["SENSITIVE"]
    assert [(m.level, m.caption) for m in note.markings] == [("SECRET", None), (None, "SENSITIVE")] * 2
    assert value(note, "classified_by") == "W. P. Hargrove"
    assert not telegram.many("captions")
    assert {m.caption for m in telegram.markings} == {None}


def test_an_electronic_telegram_is_signed_above_the_stamp_of_its_review() -> None:
    _, telegram = papers(NOTE)
    assert value(telegram, "signed_by") == "Dover"
    assert value(telegram, "executive_order") == "11652: XGDS-1"


@pytest.mark.parametrize("word", ["TRANSLATION", "Unofficial Translation", "(Informal translation)"])
def test_a_letter_begins_with_the_word_that_says_it_is_translated(word: str) -> None:
    cover, letter = papers(
        f"""
        May 9, 1967

        MEMORANDUM FOR MR. HENRY COLE
        THE WHITE HOUSE

        Subject: Letter to the President

        Enclosed is a letter to the President, which the Embassy left with us
        on Monday. We see no need for an immediate answer to it.

        Walter P. Hargrove
        Executive Secretary

        Enclosure:

        As stated.

        {word}

        PRESIDENCY OF THE REPUBLIC

        Lisbon, May 3, 1967

        CONFIDENTIAL

        Mr. President,

        When I had the pleasure of being received by you, you were good enough
        to ask me what my country could do for those who use the ocean in peace.

        Please accept, Mr. President, the assurance of my high consideration.

        /s/ Carlos Almeida
        """
    )
    assert (value(cover, "date"), value(letter, "date")) == ("1967-05-09", "1967-05-03")
