"""The desk's part of the journal, and the tables in which its papers are found: written together or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection
from typing import Any, NamedTuple

from sqlalchemy import Text, bindparam, func, insert, literal_column, select

from onionskin.store import accession, outbox
from onionskin.store.database import SMALL_ROWS, Database, driver_of, ready
from onionskin.store.desk_cards import Card, write_card
from onionskin.store.desk_lists import DeskLists
from onionskin.store.desk_rows import DeskRows
from onionskin.store.desk_tables import desk_numbers, desk_papers, desk_unshown
from onionskin.store.journal import OF_DESK, Draft, Entry, EntryKind, now, timestamp
from onionskin.store.outbox import Outbox, Outgoing
from onionskin.store.tables import journal

# With the plus SQLite does not look the kind up: by its index it would go through all acts of the desk, for one paper.
_KIND = literal_column("+kind", Text)
_ENTRIES = ready(
    select(journal)
    .where(journal.c.record == bindparam("of"), journal.c.seq > bindparam("after"), bindparam("kind") == _KIND)
    .order_by(journal.c.seq)
)
# By its rowid SQLite would go through all acts since the last appointment.
_ESTABLISHED = """
SELECT * FROM journal INDEXED BY ix_journal_kind_seq
WHERE kind IN ('appointed', 'adopted', 'clock') AND seq > :after ORDER BY seq
"""
_TOLD = ready(
    select(journal)
    .where(journal.c.kind == bindparam("kind"), journal.c.seq > bindparam("after"))
    .order_by(journal.c.seq)
)
_OF_DESK = {"kinds": json.dumps(sorted(OF_DESK))}
_ALL_TOLD = """
SELECT * FROM journal WHERE +kind IN (SELECT value FROM json_each(:kinds)) AND seq > :after ORDER BY seq LIMIT :limit
"""
_SIZE = "SELECT count(*) FROM journal WHERE kind IN (SELECT value FROM json_each(:kinds))"
_LAST_NUMBER = ready(
    select(func.coalesce(func.max(desk_numbers.c.number), bindparam("none"))).where(
        desk_numbers.c.series == bindparam("of")
    )
)
_GIVEN = ready(
    select(desk_numbers.c.paper).where(
        desk_numbers.c.series == bindparam("of"), desk_numbers.c.number == bindparam("called")
    )
)
_NEW_NUMBER = ready(insert(desk_numbers))
_BEGUN = "SELECT id FROM desk_papers WHERE id IN (SELECT value FROM json_each(:papers))"
_UNSHOWN = "INSERT OR REPLACE INTO desk_unshown VALUES (:paper, :seq)"
_SHOWN = "DELETE FROM desk_unshown WHERE paper = :paper AND seq <= :seq"
_SHOW_ANEW = """
INSERT OR IGNORE INTO desk_unshown
SELECT id, seq FROM desk_papers WHERE id IN (SELECT value FROM json_each(:papers))
"""
_SHOWN_BY = "SELECT value FROM facts WHERE name = 'desk_shown_by'"
_NOW_SHOWN_BY = "INSERT OR REPLACE INTO facts VALUES ('desk_shown_by', :version)"


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of an attempt: the entries to be written, and the paper's card after them."""

    author: str
    bodies: tuple[Mapping[str, Any], ...]
    card: Card
    mails: tuple[tuple[int, str, Mapping[str, Any]], ...] = ()
    """What goes to other installations: which of the entries it tells, to which address, and what `Outbox` keeps."""
    public: bool = False
    """Whether it is to be seen to what the public has of the paper."""


class NumbersTaken:
    """Numbers of one transaction, `desk.chancery.acting.Numbers`."""

    def __init__(self, connection: Connection, paper: str) -> None:
        self._connection = connection
        self._paper = paper

    def take(self, series: str, wanted: int = 0) -> int:
        """The next number of a series, or `wanted`; 0 where that was given already."""
        number = _free(self._connection, series, wanted)
        if not number:
            return 0
        self._connection.execute(_NEW_NUMBER, {"series": series, "number": number, "paper": self._paper})
        return number


