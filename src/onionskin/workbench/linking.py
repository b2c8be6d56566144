"""What stands in a paper is led to persons, dates and other papers, when it is kept and whenever that changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from onionskin.desk.decided import corrected, decided
from onionskin.desk.entities import with_merged
from onionskin.desk.questions import waiting
from onionskin.emending.parallels import Passage
from onionskin.errors import NotFoundError
from onionskin.linking.authorities.register import shipped
from onionskin.linking.cards import EDITED, card_of, keys_of
from onionskin.linking.fingerprints import fingerprint
from onionskin.linking.holdings import COMMON, Card, Shelf
from onionskin.linking.known import match_keys
from onionskin.linking.people import Acquaintance, People
from onionskin.linking.persons import acquaintances
from onionskin.linking.threads import steps_of
from onionskin.record.codec import overlay_of, to_line
from onionskin.record.document import Document
from onionskin.record.references import SameAsRelation
from onionskin.store.contract import Linked, Shelved, Store
from onionskin.store.keeping import digest
from onionskin.workbench.authorities import authority_of_collection, authority_version
from onionskin.workbench.collection import Collection
from onionskin.workbench.outcomes import Progress
from onionskin.workbench.stages import Stage, Who, stages, version_of

SAME = frozenset(relation.value for relation in SameAsRelation)
OF_ONE_TEXT = frozenset({SameAsRelation.SAME_PAPER, SameAsRelation.SAME_COPY})
SURELY = 0.9
"""From this score on another record is a witness of what the paper says."""
AT_ONCE = 50
"""Papers linked in one transaction when a collection is gone through again."""


class StoreHoldings:
    """Holdings of a collection. `asked` are the keys looked for since `begin`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._cards: dict[str, Card] = {}
        self.asked: set[int] = set()

    def begin(self) -> None:
        """Another paper is about to be linked."""
        self.asked = set()

    def find(self, keys: Iterable[int], least: int = 1) -> Sequence[Card]:
        """Records found by these keys."""
        wanted = tuple(keys)
        self.asked.update(wanted)
        return [card for card, _ in self.near(wanted, least)]

    def near(self, keys: Iterable[int], least: int = 1) -> Sequence[tuple[Card, int]]:
        """Records with how many of the keys each has."""
        return [(Card.from_json(line), n) for line, n in self._store.cards(tuple(keys), COMMON, least)]


