"""What people decide of where papers begin: written into the journal, and the source read again at once."""

from __future__ import annotations

from onionskin.errors import UsageError
from onionskin.record.boundaries import Place, Settled
from onionskin.record.decisions import About, Verb
from onionskin.record.document import Document
from onionskin.record.mending import NO_ORDERS
from onionskin.record.page import PageNumber
from onionskin.store.decisions import Word, boundary_decision, undoing
from onionskin.workbench.collection import Collection
from onionskin.workbench.showing import whole_id
from onionskin.workbench.taking_apart import pages_of, taken_apart

OF_BOUNDARIES = (Verb.ACCEPT, Verb.REFUSE, Verb.BEGIN, Verb.MOVE, Verb.UNDO)


def decide_boundary(  # noqa: PLR0913 - what a decision says, by name
    collection: Collection, record_id: str, verb: str, place: Place | None = None, *, author: str, reason: str = ""
) -> tuple[Document, ...]:
    """Settle where a paper begins, and read its source again by that; the papers of the source as they now stand.

    `accept` settles what the record says of `place` (None: of its own beginning), `refuse` the opposite; `begin` lets
    a paper begin at `place`, `move` lets this one begin there and not where it does; `undo` takes the last decision
    about the source back. A decision outlives every later reading; what is decided so already is not decided again.
    NotFoundError for an unknown record; UsageError
    where the place is not in the source, or there is nothing to take back.
    """
    held = collection.store.record(whole_id(collection, record_id)).document
    word = Word(held.source.sha256, author, held.id, reason)
    asked = Verb(verb)
    if asked not in OF_BOUNDARIES:
        raise UsageError(f"{verb} is not for boundaries", advice=f"It is one of: {', '.join(OF_BOUNDARIES)}")
    if asked is Verb.UNDO:
        of_source = (
            e for e in reversed(collection.book().decisions) if e.about is About.BOUNDARY and e.source == word.source
        )
        last = next(of_source, None)
        if last is None:
            raise UsageError("nobody decided anything about the boundaries of this source", where=held.id)
        collection.store.append(undoing(word, last))
    else:
        places = _places(collection, held, asked, place)
        if set(places) <= set(collection.orders().get(word.source, NO_ORDERS).places):
            return tuple(collection.store.records(word.source, linked=True))
        collection.store.append(boundary_decision(word, asked, places))
    return taken_apart(collection, word.source)


def _places(collection: Collection, held: Document, verb: Verb, place: Place | None) -> list[Settled]:
    """What the decision settles."""
    if not held.boundaries:
        raise UsageError("an edited paper begins where its edition says", where=held.id)
    own = held.boundaries[0]
    at = (own.page, own.offset) if place is None else _offset(collection, held, place)
    if verb in {Verb.MOVE, Verb.BEGIN}:
        if place is None:
            raise UsageError(f"{verb} needs the place where the paper is to begin", advice="Name it: 7, or 4:12")
        begins = True
    else:
        known = next((each for each in held.boundaries if (each.page, each.offset) == at), None)
        if known is None:
            turns = ", ".join(str(each.page) for each in held.boundaries)
            raise UsageError("the record says nothing of this place", where=held.id, advice=f"It has {turns}")
        begins = known.begins is (verb is Verb.ACCEPT)
    moved = verb is Verb.MOVE and at != (own.page, own.offset)
    if (not begins and _is_first(collection, held, at)) or (
        moved and _is_first(collection, held, (own.page, own.offset))
    ):
        raise UsageError("the first paper of a file begins where the file does", where=held.id)
    places = [Settled(PageNumber(at[0]), at[1], begins)]
    if moved:
        places.append(Settled(own.page, own.offset, begins=False))
    return places


def _is_first(collection: Collection, held: Document, at: tuple[int, int]) -> bool:
    first = next(iter(collection.store.records(held.source.sha256)), held)
    return bool(first.boundaries) and (first.boundaries[0].page, first.boundaries[0].offset) == at


def _offset(collection: Collection, held: Document, place: Place) -> tuple[int, int]:
    """The place by the offset of its line; 0 where nothing is printed above it."""
    page = next((page for page in pages_of(collection, held.source.sha256) if page.n == place.page), None)
    if page is None or not page.text.strip():
        raise UsageError("there is no such page, or nothing is printed on it", where=held.source.name, page=place.page)
    lines = page.text.split("\n")
    at = (place.line or 1) - 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    if at >= len(lines):
        raise UsageError(f"nothing is printed from line {place.line} on", where=held.source.name, page=place.page)
    above = "\n".join(lines[:at])
    return place.page, len(above) + 1 if above.strip() else 0
