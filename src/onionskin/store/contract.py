"""What a store promises. `sqlite` and `memory` keep it, and one suite (`tests/contracts`) holds them to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from onionskin.record.document import Document
from onionskin.store.journal import Draft, Entry, EntryKind
from onionskin.store.summary import Facet, Listing, Order


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

    `names` are all under which its bytes were given, oldest first; times are UTC, ISO 8601.
    """

    sha256: str
    names: tuple[str, ...]
    media_type: str
    size: int
    pages: int
    reader_version: str
    first_read: str
    last_read: str


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record as it was last read. `superseded` is when a later reading of its source no longer found it, else None.

    `digest` is the SHA-256 of the record's line of JSON (`codec.to_line`), in hexadecimal digits.
    """

    document: Document
    digest: str
    superseded: str | None


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

    def keep(self, source: KeptSource, documents: Sequence[Document], reader_version: str) -> KeepState:
        """Keep a file and the papers read from it, in one transaction; `documents` in the order they stand in it.

        The same bytes read by the same `reader_version` change nothing, but for a new name, which is noted. Another
        version replaces the records in place; an id no longer found stays, marked superseded, and comes back if a later
        version finds it again. Acts that stand in ink go into the journal, and so do those that are no longer read.
        Raises RecordError where a document is not of this source or its evidence does not agree with its pages; of a
        path, NotFoundError where it has vanished, SourceError where it may not be read or holds other bytes by now.
        """
        ...

    def source(self, sha256: str) -> SourceEntry | None:
        """The source of this hash, or None where these bytes were never kept."""
        ...

    def sources(self) -> Iterator[SourceEntry]:
        """All sources."""
        ...

    def record(self, record_id: str) -> KeptRecord:
        """One record by its whole id, superseded or not. NotFoundError where there is none."""
        ...

    def records(self, source: str | None = None) -> Iterator[Document]:
        """All standing records, or those of one source by its hash."""
        ...

    def digests(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every standing record, in the order of ids: what an index must hold."""
        ...

    def ids_with_prefix(self, prefix: str, limit: int = 10) -> tuple[str, ...]:
        """At most `limit` ids, superseded ones too, that begin so, in the order of ids."""
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

    def check(self) -> Iterator[Fault]:
        """Everything that does not agree: hashes of bytes, records with their ink, the journal with its chain."""
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
