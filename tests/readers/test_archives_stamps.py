"""Stamps of the archives and libraries: who opened the paper, on what authority, and when."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds, paper, unclaimed
from tests.readers.stamped import only, ticked

from onionskin.readers.stamps import StampReader
from onionskin.record.acts import ActKind
from onionskin.record.reading import ReadingState
from onionskin.record.stamps import StampKind

NLK = "EO 12356, Sec. 3.4(b); NLK-88-123"
GUIDELINES = "EO 11652, Sec. 3(E) and 5(D) or (E); State Dept Guidelines"
ARCHIVISTS = [  # as printed; office, by whom, day, instrument, agency
    ("DECLASSIFIED\nAuthority NND 841512\nBy RWB NARA Date 6-1-99", ("NARA", "RWB", "1999-06-01", "NND 841512", None)),
    ("DECLASSIFIED Authority NND 841512 By RWB NARA Date 6-1-99", ("NARA", "RWB", "1999-06-01", "NND 841512", None)),
    (
        "DECLASSIFIED\nE.O. 12356, SEC. 3.4(b)\nNLK-88-123\nBy SKF NARA, Date 4/6/98",
        ("NARA", "SKF", "1998-04-06", NLK, None),
    ),
    (
        "DECLASSIFIED\nE.O. 11652, Sec. 3(E) and 5(D) or (E)\nState Dept Guidelines\nBy DBS NARS, Date 3/15/76",
        ("NARS", "DBS", "1976-03-15", GUIDELINES, "State"),
    ),
    (
        "DECLASSlFIED\nAuthorlty: State ltr. 10/20/76\nBy rtg, NARS, Date 11/4/76",
        ("NARS", "rtg", "1976-11-04", "State ltr", "State"),
    ),
    (
        "Declassified E.O. 11652, Sec. 3(E)\nNLT-HC, NARS Date 1-28-76",
        ("NARS", "NLT-HC", "1976-01-28", "EO 11652, Sec. 3(E)", None),
    ),
    (
        "DECLASSIFIED WITH DELETIONS\nAUTHORITY MR 80-327 #3\nBY DJH DATE 5/18/82",
        (None, "DJH", "1982-05-18", "MR 80-327 #3", None),
    ),
    (
        "DECLASSIFIED IN FULL\nAuthority: EO 13526\nChief, Records & Declass Div, WHS\nDate: NOV 14 2013",
        ("WHS", "Chief, Records & Declass Div", "2013-11-14", "EO 13526", None),
    ),
    ("DEC1ASSIFIED\nAuth0rity NND 9594l7\nBv MLT NARA Dale 6-1-99", ("NARA", "MLT", "1999-06-01", "NND 9594l7", None)),
    (
        "DECLASSIFIED\nBy Authority of NND 760050\nBy: R. Smith, NARS, Date: 4/2/76",
        ("NARS", "R. Smith", "1976-04-02", "NND 760050", None),
    ),
    (
        "DECLASSIFIED\n\nAuthority\n\nNND 949601\n\nBy\n\nJB\n\nNARA\n\nDate\n\n3/14/97",
        ("NARA", "JB", "1997-03-14", "NND 949601", None),
    ),
    (
        "DECLASSIFIED\nPA/HO Department of State\nE.O. 12958, as amended\nJune 29, 2005",
        ("PA/HO", None, "2005-06-29", "EO 12958, as amended", None),
    ),
    (
        (
            "DECLASSIFIED\nE.O. 12958, Sec. 3.5\nNSC Memo, 1/30/95, State Dept. Guidelines, State Review 3/9/99\n"
            "By cb, NARA, Date 9-14-99"
        ),
        (
            "NARA",
            "cb",
            "1999-09-14",
            "EO 12958, Sec. 3.5; NSC Memo; State Dept. Guidelines; State Review 3/9/99",
            "NSC",
        ),
    ),
    (
        (
            "DECLASSIFIED w/ portions exempted\nE.O. 13526 (as amended) SEC 3.3\nMR # 09-12; #37\nState ltr. 3/9/11\n"
            "By dal NARA, Date 9/21/12"
        ),
        ("NARA", "dal", "2012-09-21", "EO 13526, as amended, Sec. 3.3; MR # 09-12; #37; State ltr", "State"),
    ),
    (
        "DECLASSIFIED\nAUTHORITY RAC NLF-MR-11-26 #5 State review 11/14/12\nBY hr NARA DATE 1/9/13",
        ("NARA", "hr", "2013-01-09", "NLF-MR-11-26 #5; State review", "State"),
    ),
    (
        "DECLASSIFIED\nE.O. 12356, SEC. 3.4 (b)\nMR 83-249 #4\nBY DJH NLE DATE 9/13/84",
        ("NLE", "DJH", "1984-09-13", "EO 12356, Sec. 3.4(b); MR 83-249 #4", None),
    ),
    (
        "DECLASSIFIED WITH DELETIONS\nE.O. 12356, SEC. 3.4\nAGENCY CASE State NLE CASE 85-321 #2\nBY DJH DATE 1/14/86",
        (None, "DJH", "1986-01-14", "EO 12356, Sec. 3.4; NLE CASE 85-321 #2", None),
    ),
    (
        (
            "DECLASSIFIED\nE.O. 11652, Sec. 3(E) and 5(D) or (E)\nDept. of State letter, Aug. 10, 1972\n"
            "OSD letter, May 3, 1972\nProject NLT 74-75\nBy NLT-HC, NARS, Date 12-3-74"
        ),
        (
            *("NARS", "NLT-HC", "1974-12-03"),
            "EO 11652, Sec. 3(E) and 5(D) or (E); NLT 74-75; Dept. of State letter; OSD letter May 3, 1972",
            "Dept. of State",
        ),
    ),
    (
        "DECLASSIFIED\nE.O.12356, SEC. 3.4(b)\nPER 10/14/96 NSC ltr RE MR-NLC-95-122\nBY J.S. NARA, DATE 11/6/96",
        ("NARA", "J.S.", "1996-11-06", "EO 12356, Sec. 3.4(b); MR-NLC-95-122; NSC ltr", "NSC"),
    ),
    (
        "[stamp: DECLASSIFIED / E.O. 12356, Sec. 3.4 / NLK-88-12 / By MW, NARA, Date 3/14/90]",
        ("NARA", "MW", "1990-03-14", "EO 12356, Sec. 3.4; NLK-88-12", None),
    ),
    (
        "DECLASSIFIED\nDOS Letter, 6/3/76\nBy NARS, Date 1/4/77",
        ("NARS", None, "1977-01-04", "DOS Letter", "DOS"),
    ),
    (
        "DECLASSIFIED\nDOD DIR 5200.30, JUNE 18, 1979\nBY gj DATE 9/11/81",
        (None, "gj", "1981-09-11", "DOD DIR 5200.30", "DOD"),
    ),
    (
        "PARTIALLY DECLASSIFIED\nAuthority CIA ltr. 6/5/97\nNLE 96-13 #2\nBy mr NARA Date 7/3/97",
        ("NARA", "mr", "1997-07-03", "NLE 96-13 #2; CIA ltr", "CIA"),
    ),
    (
        "CLASSIFICATION CANCELLED\nAuthority State Dept. ltr. 4/12/72\nBy JPM, NARS, Date 5/3/72",
        ("NARS", "JPM", "1972-05-03", "State Dept. ltr", "State"),
    ),
    (
        "Declassified\nE.O. 13292, Sec. 3.4\nNLN 05-10/3, per ltr. 2/21/2006\nBy RFD, NARA, Date 4/14/2006",
        ("NARA", "RFD", "2006-04-14", "EO 13292, Sec. 3.4; NLN 05-10/3; ltr", None),
    ),
]


@pytest.mark.parametrize(("print_", "said"), ARCHIVISTS)
def test_an_archivists_stamp(print_: str, said: tuple[str | None, ...]) -> None:
    text = paper(f"SECRET\n\n{print_}\n\nNovember 17, 1962\n\nThe Secretary said that he had read it.")
    result = StampReader().read(text)
    holds(text, StampReader(), result)
    (stamp,) = result.stamps
    authority = stamp.authority
    assert stamp.kind is StampKind.DECLASSIFICATION
    assert authority is not None
    assert (stamp.office, stamp.executed_by, stamp.date.value, authority.instrument, authority.agency) == said
    assert unclaimed(text, result) == ["SECRET", "November 17, 1962", "The Secretary said that he had read it."]
    assert [a.act for a in result.acts] == [ActKind.DECLASSIFIED]


@pytest.mark.parametrize(
    "printed",
    [
        "DECLASSIFIED, Authority NND 832935",
        "DECLASSIFIED\nDept. of Defense letter, June 2, 1988",
        "DECLASSIFIED\nAuthority State ltr\nBy NARS",
        "DECLASSIFIED\nE.O. 12958, as amended",
        "DECLASSIFIED\nBy DBS",
        "DECLASSIFIED PER E.O. 12958\nRAC NLJ-041R-34-1-2",
    ],
)
def test_a_stamp_ends_with_its_last_line(printed: str) -> None:
    """The paper's own day and words stand apart below it."""
    text = paper(f"SECRET\n\n{printed}\n\nNovember 17, 1962\n\nThe Secretary had read it.")
    result = StampReader().read(text)
    assert unclaimed(text, result) == ["SECRET", "November 17, 1962", "The Secretary had read it."]
    assert result.stamps[0].date.value is None


