"""Routing slips: who is to see the papers in turn, and who sent them."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, value, values

from onionskin.record.fields import Kind
from onionskin.record.named import Named

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
