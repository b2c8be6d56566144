"""Notes of downgrading: groups and directives of the sixties, schedules and exemptions of the seventies."""

from __future__ import annotations

import pytest
from tests.readers.marked import paper
from tests.readers.stamped import only, read

from onionskin.readers.markings import MarkingReader
from onionskin.readers.stamps import StampReader
from onionskin.record.stamps import StampKind

GROUPS = [  # as printed; form, instrument, until
    (
        "DOWNGRADED AT 12 YEAR INTERVALS;\nNOT AUTOMATICALLY DECLASSIFIED.\nDOD DIR 5200.10",
        ("GROUP 3", "DOD DIR 5200.10", "12 YEAR INTERVALS"),
    ),
    (
        "DOWNGRADED AT 3-YEAR INTERVALS\nDECLASSIFIED AFTER 12 YEARS\nDoD Directive 5200.10",
        ("GROUP 4", "DOD DIRECTIVE 5200.10", "3-YEAR INTERVALS"),
    ),
    (
        "GROUP-3\nDowngraded at 12-yr. intervals; not automatically declassified.",
        ("GROUP 3", None, "12-yr. intervals"),
    ),
    (
        "EXCLUDED FROM AUTOMATIC REGRADING:\nDOD DIR 5200.10 DOES NOT APPLY",
        ("EXCLUDED FROM AUTOMATIC REGRADING", "DOD DIR 5200.10", None),
    ),
    ("GP-4", ("GROUP BY ITS LETTERS", None, None)),
    ("Gp 1", ("GROUP BY ITS LETTERS", None, None)),
]


@pytest.mark.parametrize(("printed", "said"), GROUPS)
def test_a_group_and_its_directive(printed: str, said: tuple[str | None, ...]) -> None:
    stamp = only(f"CONFIDENTIAL\n\n{printed}\n\nThe Minister left.")
    instrument = stamp.authority.instrument if stamp.authority else None
    until = stamp.decisions[0].until if stamp.decisions else None
    assert (stamp.form, instrument, until) == said
    assert stamp.kind is StampKind.DOWNGRADING


EXEMPT = [  # as printed; line E.O., codes, who classified
    ("XGDS(3)", ("11652: XGDS-3", ["XGDS-3"], None)),
    ("XGDS-2", ("11652: XGDS-2", ["XGDS-2"], None)),
    (
        "XGDS (3)\nDECLAS: Impossible to Determine\nBYAUTH: Dr. Ruth Hadley",
        ("11652: XGDS-3", ["XGDS-3"], "Hadley"),
    ),
    (
        (
            "CLASSIFIED BY RUTH HADLEY\nEXEMPT FROM GENERAL DECLASSIFICATION\nSCHEDULE OF EXECUTIVE ORDER 11652\n"
            "EXEMPTION CATEGORY Section 5(b) (2)\nAUTOMATICALLY DECLASSIFIED ON Imp. to Det."
        ),
        ("11652: XGDS-2", ["5(B)(2)"], "Hadley"),
    ),
]


@pytest.mark.parametrize(("printed", "said"), EXEMPT)
def test_an_exemption_from_the_schedule(printed: str, said: tuple[str, list[str], str | None]) -> None:
    result = read(f"The Minister left.\n\n{printed}\n\nMay 3, 1974")
    (stamp,) = result.stamps
    fields = {f.name: f.reading.value for f in result.fields}
    who = getattr(fields.get("classified_by"), "surname", None)
    assert (fields["executive_order"], [e.code for e in stamp.exemptions], who) == said
    assert (stamp.kind, stamp.date.value) == (StampKind.DOWNGRADING, None)


def test_who_classified_stands_over_his_schedule() -> None:
    stamp = only("CLASSIFIED BY: R. Hadley\nGDS  12/31/82")
    assert (stamp.executed_by, stamp.decisions[0].until) == ("R. Hadley", "12/31/82")


BESIDE = [  # a line with a level; form, what is left of it to be read as markings
    ("~~SECRET~~/NODIS/XGDS", ("GDS ALONE", ["SECRET", "NODIS"])),
    ("SECRET XGDS-3", ("XGDS", ["SECRET"])),
    ("TOP SECRET/SENSITIVE (XGDS)", ("GDS ALONE", ["TOP SECRET", "SENSITIVE"])),
    ("CONFIDENTIAL (GP-3)", ("GROUP BY ITS LETTERS", ["CONFIDENTIAL"])),
]


@pytest.mark.parametrize(("line", "said"), BESIDE)
def test_a_note_beside_a_level(line: str, said: tuple[str, list[str]]) -> None:
    """What stands behind the level is a note of its own, and takes nothing from the markings."""
    text = paper(f"{line}\n\nThe Minister left.")
    result = StampReader().read(text)
    (stamp,) = result.stamps
    markings = MarkingReader().read(text, [claim.span for claim in result.claims]).markings
    assert (stamp.form, [m.level or m.caption for m in markings]) == said


def test_a_sentence_that_ends_with_a_schedule_is_no_stamp() -> None:
    assert not read("The Minister said that XGDS").stamps


@pytest.mark.parametrize("by", ["by: Robert M. Sayre", "By Robert M Sayre (MEM)"])
def test_who_exempted_a_paper_stands_under_the_words(by: str) -> None:
    stamp = only(f"SECRET\nGroup 2\nExempted from automatic downgrading\n{by}\n\nThe Minister left.")
    assert (stamp.form, (stamp.executed_by or "").replace(".", "")) == ("GROUP 2", "Robert M Sayre")