class NumbersSeen:
    """Says what `NumbersTaken` would give now, and leaves it free."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, series: str, wanted: int = 0) -> int:
        """The next number of a series, or `wanted`; 0 where that was given already."""
        with self._database.reading() as connection:
            return _free(driver_of(connection), series, wanted)


def _free(connection: Connection, series: str, wanted: int) -> int:
    if not wanted:
        (last,) = connection.execute(_LAST_NUMBER, {"of": series, "none": 0}).fetchone()
        return int(last) + 1
    given = connection.execute(_GIVEN, {"of": series, "called": wanted}).fetchone()
    return 0 if given else wanted


class Heard(NamedTuple):
    """Up to which entry somebody has heard of a paper, and of what holds at the desk as a whole."""

    paper: int
    desk: int


class News(NamedTuple):
    """What they have not heard yet, oldest first."""

    paper: Sequence[Entry]
    desk: Sequence[Entry]


Decide = Callable[[News, NumbersTaken], Decided]
"""Given what its asker has not heard, gives what is to be written, or raises."""


class DeskLog:
    """What was done at the desk of one collection. Safe to share between threads."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self.clock = clock

    @property
    def database(self) -> Database:
        """Where it stands, for what is kept beside it."""
        return self._database

    def perform(self, paper: str, heard: Heard, decide: Decide) -> tuple[Entry, ...]:
        """Have something decided of a paper, with nobody else writing meanwhile, and written on the disk.

        `decide` is given what was not `heard`. Whatever it raises leaves everything as it was, the numbers that it took
        too.
        """
        with self._database.writing(durable=True) as transaction:
            return self._written(driver_of(transaction), paper, heard, decide)

    def arrive(self, mail: str, paper: str, heard: Heard, decide: Decide) -> tuple[Entry, ...]:
        """As `perform`, for what the mail of that id brought; no entry where it was taken before."""
        with self._database.writing(durable=True) as transaction:
            connection = driver_of(transaction)
            if not outbox.is_new(connection, mail):
                return ()
            entries = self._written(connection, paper, heard, decide)
            outbox.take(connection, mail, entries[-1].seq)
        return entries

    def _written(self, connection: Connection, paper: str, heard: Heard, decide: Decide) -> tuple[Entry, ...]:
        news = News(_of_paper(connection, paper, heard.paper), _of_desk(connection, heard.desk))
        done = decide(news, NumbersTaken(connection, paper))
        drafts = [Draft(EntryKind.PERFORMED, done.author, body, paper) for body in done.bodies]
        entries = accession.append(connection, drafts, timestamp(self.clock()))
        write_card(connection, paper, entries[-1].seq, done.card)
        if done.public:
            connection.execute(_UNSHOWN, {"paper": paper, "seq": entries[-1].seq})
        for n, address, told in done.mails:
            outbox.post(connection, Outgoing(entries[n], done.card.precedence, address, told))
        return entries

    @property
    def outbox(self) -> Outbox:
        """The mail to other installations."""
        return Outbox(self._database)

    def entries(self, paper: str, after: int = 0) -> tuple[Entry, ...]:
        """The acts upon a paper after an entry, oldest first."""
        with self._database.reading() as connection:
            return tuple(_of_paper(driver_of(connection), paper, after))

    def tell(self, kind: EntryKind, author: str, body: Mapping[str, Any]) -> Entry:
        """Write what concerns the desk as a whole: persons, posts, procedures, its clock."""
        if kind not in OF_DESK - {EntryKind.PERFORMED}:
            raise ValueError(f"{kind} is not told so")
        with self._database.writing(durable=True) as connection:
            drafts = (Draft(kind, author, body),)
            return accession.append(driver_of(connection), drafts, timestamp(self.clock()))[0]

    def established(self, after: int = 0) -> tuple[Entry, ...]:
        """What holds at the desk as a whole, as far as it was told after an entry, oldest first: persons, posts,
        procedures, its clock.
        """
        with self._database.reading() as connection:
            return tuple(_of_desk(driver_of(connection), after))

    def told(self, kind: EntryKind, after: int = 0) -> tuple[Entry, ...]:
        """All of one kind after an entry, oldest first."""
        with self._database.reading() as connection:
            rows = driver_of(connection).execute(_TOLD, {"kind": kind.value, "after": after})
            return tuple(map(_entry, rows))

    def all_told(self, after: int = 0) -> Iterator[Entry]:
        """Everything that was told and done at the desk after an entry, oldest first."""
        while entries := self._some_told(after):
            yield from entries
            after = entries[-1].seq

    def _some_told(self, after: int) -> list[Entry]:
        with self._database.reading() as connection:
            asked = {**_OF_DESK, "after": after, "limit": SMALL_ROWS}
            return list(map(_entry, driver_of(connection).execute(_ALL_TOLD, asked)))

    def size(self) -> int:
        """How much was told and done at the desk."""
        with self._database.reading() as connection:
            (count,) = driver_of(connection).execute(_SIZE, _OF_DESK).fetchone()
            return int(count)

    @property
    def lists(self) -> DeskLists:
        """Trays and lists of its papers, for one person each."""
        return DeskLists(self._database)

    def numbers(self) -> NumbersSeen:
        """Numbers for who asks whether an act would be allowed."""
        return NumbersSeen(self._database)

    @property
    def rows(self) -> DeskRows:
        """The tables, to be held against the journal."""
        return DeskRows(self._database)

    def all_ids(self) -> tuple[str, ...]:
        """Every paper of the desk, in the order in which they were begun; for who keeps it, not for who asks."""
        return tuple(row.id for row in self._database.rows(select(desk_papers.c.id).order_by(desk_papers.c.n)))

    def begun(self, papers: Iterable[str]) -> frozenset[str]:
        """Which of these papers there are; for the desk itself, not for who asks."""
        with self._database.reading() as connection:
            found = driver_of(connection).execute(_BEGUN, {"papers": json.dumps(list(papers))})
            return frozenset(paper for (paper,) in found)

    def unshown(self) -> tuple[str, ...]:
        """The papers of which the public has not what was decided, as far as that is known. What stands on them is on
        the disk, and may be shown; for who keeps the desk.
        """
        papers = tuple(row.paper for row in self._database.rows(select(desk_unshown.c.paper)))
        if papers:
            self._database.settle()
        return papers

    def shown(self, papers: Iterable[tuple[str, int]]) -> None:
        """Note that the public has of papers what was decided up to an entry of each."""
        with self._database.writing() as connection:
            done = [{"paper": paper, "seq": seq} for paper, seq in papers]
            driver_of(connection).executemany(_SHOWN, done)

    def shown_by(self) -> str:
        """Which version of showing papers everybody sees them by; empty where none has seen to it."""
        with self._database.reading() as connection:
            (version,) = driver_of(connection).execute(_SHOWN_BY).fetchone() or ("",)
            return str(version)

    def show_anew(self, papers: Iterable[str], version: str) -> None:
        """Note that these are to be shown once more, and that all others are shown by a version."""
        with self._database.writing() as connection:
            driver = driver_of(connection)
            driver.execute(_SHOW_ANEW, {"papers": json.dumps(list(papers))})
            driver.execute(_NOW_SHOWN_BY, {"version": version})

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def _of_desk(connection: Connection, after: int) -> list[Entry]:
    return list(map(_entry, connection.execute(_ESTABLISHED, {"after": after})))


def _of_paper(connection: Connection, paper: str, after: int) -> list[Entry]:
    rows = connection.execute(_ENTRIES, {"of": paper, "after": after, "kind": EntryKind.PERFORMED.value})
    return list(map(_entry, rows))


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, at, author, kind, record, body, chain = row
    return Entry(seq, at, author, EntryKind(kind), record, body, chain)
