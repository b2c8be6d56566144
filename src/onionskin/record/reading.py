"""A value and all that must travel with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from onionskin.record.evidence import Evidence, Ink
from onionskin.record.quick import quick

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class ReadingState(StrEnum):
    """Seven different facts about a value, never one None."""

    FOUND = "found"
    DOUBTFUL = "doubtful"
    INFERRED = "inferred"
    ASSERTED = "asserted"
    ILLEGIBLE = "illegible"
    WITHHELD = "withheld"
    ABSENT = "absent"


VALUED = frozenset({ReadingState.FOUND, ReadingState.DOUBTFUL, ReadingState.INFERRED, ReadingState.ASSERTED})
"""The states in which a reading has a value; in the others it has none."""


@quick
@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """What was read, how it stands on the paper, how sure that is, and what it rests on.

    For every `Ink` in `evidence`, the page's raw text at the span is `as_printed`, line breaks included; what else a
    value rests on is an `Inference`. `confidence` is 0 to 1. `reason` is one sentence for a person.
    """

    value: T_co | None
    state: ReadingState
    as_printed: str = ""
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""

    def __post_init__(self) -> None:
        """A state that has a value needs one, and the others have none."""
        if (self.value is not None) != (self.state in VALUED):
            raise ValueError(f"a reading that is {self.state} cannot have the value {self.value!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence is 0 to 1, not {self.confidence}")

    @property
    def ink(self) -> tuple[Ink, ...]:
        """The patches of paper it rests on."""
        return tuple(e for e in self.evidence if isinstance(e, Ink))


def found(value: T, as_printed: str, ink: Ink, *, confidence: float = 1.0, reason: str = "") -> Reading[T]:
    """A value that stands on the paper."""
    return Reading(value, ReadingState.FOUND, as_printed, confidence, (ink,), reason)


def inferred(value: T, *evidence: Evidence, as_printed: str = "", confidence: float = 0.9, reason: str) -> Reading[T]:
    """A value that does not stand there as such: `reason` says how it follows."""
    return Reading(value, ReadingState.INFERRED, as_printed, confidence, evidence, reason)


def absent(reason: str = "", *evidence: Evidence) -> Reading[T]:
    """A value that this kind of paper can have and this one has not; `evidence` is the blank, where the form prints
    one.
    """
    return Reading(None, ReadingState.ABSENT, "", 1.0, evidence, reason)
