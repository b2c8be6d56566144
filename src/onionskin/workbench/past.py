"""Who decided what, and when, and what of it was taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onionskin.record.decisions import OF_SOURCES
from onionskin.store.decisions import Kept
from onionskin.store.summary import Row
from onionskin.workbench.collection import Collection
from onionskin.workbench.showing import rows, show


@dataclass(frozen=True, slots=True)
class Past:
    """A decision, or the taking back of one; `undone` is who took it back."""

    kept: Kept
    undone: Kept | None


@dataclass(frozen=True, slots=True)
class History:
    """`total` decisions were made, `past` are those asked for, the last first; `rows` the papers they are about."""

    total: int
    past: tuple[Past, ...]
    rows: Mapping[str, Row]


def history(collection: Collection, record_id: str = "", *, limit: int = 50, offset: int = 0) -> History:
    """What people decided of a paper, or in the whole collection. A collection under review tells nothing.

    Of a paper: with what was decided of its file, of where papers begin and of pages. NotFoundError, NotReleasedError.
    """
    paper = show(collection, record_id).document if record_id else None
    if not collection.public:
        return History(0, (), {})
    told = collection.decided()
    held = told.all
    if paper is not None:
        source = paper.source.sha256
        held = [
            each for each in held if each.record == paper.id or (each.about in OF_SOURCES and each.source == source)
        ]
    asked = list(reversed(held))[offset : offset + limit]
    named = [each for kept in asked for each in (kept.record, kept.to) if each]
    past = tuple(Past(each, told.undone.get(each.entry)) for each in asked)
    return History(len(held), past, rows(collection, named))


def decision_at(collection: Collection, entry: int) -> Past | None:
    """The decision of an entry of the journal; None where that is none, or may not be told."""
    if not collection.public:
        return None
    told = collection.decided()
    kept = next((each for each in reversed(told.all) if each.entry == entry), None)
    return Past(kept, told.undone.get(entry)) if kept is not None else None
