"""What a value rests on: ink, an act, or an inference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber
from onionskin.record.quick import quick
from onionskin.record.span import Span


@quick
@dataclass(frozen=True, slots=True)
class Ink:
    """A patch of paper: the characters `span` of page `page`, where they stand on the image, and which reader claims
    them.
    """

    page: PageNumber
    span: Span
    reader: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody's act as evidence: who, when (EDTF), by what authority. In JSON its kind is `act`."""

    author: str
    at: str
    authority: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Inference:
    """A rule and what it rests on, in words a person can check.

    `Inference("year-from-received-stamp", ("date: November 17", "received: Nov 17 1962"))`.
    """

    rule: str
    rests_on: tuple[str, ...] = ()


Evidence = Ink | Deed | Inference


class Evidenced(Protocol):
    """Any part of a record that says what it rests on."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What it rests on, the ink first."""
        ...
