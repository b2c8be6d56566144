"""The apparatus: what was or might be corrected, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.evidence import Evidence


class EmendationState(StrEnum):
    """Proposed by a rule, or decided by a person."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Emendation:
    """A correction of the ink's own error, beside the transcription and never over it."""

    from_: str
    to: str
    reason: str
    rule: str
    confidence: float
    state: EmendationState
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DoubtCandidate:
    """A value that could be meant, and why."""

    value: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at; `about` is a JSON pointer into the record (`/stamps/0/date`)."""

    about: str
    as_printed: str
    candidates: tuple[DoubtCandidate, ...]
    rule: str
    reason: str
    evidence: tuple[Evidence, ...]
