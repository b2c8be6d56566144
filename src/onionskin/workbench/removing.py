"""Papers and sources taken out of a collection by a person, and brought back."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.errors import NotFoundError, UsageError
from onionskin.store.contract import Removal, SourceEntry
from onionskin.store.summary import Row, row_of
from onionskin.workbench.collection import Collection
from onionskin.workbench.linking import Linking
from onionskin.workbench.showing import whole_id

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
    entry = _source(collection, source)
    records = list(collection.store.ids_of(entry.sha256))
    return _along(collection, entry.sha256, entry.names[0], records, 0)


def _source(collection: Collection, source: str) -> SourceEntry:
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
    rows = tuple(row_of(collection.store.record(each).document) for each in named)
    decisions = sum(each.record in gone for each in collection.book().decisions)
    leading = {tie.record for each in records for tie in collection.store.ties(each)} - gone
    return Along(source, title, tuple(records), rows, decisions, tuple(sorted(leading)), left)


def remove(collection: Collection, along: Along, author: str, reason: str = "") -> Removal:
    """Take out what `along_with_paper` or `along_with_source` named; papers that cited it are linked again.

    Its bytes and all that people decided stay in the collection: `bring_back` undoes it. NotFoundError where somebody
    was faster.
    """
    wanted = Removal(
        author=author,
        records=() if along.source else along.records,
        source=along.source,
        title=along.title,
        reason=reason,
    )
    with collection.turn:
        done = collection.store.remove(wanted)
        collection.index.remove(done.records)
        collection.inventory.remove(done.records)
        Linking(collection).go_on()
    return done


def bring_back(collection: Collection, entry: int, author: str) -> tuple[str, ...]:
    """Have what this entry of the journal removed stand again; the ids of its papers. NotFoundError."""
    with collection.turn:
        ids = collection.store.bring_back(entry, author)
        linking = Linking(collection)
        linking.take_in([collection.store.record(each).document for each in ids])
        linking.go_on()
    return ids


def removals(collection: Collection) -> tuple[Removal, ...]:
    """What is removed now, the latest first."""
    return collection.store.removals()


def _called(row: Row) -> str:
    told = (row.kind, row.number, row.sender and f"from {row.sender}", row.date[:10])
    return " ".join(filter(None, told)) or row.id
