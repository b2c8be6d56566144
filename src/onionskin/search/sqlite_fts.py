"""The index of a laptop: one file, SQLite's full-text search over words that we have divided and folded ourselves."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onionskin.errors import IntegrityError
from onionskin.record.released import Released
from onionskin.search import folded
from onionskin.search.connections import PATIENCE, Connections, make
from onionskin.search.contract import Found, Hit, Order
from onionskin.search.heaps import entities_of
from onionskin.search.passages import Entry, Passage, entry_of
from onionskin.search.query import Query
from onionskin.search.words import LONGEST, words

if TYPE_CHECKING:
    from onionskin.search.finding import Finder

VERSION = 5
"""Of the tables and of how words are divided and folded: an index of another one is made anew."""

BREAK = "¶"
"""Between the words of two passages, so that no phrase runs on from one into the other. No word of ours is spelt so."""

TABLES = (
    """
CREATE TABLE state (generation TEXT NOT NULL);
INSERT INTO state VALUES ('');
CREATE TABLE paper (
    n INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
    title TEXT NOT NULL, heading TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, first_day TEXT, last_day TEXT
);
CREATE INDEX paper_by_record ON paper (record, digest);
CREATE INDEX paper_by_day ON paper (first_day, last_day);
CREATE TABLE page (
    paper INTEGER NOT NULL, n INTEGER NOT NULL, raw TEXT NOT NULL, image INTEGER NOT NULL, PRIMARY KEY (paper, n)
);
CREATE TABLE passage (
    n INTEGER PRIMARY KEY, paper INTEGER NOT NULL, column_ TEXT NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL,
    ink TEXT NOT NULL
);
CREATE INDEX passage_of_paper ON passage (paper);
"""
    + folded.TABLE
    + """;
