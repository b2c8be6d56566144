"""Incoming telegrams as the Telegraph Section typed them in the 1940s, and what was pencilled on them."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, value, values

SHEET = """
    INCOMING TELEGRAM

    Belgrade

    Dated {dated}

    Rec'd {received}

    Secretary of State,

    Washington.

    {precedence}

    217, {day}, 4 p.m.
{line}
    Prime Minister told me this noon that he would not see any of the
    delegates before the end of the month, and that nothing could be done
    about the ship before then.
{pencilled}
    Military Attache concurs in estimate that no unusual movement of any
    sort is taking place in the north at moment.

    {signature}

    JMC
"""


def sheet(**parts: str) -> str:
    usual = {
        "dated": "March 19, 1946",
        "day": "March 19",
        "received": "March 20, 7:42 p.m.",
        "precedence": "US URGENT",
        "line": "",
        "pencilled": "",
        "signature": "HOLBROOK",
    }
    return SHEET.format(**(usual | parts))


@pytest.mark.parametrize(
    ("dated", "received", "meant"),
    [
        ("March 19, 1946", "7:42 p.m., 20th", "1946-03-20T19:42:00-05:00"),
        ("March 19, 1946", "7:42 p.m. 19th", "1946-03-19T19:42:00-05:00"),
        ("December 31, 1947", "3 a.m., 1st", "1948-01-01T03:00:00-05:00"),
        ("May 30, 1948", "11:05 p.m., on the 2nd", "1948-06-02T23:05:00-04:00"),
        ("March 19, 1946", "7:42 p.m.", "1946-03-19T19:42:00-05:00"),
    ],
)
def test_the_day_of_receipt_is_the_first_of_its_number(dated: str, received: str, meant: str) -> None:
    read = paper(sheet(dated=dated, received=received, day=dated.split(",", maxsplit=1)[0]))
    assert value(read, "received") == meant


@pytest.mark.parametrize("pencilled", ["", "\n    NE\n    file - no action\n    RTM\n", "\n    R.T.M.\n"])
def test_initials_in_pencil_are_no_signature(pencilled: str) -> None:
    assert value(paper(sheet(pencilled=pencilled)), "signed_by") == "Holbrook"


@pytest.mark.parametrize("signature", ["HOLBROOK", "LEE"])
def test_a_short_name_alone_is_a_signature(signature: str) -> None:
    assert value(paper(sheet(signature=signature)), "signed_by") == signature.title()


@pytest.mark.parametrize("line", ["\n    DEPTEL 911.\n", "\n    Reference Deptel 911.\n", "\n    ReDeptel 911.\n"])
def test_a_line_that_cites_alone_begins_the_text(line: str) -> None:
    read = paper(sheet(line=line))
    assert value(read, "number") == "217"
    assert read.text.reading.startswith(line.strip())
    assert [(each.series, each.number) for each in read.references] == [("DEPTEL", "911")]


def test_the_precedence_of_the_time() -> None:
    assert values(paper(sheet()), "precedence") == ["US URGENT"]


def test_a_sentence_may_end_on_the_next_page() -> None:
    last = "    3. NOTHING WAS SAID BY ANY OF THE OTHERS ABOUT SHIP OR ABOUT CREW.\n"
    page_two = f"\f\n    -2- 217, March 19, 4 p.m. from Belgrade\n\n    NEED NOT BE SENT.\n\n{last}"
    turned = "\n    2. HE ASKED THAT THE FOURTH PARAGRAPH BE TAKEN OUT AND PUT INTO A LETTER WHICH\n\n    FE\n"
    read = paper(sheet(signature="").replace("    JMC\n", turned) + page_two)
    assert "PUT INTO A LETTER WHICH NEED NOT BE SENT." in read.text.reading


def test_a_long_list_of_offices_stands_between_title_and_addressees() -> None:
    symbols = ("Info", "SS", "G", "SP", "C", "L", "H", "INR", "IO", "EUR", "NEA", "USIA", "CIA", "RMR")
    offices = "\n".join(f"    {each}" for each in symbols)
    posts = "\n".join(f"    AMEMBASSY {city}" for city in ("ACCRA", "CONAKRY", "KHARTOUM", "TUNIS"))
    read = paper(
        f"""
    LIMITED OFFICIAL USE

    OUTGOING TELEGRAM
    Department of State

    38
    Origin
    AF
{offices}

    APR 5 1960
    8 15 PM

    SENT TO:
{posts}

    You should inform Foreign Ministers that Department is prepared to
    meet their request for aircraft, and that we should like to hear more.

    HOLBROOK
    """
    )
    assert len(values(read, "to")) == 4
    assert [marking.level for marking in read.markings] == ["LIMITED OFFICIAL USE"]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("EYES ONLY AMBASSADOR FROM ASSISTANT SECRETARY", "Ambassador"),
        ("EYES ONLY FOR AMBASSADOR PENHALLOW", "Penhallow"),
    ],
)
def test_for_whose_eyes_it_is_behind_the_marking(line: str, person: str) -> None:
    read = paper(sheet(line=f"\n    {line}\n"))
    assert values(read, "attention") == [person]
    assert values(read, "captions") == ["EYES ONLY"]
