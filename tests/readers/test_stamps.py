"""The reader of stamps on the wordings that offices stamped, whole and as OCR gives them."""

from __future__ import annotations

import random

import pytest
from tests.readers.marked import claimed, paper, unclaimed
from tests.readers.stamped import only, read, ticked

from onionskin.readers.contract import ReadResult
from onionskin.readers.stamps import StampReader, parse_stamp
from onionskin.record.acts import ActKind
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.reading import ReadingState
from onionskin.record.stamps import DecisionState, StampKind

FORM_A = """\
DEPARTMENT OF STATE A/CDC/MR

REVIEWED BY D. Kessler  DATE 9-14-86
( ) RELEASE  ( ) DECLASSIFY
(X) EXCISE  (X) DECLASSIFY in PART
( ) DENY  ( ) Non-responsive info.
FOI, EO or PA exemptions (b)(1), 1.3(a)(5)
TS authority to:
( ) CLASSIFY as ( ) S or ( ) C, OADR
(X) DOWNGRADE TS to ( ) S or (X) C, OADR"""

FORM_B = """\
DEPARTMENT OF STATE IS/FPC/CDR       Date: 3/9/93
(X) RELEASE   (X) DECLASSIFY
( ) EXCISE    ( ) DECLASSIFY
( ) DENY          IN PART
( ) DELETE Non-Responsive Info
FOIA Exemptions ________
PA Exemptions ________
MR Cases Only:
EO Citations
TS authority to:
( ) CLASSIFY as ( ) S or ( ) C  OADR
( ) DOWNGRADE TS to ( ) S or ( ) C  OADR"""


def test_a_date_that_was_left_blank_points_at_its_label() -> None:
    date = only(FORM_A.replace("9-14-86", "")).date
    assert (date.state, date.value, date.as_printed.strip()) == (ReadingState.ABSENT, None, "DATE")


def test_a_boxed_review_stamp_is_read_whole() -> None:
    """Reviewer, day, ticked and unticked decisions, exemptions and the level it was downgraded to."""
    stamp = only(FORM_A)
    assert (stamp.form, stamp.kind, stamp.office) == ("DEPARTMENT OF STATE A/CDC/MR", StampKind.REVIEW, "A/CDC/MR")
    assert stamp.reviewer == "D. Kessler"
    assert (stamp.date.value, stamp.date.as_printed, stamp.date.state) == (
        "1986-09-14",
        "9-14-86",
        ReadingState.INFERRED,
    )
    assert ticked(stamp) == {"excise", "declassify-in-part", "downgrade"}
    assert {d.verb for d in stamp.decisions if d.checked is False} >= {"release", "declassify", "deny", "classify"}
    downgrade = next(d for d in stamp.decisions if d.verb == "downgrade")
    assert (downgrade.from_level, downgrade.to_level, downgrade.until) == ("TOP SECRET", "CONFIDENTIAL", "OADR")
    assert [(e.scheme, e.edition, e.code) for e in stamp.exemptions] == [
        ("FOIA", None, "(b)(1)"),
        ("EO", "12356", "1.3(a)(5)"),
    ]


def test_who_reviewed_may_stand_behind_the_office() -> None:
    stamp = only(FORM_B.replace("IS/FPC/CDR       Date", "IS/FPC/CDR Quimby Date"))
    assert (stamp.office, stamp.reviewer, stamp.date.as_printed) == ("IS/FPC/CDR", "Quimby", "3/9/93")


def test_the_number_of_the_request_is_the_stamps_case() -> None:
    stamp = only(
        "Department of State FADRC\n( ) RELEASE IN FULL  (X) RELEASE IN PART  ( ) DENY\nFOIA case 197932001\n"
        "Exemptions (b)(3)\nReviewed by Marlow Date 8/2/80"
    )
    assert (stamp.office, stamp.case, stamp.reviewer) == ("FADRC", "197932001", "Marlow")


@pytest.mark.parametrize("between", [" ", "   ", "\n\n"])
def test_the_same_stamp_on_one_line_or_double_spaced_is_read_the_same(between: str) -> None:
    as_printed = only(FORM_A)
    other = only(between.join(" ".join(line.split()) for line in FORM_A.split("\n") if line))
    assert (other.form, other.reviewer, other.exemptions) == (
        as_printed.form,
        as_printed.reviewer,
        as_printed.exemptions,
    )
    assert {(d.verb, d.checked, d.to_level) for d in other.decisions} == {
        (d.verb, d.checked, d.to_level) for d in as_printed.decisions
    }


