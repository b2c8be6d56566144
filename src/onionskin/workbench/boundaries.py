"""What people decide of where papers begin: written into the journal, and the source read again at once."""

from __future__ import annotations

from onionskin.errors import UsageError
from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.enclosing import resolve_within
from onionskin.readers.standard import standard_readers
from onionskin.record.boundaries import Place, Settled
from onionskin.record.decisions import About, Verb
from onionskin.record.document import Document
from onionskin.record.page import PageNumber, PageText
from onionskin.settings import Settings
from onionskin.store.contract import KeptSource, SourceEntry
from onionskin.store.decisions import Word, boundary_decision, edition_of, undoing
from onionskin.workbench.authorities import authority_of_collection
from onionskin.workbench.collection import Collection
from onionskin.workbench.linking import Linking
from onionskin.workbench.showing import whole_id

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
        if set(places) <= set(collection.settled().get(word.source, ())):
            return tuple(collection.store.records(word.source, linked=True))
        collection.store.append(boundary_decision(word, asked, places))
    return read_again(collection, word.source)


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
    page = next((page for page in _pages(collection, held.source.sha256) if page.n == place.page), None)
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


def _pages(collection: Collection, source: str) -> list[PageText]:
    """The pages of a source as its records keep them; those without ink are in none and come back blank."""
    entry = collection.store.source(source)
    held = {page.n: page for document in collection.store.records(source) for page in document.pages}
    count = max(entry.pages if entry else 0, *held)
    return [held.get(PageNumber(n)) or PageText(PageNumber(n), "") for n in range(1, count + 1)]


def read_again(collection: Collection, source: str) -> tuple[Document, ...]:
    """The source's pages, as they were read, taken apart anew: no engine is asked again."""
    entry = collection.store.source(source)
    if entry is None:
        raise UsageError("the collection does not hold the source of this record", where=source)
    before = set(collection.store.ids_of(source))
    decided = collection.settled().get(source, ())
    surrogate = Surrogate(entry.names[0], source, entry.media_type)
    pages = _pages(collection, source)
    documents = tuple(resolve_within(assemble(surrogate, pages, standard_readers(), decided)))
    _keep(collection, entry, documents, edition_of(decided))
    linking = Linking(collection)
    linking.take_in(documents)
    linking.go_on()
    collection.index.remove(before - {document.id for document in documents})
    return tuple(collection.store.records(source, linked=True))


def warm_up(settings: Settings) -> None:
    """Have the readers and the authority at hand, which the first decision in a room would wait some seconds for."""
    page = PageText(PageNumber(1), "MEMORANDUM\n\nThe Secretary called.\n")
    assemble(Surrogate("", "0" * 64, "text/plain"), [page], standard_readers())
    authority_of_collection(settings)


def _keep(collection: Collection, entry: SourceEntry, documents: tuple[Document, ...], edition: str) -> None:
    kept = KeptSource(
        entry.names[0], entry.sha256, entry.media_type, collection.store.bytes_of(entry.sha256), entry.pages
    )
    read_by = entry.reader_version.partition("+boundaries-")[0]
    collection.store.keep(kept, documents, read_by + edition)
