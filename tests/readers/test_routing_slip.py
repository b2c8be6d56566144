"""Routing slips: who is to see the papers in turn, and who sent them."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, state, value, values

from onionskin.record.fields import Kind
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState

SLIP = """
    ROUTING AND TRANSMITTAL SLIP

    TO (Name, office symbol or location)          INITIALS / DATE

    1  Mr. Hadley, ARA/APU                         rh 4/12
    2. Miss Orville, INR/DFR
    3  EUR/SOV

    REMARKS

    The Under Secretary would like to have your comments on this before the meeting of the group on Friday.

    Do NOT use this form as a RECORD of approvals, concurrences, disapprovals, clearances, and similar actions.

    FROM (Name, office symbol or location)        DATE
    P. K. Marlow, S/S-O, Rm. 7224                 4/12/67

                                                  PHONE
                                                  4116

    OPTIONAL FORM 41
    """


def test_a_slip_goes_to_those_of_its_numbered_lines() -> None:
    read = paper(SLIP)
    assert read.kind is Kind.ROUTING_SLIP
    assert values(read, "to") == ["Hadley", "Orville", "EUR/SOV"]
    offices = [r.value.office for r in read.many("to") if isinstance(r.value, Named)]
    assert offices == ["ARA/APU", "INR/DFR", "EUR/SOV"]
    assert (value(read, "from"), value(read, "date")) == ("P. K. Marlow", "1967-04-12")
    sender = read.one("from")
    assert sender is not None
    assert isinstance(sender.value, Named)
    assert sender.value.office == "S/S-O"


def test_the_text_of_a_slip_is_its_remark() -> None:
    assert paper(SLIP).text.reading == (
        "The Under Secretary would like to have your comments on this before the meeting of the group on Friday."
    )


@pytest.mark.parametrize("label", ["TO: The Secretary", "To Mr. Hadley we said that nothing would be done"])
def test_a_label_without_the_forms_words_is_left_to_other_readers(label: str) -> None:
    sheet = SLIP.replace("TO (Name, office symbol or location)          INITIALS / DATE", label)
    assert "Orville" not in values(paper(sheet), "to")


RECORD_SHEET = """
ROUTING AND RECORD SHEET

SUBJECT: (Optional)

FROM: Chief, CI/R&A 4 D 12

EXTENSION x5150

DATE 14-9-65

18 December 1964

TO: (Officer designation, room number, and building)

|                      | DATE        | OFFICER'S INITIALS | COMMENTS (Number each comment to show from whom to whom.) |
| -------------------- | ----------- | ------------------ | --------------------------------------------------------- |
| 1. Chief, AF 5 E 18  | 26 DEC 1964 | abc                |                                                           |
| 2. Mr. Marlow, 4 B 4 | 30 Dec 30   |                    |                                                           |
| 3.                   |             |                    | Records                                                   |
| 4. RID               | 29 JAN 1965 |                    |                                                           |
"""


def test_a_record_sheet_goes_to_officers_with_their_rooms() -> None:
    read = paper(RECORD_SHEET)
    assert read.kind is Kind.ROUTING_SLIP
    assert values(read, "to") == ["Chief, AF", "Marlow", "RID"]


def test_what_the_blank_prints_before_the_subject_is_none_of_it() -> None:
    read = paper(RECORD_SHEET.replace("(Optional)", "(Optional) Shipments of Ore"))
    assert value(read, "subject") == "Shipments of Ore"


def test_the_day_of_a_sheet_is_none_after_those_of_its_rows() -> None:
    assert value(paper(RECORD_SHEET), "date") == "1964-12-18"


OFFICIAL_SLIP = """
ROUTING

| TO: | NAME AND ADDRESS          | DATE    | INITIALS |
| --- | ------------------------- | ------- | -------- |
| 1   | Anton Marlow, Access Desk | 1/14/15 |          |
| 2   |                           |         |          |

| ACTION      | DIRECT REPLY | PREPARE REPLY  |
| ----------- | ------------ | -------------- |
| APPROVAL    | DISPATCH     | RECOMMENDATION |
| COMMENT     | FILE         | RETURN         |
| CONCURRENCE | INFORMATION  | SIGNATURE      |

REMARKS:

FROM: NAME, ADDRESS, AND PHONE NO. DATE

Emily Trask, Map Library 1/14/15
"""


def test_a_slip_among_whose_boxes_one_says_dispatch_is_a_slip() -> None:
    read = paper(OFFICIAL_SLIP)
    assert read.kind is Kind.ROUTING_SLIP
    assert (values(read, "to"), value(read, "from")) == (["Anton Marlow"], "Emily Trask")


def test_a_year_in_two_figures_before_the_forms_were_printed_is_doubtful() -> None:
    read = paper(OFFICIAL_SLIP)
    assert (value(read, "date"), state(read, "date")) == ("2015-01-14", ReadingState.DOUBTFUL)
