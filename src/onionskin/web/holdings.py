"""The collection as the room holds it: opened when first asked for, once, and shared by all visitors."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import ExitStack

from onionskin.record.document import Document
from onionskin.record.released import Released
from onionskin.settings import Settings
from onionskin.web.catalogue import row_title
from onionskin.workbench import Behind, Collection, Porter, Workshop, open_collection, rows, show
from onionskin.workbench.desk import Desk, open_desk

AT_HAND = 100
"""Papers that are kept alive after they were asked for; the store does not take one apart again while it lives."""


class Holdings:
    """One collection; safe to share between threads, as a collection is."""

    def __init__(self, settings: Settings) -> None:
        """Opens nothing yet."""
        self.settings = settings
        self._stack = ExitStack()
        self._lock = threading.Lock()
        self._collection: Collection | None = None
        self._workshop: Workshop | None = None
        self._porter: Porter | None = None
        self._desk: Desk | None = None
        self._at_hand: deque[Document] = deque(maxlen=AT_HAND)

    @property
    def collection(self) -> Collection:
        """The collection. NotFoundError where there is none, CollectionError where it cannot be used."""
        with self._lock:
            if self._collection is None:
                self._collection = self._stack.enter_context(open_collection(self.settings))
            return self._collection

    @property
    def workshop(self) -> Workshop:
        """The work beside the room. NotFoundError where there is no collection."""
        with self._lock:
            if self._workshop is None:
                self._workshop = self._stack.enter_context(Workshop(self.settings))
            return self._workshop

    @property
    def porter(self) -> Porter:
        """The accounts. NotFoundError where there is no collection."""
        with self._lock:
            if self._porter is None:
                self._porter = self._stack.enter_context(Porter(self.settings))
            return self._porter

    @property
    def desk(self) -> Desk:
        """The desk. NotFoundError where there is no collection."""
        with self._lock:
            if self._desk is None:
                self._desk = self._stack.enter_context(open_desk(self.settings))
            return self._desk

    def close(self) -> None:
        """Let go of the collection; the next question opens it anew."""
        with self._lock:
            self._stack.close()
            self._collection = self._workshop = self._porter = self._desk = None

    def behind(self) -> Behind:
        """What is still to come into the index and the inventory, for every page to say; a room that was not asked
        for a paper yet knows of nothing.
        """
        held = self._collection
        return held.behind if held else Behind()

    @property
    def under_review(self) -> bool:
        """Whether the public is shown only what reviewers have released."""
        return self.collection.policy != "public"

    def paper(self, record_id: str) -> Released:
        """A released paper, by its id or a prefix that only it has. NotFoundError, NotReleasedError."""
        released = show(self.collection, record_id)
        self._at_hand.append(released.document)
        return released

    def document(self, record_id: str) -> Document:
        """What such a paper is recorded as."""
        return self.paper(record_id).document

    def titles(self, ids: tuple[str, ...]) -> dict[str, str]:
        """The titles of those of these papers that may be shown."""
        return {record: row_title(row) for record, row in rows(self.collection, ids).items()}
