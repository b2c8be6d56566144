"""What a store promises. `sqlite` and `memory` keep it, and one suite (`tests/contracts`) holds them to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NamedTuple, Protocol, Self

from onionskin.record.document import Document
from onionskin.store.journal import Draft, Entry, EntryKind
from onionskin.store.searches import Searches
from onionskin.store.summary import Facet, Listing, Order, Row

FOR_A_PAGE = "page-surrogate"
"""The reader's version of a file that is kept because a page of it stands for one of another: nobody read it."""


class KeepState(StrEnum):
    """What `keep` did with a source."""

    READ = "read"
    UNCHANGED = "unchanged"
    REREAD = "reread"


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A file to be kept.

    `name` is what the user calls it; `content` its bytes, or the path to copy them from where they are many.
    """

    name: str
    sha256: str
    media_type: str
    content: bytes | Path
    pages: int


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source that is kept.

    `names` are all under which its bytes were given, oldest first; times are UTC, ISO 8601. `removed` is the entry of
    the journal that removed it, 0 where it was not.
    """

    sha256: str
    names: tuple[str, ...]
    media_type: str
    size: int
    pages: int
    reader_version: str
    first_read: str
    last_read: str
    removed: int = 0


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record as it was last read. `superseded` is when a later reading of its source no longer found it, else None.

    `digest` is the SHA-256 of the record's line of JSON (`codec.to_line`), in hexadecimal digits. `linked` is the
    record with what linking made of it; the same as `document` where it was not linked. `removed` is the entry of the
    journal that removed it, 0 where it was not; what was removed is superseded too.
    """

    document: Document
    digest: str
    superseded: str | None
    linked: Document
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Shelved:
    """A record as others find it: `card` says what they need to know of it, `keys` are what it is found by.

    Keys are whole numbers of 63 bits; what they and the card mean is the linker's own affair. `names` are entities that
    the record alone names beyond doubt, each with the surname it has for it.
    """

    record: str
    card: str
    keys: tuple[int, ...]
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something of a record that waits for a person.

    `matter` names what is asked, alike in every record that asks the same; `sort` is what sort of thing that is, one
    for a matter. `gain` is what deciding it in this record is worth, in thousandths; `line` tells the question, and is
    the desk's own affair.
    """

    matter: str
    sort: str
    gain: int
    line: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What is asked, with the record where deciding is worth most: in how many records it is asked, and the gain of all
    together in thousandths.
    """

    matter: str
    record: str
    papers: int
    gain: int
    line: str


@dataclass(frozen=True, slots=True)
class Queue:
    """Some of what waits for a person, what is worth most first; `total` matters wait in all, `counts` of each sort."""

    total: int
    matters: tuple[Matter, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking made of a record: `overlay` is what `codec.overlay_of` wrote, empty where it changed nothing.

    `digest` is of the line of JSON of the record with its overlay, `linker` the version of what linked it, `asked` the
    keys under which it looked for other records, `ties` those it leads to, each with a relation (`cites`,
    `same-paper`), `waiting` what of it waits for a person.
    """

    record: str
    linker: str
    overlay: str
    digest: str
    asked: tuple[int, ...]
    ties: tuple[tuple[str, str], ...]
    waiting: tuple[Waiting, ...] = ()


class Naming(NamedTuple):
    """A standing record names an entity beyond doubt; `date` is the record's, as EDTF, empty where it has none."""

    entity: str
    surname: str
    date: str


@dataclass(frozen=True, slots=True)
class Tie:
    """`record` leads to `other`: it cites it, encloses it, is of the same paper."""

    record: str
    other: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Papers that a person removed: a `source` (by its hash) with all of its `records`, or these alone.

    `title` is what they are called; `entry` and `at` are the journal's, 0 and empty before it has them.
    """

    author: str
    records: tuple[str, ...] = ()
    source: str = ""
    title: str = ""
    reason: str = ""
    entry: int = 0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the collection that does not agree with the rest: where, what, and what to do about it."""

    where: str
    what: str
    advice: str