def test_only_ticked_decisions_are_acts() -> None:
    """A pre-printed label that is not ticked proves nothing."""
    acts = {a.act: a for a in read(FORM_A).acts}
    assert set(acts) == {ActKind.REVIEWED, ActKind.EXCISED, ActKind.DECLASSIFIED, ActKind.DOWNGRADED}
    assert acts[ActKind.REVIEWED].agent == "D. Kessler"
    assert acts[ActKind.DECLASSIFIED].in_part
    assert acts[ActKind.DOWNGRADED].to_level == "CONFIDENTIAL"
    assert {a.date for a in acts.values()} == {"9-14-86"}


def test_in_part_below_its_declassify_is_one_label() -> None:
    stamp = only(FORM_B)
    assert stamp.form == "DEPARTMENT OF STATE IS/FPC/CDR"
    assert ticked(stamp) == {"release", "declassify"}
    assert {d.verb: d.checked for d in stamp.decisions}["declassify-in-part"] is False
    assert stamp.date.value == "1993-03-09"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RELEASE ☒ EXCISE ☐ DENY ☐ DECLASSIFY ☒ Date: 5/6/91", {"release", "declassify"}),
        ("☒ RELEASE ☐ EXCISE ☐ DENY ☒ DECLASSIFY Date: 5/6/91", {"release", "declassify"}),
        ("RELEASE (X)  EXCISE ( )  DENY ( )  DECLASSIFY ()", {"release"}),
        ("[ ] RELEASE [x] EXCISE [ ] DENY", {"excise"}),
        ("X RELEASE   EXCISE   X DECLASSIFY", {"release", "declassify"}),
        ("(✓) RELEASE ( ) EXCISE ( ) DENY", {"release"}),
    ],
)
def test_the_line_shows_on_which_side_its_boxes_stand(line: str, expected: set[str]) -> None:
    assert ticked(only(line)) == expected


def test_a_tick_at_a_level_is_the_decision() -> None:
    stamp = only(FORM_A.replace("(X) DOWNGRADE TS to ( ) S or (X) C", "( ) DOWNGRADE TS to (X) S or ( ) C"))
    downgrade = next(d for d in stamp.decisions if d.verb == "downgrade")
    assert (downgrade.checked, downgrade.to_level) == (True, "SECRET")


def test_labels_turned_into_other_words_are_read_by_their_place() -> None:
    """The worst a model prints: other words, the same order, the same boxes."""
    stamp = only(
        "DEPARTMENT OF STATE\n\nCOMMANDER\n\nREVIEWED BY *Halvorsen*\n\nDATE *2/11/87*\n\n"
        "(X) RELIEVED\n\n(X) DECLASSIFIED\n\n"
        "() EXERCISE\n\n() DECLARE IN PART\n\n() DENY\n\n() No responsive into\n\nFOR, EO of PA exemption\n\n"
        "IN AUTHORITY TO\n\n() CLASSIFY as () S or () C OLDR"
    )
    assert stamp.form == "DEPARTMENT OF STATE A/CDC/MR"
    assert (stamp.reviewer, stamp.date.as_printed) == ("Halvorsen", "2/11/87")
    assert ticked(stamp) == {"release", "declassify"}


def test_boxes_that_contradict_one_another_are_not_believed() -> None:
    """Every box of the column printed ticked is what a model prints that could not see them."""
    result = read(FORM_A.replace("( )", "☒").replace("(X)", "☒"))
    assert not ticked(result.stamps[0])
    assert all(d.checked is None for d in result.stamps[0].decisions)
    assert len(result.doubts) == 1
    assert {a.act for a in result.acts} == {ActKind.REVIEWED}


def test_the_day_of_the_letter_beside_the_stamp_is_left_alone() -> None:
    text = paper(
        f"{FORM_A}\n\nMarch 3, 1959     date: *4/3/92*\n(X) RELEASE  ( ) EXCISE\n( ) DENY\nMR Cases Only:\nDear Tom:"
    )
    result = StampReader().read(text)
    assert not any("March 3" in words for words in claimed(text, result))
    assert unclaimed(text, result) == ["March 3, 1959     date: 4/3/92", "Dear Tom:"]