def test_whose_authority_is_told_from_whose_hand() -> None:
    """By one, and below it by another: the first lent his name."""
    stamp = only("DECLASSIFIED\nBy Deputy Archivist of the U.S.\nBy W. J. Marlow  Date MAR 13 1972")
    assert (stamp.executed_by, stamp.date.value) == ("W. J. Marlow", "1972-03-13")
    assert stamp.authority is not None
    assert stamp.authority.agency == "Deputy Archivist"


def test_a_paper_released_in_part_by_a_library() -> None:
    """SANITIZED over an archivist's lines is the heading of one stamp."""
    stamp = only("SANITIZED\nE.O. 12958, Sec. 3.6\nNLK-01-45\nBy MFD NARA, Date 4/9/02")
    assert (ticked(stamp), stamp.case, stamp.date.value) == ({"declassify-in-part"}, "NLK-01-45", "2002-04-09")


def test_the_departments_later_stamp() -> None:
    """Its heading is a letterhead, and its day stands on the last line."""
    stamp = only(
        "Dept. of State, A/GIS/IPS, the Director\n( ) Classify as ( ) Extend as ( ) S ( ) C\nReason ______\n"
        "(X) Release ( ) Declassify\n( ) Deny ( ) Excise\nFOIA Exemptions ____\nPA Exemptions ____\n"
        "With concurrence of: ________\nobtained ___ not obt.___\nIPS by TFM Date 4/12/11"
    )
    assert (stamp.office, stamp.reviewer, stamp.date.value) == ("A/GIS/IPS", "TFM", "2011-04-12")
    assert ticked(stamp) == {"release"}