class Store(Protocol):
    """One collection. Safe to share between threads; between processes, one writes at a time and any number read.

    Order is everywhere the same: sources as they were first kept, and the papers of one source as they stand in
    it. Iterators fetch a few rows at a time, hold no lock between two of them, and may be abandoned.

    Every method may raise CollectionError where the collection cannot be used, CollectionBusyError where another
    process held the write lock longer than the store's patience, StorageError where the disk is full,
    IntegrityError where what is kept has been damaged. A method that raises has changed nothing.
    """

    @property
    def policy(self) -> str:
        """`public` or `review`, as the collection was begun."""
        ...

    @property
    def searches(self) -> Searches:
        """What people keep to look for again."""
        ...

    def keep(self, source: KeptSource, documents: Sequence[Document], reader_version: str) -> KeepState:
        """Keep a file and the papers read from it, in one transaction; `documents` in the order they stand in it.

        The same bytes read by the same `reader_version` change nothing, but for a new name, which is noted. Another
        version replaces the records in place; an id no longer found stays, marked superseded, and comes back if a later
        version finds it again. Acts that stand in ink go into the journal, and so do those that are no longer read.
        What a person removed stays removed. RemovedError for a source that was.
        Raises RecordError where a document is not of this source or its evidence does not agree with its pages; of a
        path, NotFoundError where it has vanished, SourceError where it may not be read or holds other bytes by now.
        """
        ...

    def source(self, sha256: str) -> SourceEntry | None:
        """The source of this hash, or None where these bytes were never kept."""
        ...

    def remove(self, wanted: Removal) -> Removal:
        """Let records stand no more, or a source with all of its records; on the disk before this returns.

        Those that asked for them wait to be linked again. NotFoundError for what does not stand.
        """
        ...

    def bring_back(self, entry: int, author: str) -> tuple[str, ...]:
        """Have what an entry of the journal removed stand again, waiting to be linked; the ids. NotFoundError."""
        ...

    def removals(self) -> tuple[Removal, ...]:
        """What is removed now, the latest first."""
        ...

    def sources(self) -> Iterator[SourceEntry]:
        """All sources but those that were removed, and those that are kept `FOR_A_PAGE` alone."""
        ...

    def page_files(self, under: str) -> tuple[tuple[str, str], ...]:
        """Name and hash of every file kept `FOR_A_PAGE` whose name begins so."""
        ...

    def record(self, record_id: str) -> KeptRecord:
        """One record by its whole id, superseded or not. NotFoundError where there is none."""
        ...

    def linked(self, record_id: str) -> Document:
        """What `record` tells as `linked`, without the rest: half the work. NotFoundError."""
        ...

    def lines(self, record_ids: Iterable[str]) -> Iterator[str]:
        """The line of JSON of each record as it is linked (`codec.to_line`), in the order asked. NotFoundError."""
        ...

    def records(self, source: str | None = None, *, linked: bool = False) -> Iterator[Document]:
        """All standing records, or those of one source by its hash; as they were read, or as they are linked."""
        ...

    def ids_of(self, source: str) -> tuple[str, ...]:
        """The ids of the standing records of a source, by its hash, in their order; none where it is not held."""
        ...

    def digests(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every standing record as it is linked, in the order of ids: what an index must hold."""
        ...

    def shelve(self, shelved: Iterable[Shelved]) -> None:
        """Let standing records be found by their keys, in place of those they had.

        Records that asked for any of these keys wait to be linked again; the shelved ones wait too.
        """
        ...

    def link(self, linked: Iterable[Linked]) -> tuple[str, ...]:
        """Keep what linking made of standing records, which wait no longer; the ids of those that it changed.

        When a source is read again by another version, what was made of its records goes, with their cards and keys.
        """
        ...

    def cards(self, keys: Sequence[int], most: int, least: int = 1) -> tuple[tuple[str, int], ...]:
        """The cards of standing records found by `least` of the keys, each with the number of keys it shares.

        A key by which more than `most` records are found tells nothing, and is passed over. Cards with most keys first.
        """
        ...

    def card(self, record_id: str) -> str | None:
        """The card of one standing record, None where it has none."""
        ...

    def namings(self) -> Iterator[Naming]:
        """Whom the collection's standing records name beyond doubt, once for each record and entity."""
        ...

    def waiting(self, linker: str) -> Iterator[str]:
        """Standing records that were never linked, that another linker linked, or that wait to be linked again."""
        ...

    def let_wait(self, record_ids: Iterable[str] | None = None) -> None:
        """Have records linked again; all of them where none are named."""
        ...

    def ties(self, record_id: str) -> tuple[Tie, ...]:
        """The ties that lead from a record and to it, from and to standing records, in the order of their ids."""
        ...

    def leading_to(self, record_ids: Sequence[str]) -> tuple[str, ...]:
        """The standing records from which ties lead to any of these, in the order of their ids."""
        ...

    def queue(self, *, sort: str | None = None, limit: int = 50, offset: int = 0) -> Queue:
        """What waits for a person, of one sort or of all, most gain first; of equals, in the order of matters."""
        ...

    def asking(self, matter: str) -> tuple[str, ...]:
        """The standing records that ask the same, in the order of their ids."""
        ...

    def naming(self, words: Sequence[str]) -> tuple[str, ...]:
        """The standing records of which linking made something that has one of these as a string, in source order."""
        ...

    def ids_with_prefix(self, prefix: str, limit: int = 10) -> tuple[str, ...]:
        """At most `limit` ids, superseded ones too but none removed, that begin so, in their order."""
        ...

    def arrivals(self, after: int) -> tuple[tuple[int, str], ...]:
        """The standing records that were first kept after a mark (`searches`), each with its own, in their order.

        A record has its mark for good, whatever becomes of it. The marks of a collection begin at 1.
        """
        ...

    def newest(self) -> int:
        """The mark of the record that was first kept last, standing or not; 0 where there is none."""
        ...

    def summary(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        facets: Mapping[Facet, str] | None = None,
        order: Order = Order.SOURCE,
    ) -> Listing:
        """Rows of standing records that have all the values of `facets`, their number, and the values they have."""
        ...

    def rows(self, record_ids: Sequence[str]) -> tuple[Row, ...]:
        """What a listing shows of these records, in the order given; those that do not stand are left out."""
        ...

    def journal(self, *, record: str | None = None, after: int = 0, kind: EntryKind | None = None) -> Iterator[Entry]:
        """The log from the entry after number `after`, oldest first; of one record or one kind where it is named."""
        ...

    def append(self, draft: Draft) -> Entry:
        """Write what a person did or decided, on the disk before this returns. NotFoundError for an unknown record."""
        ...

    def bytes_of(self, sha256: str) -> bytes:
        """A source's bytes, compared with their hash. NotFoundError where they were never kept."""
        ...

    def opened(self, sha256: str) -> BinaryIO:
        """A source's bytes as a file to read and seek in, for those that are large; not compared with their hash."""
        ...

    def discard(self, sha256: str) -> None:
        """Have the bytes of a file that is kept `FOR_A_PAGE` be nowhere any more. NotFoundError for any other."""
        ...

    def check(self) -> Iterator[Fault]:
        """Everything that does not agree: hashes of bytes, records with their ink, the journal with its chain."""
        ...

    def wipe(self) -> bool:
        """Leave nothing of what was deleted or replaced on the disk; False where others read it just now, and it is to
        be done once more. What is superseded or removed is kept, and stays.
        """
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
