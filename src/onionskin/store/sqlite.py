"""A collection in a folder: `collection.db` and `blobs/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from types import TracebackType
from typing import Any, BinaryIO, Self

from sqlalchemy import Row, bindparam, func, or_, select

from onionskin.errors import NotFoundError
from onionskin.record.codec import from_line, laid_over
from onionskin.record.document import Document
from onionskin.store import accession, asking, catalogue, listing, removing
from onionskin.store.blobs import Blobs
from onionskin.store.contract import (
    FOR_A_PAGE,
    Fault,
    KeepState,
    KeptRecord,
    KeptSource,
    Linked,
    Naming,
    Queue,
    Removal,
    Shelved,
    SourceEntry,
    Tie,
)
from onionskin.store.database import LARGE_ROWS, SMALL_ROWS, Database, driver_of, ready
from onionskin.store.integrity import faults
from onionskin.store.journal import Draft, Entry, EntryKind, now, refuse_unless_of_people, timestamp
from onionskin.store.keeping import keeping
from onionskin.store.sqlite_searches import SqliteSearches
from onionskin.store.summary import Facet, Listing, Order
from onionskin.store.summary import Row as Listed
from onionskin.store.tables import (
    bodies,
    graves,
    journal,
    links,
    names,
    namings,
    overlays,
    records,
    sources,
    tombstones,
)

_SOURCE = select(sources).where(sources.c.sha256 == bindparam("sha256"))
_OVERLAY = func.coalesce(overlays.c.line, "").label("overlay")
_RECORD = (
    select(records.c.digest, records.c.superseded, bodies.c.line, _OVERLAY)
    .join(bodies)
    .outerjoin(overlays)
    .where(records.c.id == bindparam("id"))
)
_STANDING = records.c.superseded.is_(None)
# Not LIKE, which has wild cards of its own and does not use the index; no id has a character behind "~".
_OF_SOURCE = ready(
    select(records.c.id)
    .join(sources, sources.c.n == records.c.source)
    .where(_STANDING, sources.c.sha256 == bindparam("sha256"))
    .order_by(records.c.place)
)
_MOST = " LIMIT :most"
_BEGINNING = (
    ready(
        select(records.c.id)
        .where(
            records.c.id.between(bindparam("prefix"), bindparam("beyond")),
            records.c.n.not_in(select(tombstones.c.record)),
        )
        .order_by(records.c.id)
    )
    + _MOST
)
_DIGESTS = (
    ready(
        select(records.c.id, func.coalesce(links.c.digest, records.c.digest))
        .outerjoin(links)
        .where(_STANDING, records.c.id > bindparam("after"))
        .order_by(records.c.id)
    )
    + _MOST
)


class SqliteStore:
    """The `Store` of a laptop. `opening.open_store` makes one, and sees to the tables first."""

    def __init__(self, database: Database, blobs: Blobs, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._blobs = blobs
        self._clock = clock
        self._listings = listing.Listings()
        self.searches = SqliteSearches(database, clock)

    @cached_property
    def policy(self) -> str:
        """`public` or `review`, as the collection was begun; nothing changes it."""
        with self._database.reading() as connection:
            return accession.policy(driver_of(connection))

    def keep(self, source: KeptSource, documents: Sequence[Document], reader_version: str) -> KeepState:
        """Keep a file and its papers; see the contract."""
        at = timestamp(self._clock())
        # Before the lock is taken: others need not wait while gigabytes are copied, and bytes without a row do no harm.
        size = self._blobs.put(source.sha256, source.content)
        with self._database.writing() as transaction:
            connection = driver_of(transaction)
            held = accession.held(connection, source.sha256)
            if held is not None and held.reader_version == reader_version:
                accession.note_name(connection, held.n, source.name)
                return KeepState.UNCHANGED
            if held is not None:
                removing.refuse_removed(connection, held.n, source.name)
            buried = removing.buried(connection, held.n) if held is not None else {}
            earlier = accession.earlier(connection, held.n, buried) if held is not None else {}
            change = keeping(source, documents, reader_version, {record: was for record, (_, was) in earlier.items()})
            told = accession.append(connection, change.drafts, at)[-1].seq
            reading = accession.Reading(reader_version, at, size, told)
            n = accession.write_source(connection, None if held is None else held.n, source, reading)
            known = {record: row for record, (row, _) in earlier.items()}
            accession.write_records(connection, n, change, known, at, buried=buried)
            removing.let_rest(connection, n, frozenset(line.document.id for line in change.lines))
        return KeepState.READ if held is None else KeepState.REREAD

    def source(self, sha256: str) -> SourceEntry | None:
        """The source of this hash, or None."""
        with self._database.reading() as connection:
            if accession.held(driver_of(connection), sha256) is None:
                return None  # As most are that are asked for: they are about to be read.
        return next(self._entries(self._database.rows(_SOURCE, {"sha256": sha256})), None)

    def remove(self, wanted: Removal) -> Removal:
        """Let records stand no more."""
        with self._database.writing(durable=True) as connection:
            entry = removing.remove(driver_of(connection), wanted, timestamp(self._clock()))
        return next(removing.removals((entry,)))

    def bring_back(self, entry: int, author: str) -> tuple[str, ...]:
        """Have what was removed stand again."""
        with self._database.writing(durable=True) as connection:
            row = connection.execute(removing.STANDING_REMOVALS.where(journal.c.seq == entry)).first()
            if row is None:
                raise NotFoundError("no removal that stands has this number", where=str(entry))
            return removing.bring_back(driver_of(connection), accession.entry(row), author, timestamp(self._clock()))

    def removals(self) -> tuple[Removal, ...]:
        """What is removed now."""
        return tuple(removing.removals(map(accession.entry, self._database.rows(removing.STANDING_REMOVALS))))

    def sources(self) -> Iterator[SourceEntry]:
        """All sources as they came, but those that were removed or are kept for a page."""
        read = sources.c.reader_version != FOR_A_PAGE
        standing = select(sources).where(sources.c.n.not_in(select(graves.c.source)), read)
        for rows in self._database.batches(standing, (sources.c.n,), (0,)):
            yield from self._entries(rows)

    def page_files(self, under: str) -> tuple[tuple[str, str], ...]:
        """Names and hashes of files that are kept for a page."""
        ours = (sources.c.reader_version == FOR_A_PAGE) & names.c.name.startswith(under, autoescape=True)
        asked = select(names.c.name, sources.c.sha256).join_from(names, sources).where(ours).order_by(names.c.n)
        return tuple((row.name, row.sha256) for row in self._database.rows(asked))

    def record(self, record_id: str) -> KeptRecord:
        """One record by its whole id."""
        with self._database.reading() as connection:
            held = connection.execute(_RECORD, {"id": record_id}).one_or_none()
        if held is None:
            raise _unknown(record_id)
        read = from_line(held.line)
        linked = from_line(held.line, held.overlay) if held.overlay else read
        removed = self._stone(record_id) if held.superseded else 0
        return KeptRecord(read, held.digest, held.superseded, linked, removed)

    def _stone(self, record_id: str) -> int:
        with self._database.reading() as connection:
            return removing.stone(driver_of(connection), record_id)

    def linked(self, record_id: str) -> Document:
        """One record as it is linked."""
        with self._database.reading() as connection:
            held = catalogue.line(driver_of(connection), record_id)
        if held is None:
            raise _unknown(record_id)
        return from_line(*held)

    def lines(self, record_ids: Iterable[str]) -> Iterator[str]:
        """The lines of records as they are linked."""
        ids = list(record_ids)
        for at in range(0, len(ids), LARGE_ROWS):
            with self._database.reading() as connection:
                kept = [(each, catalogue.line(driver_of(connection), each)) for each in ids[at : at + LARGE_ROWS]]
            for record_id, held in kept:
                if held is None:
                    raise _unknown(record_id)
                yield laid_over(*held)

    def records(self, source: str | None = None, *, linked: bool = False) -> Iterator[Document]:
        """Standing records in source order."""
        query = select(records.c.source, records.c.place, bodies.c.line).join(bodies).where(_STANDING)
        if linked:
            query = query.outerjoin(overlays).add_columns(_OVERLAY)
        if source is not None:
            of = select(sources.c.n).where(sources.c.sha256 == source).scalar_subquery()
            query = query.where(records.c.source == of)
        for rows in self._database.batches(query, (records.c.source, records.c.place), (0, -1)):
            yield from (from_line(row.line, row.overlay if linked else "") for row in rows)

    def ids_of(self, source: str) -> tuple[str, ...]:
        """The ids of a source's standing records."""
        with self._database.reading() as connection:
            return tuple(each for (each,) in driver_of(connection).execute(_OF_SOURCE, {"sha256": source}))

    def digests(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every standing record as it is linked, by id."""
        last = ""
        while True:
            with self._database.reading() as connection:
                rows = driver_of(connection).execute(_DIGESTS, {"after": last, "most": SMALL_ROWS}).fetchall()
            if not rows:
                return
            yield from rows
            last = rows[-1][0]

    def shelve(self, shelved: Iterable[Shelved]) -> None:
        """Let records be found by their keys; see the contract."""
        with self._database.writing() as connection:
            catalogue.shelve(driver_of(connection), shelved)

    def link(self, linked: Iterable[Linked]) -> tuple[str, ...]:
        """Keep what linking made of records."""
        with self._database.writing() as connection:
            return catalogue.link(driver_of(connection), linked)

    def cards(self, keys: Sequence[int], most: int, least: int = 1) -> tuple[tuple[str, int], ...]:
        """Cards of records found by some of the keys."""
        with self._database.reading() as connection:
            return catalogue.sharing(driver_of(connection), keys, most, least)

    def card(self, record_id: str) -> str | None:
        """The card of one record."""
        with self._database.reading() as connection:
            return catalogue.card(driver_of(connection), record_id)

    def namings(self) -> Iterator[Naming]:
        """Whom standing records name beyond doubt."""
        query = select(namings.c.entity, namings.c.surname, records.c.date, namings.c.record).join(records)
        for rows in self._database.batches(query, (namings.c.record, namings.c.entity), (0, ""), SMALL_ROWS):
            yield from (Naming(row.entity, row.surname, row.date) for row in rows)

    def waiting(self, linker: str) -> Iterator[str]:
        """Records that are to be linked, in source order."""
        waits = or_(links.c.record.is_(None), links.c.waits != 0, links.c.linker != linker)
        query = select(records.c.source, records.c.place, records.c.id).outerjoin(links).where(_STANDING, waits)
        for rows in self._database.batches(query, (records.c.source, records.c.place), (0, -1), SMALL_ROWS):
            yield from (row.id for row in rows)

    def let_wait(self, record_ids: Iterable[str] | None = None) -> None:
        """Have records linked again."""
        with self._database.writing() as connection:
            catalogue.let_wait(driver_of(connection), record_ids)

    def ties(self, record_id: str) -> tuple[Tie, ...]:
        """The ties from a record and to it."""
        with self._database.reading() as connection:
            return catalogue.ties_of(driver_of(connection), record_id)

    def leading_to(self, record_ids: Sequence[str]) -> tuple[str, ...]:
        """The records from which ties lead to these."""
        with self._database.reading() as connection:
            return catalogue.leading_to(driver_of(connection), record_ids)

    def queue(self, *, sort: str | None = None, limit: int = 50, offset: int = 0) -> Queue:
        """What waits for a person."""
        with self._database.reading() as connection:
            return asking.queue(driver_of(connection), sort, limit, offset)

    def asking(self, matter: str) -> tuple[str, ...]:
        """The records that ask the same."""
        with self._database.reading() as connection:
            return asking.asking(driver_of(connection), matter)

    def naming(self, words: Sequence[str]) -> tuple[str, ...]:
        """The records in whose links one of these stands."""
        with self._database.reading() as connection:
            return catalogue.naming(driver_of(connection), words)

    def ids_with_prefix(self, prefix: str, limit: int = 10) -> tuple[str, ...]:
        """Ids that begin so, by id."""
        asked = {"prefix": prefix, "beyond": prefix + "~", "most": limit}
        with self._database.reading() as connection:
            return tuple(each for (each,) in driver_of(connection).execute(_BEGINNING, asked))

    def arrivals(self, after: int) -> tuple[tuple[int, str], ...]:
        """Standing records that were first kept after a mark: their row's number is never given again."""
        later = select(records.c.n, records.c.id).where(records.c.n > after, _STANDING).order_by(records.c.n)
        return tuple((row.n, row.id) for row in self._database.rows(later))

    def newest(self) -> int:
        """The mark of the record that was first kept last."""
        return int(self._database.rows(select(func.coalesce(func.max(records.c.n), 0)))[0][0])

    def summary(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        facets: Mapping[Facet, str] | None = None,
        order: Order = Order.SOURCE,
    ) -> Listing:
        """Rows, their number and the values they have."""
        with self._database.reading() as connection:
            return self._listings.of(connection, limit, offset, facets or {}, order)

    def rows(self, record_ids: Sequence[str]) -> tuple[Listed, ...]:
        """Rows of these records."""
        with self._database.reading() as connection:
            return listing.rows(connection, record_ids)

    def journal(self, *, record: str | None = None, after: int = 0, kind: EntryKind | None = None) -> Iterator[Entry]:
        """The log, oldest first."""
        query = select(journal) if record is None else select(journal).where(journal.c.record == record)
        if kind is not None:
            query = query.where(journal.c.kind == kind.value)
        for rows in self._database.batches(query, (journal.c.seq,), (after,)):
            yield from (accession.entry(row) for row in rows)

    def append(self, draft: Draft) -> Entry:
        """Write what a person did or decided."""
        refuse_unless_of_people(draft)
        with self._database.writing(durable=True) as connection:
            if draft.record is not None and connection.execute(_RECORD, {"id": draft.record}).first() is None:
                raise _unknown(draft.record)
            return accession.append(driver_of(connection), (draft,), timestamp(self._clock()))[0]

    def _entries(self, rows: Sequence[Row[Any]]) -> Iterator[SourceEntry]:
        if not rows:
            return
        query = select(names.c.source, names.c.name).where(names.c.source.in_([row.n for row in rows]))
        called: dict[int, list[str]] = {row.n: [] for row in rows}
        for each in self._database.rows(query.order_by(names.c.n)):
            called[each.source].append(each.name)
        dead = self._database.rows(select(graves).where(graves.c.source.in_([row.n for row in rows])))
        removed = {each.source: each.entry for each in dead}
        for row in rows:
            yield SourceEntry(
                sha256=row.sha256,
                names=tuple(called[row.n]),
                media_type=row.media_type,
                size=row.size,
                pages=row.pages,
                reader_version=row.reader_version,
                first_read=row.first_read,
                last_read=row.last_read,
                removed=removed.get(row.n, 0),
            )

    def bytes_of(self, sha256: str) -> bytes:
        """A source's bytes, compared with their hash."""
        return self._blobs.get(sha256)

    def opened(self, sha256: str) -> BinaryIO:
        """A source's bytes as a file."""
        return self._blobs.opened(sha256)

    def discard(self, sha256: str) -> None:
        """Have a file that is kept for a page be nowhere any more."""
        with self._database.writing(durable=True) as connection:
            accession.forget_page(driver_of(connection), sha256)
            # Before the row is gone for good: whoever is killed between the two leaves a row, and it is found again.
            self._blobs.discard(sha256)

    def check(self) -> Iterator[Fault]:
        """Everything that does not agree."""
        return faults(self._database, self._blobs)

    def wipe(self) -> bool:
        """Leave nothing of what was deleted or replaced on the disk."""
        return self._database.wipe()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _unknown(record_id: str) -> NotFoundError:
    return NotFoundError("the collection holds no such record", where=record_id)
