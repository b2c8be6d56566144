"""How a decision takes effect at once: on its paper, on those it names, on those that name whom it is about."""

from __future__ import annotations

import time
from collections.abc import Container, Iterable, Sequence
from itertools import islice

from onionskin.record.decisions import OF_LEDGER, About
from onionskin.store.decisions import Kept, Word, undoing
from onionskin.workbench.collection import Collection
from onionskin.workbench.linking import Linking
from onionskin.workbench.mending import undo_mending
from onionskin.workbench.taking_apart import taken_apart

AT_ONCE = 6
"""Papers linked while a person waits, at the most; what else a decision concerns waits for `carry_on`."""

LONG = 8_000
"""Letters of papers that only name whom it is about, after which no other of them is linked while a person waits."""

A_FEW = 2
"""Papers that `carry_on` links before it lets others have their turn."""

REST = 0.5
"""Seconds that it leaves at first to the page which the person who decided is led to."""

RESTING = 3
"""It rests so many times as long as it works: others ask the room meanwhile, and Python does one thing at a time."""


def linked_again(collection: Collection, records: Iterable[str], naming: Iterable[str] = ()) -> None:
    """Link these papers and other scans of the same copies over again, and have the search know it.

    Those that are `naming` whom it is about come behind them: a few of these at once, fewer where they are long.
    """
    book = collection.book()

    def whole(some: Iterable[str]) -> dict[str, None]:
        return dict.fromkeys(other for each in some for other in (each, *sorted(book.copies_of(each))))

    first = whole(records)
    standing = [row.id for row in collection.store.rows(tuple(first | whole(naming)))]
    now = standing[: _for_now(collection, standing, first)]
    later = standing[len(now) :]
    collection.store.let_wait(later)
    collection.left |= dict.fromkeys(later)
    _link(collection, now)


def _for_now(collection: Collection, standing: Sequence[str], first: Container[str]) -> int:
    """How many of these a person waits for."""
    letters = 0
    for n, each in enumerate(standing[:AT_ONCE]):
        if each not in first:
            letters += len(collection.store.record(each).document.text.reading)
            if letters > LONG and n:
                return n
    return AT_ONCE


def carry_on(collection: Collection) -> None:
    """Link what decisions left, some papers at a time, so that nobody who decides or reads meanwhile waits for all.

    Where several begin it, one does it. Where this is never called, or stopped, the papers wait for
    `onionskin link --waiting`.
    """
    rest = REST
    while collection.left and collection.carrying_on.acquire(blocking=False):
        try:
            time.sleep(rest)
            begun = time.thread_time()
            with collection.turn:
                some = tuple(islice(collection.left, A_FEW))
                for each in some:
                    collection.left.pop(each)
                _link(collection, [row.id for row in collection.store.rows(some)])
            rest = RESTING * (time.thread_time() - begun)
        finally:
            collection.carrying_on.release()


def _link(collection: Collection, record_ids: Sequence[str]) -> None:
    Linking(collection).again(record_ids, anew=True)
    collection.finish_indexing()


def going_by_one(collection: Collection, entities: Sequence[str]) -> tuple[str, ...]:
    """These entities, and those that go by the same name now.

    Who decides of them asks before and after, and then once which papers name any (`Store.naming`): all are looked
    through.
    """
    names = collection.book().names
    gone_by = {names.get(each, each) for each in entities}
    alike = (each for each, name in names.items() if name in gone_by)
    return tuple(dict.fromkeys((*entities, *gone_by, *alike)))


def take_back(collection: Collection, kept: Kept, word: Word) -> None:
    """Write an entry that takes a decision back, and have that take effect."""
    entities = (kept.to or "").split() if kept.about is About.PERSONS else []
    before = going_by_one(collection, entities)
    if kept.about is About.PAGE:
        undo_mending(collection, kept, word)
        return
    collection.store.append(undoing(word, kept))
    if kept.about in OF_LEDGER:
        return  # The ledger looks into the journal whenever it is asked.
    if kept.about is About.BOUNDARY:
        taken_apart(collection, kept.source or "")
    else:
        named = collection.store.naming((*before, *going_by_one(collection, entities)))
        copy = kept.to if kept.about is About.SAME_AS else None
        linked_again(collection, filter(None, (kept.record, copy)), named)
