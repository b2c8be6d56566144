"""Taking a source into the tables, within a transaction that somebody else has begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from sqlite3 import Connection
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, delete, insert, select, update

from onionskin.errors import NotFoundError
from onionskin.store import catalogue
from onionskin.store.contract import FOR_A_PAGE, KeptSource
from onionskin.store.database import ready
from onionskin.store.journal import START, Draft, Entry, EntryKind, written
from onionskin.store.keeping import Earlier, Keeping, Line
from onionskin.store.summary import Row as Listed
from onionskin.store.summary import heaps_of, row_of, sort_day
from onionskin.store.tables import bodies, facts, heaps, journal, names, records, sources

_ENTRY = tuple(field.name for field in fields(Entry))
_TOLD = attrgetter(*_ENTRY)
_READING = ("pages", "reader_version", "last_read", "told")
_RECORD = tuple(column.name for column in records.c if column.name not in ("n", "id"))

_FACTS = ready(select(facts.c.name, facts.c.value))
_HELD = ready(select(sources.c.n, sources.c.reader_version).where(sources.c.sha256 == bindparam("of")))
_NAMED = ready(select(names.c.n).where(names.c.source == bindparam("of"), names.c.name == bindparam("called")))
_EARLIER = ready(
    select(records.c.id, records.c.n, bodies.c.line, records.c.superseded)
    .join(bodies)
    .where(records.c.source == bindparam("of"))
    .order_by(records.c.place)
)
_NEW_FACT = ready(insert(facts))
_NEW_ENTRY = ready(insert(journal))
_NEW_SOURCE = ready(insert(sources), *(column.name for column in sources.c if column.name != "n"))
_NEW_NAME = ready(insert(names), "source", "name")
_NEW_RECORD = ready(insert(records), "id", *_RECORD)
_NEW_BODY = ready(insert(bodies))
_NEW_HEAP = ready(insert(heaps))
_SET_FACT = ready(update(facts).where(facts.c.name == bindparam("called")), "value")
_SET_SOURCE = ready(update(sources).where(sources.c.n == bindparam("of")), *_READING)
_SET_RECORD = ready(update(records).where(records.c.n == bindparam("of")), *_RECORD)
_SET_BODY = ready(update(bodies).where(bodies.c.record == bindparam("of")), "line")
_SUPERSEDE = ready(update(records).where(records.c.n == bindparam("of")), "superseded")
_DROP_NAMES = ready(delete(names).where(names.c.source == bindparam("of")))
_DROP_SOURCE = ready(delete(sources).where(sources.c.n == bindparam("of")))
_DROP_HEAPS = ready(delete(heaps).where(heaps.c.record == bindparam("of")))


def begin(connection: Connection, released: str, draft: Draft, at: str) -> None:
    """Write what is true of a new collection, and the first entry of its journal."""
    told = {"policy": released, "seq": "0", "chain": START}
    connection.executemany(_NEW_FACT, [{"name": name, "value": value} for name, value in told.items()])
    append(connection, (draft,), at)


def policy(connection: Connection) -> str:
    """What the collection was begun as."""
    return _facts(connection)["policy"]


def head(connection: Connection) -> tuple[int, str]:
    """Number and chain of the journal's last entry."""
    told = _facts(connection)
    return int(told["seq"]), told["chain"]


def _facts(connection: Connection) -> dict[str, str]:
    return dict(connection.execute(_FACTS))


def append(connection: Connection, drafts: Iterable[Draft], at: str) -> tuple[Entry, ...]:
    """Add to the journal, which must be locked for writing, and give the entries as they stand there."""
    entries = tuple(written(drafts, *head(connection), at))
    connection.executemany(_NEW_ENTRY, [dict(zip(_ENTRY, _TOLD(entry), strict=True)) for entry in entries])
    last = [("seq", str(entries[-1].seq)), ("chain", entries[-1].chain)]
    connection.executemany(_SET_FACT, [{"called": name, "value": value} for name, value in last])
    return entries


def entry(row: Row[Any]) -> Entry:
    """A row that ends with those of the journal, as that was written."""
    seq, at, author, kind, record, body, chain = row[-len(_ENTRY) :]
    return Entry(seq, at, author, EntryKind(kind), record, body, chain)


class Held(NamedTuple):
    """A source that is kept: its row's number, and what read it last."""

    n: int
    reader_version: str


def held(connection: Connection, sha256: str) -> Held | None:
    """The source of this hash, or None."""
    row = connection.execute(_HELD, {"of": sha256}).fetchone()
    return Held(*row) if row else None


