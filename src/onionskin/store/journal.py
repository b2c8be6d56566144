"""The append-only log: acts read from ink, acts and decisions of people, chained so that a changed byte shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

START = "0" * 64
"""The chain before the first entry."""

_BODY = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_LINK = json.JSONEncoder(separators=(",", ":"))


class EntryKind(StrEnum):
    """What an entry tells. People write acts and decisions; the store writes the others when it keeps a source."""

    COLLECTION_BEGUN = "collection-begun"
    SOURCE_READ = "source-read"
    RECORD_SUPERSEDED = "record-superseded"
    RECORD_RESTORED = "record-restored"
    REMOVED = "removed"
    BROUGHT_BACK = "brought-back"
    ACT = "act"
    ACT_RETRACTED = "act-retracted"
    DECISION = "decision"
    PERFORMED = "performed"
    """An act at the desk."""
    APPOINTED = "appointed"
    """A person or a post of the desk, as they are from now on."""
    ADOPTED = "adopted"
    """The procedures of the desk, whole, as they hold from now on."""
    CASE = "case"
    """What is done with a case of review as a whole: opened, answered, appealed, closed."""
    CLOCK = "clock"
    """The desk's clock was set."""
    EXERCISE = "exercise"
    """An exercise was begun, with its whole plan, or ended."""


OF_DESK = frozenset(
    {
        *(EntryKind.PERFORMED, EntryKind.APPOINTED, EntryKind.ADOPTED, EntryKind.CASE, EntryKind.CLOCK),
        EntryKind.EXERCISE,
    }
)
"""The kinds that the desk writes (`store.desk_log`)."""


OF_PEOPLE = frozenset({EntryKind.ACT, EntryKind.DECISION})
"""The kinds that `Store.append` takes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its number. `author` is a person, or the version of the reader that saw the ink.

    `body` is a JSON object: for `act` and `act-retracted` the act as it stands in the record, for `source-read` the
    digest of each record, so that the chain vouches for the records too.
    """

    kind: EntryKind
    author: str
    body: Mapping[str, Any]
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `seq` runs from 1 without a hole; `at` is UTC, ISO 8601; `body` is JSON as it was written.

    `chain` is the SHA-256 of the chain before and of all that this entry says.
    """

    seq: int
    at: str
    author: str
    kind: EntryKind
    record: str | None
    body: str
    chain: str

    @property
    def told(self) -> dict[str, Any]:
        """The body as an object."""
        told: dict[str, Any] = json.loads(self.body)
        return told


def link(before: str, entry: Entry) -> str:
    """What `entry.chain` must be after an entry whose chain was `before`."""
    told = [before, entry.seq, entry.at, entry.author, entry.kind, entry.record, entry.body]
    return hashlib.sha256(_LINK.encode(told).encode()).hexdigest()


def written(drafts: Iterable[Draft], seq: int, chain: str, at: str) -> Iterator[Entry]:
    """The entries that follow number `seq`, whose chain was `chain`."""
    for each in drafts:
        seq += 1
        body = _BODY.encode(each.body)
        bare = Entry(seq, at, each.author, each.kind, each.record, body, "")
        chain = link(chain, bare)
        yield Entry(seq, at, each.author, each.kind, each.record, body, chain)


def broken(entries: Iterable[Entry], head: tuple[int, str]) -> Iterator[str]:
    """What is wrong with a whole log that ought to end with number and chain `head`; nothing where it holds."""
    seq, chain = 0, START
    for entry in entries:
        if entry.seq != seq + 1:
            yield f"entry {seq + 1} is missing"
        elif entry.chain != link(chain, entry):
            yield f"entry {entry.seq} was changed after it was written"
        seq, chain = entry.seq, entry.chain
    if (seq, chain) != head:
        yield f"it ends with entry {seq}, but {head[0]} were written"


def refuse_unless_of_people(draft: Draft) -> None:
    """ValueError for the kinds that only the store itself may write."""
    if draft.kind not in OF_PEOPLE:
        raise ValueError(f"{draft.kind} is written by the store alone")


def now() -> datetime:
    """The time of day in UTC."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """UTC to the second: `2026-03-01T09:30:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
