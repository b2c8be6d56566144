"""Marks laid on a paper: markings, form boxes, distribution symbols, excisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.evidence import Evidence
from onionskin.record.page import PageNumber


class InkState(StrEnum):
    """What the ink shows; whether a marking is in force is a fact of procedure, see `record.state`."""

    STANDING = "standing"
    STRUCK = "struck"
    OVERTYPED = "overtyped"


@dataclass(frozen=True, slots=True)
class Marking:
    """One occurrence of a classification or handling marking.

    `~~TOP SECRET~~ SENSITIVE` is two of them: level "TOP SECRET" struck, caption "SENSITIVE" standing. `text` is as
    printed. `page` is None where there is no page: a paper begun at the desk.
    """

    text: str
    state: InkState
    page: PageNumber | None
    evidence: tuple[Evidence, ...]
    level: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class FormBox:
    """A printed box and whether it is ticked; None where that cannot be seen."""

    label: str
    checked: bool | None
    evidence: tuple[Evidence, ...]


class DistributionRole(StrEnum):
    """Why an office stands in the distribution block."""

    ORIGIN = "origin"
    ACTION = "action"
    INFO = "info"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Distribution:
    """One office of the distribution block; `via` and `for_` where the paper says so ("to Mrs. Hanning for Mr.
    Ball").
    """

    office: str
    role: DistributionRole
    evidence: tuple[Evidence, ...]
    copies: int | None = None
    via: str | None = None
    for_: str | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A code means nothing without its scheme and edition: 1.5(d) of EO 12958 is 1.4(d) of its amendment.

    `scheme`: FOIA, EO, PA; `edition`: the order's number where the scheme is EO. `B1A5` by hand is two of these.
    """

    scheme: str
    edition: str | None
    code: str
    as_printed: str


class ExcisionKind(StrEnum):
    """How the words were taken away."""

    BLACKOUT = "blackout"
    WHITEOUT = "whiteout"
    BRACKET = "bracket"
    X_OUT = "x-out"
    STRUCK = "struck"
    WITHDRAWN = "withdrawn"


class ExcisionPurpose(StrEnum):
    """Why; a drafter's deletion is no excision for security, and what cannot be told is unknown."""

    SECURITY = "security"
    DRAFTING = "drafting"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is gone, never what: `Extent(2, "lines")`, `Extent(20, "characters")`.

    `words` is about how many words of the usual length that is, where it was measured on an image.
    """

    amount: float
    unit: str
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Excision:
    """A place where words were taken out."""

    kind: ExcisionKind
    purpose: ExcisionPurpose
    extent: Extent | None
    exemptions: tuple[Exemption, ...]
    as_printed: str
    evidence: tuple[Evidence, ...]
