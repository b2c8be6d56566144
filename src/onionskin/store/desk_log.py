"""The desk's part of the journal, and the tables in which its papers are found: written together or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from sqlalchemy import Text, bindparam, func, insert, literal_column, select

from onionskin.store import accession, outbox
from onionskin.store.database import SMALL_ROWS, Database, driver_of, ready
from onionskin.store.desk_cards import Bearing, Card, bearing, write_card
from onionskin.store.desk_rows import DeskRows
from onionskin.store.desk_tables import desk_numbers, desk_papers
from onionskin.store.journal import OF_DESK, Draft, Entry, EntryKind, now, timestamp
from onionskin.store.outbox import Outbox, Outgoing
from onionskin.store.tables import journal, records, sources

# With the plus SQLite does not look the kind up: by its index it would go through all acts of the desk, for one paper.
_KIND = literal_column("+kind", Text)
_ENTRIES = ready(
    select(journal)
    .where(journal.c.record == bindparam("of"), journal.c.seq > bindparam("after"), bindparam("kind") == _KIND)
    .order_by(journal.c.seq)
)
_TOLD = ready(
    select(journal)
    .where(journal.c.kind == bindparam("kind"), journal.c.seq > bindparam("after"))
    .order_by(journal.c.seq)
)
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
UNCLASSIFIED = "UNCLASSIFIED"
_MATCHED = re.compile(r"\w+")
_HIT = "\x02"
"""Stands on both sides of a hit in a quote."""

# A person sees of a paper what the strongest of their rows shows, as `chancery.sight.sight` has it: that it exists
# asks for nothing more, its title for the level, its text for the captions too.
SEEN = """
SELECT p.n, p.id, p.precedence, p.last, max(CASE
    WHEN s.sight = 1 THEN 1
    WHEN p.level > :rank AND NOT (p.ends <> '' AND p.ends <= :day) THEN 0
    WHEN s.sight = 3 AND p.captions <> '[]' AND EXISTS (
        SELECT 1 FROM json_each(p.captions) AS c WHERE c.value NOT IN (SELECT value FROM json_each(:captions))
    ) THEN 2
    ELSE s.sight END) AS seen
FROM desk_sights AS s CROSS JOIN desk_papers AS p ON p.n = s.paper
WHERE s.principal IN (SELECT value FROM json_each(:principals))
"""
"""Narrowed by `AND s.paper IN (...)`: a person's own sights lie side by side, and are gone through first."""

