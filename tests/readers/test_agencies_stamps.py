"""What agencies that were asked about a paper had stamped or written on it."""

from __future__ import annotations

import pytest
from tests.readers.marked import paper, unclaimed
from tests.readers.stamped import read

from onionskin.readers.stamps import StampReader
from onionskin.record.stamps import StampKind

AROUND = ["CONFIDENTIAL", "November 17, 1962", "The Secretary said that he had read it."]
AGENCIES = [  # as printed; office, day
    ("NO OBJECTION FBI 3-9-90", ("FBI", "1990-03-09")),
    ("FBI has no objection\n3/9/90", ("FBI", "1990-03-09")),
    ("NSC: No objection to release, 6/7/91 RB", ("NSC", "1991-06-07")),
    ("JCS: no objection 14 MAR 1994", ("JCS", "1994-03-14")),
    ("AID: no objection", ("AID", None)),
    ("OSD HAS NO OBJECTION TO DECLASSIFICATION\nAND RELEASE 4 Feb 1993", ("OSD", "1993-02-04")),
    ("DIA HAS NO OBJECTION TO DECLASSIFICATION\nAND/OR RELEASE OF THIS DOCUMENT", ("DIA", None)),
    ("Treasury concurs in declassification 4/11/86", ("Treasury", "1986-04-11")),
    ("Defense (OSD) concurs  9 Feb 1993", ("Defense (OSD)", "1993-02-09")),
    ("State Dept. review completed", ("State Dept.", None)),
    ("NSC REVIEW COMPLETED 06/23/2003", ("NSC", "2003-06-23")),
    ("NSC, DIA reviews completed.", ("NSC, DIA", None)),
    ("State Dept Declassification/Release Instructions On File", ("State Dept", None)),
    ("JCS DECLASSIFICATION BRANCH\nDATE 31 Jan 75", ("JCS", "1975-01-31")),
    (
        "REVIEW AUTHORITY: RUTH HADLEY\nCASE ID: 200403117\nDATE: 14 NOV 2005",
        ("Department of State", "2005-11-14"),
    ),
    ("U.S. DEPARTMENT OF STATE\nREVIEW AUTHORITY: Ruth Hadley, Senior Reviewer", ("Department of State", None)),
]


@pytest.mark.parametrize(("printed", "said"), AGENCIES)
def test_an_agency_that_was_asked(printed: str, said: tuple[str, str | None]) -> None:
    text = paper("\n\n".join([AROUND[0], printed, *AROUND[1:]]))
    result = StampReader().read(text)
    (stamp,) = result.stamps
    assert (stamp.office, stamp.date.value) == said
    assert stamp.kind in (StampKind.REVIEW, StampKind.DECLASSIFICATION)
    assert unclaimed(text, result) == AROUND


@pytest.mark.parametrize("day", ["2003", "MAY 2003", "8/14/2003"])
def test_a_stamp_of_release_names_its_agency_in_full_and_may_have_no_more_than_a_year(day: str) -> None:
    text = paper(
        f"Declassified and Approved for Release\nby the Central Intelligence Agency\nDate: {day}\n\n{AROUND[0]}"
    )
    result = StampReader().read(text)
    (stamp,) = result.stamps
    assert stamp.authority is not None
    assert (stamp.authority.agency, stamp.date.as_printed) == ("CIA", day)
    assert unclaimed(text, result) == AROUND[:1]


@pytest.mark.parametrize(
    "prose",
    [
        "We told him that\nDefense has no objection\nto the visit.",
        "The Minister said that his\nTreasury concurs.\nHe left.",
        "State has no objection.",
        "The review of AID was completed on May 3, 1962.",
    ],
)
def test_what_a_sentence_says_of_an_agency_is_no_stamp(prose: str) -> None:
    assert not read(prose).stamps


FBI = [  # as printed; by whom, day, until
    (
        "ALL INFORMATION CONTAINED\nHEREIN IS UNCLASSIFIED\nDATE 9/21/78 BY SP-1 Mac/ltl",
        ("SP-1 Mac/ltl", "1978-09-21", None),
    ),
    ("CLASSIFIED BY SP-1 GSK/cmc\nDECLASSIFY ON: OADR\n3/8/83", ("SP-1 GSK/cmc", "1983-03-08", "OADR")),
    (
        "CLASS. & EXT. BY SP-4 JRM/cal\nREASON - FCIM II, 1-2.4.2\nDATE OF REVIEW 4-13-97",
        ("SP-4 JRM/cal", None, "4-13-97"),
    ),
    ("CLASSIFIED BY AF: W. E. MARLOW JR\nDECLASSIFY 6-13-84", ("AF: W. E. MARLOW JR", None, "6-13-84")),
    ("DECLASSIFIED BY: JCS, DJSM 1204-83\nON: 8 Nov 84", ("JCS, DJSM 1204-83", "1984-11-08", None)),
]


@pytest.mark.parametrize(("printed", "said"), FBI)
def test_a_stamp_that_is_broken_over_lines(printed: str, said: tuple[str, str | None, str | None]) -> None:
    text = paper(f"{AROUND[0]}\n\n{printed}\n\n{AROUND[1]}\n\n{AROUND[2]}")
    result = StampReader().read(text)
    (stamp,) = result.stamps
    assert (stamp.executed_by, stamp.date.value, stamp.decisions[0].until) == said
    assert unclaimed(text, result) == AROUND
