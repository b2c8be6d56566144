"""The words and the whole values that the papers have: remembered as long as nothing is added."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from threading import Lock

from onionskin.search.pieces import Piece, Threes
from onionskin.search.tolerance import Variant, is_misread, longest_difference, variants
from onionskin.search.words import LONGEST

SHORT = 4
"""Letters of a word of which a hurt leaves too little to look it up by."""


class Vocabulary:
    """What the table `word` holds, by length, and what each word of a query was found to be near to.

    Safe to share between threads. All is forgotten when the index says that it was changed.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._generation = ""
        self._of_length: dict[int, Words] = {}
        self._near: dict[str, tuple[Variant, ...]] = {}
        self._threes: Threes | None = None
        self._values: dict[str, tuple[str, ...]] = {}

    def near(self, connection: sqlite3.Connection, word: str) -> tuple[Variant, ...]:
        """The words of the papers that this one may have been misread as."""
        with self._lock:
            self._forget_what_is_old(connection)
            if word not in self._near:
                self._near[word] = self._looked_up(connection, word)
            return self._near[word]

    def pieces(self, connection: sqlite3.Connection, run: Sequence[str]) -> list[Piece]:
        """The words that may stand for a part of the row: see `pieces.Threes`."""
        with self._lock:
            self._forget_what_is_old(connection)
            if self._threes is None:
                self._threes = Threes(connection.execute("SELECT word, papers FROM word").fetchall())
            threes = self._threes
        return threes.of_row(run)

    def papers(self, connection: sqlite3.Connection, word: str) -> int:
        """How many papers have a word."""
        return _papers_with(connection, word)

    def values(self, connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
        """The whole values that papers have in a field."""
        with self._lock:
            self._forget_what_is_old(connection)
            if name not in self._values:
                rows = connection.execute("SELECT value FROM value WHERE name = ? ORDER BY value", (name,))
                self._values[name] = tuple(value for (value,) in rows)
            return self._values[name]

    def _forget_what_is_old(self, connection: sqlite3.Connection) -> None:
        (generation,) = connection.execute("SELECT generation FROM state").fetchone()
        if generation != self._generation:
            self._generation = generation
            self._of_length, self._near, self._values = {}, {}, {}
            self._threes = None

    def _looked_up(self, connection: sqlite3.Connection, word: str) -> tuple[Variant, ...]:
        if not 1 < len(word) <= LONGEST:
            return ()
        papers = _papers_with(connection, word)
        spelt_so = papers > 0
        by = longest_difference(word, spelt_so=spelt_so)
        near = variants(word, self._like(connection, word, by), spelt_so=spelt_so)
        return tuple(each for each in near if is_misread(word, papers, _papers_with(connection, each.word)))

    def _like(self, connection: sqlite3.Connection, word: str, by: int) -> list[str]:
        """Words about as long; of longer ones those that begin or end as this one does, for few are misread at both."""
        found: list[str] = []
        for length in range(max(1, len(word) - by), len(word) + by + 1):
            held = self._long(connection, length)
            found += held.all if len(word) <= SHORT else held.ending_as(word)
        return found

    def _long(self, connection: sqlite3.Connection, length: int) -> Words:
        if length not in self._of_length:
            rows = connection.execute("SELECT word FROM word WHERE length(word) = ?", (length,))
            self._of_length[length] = Words([word for (word,) in rows])
        return self._of_length[length]


class Words:
    """Words of one length."""

    def __init__(self, every: list[str]) -> None:
        self.all = every
        self._first: defaultdict[str, list[str]] = defaultdict(list)
        self._last: defaultdict[str, list[str]] = defaultdict(list)
        for word in every:
            self._first[word[0]].append(word)
            self._last[word[-1]].append(word)

    def ending_as(self, word: str) -> list[str]:
        """Those with the first or the last letter of this one."""
        return [*self._first.get(word[0], ()), *(each for each in self._last.get(word[-1], ()) if each[0] != word[0])]


def _papers_with(connection: sqlite3.Connection, word: str) -> int:
    """How many papers have a word."""
    row = connection.execute("SELECT papers FROM word WHERE word = ?", (word,)).fetchone()
    return int(row[0]) if row else 0
