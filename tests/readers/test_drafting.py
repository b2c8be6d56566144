"""Who drafted, typed, cleared and approved."""

from __future__ import annotations

import pytest
from tests.readers.reading import one, paper, place, state, value, values
from tests.readers.sheets import MEMORANDUM_1958, OUTGOING_1961, TWO_COLUMNS_1962

from onionskin.record.document import Document
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState

BODY = """
    OUTGOING TELEGRAM   Department of State

    ACTION: Amembassy LISBON 214

    Feb 9 7 14 PM '61

    You should inform Foreign Minister that Department is prepared to
    meet his request for transport aircraft.

    RUSK

"""


def offices(document: Document, name: str) -> list[str | None]:
    held = document.many(name) or (one(document, name),)
    return [reading.value.office for reading in held if isinstance(reading.value, Named)]


def test_the_blocks_at_the_foot_of_the_form() -> None:
    read = paper(OUTGOING_1961)
    assert (value(read, "drafted_by"), offices(read, "drafted_by")) == ("H. P. Marlow", ["EUR/WE"])
    assert value(read, "typed_by") == "jd"
    assert value(read, "drafted_on") == "1961-02-09"
    assert (value(read, "approved_by"), offices(read, "approved_by")) == ("Kessler", ["EUR"])
    assert values(read, "cleared_by") == ["Tolland", "Avery"]
    assert offices(read, "cleared_by") == ["AF", "S/S"]


def test_blocks_in_two_columns() -> None:
    read = paper(TWO_COLUMNS_1962)
    assert (value(read, "drafted_by"), value(read, "typed_by")) == ("W. S. Barrow", "mk")
    assert (value(read, "approved_by"), offices(read, "approved_by")) == ("Harrow", ["NEA"])
    assert values(read, "cleared_by") == ["Kessler", "Avery"]


def test_the_office_of_a_drafters_mark_is_no_line_that_nobody_claims() -> None:
    body = "I have read your letter with care, and I am grateful for it."
    read = paper(f"SECRET\n\nMay 20, 1961\n\nDear Edith:\n\n{body}\n\nSincerely,\n\nOwen Lark\n\nEUR/NAN:Marsh:rb")
    assert (value(read, "drafted_by"), offices(read, "drafted_by")) == ("Marsh", ["EUR/NAN"])
    assert read.unclaimed == ()


def test_each_part_of_a_drafters_mark_lights_its_own_letters() -> None:
    read = paper(OUTGOING_1961)
    assert place(read, "drafted_by")[2] == "HPMarlow"
    assert place(read, "typed_by")[2] == "jd"
    assert place(read, "drafted_on")[2] == "2/9/61"


def test_a_mark_alone_at_the_foot_of_a_memorandum() -> None:
    read = paper(MEMORANDUM_1958)
    assert (value(read, "drafted_by"), offices(read, "drafted_by")) == ("R. L. Morden", ["EUR"])
    assert value(read, "typed_by") == "kt"


@pytest.mark.parametrize(
    ("block", "drafter", "typist", "date"),
    [
        ("Drafted by\n\nHPMarlow/ck\n\n2/9/61", "H. P. Marlow", "ck", "1961-02-09"),
        ("Drafted by: EUR:HPMarlow:ck 2/9/61", "H. P. Marlow", "ck", "1961-02-09"),
        ("EUR:BNA:HPMarlow:ck 2/9/61", "H. P. Marlow", "ck", "1961-02-09"),
        ("DRAFTED BY: H. P. Marlow", "H. P. Marlow", None, None),
    ],
)
def test_drafters_as_they_are_written(block: str, drafter: str, typist: str | None, date: str | None) -> None:
    read = paper(BODY + "".join(f"    {line}\n" for line in block.split("\n")))
    assert [value(read, name) for name in ("drafted_by", "typed_by", "drafted_on")] == [drafter, typist, date]


def test_a_form_without_blocks_names_nobody() -> None:
    read = paper(BODY)
    for name in ("drafted_by", "typed_by", "approved_by", "drafted_on"):
        assert state(read, name) is ReadingState.ABSENT
    assert values(read, "cleared_by") == []


def test_the_signature_is_not_among_those_who_cleared() -> None:
    read = paper(BODY.replace("    RUSK\n\n", "") + "    Clearances:\n    EUR - Mr. Kessler\n\n    RUSK\n")
    assert values(read, "cleared_by") == ["Kessler"]
    assert value(read, "signed_by") == "Rusk"


def test_a_conformed_signature_stands_between_an_office_and_its_holder() -> None:
    read = paper(BODY.replace("RUSK", "RUSK\n\n    Clearances:\n    U - /s/ George W. Ball"))
    assert values(read, "cleared_by") == ["George W. Ball"]
    assert offices(read, "cleared_by") == ["U"]


@pytest.mark.parametrize(("mark", "office"), [("EUR:BNA:HPMarlow:ck", "BNA"), ("NEA/INC:HPMarlow:ck", "NEA/INC")])
def test_of_a_chain_of_offices_the_last_is_the_drafters(mark: str, office: str) -> None:
    assert offices(paper(BODY + f"    Drafted by: {mark} 2/9/61\n"), "drafted_by") == [office]