_OWN = "l.principal IN (SELECT value FROM json_each(:principals))"
_LIES = "(l.tray <> 're-review' OR l.due <= :day)"
"""What is to be looked at once more lies there from its day on."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of an attempt: the entries to be written, and the paper's card after them."""

    author: str
    bodies: tuple[Mapping[str, Any], ...]
    card: Card
    mails: tuple[tuple[int, str, Mapping[str, Any]], ...] = ()
    """What goes to other installations: which of the entries it tells, to which address, and what `Outbox` keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who looks into trays: as whom papers are shown to them, up to which rank of level, under which captions, when."""

    principals: tuple[str, ...]
    rank: int
    captions: tuple[str, ...]
    day: str

    @property
    def asked(self) -> dict[str, object]:
        """As parameters of a question."""
        return {
            "principals": json.dumps(self.principals),
            "rank": self.rank,
            "captions": json.dumps(self.captions),
            "day": self.day,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """A paper in a list. `seen` is how much who asks may see; below 2 `subject` and `parties` are empty.

    `level` is the rank of the level in force that day, of which `bears` has the words. `quote` is where a search found
    it: pieces of its text, every second one a hit; only of papers whose text who asks may see.
    """

    id: str
    form: str
    number: str
    subject: str
    parties: str
    precedence: int
    level: int
    bears: Bearing
    begun: str
    last: str
    stage: str
    seen: int
    tray: str = ""
    due: str = ""
    quote: tuple[str, ...] = ()


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


def _latest(seen: str, more: str) -> str:
    """A question for a page of what is seen, the latest first; only of that page the whole row is fetched."""
    return f"""
    WITH v AS MATERIALIZED ({seen})
    SELECT q.*, page.seen, (SELECT count(*) FROM v) AS total, {more}
    FROM (SELECT n, seen FROM v ORDER BY last DESC, n DESC LIMIT :limit OFFSET :offset) AS page
    JOIN desk_papers AS q ON q.n = page.n ORDER BY q.last DESC, q.n DESC
    """  # noqa: S608 - nothing of a visitor's stands in it


Decide = Callable[[Sequence[Entry], NumbersTaken], Decided]
"""Given the entries of the paper that its asker has not heard, gives what is to be written, or raises."""


class DeskLog:
    """What was done at the desk of one collection. Safe to share between threads."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self.clock = clock

    @property
    def database(self) -> Database:
        """Where it stands, for what is kept beside it."""
        return self._database

    def perform(self, paper: str, after: int, decide: Decide) -> tuple[Entry, ...]:
        """Have something decided of a paper, with nobody else writing meanwhile, and written on the disk.

        `decide` is given the paper's entries after number `after`. Whatever it raises leaves everything as it was, the
        numbers that it took too.
        """
        with self._database.writing(durable=True) as transaction:
            return self._written(driver_of(transaction), paper, after, decide)

    def arrive(self, mail: str, paper: str, after: int, decide: Decide) -> tuple[Entry, ...]:
        """As `perform`, for what the mail of that id brought; no entry where it was taken before."""
        with self._database.writing(durable=True) as transaction:
            connection = driver_of(transaction)
            if not outbox.is_new(connection, mail):
                return ()
            entries = self._written(connection, paper, after, decide)
            outbox.take(connection, mail, entries[-1].seq)
        return entries

    def _written(self, connection: Connection, paper: str, after: int, decide: Decide) -> tuple[Entry, ...]:
        done = decide(_heard(connection, paper, after), NumbersTaken(connection, paper))
        drafts = [Draft(EntryKind.PERFORMED, done.author, body, paper) for body in done.bodies]
        entries = accession.append(connection, drafts, timestamp(self.clock()))
        write_card(connection, paper, entries[-1].seq, done.card)
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
            return tuple(_heard(driver_of(connection), paper, after))

    def tell(self, kind: EntryKind, author: str, body: Mapping[str, Any]) -> Entry:
        """Write what concerns the desk as a whole: persons, posts, procedures, its clock."""
        if kind not in OF_DESK - {EntryKind.PERFORMED}:
            raise ValueError(f"{kind} is not told so")
        with self._database.writing(durable=True) as connection:
            drafts = (Draft(kind, author, body),)
            return accession.append(driver_of(connection), drafts, timestamp(self.clock()))[0]

    def told(self, kind: EntryKind, after: int = 0) -> tuple[Entry, ...]:
        """All of one kind after an entry, oldest first."""
        with self._database.reading() as connection:
            rows = driver_of(connection).execute(_TOLD, {"kind": kind.value, "after": after})
            return tuple(map(_entry, rows))

    def all_told(self, after: int = 0) -> Iterator[Entry]:
        """Everything that was told and done at the desk after an entry, oldest first."""
        ours = select(journal).where(_KIND.in_([each.value for each in OF_DESK]))
        for rows in self._database.batches(ours, (journal.c.seq,), (after,), SMALL_ROWS):
            yield from map(accession.entry, rows)

    def numbers(self) -> NumbersSeen:
        """Numbers for who asks whether an act would be allowed."""
        return NumbersSeen(self._database)

    def ids_with_prefix(self, asker: Asker, prefix: str, limit: int = 5) -> tuple[str, ...]:
        """Papers whose id begins so, by id, those alone that who asks may know of."""
        named = f"""
        SELECT id FROM (
            {SEEN} AND s.paper IN (SELECT n FROM desk_papers WHERE id BETWEEN :prefix AND :beyond)
            GROUP BY p.n HAVING seen > 0
        ) ORDER BY id LIMIT :limit
        """  # noqa: S608 - nothing of a visitor's stands in it
        asked = {**asker.asked, "prefix": prefix, "beyond": f"{prefix}~", "limit": limit}
        with self._database.reading() as connection:
            return tuple(each for (each,) in driver_of(connection).execute(named, asked))

    def counts(self, asker: Asker) -> dict[str, int]:
        """How many papers lie in each tray of who asks, those alone that they may know of."""
        return self._counted(asker, _LIES)

    def overdue(self, asker: Asker) -> dict[str, int]:
        """Of how many papers in each tray of who asks the day is past by which something was due."""
        return self._counted(asker, "l.due <> '' AND l.due < :day")

    def _counted(self, asker: Asker, which: str) -> dict[str, int]:
        counted = f"""
        WITH v AS MATERIALIZED (
            {SEEN} AND s.paper IN (SELECT l.paper FROM desk_lies AS l WHERE {_OWN} AND {which})
            GROUP BY p.n HAVING seen > 0
        )
        SELECT l.tray, count(DISTINCT l.paper) FROM desk_lies AS l
        WHERE {_OWN} AND {which} AND l.paper IN (SELECT n FROM v) GROUP BY l.tray
        """  # noqa: S608 - nothing of a visitor's stands in it
        with self._database.reading() as connection:
            return dict(driver_of(connection).execute(counted, asker.asked).fetchall())

    def tray(self, asker: Asker, tray: str, limit: int = 50, offset: int = 0) -> tuple[int, tuple[DeskRow, ...]]:
        """What lies in a tray of who asks, the most urgent first, of equals what came first; and how many in all."""
        listed = f"""
        WITH lying AS MATERIALIZED (
            SELECT l.paper, min(l.since) AS since, min(l.due) AS due FROM desk_lies AS l
            WHERE l.tray = :tray AND {_OWN} AND {_LIES} GROUP BY l.paper
        ), v AS MATERIALIZED ({SEEN} AND s.paper IN (SELECT paper FROM lying) GROUP BY p.n HAVING seen > 0)
        SELECT q.*, page.seen, :tray AS tray, page.due, (SELECT count(*) FROM v) AS total FROM (
            SELECT v.n, v.seen, lying.since, lying.due FROM v JOIN lying ON lying.paper = v.n
            ORDER BY v.precedence, lying.since, v.n LIMIT :limit OFFSET :offset
        ) AS page JOIN desk_papers AS q ON q.n = page.n ORDER BY q.precedence, page.since, q.n
        """  # noqa: S608 - nothing of a visitor's stands in it
        return self._listed(listed, {**asker.asked, "tray": tray, "limit": limit, "offset": offset})

    def papers(self, asker: Asker, limit: int = 50, offset: int = 0) -> tuple[int, tuple[DeskRow, ...]]:
        """All papers of the desk that who asks may know of, the latest first; and how many in all."""
        listed = _latest(f"{SEEN} GROUP BY p.n HAVING seen > 0", "'' AS tray, '' AS due")
        return self._listed(listed, {**asker.asked, "limit": limit, "offset": offset})

    def find(self, asker: Asker, words: str, limit: int = 50, offset: int = 0) -> tuple[int, tuple[DeskRow, ...]]:
        """The papers that hold all these words, of those whose text who asks may see, the latest first.

        `words` stand for themselves; of the last one its beginning is enough. No other paper is counted or quoted.
        """
        wanted = _MATCHED.findall(words)
        if not wanted:
            return 0, ()
        match = " ".join(f'"{each}"' for each in wanted) + "*"
        named = "AND s.paper IN (SELECT rowid FROM desk_words WHERE desk_words MATCH :match)"
        quoted = "(SELECT snippet(desk_words, -1, :hit, :hit, '…', 24) FROM desk_words WHERE desk_words MATCH :match"
        listed = _latest(
            f"{SEEN} {named} GROUP BY p.n HAVING seen = 3",
            f"'' AS tray, '' AS due, {quoted} AND rowid = q.n) AS quote",
        )
        return self._listed(listed, {**asker.asked, "match": match, "hit": _HIT, "limit": limit, "offset": offset})

    def _listed(self, query: str, asked: Mapping[str, object]) -> tuple[int, tuple[DeskRow, ...]]:
        with self._database.reading() as connection:
            cursor = driver_of(connection).execute(query, dict(asked))
            names = [each[0] for each in cursor.description]
            held = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return (held[0]["total"] if held else 0), tuple(_row(each, str(asked["day"])) for each in held)

    @property
    def rows(self) -> DeskRows:
        """The tables, to be held against the journal."""
        return DeskRows(self._database)

    def all_ids(self) -> tuple[str, ...]:
        """Every paper of the desk, in the order in which they were begun; for who keeps it, not for who asks."""
        return tuple(row.id for row in self._database.rows(select(desk_papers.c.id).order_by(desk_papers.c.n)))

    def at_stages(self, stages: Sequence[str]) -> tuple[tuple[str, int, str], ...]:
        """The papers that have come so far, each with its last entry and its stage; for who keeps the desk."""
        columns = (desk_papers.c.id, desk_papers.c.seq, desk_papers.c.stage)
        query = select(*columns).where(desk_papers.c.stage.in_(stages)).order_by(desk_papers.c.n)
        return tuple((row.id, row.seq, row.stage) for row in self._database.rows(query))

    def versions(self, media_type: str) -> dict[str, str]:
        """The records whose sources are of a media type, each with what its source was kept by; removed ones are not
        among them.
        """
        query = select(records.c.id, sources.c.reader_version).join(sources, sources.c.n == records.c.source)
        standing = query.where(sources.c.media_type == media_type, records.c.superseded.is_(None))
        return {row.id: row.reader_version for row in self._database.rows(standing)}

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def _heard(connection: Connection, paper: str, after: int) -> list[Entry]:
    rows = connection.execute(_ENTRIES, {"of": paper, "after": after, "kind": EntryKind.PERFORMED.value})
    return list(map(_entry, rows))


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, at, author, kind, record, body, chain = row
    return Entry(seq, at, author, EntryKind(kind), record, body, chain)


def _row(held: Mapping[str, Any], day: str) -> DeskRow:
    title = held["seen"] > 1
    ended = bool(held["ends"]) and held["ends"] <= day
    bears = bearing(held["bears"])
    return DeskRow(
        id=held["id"],
        form=held["form"],
        number=held["number"],
        subject=held["subject"] if title else "",
        parties=held["parties"] if title else "",
        precedence=held["precedence"],
        level=0 if ended else held["level"],
        bears=replace(bears, level=UNCLASSIFIED) if ended else bears,
        begun=held["begun"],
        last=held["last"],
        stage=held["stage"],
        seen=held["seen"],
        tray=held["tray"],
        due=held["due"],
        quote=tuple(held["quote"].split(_HIT)) if held.get("quote") else (),
    )