def test_one_form_with_one_date_is_one_stamp_and_misread_dates_stay_apart() -> None:
    stamps = read(FORM_A, FORM_A, FORM_A.replace("9-14-86", "9-14-66")).stamps
    assert [(s.date.as_printed, len(s.impressions)) for s in stamps] == [("9-14-86", 2), ("9-14-66", 1)]


def test_a_day_that_the_form_refutes_is_doubted() -> None:
    """The form prints OADR, so it was not stamped in 1966."""
    date = only(FORM_A.replace("9-14-86", "9-14-66")).date
    assert (date.value, date.state) == ("1966-09-14", ReadingState.DOUBTFUL)
    assert "12356" in date.reason


def test_a_damaged_stamp_keeps_its_ticks() -> None:
    """One letter in twelve misread: the decisions still stand, in nine papers of ten."""
    dice = random.Random(7)
    kept = 0
    for _ in range(40):
        worn = "".join(dice.choice("aceinorstl1I0") if c.isalpha() and dice.random() < 1 / 12 else c for c in FORM_A)
        stamps = StampReader().read(paper(worn)).stamps
        kept += any(ticked(s) >= {"excise", "declassify-in-part"} for s in stamps)
    assert kept >= 36


HEADERS = [
    ("Approved For Release 2005/11/28 : CIA-RDP86T00608R000600140024-5", "review", {"release"}, "2005-11-28"),
    ("Approved For Releasea05/11/28 : CIA-RDP86T00608R000600140024-5", "review", {"release"}, "2005-11-28"),
    (
        "Declassified in Part - Sanitized Copy Approved for Release 2012/05/23 : CIA-RDP79R00890A001100080027-5",
        *("review", {"release-in-part", "declassify-in-part"}, "2012-05-23"),
    ),
    (
        "2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992",
        "review",
        {"release"},
        "2025",
    ),
    (
        "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
        *("declassification", {"release", "declassify"}, "2014-03-20"),
    ),
    ("RELEASED IN PART B1, 1.4(D)", "review", {"release-in-part"}, None),
    ("This document has been declassified E.O. 12958 Sec. 3.4(b)", "declassification", {"declassify"}, None),
    ("REVIEW AUTHORITY: John Doe, Senior Reviewer\nDATE/CASE ID: 12 MAR 2004 200302345", "review", set(), "2004-03-12"),
    ("EXCISED COPY", "review", {"excise"}, None),
    ("DECLASSIFIED BY 5668 ON 12/8/98", "declassification", {"declassify"}, "1998-12-08"),
    ("Regraded UNCLASSIFIED by authority of State Department on 5/3/72", "downgrading", {"downgrade"}, "1972-05-03"),
    ("GROUP 4 - Downgraded at 3 year intervals; declassified after 12 years", "downgrading", {"downgrade"}, None),
]


@pytest.mark.parametrize(("line", "kind", "verbs", "date"), HEADERS)
def test_a_header_of_fixed_wording(line: str, kind: str, verbs: set[str], date: str | None) -> None:
    stamp = only(line)
    assert (stamp.kind.value, ticked(stamp), stamp.date.value) == (kind, verbs, date)


@pytest.mark.parametrize(
    ("stamped", "who", "right"),
    [
        ("DOWNGRADED TO SECRET ON 4/6/88 BY Kessler\nAUTHORITY EO 12356", "Kessler", "EO 12356"),
        ("DOWNGRADED TO SECRET ON 4/6/88\nBY AUTHORITY OF EO 12356", None, "EO 12356"),
        ("DOWNGRADED TO SECRET ON 4/6/88 BY JMR", "JMR", None),
    ],
)
def test_a_downgrading_names_its_hand_and_its_right(stamped: str, who: str | None, right: str | None) -> None:
    stamp = only(stamped)
    instrument = stamp.authority.instrument if stamp.authority else None
    assert (stamp.date.value, stamp.executed_by, instrument) == ("1988-04-06", who, right)
    assert [each.to_level for each in stamp.decisions] == ["SECRET"]