@pytest.mark.parametrize("said", ["S/P - no objection", "S/P (no comment)", "S/P: concurs", "S/P - in draft"])
def test_an_office_that_cleared_with_a_word(said: str) -> None:
    read = paper(BODY.replace("RUSK", f"RUSK\n\n    Clearances:\n    EUR - Mr. Kessler\n    {said}"))
    assert values(read, "cleared_by") == ["Kessler", "S/P"]


def test_an_office_holder_approves() -> None:
    assert value(paper(BODY + "    Approved by: The Secretary\n"), "approved_by") == "The Secretary"


def test_clearances_on_one_line() -> None:
    """A wide gap or a semicolon parts them; an office alone among persons is one of them."""
    gaps = "EUR - Mr. Kessler   U/PR - Mrs. Lane   S/S-O"
    read = paper(BODY.replace("RUSK", f"RUSK\n\n    Clearances:\n    {gaps}"))
    assert values(read, "cleared_by") == ["Kessler", "Lane", "S/S-O"]
    read = paper(BODY.replace("RUSK", "RUSK\n\n    Clearances: ECON - Mr. Kessler; CIB - Miss Orr"))
    assert values(read, "cleared_by") == ["Kessler", "Orr"]
    assert offices(read, "cleared_by") == ["ECON", "CIB"]


@pytest.mark.parametrize(
    ("typed", "office"),
    [
        ("White House - Mr. Kessler", "White House"),
        ("The White House: Mr. Kessler", "White House"),
        ("Treasury - Miss Kessler (phone)", "Treasury"),
        ("Department of Defense - Col. Kessler", "Department of Defense"),
        ("Phone - Mr. Kessler", None),
        ("Adams - Mr. Kessler", None),
    ],
)
def test_a_body_outside_the_department_stands_before_its_man(typed: str, office: str | None) -> None:
    read = paper(BODY.replace("RUSK", f"RUSK\n\n    Clearances:\n    {typed}"))
    held = dict(zip(values(read, "cleared_by"), offices(read, "cleared_by"), strict=True))
    assert held["Kessler"] == office


def test_clearances_in_two_columns_are_no_sentence_of_the_text() -> None:
    rows = "EUR/WE - Mr. Kessler (subs)      L/NEA - Mr. Avery\n    IO - Captain Lane                S/S-O: HROrr"
    read = paper(BODY.replace("RUSK", f"RUSK\n\n    Clearances:\n    {rows}"))
    assert values(read, "cleared_by") == ["Kessler", "Avery", "Lane", "H. R. Orr"]
    assert offices(read, "cleared_by") == ["EUR/WE", "L/NEA", "IO", "S/S-O"]
    assert "Kessler" not in read.text.reading


@pytest.mark.parametrize(
    ("below", "office"), [("NEA", "NEA"), ("EUR/WE", "EUR/WE"), ("\n    NEA", None), ("TARLOW", None)]
)
def test_the_office_of_who_approved_stands_alone_under_his_name(below: str, office: str | None) -> None:
    block = f"    Transmission and\n    classification approved by:\n    Walter T. Kessler\n    {below}\n"
    read = paper(BODY + block)
    assert (value(read, "approved_by"), offices(read, "approved_by")) == ("Walter T. Kessler", [office])


@pytest.mark.parametrize("said", [" -- not available", " (not available)", ", not cleared"])
def test_who_was_asked_and_did_not_clear_is_left_out(said: str) -> None:
    read = paper(BODY + f"    Clearances:\n    EUR - Mr. Marlow\n    NEA - Mr. Hargrove{said}\n    L - Miss Dover\n")
    assert values(read, "cleared_by") == ["Marlow", "Dover"]


def test_the_drafters_mark_below_the_clearances_clears_nothing() -> None:
    read = paper(BODY + "    Cleared:\n    EUR - Mr. Marlow\n    NEA - Mr. Hargrove\n\n    EUR:WE:TPDover:bk\n")
    assert values(read, "cleared_by") == ["Marlow", "Hargrove"]
    assert (value(read, "drafted_by"), value(read, "typed_by")) == ("T. P. Dover", "bk")


def test_what_the_white_house_sent_was_drafted_in_a_department() -> None:
    read = paper(BODY + "    LBJ:State:HHS:tmt\n")
    assert (value(read, "drafted_by"), value(read, "typed_by")) == ("HHS", "tmt")


@pytest.mark.parametrize(
    "block",
    [
        (
            "Drafted by:                Telegraphic transmission and\n"
            "    EUR:RHDover:abc            classification approved by:  EUR - Walter T. Kessler"
        ),
        "Tel. trans. and class. approved by: EUR - Walter T. Kessler",
        "Text and\n    classification approved by: EUR - Walter T. Kessler",
    ],
)
def test_who_approved_beside_or_below_the_drafter(block: str) -> None:
    read = paper(BODY + f"    {block}\n")
    assert (value(read, "approved_by"), offices(read, "approved_by")) == ("Walter T. Kessler", ["EUR"])
