"""Searches that people keep, each under a name of their own.

A kept search remembers how far its author has seen the collection as a *mark*: the number that the store gave to the
newest paper of that time. A paper gets its number when it is first kept, and has it for good: read again, linked again,
removed and brought back it is the paper it was, and so not new. (A set of the ids seen would say the same, at thirty
thousand ids for each search.) A boundary that was moved cuts other papers, with ids of their own: those are new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from threading import RLock
from typing import Protocol

from onionskin.errors import NotFoundError, UsageError
from onionskin.store.journal import timestamp

MOST_SAVED = 500
"""Searches of one author; who keeps more finds none of them again."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that `author` keeps as `name`. Whoever reads it back sees to it that `query` may parse no longer.

    `seen` is the mark of the last look, which was at `looked`; it is kept since `since` (both UTC, ISO 8601).
    """

    n: int
    author: str
    name: str
    query: str
    sort: str
    seen: int
    since: str
    looked: str


class Searches(Protocol):
    """The kept searches of one collection. Nobody is shown, and nobody changes, those of another author.

    Every method with `n` raises NotFoundError where the author has none of this number, and those with a name
    UsageError where another of theirs has it.
    """

    def of(self, author: str) -> tuple[SavedSearch, ...]:
        """All that an author keeps, in the order of their names."""
        ...

    def one(self, author: str, n: int) -> SavedSearch:
        """One of them."""
        ...

    def save(self, author: str, name: str, query: str, sort: str, seen: int) -> SavedSearch:
        """A new one. UsageError too where the author keeps `MOST_SAVED` already."""
        ...

    def change(self, author: str, n: int, name: str, query: str, sort: str) -> SavedSearch:
        """Another name or query; what was seen stays."""
        ...

    def look(self, author: str, n: int, seen: int) -> SavedSearch:
        """The author has seen all up to this mark; an earlier one than before changes the hour alone."""
        ...

    def remove(self, author: str, n: int) -> None:
        """Keep it no longer."""
        ...


class MemorySearches:
    """The `Searches` of a store without a disk."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._lock = RLock()
        self._held: dict[int, SavedSearch] = {}
        self._last = 0

    def of(self, author: str) -> tuple[SavedSearch, ...]:
        """All that an author keeps."""
        return in_order(each for each in tuple(self._held.values()) if each.author == author)

    def one(self, author: str, n: int) -> SavedSearch:
        """One of them."""
        held = self._held.get(n)
        if held is None or held.author != author:
            raise unknown(n)
        return held

    def save(self, author: str, name: str, query: str, sort: str, seen: int) -> SavedSearch:
        """A new one."""
        with self._lock:
            refuse_unless_room(self.of(author), name)
            self._last += 1
            at = timestamp(self._clock())
            self._held[self._last] = SavedSearch(self._last, author, name, query, sort, seen, at, at)
            return self._held[self._last]

    def change(self, author: str, n: int, name: str, query: str, sort: str) -> SavedSearch:
        """Another name or query."""
        with self._lock:
            held = self.one(author, n)
            refuse_taken(self.of(author), name, n)
            self._held[n] = replace(held, name=name, query=query, sort=sort)
            return self._held[n]

    def look(self, author: str, n: int, seen: int) -> SavedSearch:
        """The author has seen all up to this mark."""
        with self._lock:
            held = self.one(author, n)
            self._held[n] = replace(held, seen=max(held.seen, seen), looked=timestamp(self._clock()))
            return self._held[n]

    def remove(self, author: str, n: int) -> None:
        """Keep it no longer."""
        with self._lock:
            self.one(author, n)
            del self._held[n]


def in_order(held: Iterable[SavedSearch]) -> tuple[SavedSearch, ...]:
    """As a person looks for names, capitals or not."""
    return tuple(sorted(held, key=lambda each: (each.name.casefold(), each.n)))


def refuse_unless_room(held: Sequence[SavedSearch], name: str) -> None:
    """UsageError where an author keeps too many already, or one of that name."""
    if len(held) >= MOST_SAVED:
        raise UsageError(f"{len(held)} searches are kept already", advice="Remove one that is no longer wanted")
    refuse_taken(held, name)


def refuse_taken(held: Sequence[SavedSearch], name: str, but: int = 0) -> None:
    """UsageError where another than number `but` has the name."""
    if any(each.name == name and each.n != but for each in held):
        raise UsageError("a search of that name is kept already", where=name, advice="Choose another name")


def unknown(n: int) -> NotFoundError:
    """What whoever asks for a search that is not theirs, or is none, is told."""
    return NotFoundError("no search of yours has this number", where=str(n), advice="See what you keep at /searches")
