"""Papers and sources taken out of a collection by a person, and brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onionskin.errors import NotFoundError, UsageError
from onionskin.store.contract import Removal, SourceEntry
from onionskin.store.journal import EntryKind
from onionskin.store.summary import Row, row_of
from onionskin.workbench.abreast import BATCH
from onionskin.workbench.collection import Collection
from onionskin.workbench.linking import Linking, still_to_link
from onionskin.workbench.outcomes import Progress
from onionskin.workbench.showing import whole_id

Told = Callable[[Progress], None]
AT_ONCE = 50
"""Papers for which somebody waits; to link so many again takes seconds."""
MOST_SHOWN = 20
"""Papers that are named one by one; a volume has five hundred."""


@dataclass(frozen=True, slots=True)
class Along:
    """What a removal would take along: `papers` (the first of them as `rows`), the `decisions` that people made on
    them, and the papers of `others` that lead to them by a link, which are then linked to what else there is.

    `source` and `title` say what would be removed; `left` of a source's papers would stay.
    """

    source: str
    title: str
    records: tuple[str, ...]
    rows: tuple[Row, ...]
    decisions: int
    others: tuple[str, ...]
    left: int

    @property
    def papers(self) -> int:
        """How many."""
        return len(self.records)


def along_with_paper(collection: Collection, record_id: str) -> Along:
    """What removing one paper would take along. NotFoundError for one that does not stand."""
    whole = whole_id(collection, record_id)
    held = collection.store.record(whole)
    if held.superseded is not None:
        raise NotFoundError("the collection holds no such paper", where=record_id)
    row = row_of(held.document)
    of_source = collection.store.ids_of(held.document.source.sha256)
    title = _called(row) if collection.public else whole
    return _along(collection, "", title, [whole], len(of_source) - 1)


def along_with_source(collection: Collection, source: str) -> Along:
    """What removing a source would take along; it is named by its hash, or by a name that no other has.

    NotFoundError for one that is not held, UsageError for a name of several.
    """
    entry = source_called(collection, source)
    records = list(collection.store.ids_of(entry.sha256))
    return _along(collection, entry.sha256, entry.names[0], records, 0)


def source_called(collection: Collection, source: str) -> SourceEntry:
    """The source of this hash or name. NotFoundError for one that is not held, UsageError for a name of several."""
    entry = collection.store.source(source)
    found = [entry] if entry else [each for each in collection.store.sources() if source in each.names]
    if not found or found[0].removed:
        raise NotFoundError("the collection holds no such source", where=source)
    if len(found) > 1:
        raise UsageError(f"{len(found)} sources are called so", where=source, advice="Name one by its SHA-256")
    return found[0]


def _along(collection: Collection, source: str, title: str, records: list[str], left: int) -> Along:
    gone = set(records)
    # Under review nobody is shown a paper, not by its row either.
    named = records[:MOST_SHOWN] if collection.public else ()
    rows = collection.store.rows(named)
    decisions = sum(each.record in gone for each in collection.book().decisions)
    others = tuple(each for each in collection.store.leading_to(records) if each not in gone)
    return Along(source, title, tuple(records), rows, decisions, others, left)


def is_much(papers: int, others: int = 0) -> bool:
    """Whether so many papers, with the others that are linked again, are too many for somebody to wait for."""
    return papers + others > AT_ONCE


def remove(
    collection: Collection, along: Along, author: str, reason: str = "", progress: Told | None = None
) -> Removal:
    """Take out what `along_with_paper` or `along_with_source` named; papers that cited it are linked again.

    Its bytes and all that people decided stay in the collection: `bring_back` undoes it. NotFoundError where somebody
    was faster. What `progress` raises stops the linking alone: what is left of it waits. Without it somebody waits for
    this: papers that waited to be linked before are left to whatever they wait for.
    """
    wanted = Removal(
        author=author,
        records=() if along.source else along.records,
        source=along.source,
        title=along.title,
        reason=reason,
    )
    with collection.turn:
        others = _others_that_wait(collection, progress)
        done = collection.store.remove(wanted)
        collection.index.remove(done.records)
        collection.inventory.remove(done.records)
        Linking(collection).go_on(progress, but=others)
    return done


def bring_back(collection: Collection, entry: int, author: str, progress: Told | None = None) -> tuple[str, ...]:
    """Have what this entry of the journal removed stand again; the ids of its papers. NotFoundError.

    `progress` as of `remove`.
    """
    with collection.turn:
        others = _others_that_wait(collection, progress)
        ids = collection.store.bring_back(entry, author)
        linking = Linking(collection)
        for at in range(0, len(ids), BATCH):
            linking.take_in([collection.store.record(each).document for each in ids[at : at + BATCH]])
        linking.go_on(progress, but=others)
    return ids


def go_on_removing(collection: Collection, what: str, author: str, reason: str, progress: Told) -> Removal:
    """Remove a source, by its hash, or a paper, by its id; where that was begun before, do what is left of it."""
    done = next((each for each in removals(collection) if what == each.source or (what,) == each.records), None)
    if done is None:
        source = collection.store.source(what) is not None
        along = along_with_source(collection, what) if source else along_with_paper(collection, what)
        return remove(collection, along, author, reason, progress)
    _catch_up(collection, progress)
    return done


def go_on_bringing_back(collection: Collection, entry: int, author: str, progress: Told) -> int:
    """Bring back what an entry removed; where that was begun before, do what is left of it. How many papers.

    NotFoundError for an entry that removed nothing.
    """
    back = (each for each in collection.store.journal(after=entry, kind=EntryKind.BROUGHT_BACK))
    begun = next((each for each in back if each.told["removal"] == entry), None)
    if begun is None:
        return len(bring_back(collection, entry, author, progress))
    _catch_up(collection, progress)
    return len(begun.told["records"])


def _others_that_wait(collection: Collection, progress: Told | None) -> frozenset[str]:
    """A run that reads elsewhere, or an older linker, may have left thousands."""
    return frozenset() if progress else frozenset(still_to_link(collection))


def _catch_up(collection: Collection, progress: Told) -> None:
    """What a process that ended too early left: the index and the inventory behind, and papers that wait."""
    collection.bring_in_step()
    collection.bring_inventory_in_step()
    Linking(collection).go_on(progress)


def removals(collection: Collection) -> tuple[Removal, ...]:
    """What is removed now, the latest first."""
    return collection.store.removals()


def _called(row: Row) -> str:
    told = (row.kind, row.number, row.sender and f"from {row.sender}", row.date[:10])
    return " ".join(filter(None, told)) or row.id
