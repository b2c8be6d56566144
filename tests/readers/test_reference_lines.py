"""The papers that the head of a form refers to."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, value

OUTGOING = """
    OUTGOING TELEGRAM   Department of State

    ACTION: Amembassy LISBON 214

    Feb 9 7 14 PM '61

{line}

    You should inform Foreign Minister that Department is prepared to
    meet his request for transport aircraft, as you proposed in Embtel 7.

    RUSK
"""
AIRGRAM = """
    AIRGRAM                        A-145

    CONFIDENTIAL

    TO      : Department of State
    FROM    : Amembassy LISBON          DATE: March 3, 1962
    SUBJECT : Harbor Dues
{line}

    The Minister of Marine told the reporting officer on March 1 that the
    harbor dues would be raised before the end of the year, and that nobody
    in the cabinet was against it.
"""


@pytest.mark.parametrize(
    ("line", "cited"),
    [
        ("Ref: Your 3512 and 3526", [("3512", None, None), ("3526", None, None)]),
        ("REF: RABAT 4377", [("4377", None, "Rabat")]),
        ("Reference: Embtel 512, February 3", [("512", "EMBTEL", None)]),
        ("Refs: A. Deptel 200; B. Embtel 498", [("200", "DEPTEL", "Department of State"), ("498", "EMBTEL", None)]),
        ("Ref: Embtels 498, 499,\n500", [("498", "EMBTEL", None), ("499", "EMBTEL", None), ("500", "EMBTEL", None)]),
    ],
)
def test_a_telegram_refers_above_its_text(line: str, cited: list[tuple[str, str | None, str | None]]) -> None:
    read = paper(OUTGOING.format(line=line))
    got = [(each.number, each.series, each.from_) for each in read.references]
    assert got == [*cited, ("7", "EMBTEL", None)]
    assert "3512" not in read.text.reading
    assert not [each for each in read.unclaimed if "ef" in str(each)]


@pytest.mark.parametrize(
    ("line", "cited"),
    [
        ("    REF     : Lagos A-377; Embtel 1702", [("377", "A", "Lagos"), ("1702", "EMBTEL", None)]),
        ("    REF     : Embassy's A-12, January 9", [("12", "A", "Embassy")]),
        ("    REF     : Our talk of yesterday", []),
    ],
)
def test_an_airgram_refers_under_its_subject(line: str, cited: list[tuple[str, str | None, str | None]]) -> None:
    read = paper(AIRGRAM.format(line=line))
    assert [(each.number, each.series, each.from_) for each in read.references if each.number] == cited


DESPATCH = """
    FOREIGN SERVICE DESPATCH

    FROM : AMEMBASSY, LISBON
{number}

    TO : THE DEPARTMENT OF STATE, WASHINGTON.
    March 19, 1959
    DATE

    REF : Embdes 688, February 27, 1959; Deptel 402

    SUBJECT: {subject}

    The Minister of Marine told the reporting officer on March 16 that the
    harbor dues would be raised before the end of the year, and that nobody
    in the cabinet was against it.

    For the Ambassador:

    [Signature]
    Walter J. Penhallow
    Second Secretary of Embassy

    ACTION COPY - DEPARTMENT OF STATE
    The action office must return this permanent record copy to {registry} files with an endorsement of action taken.
"""


@pytest.mark.parametrize("number", ["    731\n    DESP. NO.", "    DESP. NO.\n    731", "    DESP. NO. 731"])
@pytest.mark.parametrize(
    ("subject", "whole"),
    [
        ("Harbor Dues", "Harbor Dues"),
        (
            "The Harbor Dues and the Position of the Port Authority\n    of Lisbon",
            "The Harbor Dues and the Position of the Port Authority of Lisbon",
        ),
    ],
)
@pytest.mark.parametrize("registry", ["DC/R", "RM/R"])
def test_a_despatch_on_the_form_of_the_foreign_service(number: str, subject: str, whole: str, registry: str) -> None:
    read = paper(DESPATCH.format(number=number, subject=subject, registry=registry))
    assert value(read, "number") == "731"
    assert value(read, "subject") == whole
    assert value(read, "signed_by") == "Walter J. Penhallow"
    assert [(each.number, each.series) for each in read.references] == [("688", "EMBDES"), ("402", "DEPTEL")]
    assert "permanent record copy" not in read.text.reading
    assert read.copy.return_to == f"{registry} files"