class _Companions:
    """The other records of a paper's file; those of one file are asked for one after the other, and fetched once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._source = ""
        self._held: tuple[Document, ...] = ()

    def __call__(self, document: Document) -> Sequence[Document]:
        if document.source.sha256 != self._source:
            self._source = document.source.sha256
            alone = self._store.ids_of(self._source) == (document.id,)
            self._held = () if alone else tuple(self._store.records(self._source))
        return _others(document, self._held)


def _fetched(store: Store, record_id: str) -> Document | None:
    try:
        return store.record(record_id).document
    except NotFoundError:
        return None


def _witnesses(document: Document, fetch: Callable[[str], Document | None]) -> Sequence[Passage]:
    """What other copies and editions of a paper read; those alone that are surely of the same paper."""
    sure = (each.record for each in document.same_as if each.relation in OF_ONE_TEXT and each.score >= SURELY)
    held = [other for record_id in sure if (other := fetch(record_id)) and other.text.reading]
    return [
        Passage(each.text.reading, next(iter(each.source.source_ids), each.id), edited=each.source.media_type == EDITED)
        for each in held
    ]


def _others(document: Document, among: Sequence[Document]) -> Sequence[Document]:
    source = document.source.sha256
    return [each for each in among if each.source.sha256 == source and each.id != document.id]


class Linking:
    """One run's linking of a collection. What was linked is taken into the index with the collection's next batch.

    `tell` is given a sentence for each paper that could not be linked.
    """

    def __init__(self, collection: Collection, tell: Callable[[str], None] = lambda _: None) -> None:
        self._collection = collection
        self._holdings = StoreHoldings(collection.store)
        self._people = People(
            Acquaintance(entity, date or None, surname) for entity, surname, date in collection.store.namings()
        )
        self._companions = _Companions(collection.store)
        self._authority = cache(partial(authority_of_collection, collection.settings))
        who = Who(self._authority, self._people, authority_version(collection.settings))
        self._stages = stages(self._holdings, self._companions, who, self._witnesses)
        self._version = version_of(self._stages)
        self._book = collection.book()
        self._tell = tell
        self._unrequited: set[str] = set()

    def _witnesses(self, document: Document) -> Sequence[Passage]:
        return _witnesses(document, partial(_fetched, self._collection.store))

    def take_in(self, documents: Sequence[Document], *, presently: bool = False) -> None:
        """Put the papers of one source, which were just kept, where others find them; they wait to be linked.

        Whom and what they name is looked for when all are taken in: the papers of later files speak for who is meant
        in earlier ones. `presently` says that `go_on` comes then, and what they state is told once.
        """
        self._shelve(documents)
        self._collection.index_standing(documents, to_be_linked=presently)

    def go_on(self, progress: Callable[[Progress], None] | None = None, but: frozenset[str] = frozenset()) -> int:
        """Link every paper that waits: never linked, or one came that it cites. How many of them that changed.

        What was linked stays when it is stopped; the same call goes on from there. Those of `but` are left waiting.
        """
        changed = self._all_that_wait(progress, but)
        if self._unrequited:
            self._collection.store.let_wait(self._unrequited)
            self._unrequited.clear()
            changed += self._all_that_wait(None, but)
        self._collection.finish_linking()
        return changed

    def _all_that_wait(self, progress: Callable[[Progress], None] | None, but: frozenset[str]) -> int:
        waiting = self._waiting(but)
        if self._shelve_first(waiting):
            # Those that asked for one of these wait as well now.
            waiting = self._waiting(but)
        changed = 0
        for at in range(0, len(waiting), AT_ONCE):
            changed += self.again(waiting[at : at + AT_ONCE])
            if progress:
                done = min(at + AT_ONCE, len(waiting))
                progress(Progress(done, len(waiting), f"linking {waiting[done - 1]}"))
        return changed

    def _waiting(self, but: frozenset[str]) -> list[str]:
        return [each for each in self._collection.store.waiting(self._version) if each not in but]

    def _shelve_first(self, record_ids: Sequence[str]) -> bool:
        """Put those where the others find them that nobody put there, before the first of them looks for another.

        Whether there were any.
        """
        store = self._collection.store
        unshelved = [each for each in record_ids if store.card(each) is None]
        for at in range(0, len(unshelved), AT_ONCE):
            self._shelve([store.record(each).document for each in unshelved[at : at + AT_ONCE]])
        return bool(unshelved)

    def again(self, record_ids: Sequence[str], *, anew: bool = False) -> int:
        """Link these papers over again; how many of them that changed. With `anew` others find them by what they say
        now: those that asked for it wait to be linked.
        """
        store = self._collection.store
        documents = {record_id: store.record(record_id).document for record_id in record_ids}
        if anew:
            self._shelve(list(documents.values()))
        made = {record_id: self._linked(document) for record_id, document in documents.items()}
        linked = [told for _, told in made.values() if told]
        changed = store.link(linked)
        for each in linked:
            # Papers said to be the same as one of these, and that do not know it yet.
            if others := {other for other, relation in each.ties if relation in SAME}:
                self._unrequited |= others - {tie.record for tie in store.ties(each.record)}
        told = self._collection.untold.intersection(record_ids)
        self._collection.index_standing([made[record_id][0] for record_id in dict.fromkeys([*changed, *sorted(told)])])
        return len(changed)

    def _shelve(self, documents: Sequence[Document]) -> None:
        """Put papers where the others find them, and remember whom they name."""
        told = []
        for document in map(self._corrected, documents):
            met = acquaintances(document, self._authority())
            for each in met:
                self._people.add(each)
            told.append(shelved(document, met))
        self._collection.store.shelve(told)

    def _linked(self, document: Document) -> tuple[Document, Linked | None]:
        """The paper linked; as it was read, and still waiting, where linking it failed."""
        self._holdings.begin()
        try:
            after = self._decided(document, through(self._corrected(document), self._stages))
        except Exception as fault:  # noqa: BLE001 - a fault of ours in one paper must not stop the others
            self._tell(f"{document.id} could not be linked ({type(fault).__name__}: {fault}); please report it")
            return document, None
        told = Linked(
            record=document.id,
            linker=self._version,
            overlay=overlay_of(document, after),
            digest=digest(to_line(after)),
            asked=tuple(self._holdings.asked),
            ties=tuple(steps_of(after)),
            waiting=waiting(after),
        )
        return after, told

    def _corrected(self, document: Document) -> Document:
        """The paper with what people corrected in its transcription."""
        return corrected(document, self._book.on(document, self._collection.stands))

    def _decided(self, document: Document, linked: Document) -> Document:
        """What people decided, over what the stages made of a paper."""
        stands = self._collection.stands
        heard = self._book.on(document, stands)
        return with_merged(decided(linked, heard, base=document.text, holds=stands), self._book.names)


def link_again(
    collection: Collection,
    *,
    waiting_only: bool = False,
    progress: Callable[[Progress], None] | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> int:
    """Link the whole collection over again, or what waits alone; how many papers are linked otherwise than before."""
    if not waiting_only:
        collection.store.let_wait()
    return Linking(collection, tell).go_on(progress)


def still_to_link(collection: Collection) -> Iterator[str]:
    """The papers that `Linking.go_on` would link, told without making the acquaintance of everybody first."""
    store, settings = collection.store, collection.settings
    who = Who(partial(authority_of_collection, settings), People(()), authority_version(settings))
    return store.waiting(version_of(stages(StoreHoldings(store), _Companions(store), who, lambda _: ())))


def link_within(documents: Sequence[Document]) -> list[Document]:
    """Papers that are kept nowhere, linked to one another."""
    shelf = Shelf()
    for document in documents:
        card = card_of(document)
        shelf.put(card, all_keys(document, card))
    people = People(met for document in documents for met in acquaintances(document, shipped()))
    by_id = {document.id: document for document in documents}
    who = Who(shipped, people)
    made = stages(shelf, lambda paper: _others(paper, documents), who, lambda paper: _witnesses(paper, by_id.get))
    return [through(document, made) for document in documents]


def through(document: Document, made: Sequence[Stage]) -> Document:
    """The paper after every stage."""
    for stage in made:
        document = stage.run(document)
    return document


def shelved(document: Document, met: Sequence[Acquaintance]) -> Shelved:
    """The paper as others find it, and whom it names."""
    card = card_of(document)
    names = tuple((each.entity, each.surname) for each in met)
    return Shelved(document.id, card.to_json(), tuple(dict.fromkeys(all_keys(document, card))), names)


def all_keys(document: Document, card: Card) -> Iterator[int]:
    """All by which others find the paper: references, and records of the same paper."""
    yield from keys_of(card)
    yield from match_keys(card)
    yield from fingerprint(document.text.reading)
