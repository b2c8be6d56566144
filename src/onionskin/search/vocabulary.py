"""The words and the whole values that the papers have: remembered as long as nothing is added."""

from __future__ import annotations

import sqlite3
from threading import Lock

from onionskin.search.tolerance import Variant, is_misread, longest_difference, variants

LONGEST = 40
"""Longer words are not words, and nobody misspells them."""


class Vocabulary:
    """What the table `word` holds, by length, and what each word of a query was found to be near to.

    Safe to share between threads. All is forgotten when the index says that it was changed.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._generation = ""
        self._of_length: dict[int, list[str]] = {}
        self._near: dict[str, tuple[Variant, ...]] = {}
        self._values: dict[str, tuple[str, ...]] = {}

    def near(self, connection: sqlite3.Connection, word: str) -> tuple[Variant, ...]:
        """The words of the papers that this one may have been misread as."""
        with self._lock:
            self._forget_what_is_old(connection)
            if word not in self._near:
                self._near[word] = self._looked_up(connection, word)
            return self._near[word]

    def values(self, connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
        """The whole values that papers have in a field."""
        with self._lock:
            self._forget_what_is_old(connection)
            if name not in self._values:
                rows = connection.execute("SELECT DISTINCT value FROM heap WHERE name = ? ORDER BY value", (name,))
                self._values[name] = tuple(value for (value,) in rows)
            return self._values[name]

    def _forget_what_is_old(self, connection: sqlite3.Connection) -> None:
        (generation,) = connection.execute("SELECT generation FROM state").fetchone()
        if generation != self._generation:
            self._generation = generation
            self._of_length, self._near, self._values = {}, {}, {}

    def _looked_up(self, connection: sqlite3.Connection, word: str) -> tuple[Variant, ...]:
        if not 1 < len(word) <= LONGEST:
            return ()
        papers = _papers_with(connection, word)
        spelt_so = papers > 0
        by = longest_difference(word, spelt_so=spelt_so)
        candidates = [each for n in range(len(word) - by, len(word) + by + 1) for each in self._long(connection, n)]
        near = [(each, _papers_with(connection, each.word)) for each in variants(word, candidates, spelt_so=spelt_so)]
        # A word stays in the table when the last paper that had it goes: then no paper has it.
        return tuple(each for each, others in near if others and is_misread(word, papers, others))

    def _long(self, connection: sqlite3.Connection, length: int) -> list[str]:
        if length not in self._of_length:
            rows = connection.execute("SELECT word FROM word WHERE length = ?", (length,))
            self._of_length[length] = [word for (word,) in rows]
        return self._of_length[length]


def _papers_with(connection: sqlite3.Connection, word: str) -> int:
    (papers,) = connection.execute("SELECT count(*) FROM text WHERE text MATCH ?", (f'"{word}"',)).fetchone()
    return int(papers)
