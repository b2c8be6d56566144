"""What people decide of a paper, and what became of it when the paper was read anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.page import PageNumber, Patch


class Verb(StrEnum):
    """What a person does; `refuse`, `move` and `begin` are of boundaries, `correct` is of the transcription alone."""

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
    REFUSE = "refuse"
    MOVE = "move"
    BEGIN = "begin"
    UNDO = "undo"


class About(StrEnum):
    """What sort of thing is decided."""

    BOUNDARY = "boundary"
    TRANSCRIPTION = "transcription"
    EMENDATION = "emendation"
    DOUBT = "doubt"
    REFERENCE = "reference"
    MENTION = "mention"
    SAME_AS = "same-as"
    PERSONS = "persons"
    INK = "ink"
    """Ink that no word covers: what it says, or that nothing is to be read there."""


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