def test_a_downgrading_has_its_office_and_its_term_in_one_stamp() -> None:
    stamp = only("DOWNGRADED TO SECRET ON 4/6/88 BY JMR\nAUTHORITY A/CDC/MR\nOADR")
    assert stamp.authority is not None
    assert (stamp.authority.agency, stamp.decisions[0].until) == ("A/CDC/MR", "OADR")


@pytest.mark.parametrize("gap", [" ", "   ", " " * 20])
def test_a_stamp_beside_the_close_of_a_letter_has_none_of_its_words(gap: str) -> None:
    """Engines give one line for what stands side by side, with any number of blanks between."""
    lines = ["DOWNGRADED TO SECRET ON 4/6/88 BY JMR", "AUTHORITY A/CDC/MR", "OADR", "NLK-84-12"]
    letter = ["Sincerely yours,", "", "Harlan Cleveland", "Assistant Secretary"]
    result = read("\n".join(gap.join(filter(None, row)) for row in zip(lines, letter, strict=True)))
    assert [(each.executed_by, each.decisions[0].until) for each in result.stamps] == [("JMR", "OADR")]
    assert sum(len(claim.span) for claim in result.claims) == len("".join(lines))


def test_a_header_on_every_page_is_one_stamp() -> None:
    stamp = only(*["Approved For Release 2005/11/28 : CIA-RDP86T00608R000600140024-5\n\nText of the page."] * 3)
    assert [e.page for e in stamp.impressions] == [1, 2, 3]  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["GDS", "XGDS"])
def test_a_schedule_without_its_day_is_a_downgrading_stamp(typed: str) -> None:
    result = read(f"Concurrence: Mr. Marlow\n\n{typed}\nCLASSIFIED BY: W. P. HARGROVE\n")
    assert [s.kind for s in result.stamps] == [StampKind.DOWNGRADING]
    assert not result.acts


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        (
            "Classified by NEA - Ruth Hadley\nSubject to General Declassification Schedule\nof Executive Order 11652",
            "11652: GDS",
        ),
        (
            "CLASSIFIED BY: R. HADLEY\nEXEMPT FROM GENERAL DECLASSIFICATION\nSCHEDULE, EXEMPTION CATEGORY 5(B)(2)",
            "11652: XGDS-2",
        ),
    ],
)
def test_a_schedule_names_its_order_and_who_classified(printed: str, line: str) -> None:
    fields = {f.name: f.reading.value for f in read(printed).fields}
    assert fields["executive_order"] == line
    assert getattr(fields["classified_by"], "surname", None) == "Hadley"


def test_a_schedule_is_no_act() -> None:
    """Group 4 says what shall be done in three years."""
    assert not read("Group 4\nDowngraded at 3 year intervals;\ndeclassified after 12 years").acts


def test_the_numbers_of_a_margin_note() -> None:
    fields = read(
        "UNCLASSIFIED  U.S. Department of State  Case No. F-2014-20439  Doc No. C05794498  Date: 09/30/2015"
    ).fields
    assert {f.name: f.reading.value for f in fields} == {"case_number": "F-2014-20439", "document_number": "C05794498"}


def test_downgrading_by_hand_leaves_the_level_to_the_markings() -> None:
    """The level may be struck while OADR stands."""
    text = paper("DOWNGRADE\n~~SECRET~~ OADR")
    result = StampReader().read(text)
    (stamp,) = result.stamps
    (decision,) = stamp.decisions
    assert (stamp.kind, decision.verb, decision.to_level, decision.until) == (
        StampKind.DOWNGRADING,
        "downgrade",
        "SECRET",
        "OADR",
    )
    assert claimed(text, result) == ["DOWNGRADE", "OADR"]


def test_a_verb_struck_alone_is_a_cancelled_decision() -> None:
    (decision,) = only("~~EXCISE~~").decisions
    assert (decision.verb, decision.checked, decision.state) == ("excise", True, DecisionState.CANCELLED)