def earlier(connection: Connection, source: int, buried: Mapping[str, str]) -> dict[str, tuple[int, Earlier]]:
    """What is kept of a source now, in its order: each record with its row's number; `buried` are those removed."""
    rows = connection.execute(_EARLIER, {"of": source})
    return {
        record: (n, Earlier(line, standing=superseded is None, removed=record in buried))
        for record, n, line, superseded in rows
    }


def note_name(connection: Connection, source: int, name: str) -> None:
    """Keep the name under which these bytes were given, if it is a new one."""
    if connection.execute(_NAMED, {"of": source, "called": name}).fetchone() is None:
        connection.execute(_NEW_NAME, {"source": source, "name": name})


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a source: by what, when, of how many bytes, and the number of the journal's account of it."""

    reader_version: str
    at: str
    size: int
    told: int


def write_source(connection: Connection, held: int | None, source: KeptSource, read: Reading) -> int:
    """Write the row of a source, or renew row `held` after another reading, and give its number."""
    renewed = {
        "pages": source.pages,
        "reader_version": read.reader_version,
        "last_read": read.at,
        "told": read.told,
    }
    if held is not None:
        connection.execute(_SET_SOURCE, {"of": held, **renewed})
        note_name(connection, held, source.name)
        return held
    new = {
        "sha256": source.sha256,
        "media_type": source.media_type,
        "size": read.size,
        "first_read": read.at,
        **renewed,
    }
    n = _new_row(connection, _NEW_SOURCE, new)
    connection.execute(_NEW_NAME, {"source": n, "name": source.name})
    return n


def forget_page(connection: Connection, sha256: str) -> None:
    """Let the row of a file go that is kept for a page. NotFoundError for any other."""
    row = held(connection, sha256)
    if row is None or row.reader_version != FOR_A_PAGE:
        raise NotFoundError("no file of that hash is kept for a page", where=sha256)
    connection.execute(_DROP_NAMES, {"of": row.n})
    connection.execute(_DROP_SOURCE, {"of": row.n})


def write_records(  # noqa: PLR0913 - what one reading changes
    connection: Connection,
    source: int,
    change: Keeping,
    known: Mapping[str, int],
    at: str,
    *,
    buried: Mapping[str, str],
) -> None:
    """Write, renew and supersede records; `known` gives the row's number of those that have one.

    `buried` are those that a person removed, with the time since when they stand no more: that stays.
    """
    sorted_by: list[dict[str, Any]] = []
    for place, line in enumerate(change.lines):
        row = row_of(line.document)
        told = {
            "source": source,
            "place": place,
            "superseded": buried.get(row.id),
            "digest": line.digest,
            **_columns(row),
        }
        n = known.get(row.id)
        n = _insert(connection, told, line) if n is None else _renew(connection, n, told, line)
        if row.id in buried:
            continue
        sorted_by += [{"facet": facet, "value": value, "record": n} for facet, value in heaps_of(line.document, row)]
    for record in change.vanished:
        catalogue.forget(connection, known[record])
        connection.execute(_SUPERSEDE, {"of": known[record], "superseded": at})
        connection.execute(_DROP_HEAPS, {"of": known[record]})
    connection.executemany(_NEW_HEAP, sorted_by)


def _new_row(connection: Connection, statement: str, told: dict[str, Any]) -> int:
    n = connection.execute(statement, told).lastrowid
    if n is None:
        raise TypeError(f"this inserts nothing: {statement}")
    return n


def _insert(connection: Connection, told: dict[str, Any], line: Line) -> int:
    n = _new_row(connection, _NEW_RECORD, {"id": line.document.id, **told})
    connection.execute(_NEW_BODY, {"record": n, "line": line.json})
    return n


def _renew(connection: Connection, n: int, told: dict[str, Any], line: Line) -> int:
    catalogue.forget(connection, n)
    connection.execute(_DROP_HEAPS, {"of": n})
    connection.execute(_SET_RECORD, {"of": n, **told})
    connection.execute(_SET_BODY, {"of": n, "line": line.json})
    return n


def _columns(row: Listed) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "date": row.date,
        "day": sort_day(row.date),
        "number": row.number,
        "sender": row.sender,
        "recipients": row.recipients,
        "subject": row.subject,
        "source_name": row.source,
        "pages": row.pages,
        "markings": row.markings,
        "doubtful": row.doubtful,
        "unclaimed": row.unclaimed,
    }