CREATE TABLE value (
    n INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL, UNIQUE (name, value)
);
CREATE TABLE heap (value INTEGER NOT NULL, paper INTEGER NOT NULL, PRIMARY KEY (value, paper)) WITHOUT ROWID;
CREATE INDEX heap_of_paper ON heap (paper);
CREATE TABLE word (word TEXT PRIMARY KEY, papers INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE text USING fts5(
    body, subject, sender, recipient, person, number, mark, content = '', tokenize = 'ascii'
);
CREATE VIRTUAL TABLE standing USING fts5vocab(text, instance)
"""
)
"""`text` has the members of `Column` for columns, in their order. It keeps no text of its own.

Its words come already divided and folded, so all that its tokenizer has to do is to part them at spaces.
"""

WORDS_IN = """
INSERT INTO text (rowid, body, subject, sender, recipient, person, number, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
WORDS_OUT = """
INSERT INTO text (text, rowid, body, subject, sender, recipient, person, number, mark)
VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?)
"""
NEW_PAPER = """
INSERT INTO paper (record, digest, title, heading, kind, date, first_day, last_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
LACKING = "SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM paper WHERE record = value)"
WORDS = """
INSERT INTO word VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET papers = papers + excluded.papers
"""
NEW_VALUE = "INSERT OR IGNORE INTO value (name, value, label) VALUES (?, ?, ?)"
ON_A_HEAP = "INSERT INTO heap SELECT n, ? FROM value WHERE name = ? AND value = ?"
FORGET = (
    "DELETE FROM passage WHERE paper = ?",
    "DELETE FROM folded WHERE paper = ?",
    "DELETE FROM page WHERE paper = ?",
    "DELETE FROM heap WHERE paper = ?",
    "DELETE FROM paper WHERE n = ?",
)
NO_PAPER_WITH = "DELETE FROM value WHERE n = ? AND n NOT IN (SELECT value FROM heap WHERE value = ?)"
"""A name that no paper has any more must not be offered to whoever asks for names."""


FIRST, BATCH = 20, 200
"""Papers of a whole result that are made at once: first few, so that whoever waits sees them, then more."""
PARTS = 8
"""So many pieces of the full text are looked through as fast; of a volume taken in there are dozens."""

Called = Callable[[Iterable[str]], Mapping[str, str]]


def nobody(entities: Iterable[str]) -> Mapping[str, str]:  # noqa: ARG001 - keeps `Called`
    """Knows no entity."""
    return {}


class SqliteIndex:
    """The `SearchIndex` of a laptop, in the file `path`.

    An index of another version, or one whose file is damaged, is begun anew and empty: whoever opens it compares
    `held` with what it ought to hold and adds what is missing.
    """

    def __init__(self, path: Path, patience: float = PATIENCE, *, called: Called = nobody) -> None:
        """`called` has names for the ids of entities, as far as it knows them."""
        self._connections = Connections(path, patience)
        self._called = called
        try:
            self._connections.begin(VERSION, TABLES)
        except IntegrityError:
            self._connections.delete()
            self._connections.begin(VERSION, TABLES)

    @cached_property
    def _finder(self) -> Finder:
        """Who takes papers in and finds none needs nothing of this."""
        finder: Finder = import_module("onionskin.search.finding").Finder()
        return finder

    def add(self, papers: Iterable[Released]) -> None:
        """Take papers in, all in one transaction."""
        entries = (entry_of(each, self._called(entities_of(each.document))) for each in papers)
        first = next(entries, None)
        if first is None:
            return
        papers_with: Counter[str] = Counter()
        with self._connections.writing() as connection:
            for entry in chain((first,), entries):
                if gone := _forget(connection, entry.record):
                    papers_with.subtract(gone)
                papers_with.update(_take_in(connection, entry))
            _changed(connection, papers_with)

    def remove(self, record_ids: Iterable[str]) -> None:
        """Forget papers, all in one transaction."""
        doomed = tuple(record_ids)
        if not doomed:
            return
        with self._connections.writing() as connection:
            papers_with: Counter[str] = Counter()
            for record_id in doomed:
                papers_with.subtract(_forget(connection, record_id))
            _changed(connection, papers_with)

    def clear(self) -> None:
        """Forget everything."""
        with self._connections.writing() as connection:
            make(connection, VERSION, TABLES)
            _changed(connection, {})

    def settle(self) -> None:
        """Join the pieces of the full text, so that a word is looked up in one place."""
        with self._connections.reading() as connection:
            (parts,) = connection.execute("SELECT count(DISTINCT segid) FROM text_idx").fetchone()
        if parts > PARTS:
            self._join()

    def wipe(self) -> bool:
        """Leave nothing of papers that were removed or replaced on the disk."""
        # FTS5 goes on keeping the words of a paper that was deleted until it joins the pieces that they stand in.
        self._join()
        return self._connections.wipe()

    def _join(self) -> None:
        with self._connections.writing() as connection:
            connection.execute("INSERT INTO text (text) VALUES ('optimize')")

    def holds(self, record_id: str) -> str | None:
        """The digest of a paper as it is held, None where it is not."""
        with self._connections.reading() as connection:
            row = connection.execute("SELECT digest FROM paper WHERE record = ?", (record_id,)).fetchone()
        return row[0] if row else None

    def held(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every paper, by id."""
        last, query = "", "SELECT record, digest FROM paper WHERE record > ? ORDER BY record LIMIT 4096"
        while True:
            with self._connections.reading() as connection:
                rows = connection.execute(query, (last,)).fetchall()
            yield from rows
            if not rows:
                return
            last = rows[-1][0]

    def ids(self) -> Iterator[str]:
        """The ids of all papers, in their order."""
        return (record_id for record_id, _ in self.held())

    def find(  # noqa: PLR0913 - what can be asked of a search
        self,
        query: Query,
        *,
        limit: int = 20,
        offset: int = 0,
        order: Order = Order.BEST,
        heaps: int = 0,
        among: Sequence[str] | None = None,
    ) -> Found:
        """Papers that meet the query; see the contract."""
        with self._connections.reading() as connection:
            finding = self._finder.finding(connection)
            if among is not None:
                return finding.found_among(among, query, slice(offset, offset + limit), order, heaps)
            return finding.found(query, limit, offset, order, heaps)

    def hits(
        self, query: Query, *, order: Order = Order.BEST, among: Sequence[str] | None = None, exact: bool = True
    ) -> Iterator[Hit]:
        """All that `find` finds; see the contract."""
        at, most = 0, FIRST
        while True:
            with self._connections.reading() as connection:
                finding = self._finder.finding(connection)
                some = finding.hits(query, slice(at, at + most), order, among, exact=exact)
            yield from some
            if len(some) < most:
                return
            at, most = at + most, BATCH

    def lacking(self, record_ids: Iterable[str]) -> frozenset[str]:
        """Those of the ids that it does not hold."""
        asked = json.dumps(list(record_ids))
        with self._connections.reading() as connection:
            return frozenset(record for (record,) in connection.execute(LACKING, (asked,)))

    def all_found(self, query: Query) -> tuple[str, ...]:
        """The ids of all papers that meet the query."""
        with self._connections.reading() as connection:
            return self._finder.finding(connection).all_found(query)

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _changed(connection: sqlite3.Connection, papers_with: Mapping[str, int]) -> None:
    """By how many papers more or fewer each word stands in."""
    told = sorted((word, by) for word, by in papers_with.items() if by and 1 < len(word) <= LONGEST)
    connection.executemany(WORDS, told)
    if any(by < 0 for _, by in told):
        connection.execute("DELETE FROM word WHERE papers <= 0")
    # Not a count: an index that is cleared would begin it anew, and others would take what they remember for true.
    connection.execute("UPDATE state SET generation = hex(randomblob(8))")


def _forget(connection: sqlite3.Connection, record_id: str) -> set[str]:
    """Delete a paper's rows; gives its words."""
    row = connection.execute("SELECT n FROM paper WHERE record = ?", (record_id,)).fetchone()
    if row is None:
        return set()
    read = folded.kept(connection, row[0])
    # FTS5 keeps no text here, so it must be told the very words that it was given.
    connection.execute(WORDS_OUT, (*row, *_columns(read)))
    heaps = connection.execute("SELECT value FROM heap WHERE paper = ?", row).fetchall()
    for statement in FORGET:
        connection.execute(statement, row)
    connection.executemany(NO_PAPER_WITH, ((each, each) for (each,) in heaps))
    return set(read.whole.split())


def _take_in(connection: sqlite3.Connection, entry: Entry) -> set[str]:
    """Write a paper's rows; gives its words."""
    first, last = entry.days or (None, None)
    told = (entry.record, entry.digest, entry.title, entry.heading, entry.kind, entry.date, first, last)
    n = connection.execute(NEW_PAPER, told).lastrowid or 0
    connection.executemany("INSERT INTO page VALUES (?, ?, ?, ?)", ((n, *page) for page in entry.pages))
    connection.executemany(NEW_VALUE, entry.heaps)
    connection.executemany(ON_A_HEAP, ((n, each.name, each.value) for each in entry.heaps))
    connection.executemany(
        "INSERT INTO passage (paper, column_, label, text, ink) VALUES (?, ?, ?, ?, ?)",
        ((n, each.column, each.label, each.text, _ink(each)) for each in entry.passages),
    )
    read = folded.folded((each.column, words(each.text)) for each in entry.passages)
    folded.keep(connection, n, read)
    connection.execute(WORDS_IN, (n, *_columns(read)))
    return set(read.whole.split())


def _columns(read: folded.Folded) -> list[str]:
    """The words of each column, in the order of `Column`."""
    return [f" {BREAK} ".join(lines) for lines in read.of_column().values()]


def _ink(passage: Passage) -> str:
    """As JSON: `[[1,180,198]]`."""
    return f"[{','.join(f'[{page},{start},{end}]' for page, start, end in passage.ink)}]"
