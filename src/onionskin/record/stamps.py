"""Stamps: declassification, review, receipt, control, file, downgrading, copy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.evidence import Evidence
from onionskin.record.marks import Exemption
from onionskin.record.reading import Reading


class StampKind(StrEnum):
    """What a stamp is for."""

    DECLASSIFICATION = "declassification"
    REVIEW = "review"
    RECEIPT = "receipt"
    CONTROL = "control"
    FILE = "file"
    DOWNGRADING = "downgrading"
    COPY = "copy"
    OTHER = "other"


class Axis(StrEnum):
    """A review decides on two axes: who may see it, and at what level it is classified."""

    ACCESS = "access"
    CLASSIFICATION = "classification"


class DecisionState(StrEnum):
    """A later decision supersedes an earlier one and both stay; a cancelled one was struck on the stamp itself."""

    STANDING = "standing"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StampDecision:
    """A decision the stamp can print. `checked` is None where the box cannot be read.

    `verb` is in the field's own words: release, excise, deny, delete-non-responsive; declassify, declassify-in-part,
    classify, downgrade. An unticked pre-printed label is kept with `checked: false`: it is no decision.
    """

    axis: Axis
    verb: str
    checked: bool | None
    from_level: str | None = None
    to_level: str | None = None
    until: str | None = None
    state: DecisionState = DecisionState.STANDING


@dataclass(frozen=True, slots=True)
class StampAuthority:
    """By what right: `Authority: State for 6/14/97` is agency "State" and date "6/14/97" as printed.

    `instrument` is the letter, order or guideline named ("EO 12356, Sec. 3.3", "NLK-12-35e"); `date` is EDTF where the
    century is printed, else as printed.
    """

    agency: str | None = None
    instrument: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One stamp form with one date; every impression of it is a piece of evidence in `impressions`.

    `form` names the form in the lexicon, or its printed heading where the lexicon has none: "DEPARTMENT OF STATE
    A/CDC/MR".
    `office` is the office that stamped ("NARS", "A/CDC/MR"), `executed_by` who carried the decision out, `reviewer`
    who took it.
    """

    form: str
    kind: StampKind
    office: str | None
    authority: StampAuthority | None
    executed_by: str | None
    reviewer: str | None
    date: Reading[str]
    decisions: tuple[StampDecision, ...]
    exemptions: tuple[Exemption, ...]
    impressions: tuple[Evidence, ...]
    instruction: str | None = None
    case: str | None = None
