"""What a paper points to: other papers, meetings, files; and the names that stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.evidence import Evidence
from onionskin.record.named import NamedKind
from onionskin.record.quick import quick


class ReferenceKind(StrEnum):
    """What sort of thing is cited."""

    TELEGRAM = "telegram"
    LETTER = "letter"
    MESSAGE = "message"
    MEETING = "meeting"
    PRESS_CONFERENCE = "press-conference"
    ENCLOSURE = "enclosure"
    DOCUMENT = "document"
    FILE = "file"
    CASE = "case"


class ResolutionState(StrEnum):
    """How far a reference has come; the seven ways of not having the paper stay different."""

    LINKED = "linked"
    CANDIDATES = "candidates"
    CITED_NOT_HELD = "cited-not-held"
    NOT_FOUND = "not-found"
    NOT_ATTACHED = "not-attached"
    SEPARATED = "separated"
    NOT_DECLASSIFIED = "not-declassified"
    NO_RECORD_MADE = "no-record-made"


@dataclass(frozen=True, slots=True)
class ReferenceCandidate:
    """A record that could be meant, and why."""

    record: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which record a reference means, or why none."""

    state: ResolutionState
    record: str | None = None
    candidates: tuple[ReferenceCandidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """One citation. `text` is the words of the reading text ("DEPTTEL 1338"), `series` the normal form ("DEPTEL").

    `number` is as printed without separators; `direction` is outgoing or incoming as the Department saw it.
    """

    text: str
    kind: ReferenceKind
    evidence: tuple[Evidence, ...]
    resolved: Resolution
    number: str | None = None
    series: str | None = None
    from_: str | None = None
    to: str | None = None
    date: str | None = None
    direction: str | None = None


class SameAsRelation(StrEnum):
    """How two records stand to one another."""

    SAME_PAPER = "same-paper"
    SAME_COPY = "same-copy"
    VERSION = "version"
    ATTACHMENT_OF = "attachment-of"


class JudgementState(StrEnum):
    """A candidate until a person or a stated rule decides."""

    CANDIDATE = "candidate"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class SameAs:
    """A record that may be of the same paper."""

    record: str
    relation: SameAsRelation
    score: float
    reasons: tuple[str, ...]
    state: JudgementState = JudgementState.CANDIDATE


@dataclass(frozen=True, slots=True)
class EntityCandidate:
    """An entity of the authorities that a name could mean."""

    entity: str
    score: float
    reasons: tuple[str, ...]


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in the text."""

    text: str
    kind: NamedKind
    evidence: tuple[Evidence, ...]
    entity: str | None = None
    candidates: tuple[EntityCandidate, ...] | None = None
