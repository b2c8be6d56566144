"""A collection opened: its store, and the index that is kept in step with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from onionskin.desk.book import Book
from onionskin.errors import NotFoundError
from onionskin.record.boundaries import Settled
from onionskin.record.document import Document
from onionskin.review.release import Policy, release
from onionskin.search.contract import SearchIndex
from onionskin.search.sqlite_fts import SqliteIndex
from onionskin.settings import Settings
from onionskin.store.contract import Fault, Store
from onionskin.store.decisions import settled, standing_decisions
from onionskin.store.journal import EntryKind
from onionskin.store.opening import open_store

INDEX = "search.db"
BATCH = 100
"""Papers taken into the index in one transaction."""


@dataclass
class Collection:
    """A collection opened by `open_collection`; use it in a `with`. What it shows depends on `policy`."""

    settings: Settings
    store: Store
    index: SearchIndex
    _pending: list[Document] = field(default_factory=list)
    _in_step: bool = False

    @property
    def policy(self) -> str:
        """`public` or `review`, as the collection was begun."""
        return self.store.policy

    @property
    def public(self) -> bool:
        """Whether papers may be shown as soon as they are read."""
        return self.policy == Policy.PUBLIC

    def book(self) -> Book:
        """All that people decided and nobody took back."""
        return Book(standing_decisions(self.store.journal(kind=EntryKind.DECISION)))

    def stands(self, record_id: str) -> bool:
        """Whether the latest reading of its source still finds a record."""
        try:
            return self.store.record(record_id).superseded is None
        except NotFoundError:
            return False

    def settled(self) -> dict[str, tuple[Settled, ...]]:
        """What people decided of where papers begin, by the hash of the source."""
        return settled(self.book().decisions)

    def index_standing(self, documents: Iterable[Document]) -> None:
        """Have papers that were kept taken into the index, in batches."""
        if self.public:
            self._pending += documents
        if len(self._pending) >= BATCH:
            self.finish_indexing()

    def finish_indexing(self) -> None:
        """Take in what waits; a run that dies before leaves it to `bring_in_step`."""
        if self._pending:
            self.index.add([release(document, self.policy) for document in self._pending])
            self._pending.clear()

    def bring_in_step(self) -> None:
        """Make the index hold what the store holds, once for each opening: a run may have died between the two."""
        if self._in_step or not self.public:
            return
        held = dict(self.index.held())
        stale: list[str] = []
        for record_id, digest in self.store.digests():
            if held.pop(record_id, None) != digest:
                stale.append(record_id)
        self.index.remove(held)
        for at in range(0, len(stale), BATCH):
            batch = (self.store.record(record_id).linked for record_id in stale[at : at + BATCH])
            self.index.add([release(document, self.policy) for document in batch])
        self._in_step = True

    def close(self) -> None:
        """Let go of files and locks."""
        self.index.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_collection(settings: Settings, *, create: bool = False) -> Collection:
    """The collection in the folder `settings.collection`; with `create` it is begun there under `settings.policy`.

    NotFoundError where there is none and none is to be made, CollectionError where it cannot be used.
    """
    store = open_store(settings.collection, create=create, policy=settings.policy)
    try:
        index = SqliteIndex(settings.collection / INDEX)
    except BaseException:
        store.close()
        raise
    return Collection(settings, store, index)


def check(collection: Collection) -> Iterator[Fault]:
    """Everything in the collection that does not agree with the rest, the index with the store included."""
    yield from collection.store.check()
    if not collection.public:
        return
    held = dict(collection.index.held())
    advice = "`onionskin find` brings the index in step"
    for record_id, digest in collection.store.digests():
        if held.pop(record_id, None) != digest:
            yield Fault(record_id, "the index does not hold the paper as it was last read", advice)
    for record_id in held:
        yield Fault(record_id, "the index holds a paper that the store does not", advice)
