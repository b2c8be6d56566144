"""The reader of stationery claims what belongs to the sheet and leaves what is written on it."""

from __future__ import annotations

import pytest
from tests.readers.marked import claimed, paper
from tests.readers.reading import paper as read_paper

from onionskin.readers.stationery import StationeryReader

RULES = [
    ("PREPARING OFFICE WILL INDICATE WHETHER", "form-line"),
    ("PREPARlNG OFFICE W1LL INDlCATE WHETHFR", "form-line"),
    ("Enciphered by ______________", "form-line"),
    ("Sent by operator ______ M., ______, 19__", "form-line"),
    ("EMBASSY OF THE", "form-line"),
    ("DEPARTMENT OF STATE", "letterhead"),
    ("*[Signature]*", "signature"),
    ("ATH", "operator"),
    ("CR/24", "operator"),
]
LEFT = ["Mr. Ball saw", "the Department of State", "noted", "OUR POSITION IS", "RUSK", "Washington", "end"]


@pytest.mark.parametrize(("line", "rule"), RULES)
def test_a_line_of_the_sheet_is_claimed_by_its_rule(line: str, rule: str) -> None:
    got = StationeryReader().read(paper(f"{line}\n\nThe text goes here."))
    assert [claim.rule for claim in got.claims] == [rule]
    assert all(claim.furniture for claim in got.claims)


@pytest.mark.parametrize("line", LEFT)
def test_what_somebody_wrote_is_left(line: str) -> None:
    text = paper(f"{line}\n\nThe text goes here.")
    assert claimed(text, StationeryReader().read(text)) == []


@pytest.mark.parametrize(
    ("typed", "is_claimed"),
    [
        ("We agree.\nEND\nRusk", True),
        ("WE AGREE\n\nEND OF MESSAGE", True),
        ("BRING THE MATTER TO AN\nEND\nBEFORE MAY", False),
    ],
)
def test_a_telegram_ends_only_where_a_sentence_does(typed: str, is_claimed: bool) -> None:
    text = paper(typed)
    assert bool(claimed(text, StationeryReader().read(text))) is is_claimed


def test_initials_in_the_middle_of_a_paper_are_nobodys() -> None:
    text = paper("\n".join([*("One line of text.",) * 5, "ATH", *("One line more of it.",) * 6]))
    assert claimed(text, StationeryReader().read(text)) == []


def test_a_running_head_of_an_incoming_telegram_is_furniture() -> None:
    got = read_paper("""
        INCOMING TELEGRAM    Department of State
        FROM: Saigon
        TO: Secretary of State
        NO: 1182, June 14, 4 p.m.

        We saw the Minister this morning and he told us that there would be no change in
        the position that his government took last week.
        \f
        -2- 1182, June 14, 4 p.m. from Saigon

        He asked that we should let him know what the Department thinks of it all.
        NOLTING
    """)
    assert "continuation-head" in {each.rule for each in got.furniture}
    assert "1182" not in got.text.reading
