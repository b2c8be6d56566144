"""A sign that a paper begins."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.record.fields import Kind

HEAD_LINES = 12
"""Lines with ink at the head of a paper among which its own number and its officers stand."""


@dataclass(frozen=True, slots=True)
class Head:
    """A sign that a paper of `kind` begins about line `line` (an index); `reason` is for a person."""

    line: int
    kind: Kind
    reason: str
    confidence: float
    direction: str | None = None
    subkind: str | None = None
    page: bool = False
    top: bool = False
    """The paper begins with this very line, and with the marks right above it."""
    end: int | None = None
    """The last line (an index) of the paper, where the form says so."""
    titled: bool = False
    """A title says so, which the next pages may bear again."""
    caption: bool = False
    """The caption of an enclosure says so, in the middle of a file that has no page turns."""
    form: str | None = None
    """The printed blank that it is known by."""


def within(head: Head, other: Head) -> bool:
    """Whether a head stands inside another paper whose end is known: what it says is quoted there."""
    return other.end is not None and other.line <= head.line <= other.end
