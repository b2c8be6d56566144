"""Papers and sources that a person removed: they stand no more, and stay where they are until somebody wants them back.

Within a transaction that somebody else has begun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection

from sqlalchemy import bindparam, delete, insert, select, update

from onionskin.errors import NotFoundError, RemovedError
from onionskin.record.codec import from_line
from onionskin.store import accession, catalogue
from onionskin.store.contract import Removal
from onionskin.store.database import ready
from onionskin.store.journal import Draft, Entry, EntryKind
from onionskin.store.summary import heaps_of, row_of
from onionskin.store.tables import bodies, graves, heaps, journal, records, sources, tombstones

_STANDING = ready(select(records.c.n).where(records.c.id == bindparam("of"), records.c.superseded.is_(None)))
_OF_SOURCE = ready(
    select(records.c.id)
    .join(sources, sources.c.n == records.c.source)
    .where(sources.c.sha256 == bindparam("of"), records.c.superseded.is_(None))
    .order_by(records.c.place)
)
_SOURCE = ready(select(sources.c.n).where(sources.c.sha256 == bindparam("of")))
_NEW_STONE = ready(insert(tombstones), "record", "entry")
_NEW_GRAVE = ready(insert(graves), "source", "entry")
_GRAVE = ready(select(graves.c.entry).where(graves.c.source == bindparam("of")))
_STONE = ready(
    select(tombstones.c.entry).join(records, records.c.n == tombstones.c.record).where(records.c.id == bindparam("of"))
)
_BURIED = ready(
    select(records.c.n, records.c.id, records.c.superseded)
    .join(tombstones, tombstones.c.record == records.c.n)
    .where(records.c.source == bindparam("of"))
)
_UNDER = ready(
    select(records.c.n, records.c.id, bodies.c.line)
    .join(tombstones, tombstones.c.record == records.c.n)
    .join(bodies, bodies.c.record == records.c.n)
    .where(tombstones.c.entry == bindparam("of"))
)
_SUPERSEDE = ready(update(records).where(records.c.n == bindparam("of")), "superseded")
_DROP_HEAPS = ready(delete(heaps).where(heaps.c.record == bindparam("of")))
_NEW_HEAP = ready(insert(heaps))
_DROP_STONE = ready(delete(tombstones).where(tombstones.c.record == bindparam("of")))
_DROP_STONES = ready(delete(tombstones).where(tombstones.c.entry == bindparam("of")))
_DROP_GRAVES = ready(delete(graves).where(graves.c.entry == bindparam("of")))
STANDING_REMOVALS = (
    select(journal)
    .where(journal.c.seq.in_(select(tombstones.c.entry).union(select(graves.c.entry))))
    .order_by(journal.c.seq.desc())
)


def remove(connection: Connection, wanted: Removal, at: str) -> Entry:
    """Remove records, or a source with all that stand of it; the entry of the journal that says so."""
    ids = list(wanted.records)
    if wanted.source:
        ids = [record for (record,) in connection.execute(_OF_SOURCE, {"of": wanted.source})]
    rows = {}
    for each in ids:
        row = connection.execute(_STANDING, {"of": each}).fetchone()
        if row is None:
            raise NotFoundError("the collection holds no such paper", where=each)
        rows[each] = row[0]
    entry = accession.append(connection, (draft_of(wanted, ids),), at)[0]
    for n in rows.values():
        catalogue.forget(connection, n)
        connection.execute(_SUPERSEDE, {"of": n, "superseded": at})
        connection.execute(_DROP_HEAPS, {"of": n})
        connection.execute(_NEW_STONE, {"record": n, "entry": entry.seq})
    if wanted.source:
        row = connection.execute(_SOURCE, {"of": wanted.source}).fetchone()
        if row is None or grave(connection, row[0]):
            raise NotFoundError("the collection holds no such source", where=wanted.source)
        connection.execute(_NEW_GRAVE, {"source": row[0], "entry": entry.seq})
    return entry


def bring_back(connection: Connection, removed: Entry, author: str, at: str) -> tuple[str, ...]:
    """Have what an entry removed stand again; the ids. They wait to be linked, as do those that asked for them."""
    under = connection.execute(_UNDER, {"of": removed.seq}).fetchall()
    for n, _, line in under:
        document = from_line(line)
        connection.execute(_SUPERSEDE, {"of": n, "superseded": None})
        told = heaps_of(document, row_of(document))
        connection.executemany(_NEW_HEAP, [{"facet": f.value, "value": value, "record": n} for f, value in told])
    connection.execute(_DROP_STONES, {"of": removed.seq})
    connection.execute(_DROP_GRAVES, {"of": removed.seq})
    ids = tuple(record for _, record, _ in under)
    accession.append(connection, (back_of(removed, author, ids),), at)
    return ids


def stone(connection: Connection, record: str) -> int:
    """The entry that removed a record; 0 where it was not."""
    row = connection.execute(_STONE, {"of": record}).fetchone()
    return row[0] if row else 0


def grave(connection: Connection, source: int) -> int:
    """The entry that removed the source of a row; 0 where it was not."""
    row = connection.execute(_GRAVE, {"of": source}).fetchone()
    return row[0] if row else 0


def refuse_removed(connection: Connection, source: int, name: str) -> None:
    """RemovedError where the source of a row was removed."""
    if entry := grave(connection, source):
        raise removed_error(name, entry)


def let_rest(connection: Connection, source: int, found: frozenset[str]) -> None:
    """After another reading of a source: what was removed of it and is found no more, is no more a matter of people.

    To bring it back would have something stand that no reading finds.
    """
    for n, record, _ in connection.execute(_BURIED, {"of": source}).fetchall():
        if record not in found:
            connection.execute(_DROP_STONE, {"of": n})


def buried(connection: Connection, source: int) -> dict[str, str]:
    """The removed records of a source, each with the time since when it stands no more."""
    return {record: superseded for _, record, superseded in connection.execute(_BURIED, {"of": source})}


def draft_of(wanted: Removal, ids: Sequence[str]) -> Draft:
    """What the journal is told of a removal."""
    told = {"records": list(ids), "source": wanted.source, "title": wanted.title, "reason": wanted.reason}
    return Draft(EntryKind.REMOVED, wanted.author, told, ids[0] if len(ids) == 1 and not wanted.source else None)


def back_of(removed: Entry, author: str, ids: Sequence[str]) -> Draft:
    """What the journal is told when a removal is taken back."""
    return Draft(EntryKind.BROUGHT_BACK, author, {"removal": removed.seq, "records": list(ids)}, removed.record)


def removals(entries: Iterable[Entry]) -> Iterator[Removal]:
    """What entries of the journal say of removals."""
    for entry in entries:
        told = entry.told
        yield Removal(
            author=entry.author,
            records=tuple(told["records"]),
            source=told["source"],
            title=told["title"],
            reason=told["reason"],
            entry=entry.seq,
            at=entry.at,
        )


def removed_error(name: str, entry: int) -> RemovedError:
    """What whoever asks for something that was removed is told."""
    return RemovedError(
        "it was removed from the collection",
        where=name,
        advice=f"An owner can bring it back, at /collection or by `onionskin remove --undo {entry}`",
    )
