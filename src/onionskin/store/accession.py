"""Taking a source into the tables, within a transaction that somebody else has begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Insert, Row, bindparam, delete, insert, select, update

from onionskin.store.contract import KeptSource
from onionskin.store.journal import START, Draft, Entry, EntryKind, written
from onionskin.store.keeping import Earlier, Keeping, Line
from onionskin.store.summary import Row as Listed
from onionskin.store.summary import heaps_of, row_of, sort_day
from onionskin.store.tables import bodies, facts, heaps, journal, names, records, sources

_ENTRY = tuple(field.name for field in fields(Entry))
_TOLD = attrgetter(*_ENTRY)
_FACTS = select(facts.c.name, facts.c.value)
_NAMED = select(names.c.n).where(names.c.source == bindparam("of"), names.c.name == bindparam("called"))
_EARLIER = (
    select(records.c.n, records.c.id, records.c.superseded, bodies.c.line)
    .join(bodies)
    .where(records.c.source == bindparam("of"))
    .order_by(records.c.place)
)
# A statement that stands here is made ready by SQLAlchemy once; one that is built anew is looked at again each time.
_NEW_ENTRY, _NEW_NAME, _NEW_BODY, _NEW_HEAP = insert(journal), insert(names), insert(bodies), insert(heaps)
_NEW_SOURCE, _NEW_RECORD = insert(sources), insert(records)
_SET_FACT = update(facts).where(facts.c.name == bindparam("called")).values(value=bindparam("told"))
_SET_SOURCE = update(sources).where(sources.c.n == bindparam("of"))
_SET_RECORD = update(records).where(records.c.n == bindparam("of"))
_SET_BODY = update(bodies).where(bodies.c.record == bindparam("of"))
_DROP_HEAPS = delete(heaps).where(heaps.c.record == bindparam("of"))


def begin(connection: Connection, released: str, draft: Draft, at: str) -> None:
    """Write what is true of a new collection, and the first entry of its journal."""
    told = {"policy": released, "seq": "0", "chain": START}
    connection.execute(insert(facts), [{"name": name, "value": value} for name, value in told.items()])
    append(connection, (draft,), at)


def policy(connection: Connection) -> str:
    """What the collection was begun as."""
    return _facts(connection)["policy"]


def head(connection: Connection) -> tuple[int, str]:
    """Number and chain of the journal's last entry."""
    told = _facts(connection)
    return int(told["seq"]), told["chain"]


def _facts(connection: Connection) -> dict[str, str]:
    return {row.name: row.value for row in connection.execute(_FACTS)}


def append(connection: Connection, drafts: Iterable[Draft], at: str) -> tuple[Entry, ...]:
    """Add to the journal, which must be locked for writing, and give the entries as they stand there."""
    entries = tuple(written(drafts, *head(connection), at))
    connection.execute(_NEW_ENTRY, [dict(zip(_ENTRY, _TOLD(entry), strict=True)) for entry in entries])
    last = [("seq", str(entries[-1].seq)), ("chain", entries[-1].chain)]
    connection.execute(_SET_FACT, [{"called": name, "told": value} for name, value in last])
    return entries


def entry(row: Row[Any]) -> Entry:
    """A row of the journal as it was written."""
    return Entry(row.seq, row.at, row.author, EntryKind(row.kind), row.record, row.body, row.chain)


def earlier(connection: Connection, source: int) -> dict[str, tuple[int, Earlier]]:
    """What is kept of a source now, in its order: each record with its row's number."""
    rows = connection.execute(_EARLIER, {"of": source})
    return {row.id: (row.n, Earlier(row.line, standing=row.superseded is None)) for row in rows}


def note_name(connection: Connection, source: int, name: str) -> None:
    """Keep the name under which these bytes were given, if it is a new one."""
    if connection.execute(_NAMED, {"of": source, "called": name}).first() is None:
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


def write_records(connection: Connection, source: int, change: Keeping, known: Mapping[str, int], at: str) -> None:
    """Write, renew and supersede records; `known` gives the row's number of those that have one."""
    sorted_by: list[dict[str, Any]] = []
    for place, line in enumerate(change.lines):
        row = row_of(line.document)
        told = {"source": source, "place": place, "superseded": None, "digest": line.digest, **_columns(row)}
        n = known.get(row.id)
        n = _insert(connection, told, line) if n is None else _renew(connection, n, told, line)
        sorted_by += [{"facet": facet, "value": value, "record": n} for facet, value in heaps_of(line.document, row)]
    for record in change.vanished:
        connection.execute(_SET_RECORD.values(superseded=bindparam("at")), {"of": known[record], "at": at})
        connection.execute(_DROP_HEAPS, {"of": known[record]})
    if sorted_by:
        connection.execute(_NEW_HEAP, sorted_by)


def _new_row(connection: Connection, statement: Insert, told: dict[str, Any]) -> int:
    key = connection.execute(statement, told).inserted_primary_key
    if key is None:
        raise TypeError(f"{statement.table} has no key of its own")
    return int(key[0])


def _insert(connection: Connection, told: dict[str, Any], line: Line) -> int:
    n = _new_row(connection, _NEW_RECORD, {"id": line.document.id, **told})
    connection.execute(_NEW_BODY, {"record": n, "line": line.json})
    return n


def _renew(connection: Connection, n: int, told: dict[str, Any], line: Line) -> int:
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
