"""A collection opened: its store, and the index and the inventory that are kept in step with it.

Those two are opened when somebody first asks for them (`workbench.indexed`, `workbench.stocktaking`).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from threading import Lock, RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onionskin.desk.book import Book
from onionskin.record.document import Document
from onionskin.record.mending import Orders
from onionskin.record.released import Released
from onionskin.review.release import Policy, release
from onionskin.settings import Settings
from onionskin.store.contract import Store
from onionskin.store.decisions import Decided
from onionskin.store.journal import EntryKind
from onionskin.store.opening import open_store
from onionskin.store.orders import orders
from onionskin.workbench.abreast import BATCH, Abreast, OfIndex, OfInventory, Tell, unheard
from onionskin.workbench.easel import Easel

if TYPE_CHECKING:
    from onionskin.inventory.keeping import Inventory
    from onionskin.inventory.parties import Who
    from onionskin.search.contract import SearchIndex

INDEXED, STOCKTAKING = "onionskin.workbench.indexed", "onionskin.workbench.stocktaking"


@dataclass(frozen=True, slots=True)
class Behind:
    """Papers that are still to come into the index and into the inventory."""

    index: int = 0
    inventory: int = 0

    @property
    def most(self) -> int:
        """Those that are still to come into either."""
        return max(self.index, self.inventory)


@dataclass
class Collection:
    """A collection opened by `open_collection`; use it in a `with`. What it shows depends on `policy`."""

    settings: Settings
    store: Store
    easel: Easel = field(default_factory=Easel)
    tell: Tell = unheard
    """Told what somebody has to wait for."""
    _pending: dict[str, Document] = field(default_factory=dict)
    untold: set[str] = field(default_factory=set)
    """Papers whose statements are told as soon as they are linked (`index_standing`)."""
    _told: set[str] = field(default_factory=set)
    _decided: Decided = field(default_factory=Decided)
    _book: Book = field(default_factory=lambda: Book(()))
    _hearing: Lock = field(default_factory=Lock)
    ruled: tuple[int, str] = (-1, "")
    """The last entry of the journal and the state of the inventory when the ledger was last ruled upon."""
    turn: RLock = field(default_factory=RLock)
    """Held by whoever decides something, from the look at what stands until it is linked: one at a time."""
    left: dict[str, None] = field(default_factory=dict)
    """Records that a decision concerns and that were not linked again yet (`effects.carry_on`)."""
    carrying_on: Lock = field(default_factory=Lock)
    """Held by whoever links some of them."""
    _opening: RLock = field(default_factory=RLock)
    """Held by whoever opens the index or the inventory: there is one of each."""
    _closing: ExitStack = field(default_factory=ExitStack)
    _index_abreast: Abreast = field(init=False)
    _inventory_abreast: Abreast = field(init=False)

    def __post_init__(self) -> None:
        """Has what follows the papers told from the others."""
        self._closing.callback(self.store.close)
        self._index_abreast = Abreast(OfIndex(lambda: self.index), self.store.digests, self._released, "Indexing")
        kept = OfInventory(lambda: self.inventory, lambda: self._who, self.tell)
        self._inventory_abreast = Abreast(kept, self._digests, self._released, "Taking stock of")

    @property
    def index(self) -> SearchIndex:
        """The words of its papers. CollectionError where its file cannot be used."""
        with self._opening:
            return self._index

    @property
    def inventory(self) -> Inventory:
        """What its papers tell together. CollectionError where its file cannot be used."""
        with self._opening:
            return self._inventory

    @cached_property
    def _index(self) -> SearchIndex:
        index: SearchIndex = import_module(INDEXED).open_index(self.settings)
        self._closing.callback(index.close)
        return index

    @cached_property
    def _inventory(self) -> Inventory:
        inventory: Inventory = import_module(STOCKTAKING).open_inventory(self.settings)
        self._closing.callback(inventory.close)
        return inventory

    @cached_property
    def _who(self) -> Who:
        who: Who = import_module(STOCKTAKING).who_is_asked(self.settings)
        return who

    @property
    def policy(self) -> str:
        """`public` or `review`, as the collection was begun."""
        return self.store.policy

    @property
    def public(self) -> bool:
        """Whether papers may be shown as soon as they are read."""
        return self.policy == Policy.PUBLIC

    def decided(self) -> Decided:
        """All that people decided, what was taken back too. What the journal tells further is heard each time."""
        with self._hearing:
            if self._decided.hear(self.store.journal(after=self._decided.last, kind=EntryKind.DECISION)):
                self._book = Book(self._decided.standing())
        return self._decided

    def book(self) -> Book:
        """All that people decided and nobody took back."""
        self.decided()
        return self._book

    def stands(self, record_id: str) -> bool:
        """Whether the latest reading of its source still finds a record."""
        return bool(self.store.rows([record_id]))

    def orders(self) -> dict[str, Orders]:
        """What people decided of how sources are read, by the hash of each."""
        return orders(self.decided().all)

    def index_standing(self, documents: Iterable[Document], *, to_be_linked: bool = False) -> None:
        """Have papers that were kept taken into the index and the inventory, in batches.

        Of those that are still `to_be_linked` the statements wait until they are (`untold`), since they are then told
        anew; whoever asks for the inventory before has them told first.
        """
        if self.public:
            waiting = {document.id: document for document in documents}
            self._pending |= waiting
            if to_be_linked:
                self.untold.update(waiting)
                self._inventory_abreast.look_again()
            else:
                self._told |= self.untold.intersection(waiting)
                self.untold.difference_update(waiting)
        if len(self._pending) >= BATCH:
            self.finish_indexing()

    def finish_indexing(self) -> None:
        """Take in what waits; a run that dies before leaves it to `bring_in_step`."""
        if not self._pending:
            return
        papers = {each: release(document, self.policy) for each, document in self._pending.items()}
        self.index.add(papers.values())
        digests = {each: self.index.holds(each) or "" for each in papers}
        for later in (True, False):
            some = [(paper, digests[each]) for each, paper in papers.items() if (each in self.untold) is later]
            for fault in self.inventory.add(some, self._who, lines=not later):
                self.tell(fault)
        self._pending.clear()

    def finish_linking(self) -> None:
        """Take in what waits, when all that came is linked: the phrases of all of it are counted then."""
        for each in sorted(self.untold):
            # Another run linked it before this one did.
            if self.stands(each):
                self.index_standing([self.store.linked(each)])
        self.untold.clear()
        self.finish_indexing()
        if len(self._told) > BATCH:
            self.inventory.place_lines(self._told)
        self._told.clear()

    def bring_in_step(self, tell: Tell | None = None) -> None:
        """Make the index hold what the store holds, once for each opening: a run may have died between the two.

        `tell` is told before it begins, otherwise whoever was named when the collection was opened.
        """
        if self.public:
            self._index_abreast.keep_up(tell or self.tell)

    def bring_inventory_in_step(self, tell: Tell | None = None) -> None:
        """The same for the inventory; whoever comes meanwhile waits for it."""
        if self.public:
            self._inventory_abreast.keep_up(tell or self.tell)
            self.inventory.filling = bool(self._inventory_abreast.behind)

    def make_ready(self, tell: Tell | None = None) -> None:
        """Bring both in step before anybody asks. It takes a while after an older version, or a run that died."""
        self.bring_in_step(tell)
        self.bring_inventory_in_step(tell)

    def leave_aside(self) -> None:
        """Have nobody wait where thousands of papers are to be taken in: another process does it (`behind`)."""
        self._index_abreast.aside = self._inventory_abreast.aside = True

    @property
    def behind(self) -> Behind:
        """How much is still to come, as far as was seen; nothing where nothing is left aside."""
        return Behind(self._index_abreast.behind, self._inventory_abreast.behind)

    def look_how_far(self) -> Behind:
        """The same, looked at anew where anything was still to come."""
        if self.behind.index:
            self._index_abreast.keep_up(self.tell, at_once=True)
        if self.behind.inventory:
            self._inventory_abreast.keep_up(self.tell, at_once=True)
        return self.behind

    def _digests(self) -> Iterable[tuple[str, str]]:
        self.finish_indexing()
        return self.store.digests()

    def _released(self, record_id: str) -> Released | None:
        """A paper as it may be shown; None for one that was removed meanwhile."""
        return release(self.store.linked(record_id), self.policy) if self.stands(record_id) else None

    def close(self) -> None:
        """Let go of files and locks."""
        self._closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_collection(settings: Settings, *, create: bool = False, tell: Tell = unheard) -> Collection:
    """The collection in the folder `settings.collection`; with `create` it is begun there under `settings.policy`.

    `tell` is told what whoever asks has to wait for. NotFoundError where there is none and none is to be made,
    CollectionError where it cannot be used.
    """
    return Collection(settings, open_store(settings.collection, create=create, policy=settings.policy), tell=tell)
