"""Despatches of the Foreign Service: their form's boxes, which way they went, who signed for the Ambassador."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, value, values

DESPATCH = """
    AIR POUCH
    (Priority)

    FOREIGN SERVICE DESPATCH

    FROM : AmEmbassy, LIMA                         DESP. NO. 318

    TO : THE DEPARTMENT OF STATE, WASHINGTON.

    April 4, 1957
    DATE

    REF : Embtel 402

    For Dept.      ACTION         DEPT.
    Use Only       ARA-4          I  RMR-1 REP-1
    REC'D          F              OTHER
    APR 11 1957    T              O  CIA-12 OSD-3

    SUBJECT: The Strike of the Miners in the North

    The miners of the northern province have been out for a week, and the Government has sent two
    battalions there, although the Minister had promised the unions that this would not be done.

                                            For the Ambassador:

                                            [Signature]

                                            Laura T. Hadley
                                            Second Secretary of Embassy
"""


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("direction", "incoming"),
        ("number", "318"),
        ("from", "Amembassy Lima"),
        ("date", "1957-04-04"),
        ("received", "1957-04-11"),
        ("signed_by", "Laura T. Hadley"),
    ],
)
def test_the_form_of_a_despatch(name: str, says: str) -> None:
    assert value(paper(DESPATCH), name) == says


def test_a_pouch_is_sped_as_its_first_lines_say() -> None:
    assert values(paper(DESPATCH), "precedence") == ["PRIORITY"]


@pytest.mark.parametrize(
    ("box", "says"),
    [
        ("APR 11 REC'D", "1957-04-11"),
        ("REC'D APR 11", "1957-04-11"),
        ("Rec'd 4/11/57", "1957-04-11"),
        ("JAN 3 REC'D", "1958-01-03"),
    ],
)
def test_a_day_of_receipt_without_its_year_follows_the_despatchs_own(box: str, says: str) -> None:
    sheet = DESPATCH.replace("REC'D          F", "               F").replace("APR 11 1957    T", "               T")
    assert value(paper(sheet.replace("REF : Embtel 402", f"REF : Embtel 402\n\n    {box}")), "received") == says


def test_an_instruction_goes_out() -> None:
    sheet = DESPATCH.replace("FROM : AmEmbassy, LIMA ", "FROM : DEPARTMENT OF STATE").replace(
        "TO : THE DEPARTMENT OF STATE, WASHINGTON.", "TO : AmEmbassy, LIMA"
    )
    assert value(paper(sheet), "direction") == "outgoing"
