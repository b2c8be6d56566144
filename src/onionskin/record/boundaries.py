"""Where papers begin in their file, what each page is, and what a person decided of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.page import PageNumber


class PageRole(StrEnum):
    """What a page is in its packet."""

    FIRST = "first"
    CONTINUATION = "continuation"
    ENCLOSURE = "enclosure"
    """The first page of a paper that another one carries."""
    COVER_SHEET = "cover-sheet"
    IDENTIFICATION_FORM = "identification-form"
    ROUTING_SLIP = "routing-slip"
    WITHDRAWAL_SHEET = "withdrawal-sheet"
    BACK = "back"
    """Nothing but stamps, numbers or marks of the file."""
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class RoleOfPage:
    """What one page of the paper is, and what says so in words."""

    page: PageNumber
    role: PageRole
    reason: str


class BoundaryState(StrEnum):
    """Read from the page; put to a person, because too little says so; decided by a person."""

    FOUND = "found"
    QUESTION = "question"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where one paper may end and another begin.

    The record's first one is its own beginning (`begins`); the others are the page turns inside it. `line` is 1-based
    on the page, `offset` the code point of its first character there, 0 where nothing is printed before it.
    `confidence` is of `begins` as it stands.
    """

    page: PageNumber
    line: int
    offset: int
    begins: bool
    confidence: float
    state: BoundaryState
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source: a page and one of its lines, 1-based; the line is None for the whole page, or its head."""

    page: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person decided: at this place of the source a paper begins, or none does."""

    page: PageNumber
    offset: int
    begins: bool
