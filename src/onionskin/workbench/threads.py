"""What a paper belongs to, and what a collection lacks: threads, who cites a paper, the register of what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from onionskin.errors import NotReleasedError
from onionskin.inventory.threads import steps_of
from onionskin.linking.places import place_of
from onionskin.linking.threads import Step, follow
from onionskin.linking.wanting import Missing
from onionskin.record.references import SameAsRelation
from onionskin.store.summary import Row
from onionskin.workbench.browsing import missing_of_papers, missing_papers
from onionskin.workbench.collection import Collection
from onionskin.workbench.showing import whole_id

SAME = frozenset({SameAsRelation.SAME_PAPER.value, SameAsRelation.SAME_COPY.value, SameAsRelation.VERSION.value})


@dataclass(frozen=True, slots=True)
class Thread:
    """The papers of a thread in the order of time, the undated last; the steps between them; what they cite and is
    not held. `ends` are what the papers call the places between which the missing ones went.
    """

    record: str
    papers: tuple[Row, ...]
    steps: tuple[Step, ...]
    missing: tuple[Missing, ...]
    ends: Mapping[str, str]


def thread(collection: Collection, record_id: str) -> Thread:
    """The thread of a paper. NotFoundError for an unknown record, NotReleasedError under review."""
    _refuse_under_review(collection, record_id)
    record = whole_id(collection, record_id)
    collection.bring_inventory_in_step()
    with collection.inventory.reading() as inventory:
        steps = follow(record, partial(steps_of, inventory))
    ids = {record} | {end for step in steps for end in (step.record, step.other)}
    rows = sorted(collection.store.rows(sorted(ids)), key=lambda row: (row.date or "9", row.id))
    wanted = missing_of_papers(collection, frozenset(ids))
    return Thread(record, tuple(rows), steps, wanted, _ends(rows, wanted))


def _ends(rows: Sequence[Row], wanted: Sequence[Missing]) -> dict[str, str]:
    """By the place or name of an end of a missing paper what the papers call it: `soviet union`, the Embassy there."""
    called: dict[str, str] = {}
    for name in (name for row in rows for name in (row.sender, row.recipients.partition(", ")[0]) if name):
        for end in (place_of(name), name.casefold()):
            called.setdefault(end, name)
    ends = {end for each in wanted for end in (each.from_, each.to) if end}
    return {end: called.get(end) or end.title() for end in ends}


def cited_by(collection: Collection, record_id: str) -> tuple[Step, ...]:
    """The steps that lead to a paper from others; those of the same paper are none of them."""
    ties = collection.store.ties(record_id)
    return tuple(Step(t.record, t.other, t.relation) for t in ties if t.other == record_id and t.relation not in SAME)


def missing(collection: Collection) -> tuple[Missing, ...]:
    """The register of papers that the collection's papers cite and that it does not hold. NotReleasedError."""
    _refuse_under_review(collection, str(collection.settings.collection))
    return missing_papers(collection).rows


def _refuse_under_review(collection: Collection, where: str) -> None:
    if not collection.public:
        raise NotReleasedError("this collection is under review and shows no papers yet", where=where)