def test_an_office_without_a_stroke_and_a_reviewer_without_a_label() -> None:
    """FADRC says By where later offices have REVIEWED BY; one stamp has the name alone between office and day."""
    stamp = only(
        "Department of State, FADRC\n( ) Release ( ) Deny (X) Excise\n( ) Declassify   (X) In Part\n"
        "Exemptions (b)(1)\nBy LTM   Date 2/3/82"
    )
    assert (stamp.form, stamp.office, stamp.reviewer) == ("DEPARTMENT OF STATE FADRC", "FADRC", "LTM")
    assert (stamp.date.value, ticked(stamp)) == ("1982-02-03", {"excise", "declassify-in-part"})
    stamp = only(
        "IS/FPC/CDR   J.B. Able   Date: 5/6/93\n( ) RELEASE ( ) DECLASSIFY\n(X) EXCISE (X) DECLASSIFY IN PART\n"
        "( ) DENY ( ) Non-responsive info.\nFOI, EO or PA exemptions 1.3(a)(5)"
    )
    assert (stamp.office, stamp.reviewer, stamp.date.value) == ("IS/FPC/CDR", "J.B. Able", "1993-05-06")


def test_codes_by_hand_are_exemptions() -> None:
    """`BIAS` beside a review stamp is the hand's B1A5; alone it is a word."""
    stamps = read(f"{FORM_A}\n\nBIAS").stamps
    assert [(e.scheme, e.code, e.as_printed) for e in stamps[1].exemptions] == [
        ("FOIA", "(b)(1)", "BIAS"),
        ("EO", "1.3(a)(5)", "BIAS"),
    ]
    assert not read("BIAS").stamps


def test_the_edition_of_a_code_follows_the_day() -> None:
    """1.4(d) is of Executive Order 13526 after 2010, of 13292 before."""
    for date, edition in (("11/03/2011", "13526"), ("11/03/2005", "13292")):
        stamp = only(
            f"DEPARTMENT OF STATE A/RPS/IPS\nReviewed by KLM  Date {date}\n"
            "( ) RELEASE (X) EXCISE ( ) DENY\nExemptions 1.4(d)"
        )
        assert [e.edition for e in stamp.exemptions] == [edition]


def test_a_court_case_and_its_exhibit() -> None:
    assert read("C.A.NO 91-2742").fields[0].reading.value == "91-2742"
    fields = read("ATTACHMENT 117- B\nC.A. NO 91-2742").fields
    assert [(f.name, f.reading.value, f.reading.as_printed) for f in fields] == [
        ("case_number", "91-2742", "91-2742"),
        ("other_numbers", OtherNumber("117-B", NumberKind.CASE_INDEX), "117- B"),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "The paper was declassified by authority of the Department on June 3, 1975 and sent to the archives.",
        "We asked them to RELEASE the prisoners, EXCISE the clause and DENY the rumour before the date of the meeting.",
        "RECOMMEND YOU RELEASE TEXT TO PRESS AND DENY REPORTS OF SECRET UNDERSTANDING",
        "By order of the court in case 24063 the exemptions were upheld on 3/4/59.",
        "He RECEIVED the letter on 11/4/62 and has approved for release the text.",
        "Received: November 23, 9:43 p.m.",
        "They reviewed by the date of July 4, 1962 all questions (X) and (Y).",
        "The group 1 members met at 3 year intervals with the authority.",
        "REVIEW OF THE SITUATION\nDATE: November 3, 1961\nSUBJECT: Release of documents",
        "FOR RELEASE ON DELIVERY\nEXPECTED AT 10 A.M.",
    ],
)
def test_prose_is_no_stamp(prose: str) -> None:
    text = paper(prose)
    assert not StampReader().read(text).claims


def test_what_others_answer_for_is_not_read() -> None:
    text = paper(FORM_A)
    taken = [line.span for line in text.lines if line.text]
    assert StampReader().read(text, taken) == ReadResult()


def test_parse_prints_one_object_for_any_line() -> None:
    said = parse_stamp("RELEASE ☒ EXCISE ☐ DENY ☐ DECLASSIFY ☐ Date: 4/3/92")
    assert (said["kind"], said["state"], said["stamp_kind"], said["unread"]) == ("stamp", "found", "review", "")
    assert said["date"]["as_printed"] == "4/3/92"
    assert [d["verb"] for d in said["decisions"] if d["checked"]] == ["release"]
    assert parse_stamp("Dear John:") == {
        "kind": "stamp",
        "text": "Dear John:",
        "state": "absent",
        "unread": "Dear John:",
    }
