"""A collection that lasts as long as the process: for tests, and for a look at papers without keeping them."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from threading import RLock
from types import TracebackType
from typing import BinaryIO, Self

from onionskin import __version__
from onionskin.errors import NotFoundError
from onionskin.record.codec import from_line, to_line
from onionskin.record.document import Document
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
    Waiting,
)
from onionskin.store.held import Held, as_before
from onionskin.store.journal import (
    START,
    Draft,
    Entry,
    EntryKind,
    broken,
    now,
    refuse_unless_of_people,
    timestamp,
    written,
)
from onionskin.store.keeping import Earlier, Line, keeping
from onionskin.store.queueing import queue_of
from onionskin.store.removing import back_of, draft_of, removals, removed_error
from onionskin.store.searches import MemorySearches
from onionskin.store.source_entries import also_named, bytes_of, entry_of
from onionskin.store.summary import Facet, Listing, Order, Row, heaps_of, row_of, sort_day, top


class MemoryStore:
    """The `Store` without a disk. A change is worked out aside and then takes the place of what was, all at once."""

    def __init__(self, policy: str = "public", clock: Callable[[], datetime] = now) -> None:
        self._policy = policy
        self._clock = clock
        self._lock = RLock()
        self._bytes: dict[str, bytes] = {}
        self._sources: dict[str, SourceEntry] = {}
        self._records: dict[str, dict[str, Held]] = {}
        begun = Draft(EntryKind.COLLECTION_BEGUN, f"onionskin {__version__}", {"policy": policy})
        self._journal: tuple[Entry, ...] = tuple(written((begun,), 0, START, timestamp(clock())))
        self._shelved: dict[str, Shelved] = {}
        self._linked: dict[str, Linked] = {}
        self._waiting: set[str] = set()
        self._marks: dict[str, int] = {}
        self.searches = MemorySearches(clock)

    @property
    def policy(self) -> str:
        """`public` or `review`, as the collection was begun."""
        return self._policy

    def keep(self, source: KeptSource, documents: Sequence[Document], reader_version: str) -> KeepState:
        """Keep a file and its papers; see the contract."""
        at, data = timestamp(self._clock()), bytes_of(source)
        with self._lock:
            held = self._sources.get(source.sha256)
            if held is not None and held.reader_version == reader_version:
                self._sources[source.sha256] = also_named(held, source.name)
                return KeepState.UNCHANGED
            if held is not None and held.removed:
                raise removed_error(source.name, held.removed)
            before = self._records.get(source.sha256, {})
            earlier = {
                id_: Earlier(was.line.json, standing=was.superseded is None, removed=was.removed > 0)
                for id_, was in before.items()
            }
            change = keeping(source, documents, reader_version, earlier)
            found = {line.document.id: as_before(line, before.get(line.document.id)) for line in change.lines}
            lost = {
                id_: replace(was, superseded=was.superseded or at, removed=0)
                for id_, was in before.items()
                if id_ not in found
            }
            self._journal += self._following(change.drafts, at)
            self._records[source.sha256] = found | lost
            for id_ in found:
                self._marks.setdefault(id_, len(self._marks) + 1)
            for id_ in before:
                self._forget(id_)
            self._sources[source.sha256] = entry_of(held, source, len(data), reader_version, at)
            self._bytes[source.sha256] = data
        return KeepState.READ if held is None else KeepState.REREAD

    def source(self, sha256: str) -> SourceEntry | None:
        """The source of this hash, or None."""
        return self._sources.get(sha256)

    def sources(self) -> Iterator[SourceEntry]:
        """All sources as they came."""
        standing = (each for each in tuple(self._sources.values()) if not each.removed)
        yield from (each for each in standing if each.reader_version != FOR_A_PAGE)

    def page_files(self, under: str) -> tuple[tuple[str, str], ...]:
        """Names and hashes of files that are kept for a page."""
        with self._lock:
            held = [each for each in self._sources.values() if each.reader_version == FOR_A_PAGE]
        return tuple((name, each.sha256) for each in held for name in each.names if name.startswith(under))

    def remove(self, wanted: Removal) -> Removal:
        """Let records stand no more."""
        with self._lock:
            if wanted.source not in {"", *(each.sha256 for each in self.sources())}:
                raise NotFoundError("the collection holds no such source", where=wanted.source)
            of = {line.document.id: line.document.source.sha256 for line in self._standing()}
            ids = [id_ for id_, source in of.items() if source == wanted.source] or list(wanted.records)
            if strange := next((each for each in ids if each not in of), None):
                raise NotFoundError("the collection holds no such paper", where=strange)
            self._journal += self._following((draft_of(wanted, ids),), timestamp(self._clock()))
            (done,) = removals(self._journal[-1:])
            self._turn(ids, done.at, done.entry)
            if source := self._sources.get(wanted.source):
                self._sources[source.sha256] = replace(source, removed=done.entry)
        return done

    def bring_back(self, entry: int, author: str) -> tuple[str, ...]:
        """Have what was removed stand again."""
        with self._lock:
            if entry not in {each.entry for each in self.removals()}:
                raise NotFoundError("no removal that stands has this number", where=str(entry))
            ids = tuple(id_ for id_, held in self._all().items() if held.removed == entry)
            self._turn(ids, None, 0)
            self._sources |= {sha: replace(s, removed=0) for sha, s in self._sources.items() if s.removed == entry}
            back = back_of(self._journal[entry - 1], author, ids)
            self._journal += self._following((back,), timestamp(self._clock()))
        return ids

    def removals(self) -> tuple[Removal, ...]:
        """What is removed now."""
        dead = {held.removed for held in self._all().values()} | {each.removed for each in self._sources.values()}
        return tuple(removals(entry for entry in reversed(self._journal) if entry.seq in dead))

    def _turn(self, ids: Sequence[str], superseded: str | None, removed: int) -> None:
        for of_source in self._records.values():
            for each in of_source.keys() & set(ids):
                of_source[each] = replace(of_source[each], superseded=superseded, removed=removed)
                self._forget(each)

    def record(self, record_id: str) -> KeptRecord:
        """One record by its whole id."""
        held = self._all().get(record_id)
        if held is None:
            raise NotFoundError("the collection holds no such record", where=record_id)
        return KeptRecord(
            held.line.document, held.line.digest, held.superseded, self._as_linked(held.line), held.removed
        )

    def linked(self, record_id: str) -> Document:
        """One record as it is linked."""
        return self.record(record_id).linked

    def lines(self, record_ids: Iterable[str]) -> Iterator[str]:
        """The lines of records as they are linked."""
        return (to_line(self.record(each).linked) for each in record_ids)

    def records(self, source: str | None = None, *, linked: bool = False) -> Iterator[Document]:
        """Standing records in source order."""
        for line in self._standing():
            if source in {None, line.document.source.sha256}:
                yield self._as_linked(line) if linked else line.document

    def ids_of(self, source: str) -> tuple[str, ...]:
        """The ids of a source's standing records."""
        return tuple(document.id for document in self.records(source))

    def digests(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every standing record as it is linked, by id."""
        told = ((line.document.id, line.digest) for line in self._standing())
        yield from sorted((id_, self._linked[id_].digest if id_ in self._linked else digest) for id_, digest in told)

    def shelve(self, shelved: Iterable[Shelved]) -> None:
        """Let records be found by their keys; see the contract."""
        with self._lock:
            standing = {line.document.id for line in self._standing()}
            for each in shelved:
                before = self._shelved.get(each.record)
                if each.record in standing and each != before:
                    self._shelved[each.record] = each
                    self._waiting.add(each.record)
                    self._awaken({*each.keys, *(before.keys if before else ())})

    def link(self, linked: Iterable[Linked]) -> tuple[str, ...]:
        """Keep what linking made of records."""
        changed = []
        with self._lock:
            standing = {line.document.id for line in self._standing()}
            for each in linked:
                if each.record not in standing:
                    continue
                before = self._linked.get(each.record)
                if (before.overlay if before else "") != each.overlay:
                    changed.append(each.record)
                self._linked[each.record] = each
                self._waiting.discard(each.record)
        return tuple(changed)

    def cards(self, keys: Sequence[int], most: int, least: int = 1) -> tuple[tuple[str, int], ...]:
        """Cards of records found by some of the keys."""
        by_key = {key: [each for each in self._shelved.values() if key in each.keys] for key in keys}
        shared = Counter(each.record for found in by_key.values() if len(found) <= most for each in found)
        place = {record: n for n, record in enumerate(self._all())}
        ranked = sorted(shared, key=lambda record: (-shared[record], place[record]))
        return tuple((self._shelved[record].card, shared[record]) for record in ranked if shared[record] >= least)

    def card(self, record_id: str) -> str | None:
        """The card of one record."""
        held = self._shelved.get(record_id)
        return held.card if held else None

    def namings(self) -> Iterator[Naming]:
        """Whom standing records name beyond doubt."""
        dates = {line.document.id: row_of(line.document).date for line in self._standing()}
        for shelved in tuple(self._shelved.values()):
            yield from (Naming(*name, dates[shelved.record]) for name in shelved.names)

    def waiting(self, linker: str) -> Iterator[str]:
        """Records that are to be linked, in source order."""
        for line in self._standing():
            made = self._linked.get(line.document.id)
            if made is None or made.linker != linker or line.document.id in self._waiting:
                yield line.document.id

    def let_wait(self, record_ids: Iterable[str] | None = None) -> None:
        """Have records linked again."""
        self._waiting |= set(self._linked if record_ids is None else record_ids)

    def ties(self, record_id: str) -> tuple[Tie, ...]:
        """The ties from a record and to it."""
        standing = {line.document.id for line in self._standing()}
        every = {Tie(each.record, *tie) for each in self._linked.values() for tie in each.ties}
        told = (tie for tie in every if record_id in {tie.record, tie.other} and tie.other in standing)
        return tuple(sorted(told, key=lambda tie: (tie.record, tie.other, tie.relation)))

    def leading_to(self, record_ids: Sequence[str]) -> tuple[str, ...]:
        """The records from which ties lead to these."""
        asked = set(record_ids)
        standing = {line.document.id for line in self._standing()}
        leading = {each.record for each in self._linked.values() if asked & {other for other, _ in each.ties}}
        return tuple(sorted(leading & standing))

    def queue(self, *, sort: str | None = None, limit: int = 50, offset: int = 0) -> Queue:
        """What waits for a person."""
        return queue_of(self._questions(), sort, limit, offset)

    def asking(self, matter: str) -> tuple[str, ...]:
        """The records that ask the same."""
        return tuple(sorted(record for record, each in self._questions() if each.matter == matter))

    def naming(self, words: Sequence[str]) -> tuple[str, ...]:
        """The records in whose links one of these stands."""
        wanted = [json.dumps(each, ensure_ascii=False) for each in words]
        told = ((line.document.id, self._linked.get(line.document.id)) for line in self._standing())
        return tuple(record for record, made in told if made and any(each in made.overlay for each in wanted))

    def ids_with_prefix(self, prefix: str, limit: int = 10) -> tuple[str, ...]:
        """Ids that begin so, by id."""
        return tuple(
            sorted(each for each, it in self._all().items() if each.startswith(prefix) and not it.removed)[:limit]
        )

    def arrivals(self, after: int) -> tuple[tuple[int, str], ...]:
        """Standing records that were first kept after a mark."""
        standing = {line.document.id for line in self._standing()}
        return tuple((mark, id_) for id_, mark in self._marks.items() if mark > after and id_ in standing)

    def newest(self) -> int:
        """The mark of the record that was first kept last."""
        return len(self._marks)

    def summary(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        facets: Mapping[Facet, str] | None = None,
        order: Order = Order.SOURCE,
    ) -> Listing:
        """Rows, their number and the values they have."""
        wanted = set((facets or {}).items())
        told = [(row := row_of(line.document), heaps_of(line.document, row)) for line in self._standing()]
        chosen = [(row, heaps) for row, heaps in told if wanted <= set(heaps)]
        counts = Counter(heap for _, heaps in chosen for heap in heaps)
        rows = [row for row, _ in chosen]
        if order is Order.DATE:
            rows.sort(key=lambda row: sort_day(row.date))
        return Listing(len(rows), tuple(rows[offset : offset + limit]), top(counts))

    def rows(self, record_ids: Sequence[str]) -> tuple[Row, ...]:
        """Rows of these records."""
        standing = {line.document.id: line.document for line in self._standing()}
        return tuple(row_of(standing[each]) for each in record_ids if each in standing)

    def journal(self, *, record: str | None = None, after: int = 0, kind: EntryKind | None = None) -> Iterator[Entry]:
        """The log, oldest first."""
        for entry in self._journal[after:]:
            if record in {None, entry.record} and kind in {None, entry.kind}:
                yield entry

    def append(self, draft: Draft) -> Entry:
        """Write what a person did or decided."""
        refuse_unless_of_people(draft)
        with self._lock:
            if draft.record is not None:
                self.record(draft.record)
            self._journal += self._following((draft,), timestamp(self._clock()))
            return self._journal[-1]

    def bytes_of(self, sha256: str) -> bytes:
        """A source's bytes."""
        if sha256 not in self._bytes:
            raise NotFoundError("the collection does not hold the bytes of this source", where=sha256)
        return self._bytes[sha256]

    def opened(self, sha256: str) -> BinaryIO:
        """A source's bytes as a file."""
        return io.BytesIO(self.bytes_of(sha256))

    def discard(self, sha256: str) -> None:
        """Have a file that is kept for a page be nowhere any more."""
        with self._lock:
            if (held := self._sources.get(sha256)) is None or held.reader_version != FOR_A_PAGE:
                raise NotFoundError("no file of that hash is kept for a page", where=sha256)
            del self._sources[sha256], self._bytes[sha256], self._records[sha256]

    def check(self) -> Iterator[Fault]:
        """What does not agree in the journal; nothing else here outlives the process that wrote it."""
        head = (self._journal[-1].seq, self._journal[-1].chain)
        for what in broken(self._journal, head):
            yield Fault("journal", what, "Read the sources again")

    def wipe(self) -> bool:
        """Nothing is on a disk."""
        return True

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _questions(self) -> Iterator[tuple[str, Waiting]]:
        """What waits, each matter once for a record."""
        for line in self._standing():
            made = self._linked.get(line.document.id)
            first = {each.matter: each for each in reversed(made.waiting if made else ())}
            yield from ((line.document.id, each) for each in first.values())

    def _all(self) -> dict[str, Held]:
        return {id_: held for of_source in tuple(self._records.values()) for id_, held in of_source.items()}

    def _standing(self) -> list[Line]:
        return [held.line for held in self._all().values() if held.superseded is None]

    def _as_linked(self, line: Line) -> Document:
        made = self._linked.get(line.document.id)
        return from_line(line.json, made.overlay) if made and made.overlay else line.document

    def _forget(self, record_id: str) -> None:
        """What was made of a record goes with another reading of it."""
        self._linked.pop(record_id, None)
        before = self._shelved.pop(record_id, None)
        self._awaken(before.keys if before else ())

    def _awaken(self, keys: Iterable[int]) -> None:
        answered = set(keys)
        self._waiting |= {id_ for id_, made in self._linked.items() if answered & set(made.asked)}

    def _following(self, drafts: Sequence[Draft], at: str) -> tuple[Entry, ...]:
        last = self._journal[-1]
        return tuple(written(drafts, last.seq, last.chain, at))
