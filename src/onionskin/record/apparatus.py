"""The apparatus: what was or might be corrected, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.evidence import Evidence
from onionskin.record.quick import quick


class EmendationState(StrEnum):
    """Proposed by a rule, or decided by a person."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@quick
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
class Correction:
    """Ink that the machine misread: `from_` is the page's raw text there, `to` what a person reads on the paper.

    Of ink that the machine did not read at all `from_` is empty, and the span of its ink, where `to` would stand, too.

    Another thing than an emendation, where the ink itself is wrong. The page's raw text stays; `text.corrected` is
    the transcription with the corrections in it.
    """

    from_: str
    to: str
    evidence: tuple[Evidence, ...]
    reason: str | None = None


class DoubtState(StrEnum):
    """What a person made of a doubt."""

    SETTLED = "settled"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class DoubtCandidate:
    """A value that could be meant, and why."""

    value: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at; `about` is a JSON pointer into the record (`/stamps/0/date`).

    `state` is None until somebody decides; `value` is what was decided for.
    """

    about: str
    as_printed: str
    candidates: tuple[DoubtCandidate, ...]
    rule: str
    reason: str
    evidence: tuple[Evidence, ...]
    state: DoubtState | None = None
    value: str | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.state is None
