"""Memoranda and memoranda of conversation."""

from __future__ import annotations

from tests.readers.reading import paper, place, state, value, values
from tests.readers.sheets import CONVERSATION_1962, MEMORANDUM_1958, MEMORANDUM_FOR_THE_PRESIDENT

from onionskin.record.fields import Kind
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState


def test_a_memorandum_inside_the_department() -> None:
    read = paper(MEMORANDUM_1958)
    assert read.kind is Kind.MEMORANDUM
    assert value(read, "date") == "1958-08-14"
    assert values(read, "to") == ["The Secretary"]
    assert values(read, "through") == ["S/S"]
    assert value(read, "subject") == "Next Steps on the Berlin Note"
    sender = read.one("from")
    assert sender is not None
    assert isinstance(sender.value, Named)
    assert (sender.value.name, sender.value.office) == ("Kessler", "EUR")
    assert value(read, "classification") == "SECRET"
    assert read.text.paragraphs[1].label == "1."
    assert read.text.paragraphs[1].text.startswith("We believe that the reply should go forward")


def test_a_memorandum_for_the_president() -> None:
    """A marking and a date on one line are both read, and a gap between them loses no line."""
    read = paper(MEMORANDUM_FOR_THE_PRESIDENT)
    assert read.kind is Kind.MEMORANDUM
    assert [str(each).casefold() for each in values(read, "to")] == ["the president"]
    assert value(read, "subject") == "Evacuation of Dependents"
    assert value(read, "signed_by") == "McGeorge Bundy"
    assert place(read, "date") == (1, 4, "October 22, 1962")
    assert place(read, "classification") == (1, 4, "TOP SECRET")
    assert all("TOP SECRET" not in line.text for line in read.unclaimed)


def test_a_memorandum_of_conversation() -> None:
    read = paper(CONVERSATION_1962)
    assert read.kind is Kind.MEMORANDUM_OF_CONVERSATION
    assert value(read, "date") == "1962-04-03"
    assert value(read, "place") == "The Secretary's Office"
    assert value(read, "subject") == "Disarmament"
    assert values(read, "participants") == ["Foy D. Kohler", "Anatoliy F. Dobrynin", "Pavel Orlikov"]
    assert values(read, "copies_to") == ["S/S", "EUR"]
    assert read.text.reading.startswith("The Ambassador opened by saying")
    assert len(read.text.paragraphs) == 2
    assert "Kohler, EUR" not in read.text.reading


def test_the_time_of_a_conversation_belongs_to_its_date() -> None:
    read = paper(CONVERSATION_1962.replace("PLACE:", "TIME: 11:30 a.m.\n    PLACE:"))
    assert str(value(read, "date")).startswith("1962-04-03T11:30:00")
    assert all("11:30" not in line.text for line in read.unclaimed)


def test_a_subject_over_two_lines_is_folded_and_printed_as_it_stands() -> None:
    read = paper(
        MEMORANDUM_1958.replace("Next Steps on the Berlin Note", "Next Steps on the\n              Berlin Note")
    )
    assert value(read, "subject") == "Next Steps on the Berlin Note"
    assert place(read, "subject")[2] == "Next Steps on the\n          Berlin Note"


def test_the_only_date_of_a_head_is_doubtful_where_it_stands_in_brackets() -> None:
    read = paper("""
        MEMORANDUM FOR: The President

        SUBJECT: Evacuation of Dependents

        PLACE ACQUIRED   Vietnam, Saigon (8 April 1963)

        The wives and children of the staff should leave within the week, and
        the Ambassador asks that the announcement be made here and not there.
        """)
    assert value(read, "date") == "1963-04-08"
    assert state(read, "date") is ReadingState.DOUBTFUL


def test_the_hint_of_the_blank_is_no_subject() -> None:
    hinted = MEMORANDUM_1958.replace("Next Steps on the Berlin Note", "(Optional)")
    assert value(paper(hinted), "subject") is None


def test_an_officer_of_a_board_is_one_addressee() -> None:
    board = MEMORANDUM_1958.replace("The Secretary", "Security Adviser, Honors and Review Board")
    assert values(paper(board), "to") == ["Security Adviser, Honors and Review Board"]


def test_a_label_under_the_text_signs_nothing() -> None:
    text = MEMORANDUM_1958[: MEMORANDUM_1958.index("    Attachment:")]
    assert not value(paper(text.replace("EUR - Mr. Kessler", "") + "    CL REASON:\n"), "signed_by")


