"""What people decide of a paper, and what became of it when the paper was read anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.page import PageNumber, Patch
from onionskin.record.statements import StatementType


class Verb(StrEnum):
    """What a person does; `refuse`, `move` and `begin` are of boundaries, `turn`, `reread` and `replace` of pages,
    `correct` is of the transcription alone.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    """The machine misread the ink."""
    EMEND = "emend"
    """The ink itself is wrong, and no rule proposed to say so."""
    LINK = "link"
    UNLINK = "unlink"
    MERGE = "merge"
    """Entities of the authorities that are one."""
    SPLIT = "split"
    """Entities that are not one, whatever was merged before."""
    RENAME = "rename"
    """An issue of the ledger is called otherwise."""
    REFUSE = "refuse"
    MOVE = "move"
    BEGIN = "begin"
    TURN = "turn"
    REREAD = "reread"
    REPLACE = "replace"
    UNDO = "undo"


class About(StrEnum):
    """What sort of thing is decided."""

    BOUNDARY = "boundary"
    PAGE = "page"
    TRANSCRIPTION = "transcription"
    EMENDATION = "emendation"
    DOUBT = "doubt"
    REFERENCE = "reference"
    MENTION = "mention"
    SAME_AS = "same-as"
    PERSONS = "persons"
    INK = "ink"
    """Ink that no word covers: what it says, or that nothing is to be read there."""
    STATEMENT = "statement"
    """Of the ledger: whether a paper says so."""
    ISSUE = "issue"
    """Of the ledger: what is one question of a negotiation, and what it is called."""
    MATCH = "match"
    """Of the ledger: whether a paper reports on an instruction of another, repeats it, changes it."""


OF_LEDGER = frozenset({About.STATEMENT, About.ISSUE, About.MATCH})
"""What is decided of what papers say together, and of no part of a record."""


OF_SOURCES = frozenset({About.BOUNDARY, About.PAGE})
"""What is decided of a file, and not of one paper on it."""


class Fate(StrEnum):
    """How a decision fares in the latest reading of its paper."""

    STANDING = "standing"
    FULFILLED = "fulfilled"
    """The paper is now read as the decision would have it: nothing is left to do."""
    ADRIFT = "adrift"
    """Its words were not found again, or in two places alike: a person must look."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a page with those about them, by which their place is found again in another reading.

    As the TextQuoteSelector of the W3C's Web Annotations. `start` is where they stood (a code point of the page's raw
    text), for the case that nothing has changed; None where nobody knows.
    """

    page: PageNumber
    exact: str
    prefix: str
    suffix: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by its words, by which it is found again when it is told otherwise."""

    record: str
    type: StatementType
    quote: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on one thing of this paper, the last one on it.

    `entry` is its number in the journal, `at` the time (UTC), `to` the words, value, record or entity decided for,
    `pointer` where it acts in this record, `note` why it is adrift; `patch` is the ink it is about where
    no word covers that.
    """

    entry: int
    verb: Verb
    about: About
    author: str
    at: str
    state: Fate
    to: str | None = None
    reason: str | None = None
    quote: Quote | None = None
    pointer: str | None = None
    note: str | None = None
    patch: Patch | None = None
