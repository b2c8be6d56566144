"""The review offices' check-box forms as they were cut, one constant for each.

The cover sheet of the McCloy and Stevenson letters bears impressions of two of them: `A_CDC_MR` (boxes before their
labels) and `IS_FPC_CDR` (boxes after them).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoxOf:
    """A check box, its printed label, and the decision that a tick in it makes."""

    label: str
    verb: str


@dataclass(frozen=True, slots=True)
class BlankOf:
    """A blank to be filled in by hand, `width` underscores wide while empty."""

    name: str
    width: int = 8


Cell = str | BoxOf | BlankOf


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewForm:
    """A form's rows of printed words, boxes and blanks; `office` is the office whose form it is."""

    office: str
    box_first: bool
    rows: tuple[tuple[Cell, ...], ...]


_RELEASE, _EXCISE, _DENY = BoxOf("RELEASE", "release"), BoxOf("EXCISE", "excise"), BoxOf("DENY", "deny")
_DECLASSIFY = BoxOf("DECLASSIFY", "declassify")
_IN_PART = BoxOf("DECLASSIFY in PART", "declassify-in-part")
_TOP_SECRET_CASES: tuple[tuple[Cell, ...], ...] = (
    ("TS authority to:",),
    ("( ) CLASSIFY as ( ) S or ( ) C, OADR",),
    ("( ) DOWNGRADE TS to ( ) S or ( ) C, OADR",),
)

A_CDC_MR = ReviewForm(
    office="A/CDC/MR",
    box_first=True,
    rows=(
        ("DEPARTMENT OF STATE A/CDC/MR",),
        ("REVIEWED BY", BlankOf("reviewer"), "DATE", BlankOf("date")),
        (_RELEASE, _DECLASSIFY),
        (_EXCISE, _IN_PART),
        (_DENY, BoxOf("Non-responsive info.", "delete-non-responsive")),
        ("FOI, EO or PA exemptions", BlankOf("exemptions")),
        *_TOP_SECRET_CASES,
    ),
)

IS_FPC_CDR = ReviewForm(
    office="IS/FPC/CDR",
    box_first=False,
    rows=(
        ("DEPARTMENT OF STATE IS/FPC/CDR", BlankOf("reviewer"), "Date:", BlankOf("date")),
        (_RELEASE, _DECLASSIFY),
        (_EXCISE, BoxOf("DECLASSIFY IN PART", "declassify-in-part")),
        (_DENY, BoxOf("DELETE Non-Responsive Info", "delete-non-responsive")),
        ("FOIA Exemptions", BlankOf("exemptions")),
        ("PA Exemptions", BlankOf("pa-exemptions")),
        ("MR Cases Only: EO Citations", BlankOf("citations")),
        *_TOP_SECRET_CASES,
    ),
)

FPC_HDR = ReviewForm(
    office="FPC/HDR",
    box_first=True,
    rows=(
        ("FPC/HDR by", BlankOf("reviewer"), "Date:", BlankOf("date")),
        (_RELEASE, _DECLASSIFY),
        (_EXCISE, _IN_PART),
        (_DENY,),
        ("FOI, EO, PA Exemptions", BlankOf("exemptions")),
    ),
)

FOI_CASE = ReviewForm(
    office="FADRC",
    box_first=True,
    rows=(
        ("Department of State FADRC",),
        (BoxOf("RELEASE IN FULL", "release"), BoxOf("RELEASE IN PART", "excise"), _DENY),
        ("FOIA case", BlankOf("case", 12)),
        ("Exemptions", BlankOf("exemptions")),
        ("Reviewed by", BlankOf("reviewer"), "Date", BlankOf("date")),
    ),
)
"""The paper reduction of the early eighties: one row of boxes, a case number of its own."""

REVIEW_FORMS = (A_CDC_MR, IS_FPC_CDR, FPC_HDR, FOI_CASE)