FIELD_OFFICE_FORM = """
    Office Memorandum   UNITED STATES GOVERNMENT

    TO       DIRECTOR, FBI                          DATE: 10/2/58
             SAC, DENVER   (105-1170)
    SUBJECT: RECORDS OF THE HARBOR COMMISSION

    Enclosed herewith is the report of the office at Denver, which was asked for in the letter of last week and which
    has been sent to the other offices that are named in it.

    Attachments
    A. Letter from the harbor master
    Commission Document
"""


def test_the_officer_between_to_and_subject_is_the_sender_where_the_label_is_lost() -> None:
    read = paper(FIELD_OFFICE_FORM)
    assert (values(read, "to"), value(read, "from")) == (["Director, FBI"], "SAC, DENVER")


def test_a_subject_that_ends_with_a_small_word_goes_on_below_a_blank_line() -> None:
    subject = "RECORDS OF THE\n\n             HARBOR COMMISSION"
    read = paper(FIELD_OFFICE_FORM.replace("RECORDS OF THE HARBOR COMMISSION", subject))
    assert value(read, "subject") == "RECORDS OF THE HARBOR COMMISSION"


def test_what_is_attached_signs_nothing() -> None:
    assert not value(paper(FIELD_OFFICE_FORM), "signed_by")


def test_the_house_under_a_name_is_where_he_is() -> None:
    sheet = MEMORANDUM_FOR_THE_PRESIDENT.replace("THE PRESIDENT", "MR. WALTER T. PENROSE\n    THE WHITE HOUSE", 1)
    read = paper(sheet)
    (to,) = read.many("to")
    assert isinstance(to.value, Named)
    assert (to.value.name, to.value.office) == ("Walter T. Penrose", "THE WHITE HOUSE")


ACTION = """
    DEPARTMENT OF STATE

    ACTION MEMORANDUM

    June 3, 1971

    To: S - The Secretary
    Through: S/S
    From: NEA - Walter T. Penrose

    Survey of the Northern Channel

    THE PROBLEM

    The Government has asked whether an American firm might take part in a
    technical survey of the channel, and an answer is needed before Monday.
    The reasons were given in Paris telegram
    749 of May 18. [REDACTED]

    *Mr. Penrose: please leave out the last sentence of this page. D.A.*
    """


def test_an_action_memorandum_without_a_label_for_its_subject() -> None:
    read = paper(ACTION)
    assert value(read, "title") == "Survey of the Northern Channel"
    assert values(read, "to") == ["The Secretary"]


def test_a_remark_by_hand_is_no_text_and_what_was_taken_out_ends_a_sentence() -> None:
    reading = paper(ACTION).text.reading
    assert "Paris telegram 749 of May 18." in reading
    assert "leave out" not in reading


def test_a_memorandum_signed_for_another_whose_name_is_typed() -> None:
    read = paper(
        """
        DEPARTMENT OF STATE
        WASHINGTON

        May 9, 1967

        MEMORANDUM FOR MR. HENRY COLE
        THE WHITE HOUSE

        Subject: Reply to the Prime Minister

        Enclosed is a draft of the reply for which you asked on Monday.
        We should be glad to have it back before the end of the week.

        [Signature: J. Alden Marsh for]

        Walter P. Hargrove
        Executive Secretary
        """
    )
    assert value(read, "signed_by") == "J. Alden Marsh"
    assert value(read, "from") == "Walter P. Hargrove"


def test_initials_behind_the_writer_s_typed_name_are_none_of_it() -> None:
    read = paper(MEMORANDUM_1958.replace("EUR - Mr. Kessler", "WALTER P. HARGROVE *WPH*"))
    assert value(read, "from") == "Walter P. Hargrove"


def test_those_a_memorandum_is_for_stand_under_the_words() -> None:
    """As on the White House's paper, one or several."""
    read = paper(
        """
        THE WHITE HOUSE
        WASHINGTON
                                          August 9, 1961
        MEMORANDUM FOR

           The Secretary of State
           The Director of Central Intelligence

        SUBJECT: Policy toward Iceland

        The President has approved the recommendation of the task force that we should go on with the program of aid.
        """
    )
    assert values(read, "to") == ["The Secretary of State", "The Director of Central Intelligence"]
    assert read.text.reading.startswith("The President has approved")


DESCRIBED = """
    MEMORANDUM FOR THE RECORD
    SUBJECT: PXCARD
    Job # 65-535/28
    File # 19-6-91
    1. Description:
    The project was about the friends of the harbour master in the town, and what they had
    been told of the ships. One of them was tried and killed by a firing squad
    15 Sept 63.
    2. A memorandum of 3 March 1964 says that the ships went out in the week after that.
"""


def test_a_day_with_which_the_text_goes_on_is_not_the_memorandum_s() -> None:
    """Nor is the number of a file, though its figures would pass for a day."""
    assert state(paper(DESCRIBED), "date") is ReadingState.ABSENT