def test_lines_to_tick_on_are_boxes() -> None:
    stamp = only("RELEASE_ DECLASSIFY\nEXCISE_X DECLASSIFY in PART X\nDENY_ Non-responsive info.")
    assert ticked(stamp) == {"excise", "declassify-in-part"}


def test_the_authority_has_its_own_day() -> None:
    stamp = only("DECLASSIFIED\n\nAuthority: Defense for 2/3/79\nBy: [Signature], NARS, Date 3/12/79")
    assert stamp.authority is not None
    assert (stamp.authority.agency, stamp.authority.date, stamp.date.as_printed) == ("Defense", "2/3/79", "3/12/79")


def test_the_heading_may_come_last() -> None:
    """As a transcriber put it who read the stamp from below."""
    stamp = only("By: [Signature], NARS, Date 7/12/77\nAuthority: State for 6/14/77\nDECLASSIFIED\n\nDrafted by")
    assert stamp.authority is not None
    assert (stamp.date.as_printed, stamp.authority.agency, stamp.authority.date) == ("7/12/77", "State", "6/14/77")


def test_an_institution_that_had_ended_makes_the_day_doubtful() -> None:
    date = only("DECLASSIFIED\nAuthority: State ltr 4/1/96\nBy ABC, NARS, Date 5/2/96").date
    assert (date.value, date.state) == ("1996-05-02", ReadingState.DOUBTFUL)
    assert "National Archives and Records Service" in date.reason
