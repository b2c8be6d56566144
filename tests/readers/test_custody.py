"""Notes on copies: where they belong, where they went."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds, paper, unclaimed

from onionskin.readers.custody import CustodyReader
from onionskin.record.acts import ActKind
from onionskin.record.fields import NumberKind, OtherNumber

COPIES = [
    ("Vice President 37a\n\nOUTGOING TELEGRAM", {"holder": "Vice President", "item": "37a"}),
    ("White House, 12", {"holder": "White House", "item": "12"}),
    ("52c\n\nSECRET", {"item": "52c"}),
    ("a\nb\nc\nd\ne\nVice President 14b", {"holder": "Vice President", "item": "14b"}),
    ("Return to Mr. Kaysen, Room 372", {"return_to": "Mr. Kaysen, Room 372"}),
    ("PLEASE RETURN TO RM/R FILES", {"return_to": "RM/R FILES"}),
    (
        "This copy must be returned to RM/R central files with notation of action taken",
        {"return_to": "RM/R central files"},
    ),
    ("LBJ Library copy", {"archive": "Lyndon Baines Johnson Library"}),
    ("PHOTOCOPY FROM GERALD R. FORD LIBRARY", {"archive": "Gerald R. Ford Library"}),
    ("COPY\nDwight D. Eisenhower Library", {"archive": "Dwight D. Eisenhower Library"}),
    ("REPRODUCED AT THE NATIONAL ARCHIVES", {"archive": "National Archives"}),
    ("Copy 3 of 10 copies, Series A", {"number": "3"}),
    ("COPY NO. 4", {"number": "4"}),
    ("Copy No. 4 of 15", {"number": "4"}),
    ("Copy 3 of 7 copies, Series A\nThe Secretary\n\nSECRET", {"number": "3", "holder": "The Secretary"}),
    ("Copy 2 of 5\nMr. Bundy", {"number": "2", "holder": "Mr. Bundy"}),
    ("Copy 2 of 5\nDepartment of State", {"number": "2"}),
    ("Copy 2 of 5\n\nMr. Bundy has seen it.", {"number": "2"}),
]


@pytest.mark.parametrize(("print_", "said"), COPIES)
def test_what_a_note_says_of_the_copy(print_: str, said: dict[str, str]) -> None:
    text = paper(print_)
    result = CustodyReader().read(text)
    holds(text, CustodyReader(), result)
    assert {key: reading.value for key, reading in result.custody} == said


def test_a_mark_on_every_page_is_told_once_and_claimed_on_each() -> None:
    text = paper("Copy 3 of 7\nMr. Bundy\n\nWe agreed.\fCopy 3 of 7\nMr. Bundy\n\nWe went on.")
    result = CustodyReader().read(text)
    assert {key: reading.value for key, reading in result.custody} == {"number": "3", "holder": "Mr. Bundy"}
    assert len(result.fields) == 1
    assert unclaimed(text, result) == ["We agreed.", "We went on."]


def test_a_note_may_be_the_first_or_the_last_line_of_a_page() -> None:
    result = CustodyReader().read(paper("The first page.\fReturn to S/S\fThe third."))
    assert [(key, reading.value) for key, reading in result.custody] == [("return_to", "S/S")]


def test_a_copy_number_is_a_number_of_the_paper_too() -> None:
    fields = CustodyReader().read(paper("This document consists of 3 pages. No. 7 of 12 copies, Series A")).fields
    assert {f.name: f.reading.value for f in fields} == {
        "other_numbers": OtherNumber("7", NumberKind.COPY),
        "page_count": 3,
    }


def test_copies_furnished_through_somebody_for_somebody() -> None:
    """Broken over three lines, signed with initials and a day below."""
    text = paper("2 copies of each memo (to Rostow &\nKomer) to Miss Lane for\nMr. Bundy -\n\nDKL 11/9\n\nDear Walt:")
    result = CustodyReader().read(text)
    holds(text, CustodyReader(), result)
    (act,) = result.acts
    assert (act.act, act.quantity, act.items) == (ActKind.COPY_FURNISHED, 2, "each memo (to Rostow & Komer)")
    assert (act.recipient, act.on_behalf_of, act.agent, act.date) == ("Miss Lane", "Mr. Bundy", "DKL", "11/9")
    assert [(d.office, d.copies, d.for_) for d in result.distribution] == [("Miss Lane", 2, "Mr. Bundy")]
    assert unclaimed(text, result) == ["Dear Walt:"]


NOTES = [
    ("letters mentioned were\nreturned to Mrs. Lincoln", ActKind.RETURNED, "letters mentioned", "Mrs. Lincoln", None),
    ("original returned to S/S 3/4/63", ActKind.RETURNED, "original", "S/S", "3/4/63"),
    ("Charged to Mr. Tyler 4/18", ActKind.CHARGED_OUT, None, "Mr. Tyler", "4/18"),
    ("orig. to White House 4/9 - tdk", ActKind.CHARGED_OUT, "orig.", "White House", "4/9"),
    ("Copy sent to Mr. Hadley 11/3/66", ActKind.COPY_FURNISHED, "Copy", "Mr. Hadley", "11/3/66"),
    ("two copies given to Ambassador Thompson", ActKind.COPY_FURNISHED, None, "Ambassador Thompson", None),
]


@pytest.mark.parametrize(("print_", "kind", "items", "recipient", "date"), NOTES)
def test_what_a_note_proves(print_: str, kind: ActKind, items: str | None, recipient: str, date: str | None) -> None:
    (act,) = CustodyReader().read(paper(print_)).acts
    assert (act.act, act.items, act.recipient, act.date) == (kind, items, recipient, date)


@pytest.mark.parametrize(
    "prose",
    [
        "He wished to\nreturn to Washington",
        "The letters were returned to Mrs. Lincoln in the morning and nothing else.",
        "The letters were returned to Mrs. Lincoln.",
        "Copy to: Mr. Stevenson",
        "1 copy to the Congress of the plan was not enough, he said",
        "The Kennedy Library was opened.",
        "In the afternoon, after the talks had ended, we all decided that we should\nReturn to Moscow",
        "President Kennedy 12 times asked him",
    ],
)
def test_prose_is_no_note(prose: str) -> None:
    assert not CustodyReader().read(paper(prose)).claims
