"""Does a collection agree with itself? Every byte that is kept is looked at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, or_, select, text

from onionskin.errors import IntegrityError, RecordError
from onionskin.record.codec import from_line
from onionskin.record.document import Document
from onionskin.store import accession
from onionskin.store.blobs import Blobs
from onionskin.store.contract import Fault
from onionskin.store.database import Database, driver_of
from onionskin.store.journal import Entry, EntryKind, broken
from onionskin.store.keeping import digest
from onionskin.store.tables import bodies, journal, records, sources, tombstones

_KINDS = frozenset(EntryKind)
_ENTRIES = 512
"""How many are fetched at once: what tells of a volume of papers names them all."""
_FROM_BACKUP = "Restore the collection from a backup, or read its sources into a new one"
_READ_AGAIN = "Read the source again with a new collection, or restore this one from a backup"
_LOOK_INTO = "Somebody or something changed the database behind Onionskin's back; compare it with a backup"


def faults(database: Database, blobs: Blobs) -> Iterator[Fault]:
    """What does not agree, as it is found: file, journal, sources with their bytes, records with their ink."""
    where = str(database.path)
    try:
        found = list(_of_file(database))
        yield from found
        if found:
            return
        yield from _of_keys(database)
        yield from _of_journal(database)
        yield from _of_sources(database, blobs)
        yield from _of_records(database)
    except IntegrityError as damage:
        yield Fault(where, damage.what, _FROM_BACKUP)


def _of_file(database: Database) -> Iterator[Fault]:
    """What SQLite itself finds. In a damaged file nothing else is worth asking."""
    where = str(database.path)
    with database.reading() as connection:
        for (told,) in connection.execute(text("PRAGMA integrity_check(20)")).all():
            if told != "ok":
                yield Fault(where, f"the database is damaged: {told}", _FROM_BACKUP)


def _of_keys(database: Database) -> Iterator[Fault]:
    where = str(database.path)
    with database.reading() as connection:
        for row in connection.execute(text("PRAGMA foreign_key_check")).all():
            yield Fault(where, f"row {row[1]} of {row[0]} points to a row of {row[2]} that is not there", _FROM_BACKUP)


def _of_journal(database: Database) -> Iterator[Fault]:
    with database.reading() as connection:
        head = accession.head(driver_of(connection))
    for what in broken(_up_to(database, head[0]), head):
        yield Fault(f"{database.path}, journal", what, _LOOK_INTO)


def _up_to(database: Database, seq: int) -> Iterator[Entry]:
    """The log as far as its head went when we looked: another process may be writing."""
    for rows in database.batches(select(journal).where(journal.c.seq <= seq), (journal.c.seq,), (0,), _ENTRIES):
        for row in rows:
            if row.kind not in _KINDS:
                raise IntegrityError(f"entry {row.seq} of the journal was changed after it was written: its kind")
            yield accession.entry(row)


def _of_sources(database: Database, blobs: Blobs) -> Iterator[Fault]:
    query = select(sources.c.n, sources.c.sha256, journal).join(journal)
    for rows in database.batches(query, (sources.c.n,), (0,)):
        for row in rows:
            if what := blobs.fault(row.sha256):
                advice = "Put the file back from a backup, or read the source again: its bytes are then kept anew"
                yield Fault(str(blobs.place(row.sha256)), what, advice)
            yield from _of_account(database, row)


_REMOVED = records.c.n.in_(select(tombstones.c.record))


def _of_account(database: Database, row: Row[Any]) -> Iterator[Fault]:
    """The journal says which records the last reading gave, and their digests; the table must say the same."""
    query = select(records.c.id, records.c.digest).where(
        records.c.source == row.n, or_(records.c.superseded.is_(None), _REMOVED)
    )
    held = {each.id: each.digest for each in database.rows(query)}
    told = accession.entry(row).told.get("records")
    if held != told:
        yield Fault(f"source {row.sha256}", "its records are not those that the journal tells of", _LOOK_INTO)


def _of_records(database: Database) -> Iterator[Fault]:
    query = select(records.c.n, records.c.id, records.c.digest, sources.c.sha256, bodies.c.line).join(sources)
    for rows in database.batches(query.outerjoin(bodies), (records.c.n,), (0,)):
        for row in rows:
            if what := _record_fault(row):
                yield Fault(f"record {row.id}", what, _READ_AGAIN)


def _record_fault(row: Row[Any]) -> str | None:
    if row.line is None:
        return "its text is missing"
    if digest(row.line) != row.digest:
        return "it is not as it was when it was read"
    try:
        document = from_line(row.line)
    except RecordError as fault:
        return fault.what
    return _document_fault(document, row)


def _document_fault(document: Document, row: Row[Any]) -> str | None:
    if document.id != row.id or document.source.sha256 != row.sha256:
        return "it is kept under another record's name"
    if ink := document.ink_faults():
        return f"what its page says is not what {ink[0]} cites"
    return None
