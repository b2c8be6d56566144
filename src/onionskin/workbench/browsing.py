"""Browsing: the calendar, persons and posts, threads, what is missing, files; all from the collection's inventory.

The inventory holds what is released and nothing else, so under review each of these is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from sqlite3 import Connection

from onionskin.errors import NotFoundError
from onionskin.inventory import calendars, lacking, people, shelves, threads
from onionskin.inventory.calendars import Calendar, Period
from onionskin.inventory.coverage import Coverage, coverage_of
from onionskin.inventory.facts import Sheet
from onionskin.inventory.lacking import MissingList, MissingOrder
from onionskin.inventory.people import POSTS, PartyList, PartyOrder, PartyPapers, PartyRow
from onionskin.inventory.shelves import Folder, Holding, Shelf, ShelfPaper
from onionskin.inventory.threads import ThreadOrder, ThreadRow
from onionskin.linking.authorities.entity import Entity, Service
from onionskin.linking.authorities.volumes import known_as
from onionskin.linking.wanting import Missing
from onionskin.store.contract import SourceEntry
from onionskin.store.summary import Row
from onionskin.workbench.authorities import authority_of_collection, holders_of
from onionskin.workbench.collection import Collection

EVERY = 10**9
"""More rows than any collection has."""


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """A year, a month or a day, with the rows of those of its papers that were asked for."""

    period: Period
    papers: tuple[Row, ...]
    missing: MissingList


@dataclass(frozen=True, slots=True)
class Served:
    """A post of a person: its id, its title, and from when to when; `party` is the post where papers name it."""

    service: Service
    party: PartyRow | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held a post: the person, what of it, and the same where papers name the person."""

    person: Entity
    service: Service
    party: PartyRow | None


@dataclass(frozen=True, slots=True)
class PartyView:
    """A person or post: what papers there are, with the rows asked for, and what the authority knows.

    `entity` is None of one whom no authority knows. `served` are the posts of a person, `holders` who held a post.
    """

    known: PartyPapers
    papers: tuple[Row, ...]
    entity: Entity | None
    served: tuple[Served, ...]
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class ThreadsPart:
    """A part of the list of threads, each with the row of the paper that most of its papers lead to."""

    total: int
    threads: tuple[tuple[ThreadRow, Row], ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its papers as they stand in it, and its pages that were images."""

    entry: SourceEntry
    shelf: Shelf
    papers: tuple[tuple[ShelfPaper, Row], ...]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Archived:
    """A part of the archives, of the files of one, or of the papers in a file, and how many of these there are."""

    total: int
    holdings: tuple[Holding, ...]
    papers: tuple[Row, ...]


def calendar(collection: Collection) -> Calendar:
    """The calendar of the whole collection."""
    collection.bring_inventory_in_step()
    return collection.inventory.told(calendars.whole)


def calendar_part(collection: Collection, period: str, *, limit: int = 50, offset: int = 0) -> CalendarPart:
    """A year (`1962`), month (`1962-11`) or day of the calendar. UsageError where it is none of these."""
    with _asking(collection) as inventory:
        part = calendars.period_of(inventory, period, limit, offset)
        missing = lacking.register(inventory, kind="", period=period, order=MissingOrder.DATE, limit=limit, offset=0)
    return CalendarPart(part, collection.store.rows(part.records), missing)


def parties(  # noqa: PLR0913 - what may be asked of a list
    collection: Collection,
    kinds: Sequence[str],
    *,
    letter: str = "",
    words: str = "",
    order: PartyOrder = PartyOrder.NAME,
    limit: int = 100,
    offset: int = 0,
) -> PartyList:
    """Persons (`PERSONS`) or posts, offices and bodies (`POSTS`) whom papers name, or may mean."""
    with _asking(collection) as inventory:
        return people.listed(inventory, kinds, letter=letter, words=words, order=order, limit=limit, offset=offset)


def party(collection: Collection, entity: str, *, part: str = "", limit: int = 50, offset: int = 0) -> PartyView:
    """A person or post by its id; with `part` its papers of that part alone. NotFoundError where no paper names it and
    the collection's authority does not know it.
    """
    with _asking(collection) as inventory:
        held = authority_of_collection(collection.settings).get(known_as(entity))
        row = people.party_of(inventory, known_as(entity)) or (_unnamed(held) if held else None)
        if row is None:
            raise NotFoundError("no paper names this person or post, and the authority knows none", where=entity)
        totals = collection.inventory.told(people.papers_of, row)
        known = people.listing(inventory, totals, part=part, limit=limit, offset=offset)
        posts = people.parties_held(inventory, [each.post for each in held.held]) if held else {}
        served = tuple(Served(each, posts.get(each.post)) for each in held.held) if held else ()
        holders = holders_of(collection.settings, row.entity) if row.kind in POSTS else ()
        named = people.parties_held(inventory, [each.id for each in holders])
    return PartyView(
        known=known,
        papers=collection.store.rows(known.records),
        entity=held,
        served=served,
        holders=tuple(
            Holder(each, service, named.get(each.id))
            for each in holders
            for service in each.held
            if service.post == row.entity
        ),
    )


def _unnamed(entity: Entity) -> PartyRow:
    """One whom the authority knows and no paper names."""
    return PartyRow(entity.id, entity.kind.value, " ".join(entity.name.split()), 0, 0, 0, 0, "", "")


def threads_of(
    collection: Collection, *, order: ThreadOrder = ThreadOrder.PAPERS, limit: int = 50, offset: int = 0
) -> ThreadsPart:
    """The threads of the collection; `thread` shows one by the id of its centre."""
    with _asking(collection) as inventory:
        found = threads.threads_of(inventory, order=order, limit=limit, offset=offset)
    rows = {row.id: row for row in collection.store.rows([each.centre for each in found.rows])}
    return ThreadsPart(found.total, tuple((each, rows[each.centre]) for each in found.rows if each.centre in rows))


def missing_papers(  # noqa: PLR0913 - what may be asked of a list
    collection: Collection,
    *,
    kind: str = "",
    period: str = "",
    order: MissingOrder = MissingOrder.DATE,
    limit: int = EVERY,
    offset: int = 0,
) -> MissingList:
    """The register of papers that are cited and not held."""
    if period:
        calendars.parts_known(period)
    with _asking(collection) as inventory:
        return lacking.register(inventory, kind=kind, period=period, order=order, limit=limit, offset=offset)


def missing_of_papers(collection: Collection, record_ids: frozenset[str]) -> tuple[Missing, ...]:
    """What these papers cite and is not held, in the order of days, with those alone of them that cite it."""
    with _asking(collection) as inventory:
        return lacking.wanted_by(inventory, record_ids)


def folders(collection: Collection, *, limit: int = 100, offset: int = 0) -> tuple[int, tuple[Folder, ...]]:
    """The folders of the sources in which papers were found: how many, and those asked for."""
    with _asking(collection) as inventory:
        return shelves.folders(inventory, limit, offset)


def folder(collection: Collection, name: str, *, limit: int = 100, offset: int = 0) -> tuple[int, tuple[Shelf, ...]]:
    """The sources of one folder: how many, and those asked for."""
    with _asking(collection) as inventory:
        return shelves.shelves(inventory, name, limit, offset)


def source(collection: Collection, sha256: str, *, limit: int = 100, offset: int = 0) -> SourceView:
    """One source by its hash. NotFoundError where no paper was found in it, or none that may be shown."""
    with _asking(collection) as inventory:
        shelf = shelves.shelf(inventory, sha256)
        papers = shelves.papers_on(inventory, sha256, limit, offset)
        sheets = shelves.sheets_of(inventory, sha256)
    entry = collection.store.source(sha256)
    if shelf is None or entry is None:
        raise NotFoundError("no paper of the collection stands in such a source", where=sha256)
    rows = {row.id: row for row in collection.store.rows([each.record for each in papers])}
    return SourceView(entry, shelf, tuple((each, rows[each.record]) for each in papers if each.record in rows), sheets)


def archived(
    collection: Collection, archive: str | None = None, file: str | None = None, *, limit: int = 100, offset: int = 0
) -> Archived:
    """The archives that papers name as theirs; of one that is named its files; of a file its papers."""
    records: tuple[str, ...] = ()
    with _asking(collection) as inventory:
        if archive is None:
            holdings = collection.inventory.told(shelves.archives)
            total, holdings = len(holdings), holdings[offset : offset + limit]
        elif file is None:
            total, holdings = shelves.files_of(inventory, archive, limit, offset)
        else:
            holdings = ()
            total, records = shelves.records_in(inventory, archive, file, limit, offset)
    return Archived(total, holdings, collection.store.rows(records))


def rows_of(collection: Collection, record_ids: Sequence[str]) -> tuple[Row, ...]:
    """What a list says of papers that may be shown, by their ids."""
    return collection.store.rows(record_ids) if collection.public else ()


def coverage(collection: Collection) -> Coverage:
    """How much is read, doubtful and missing."""
    collection.bring_inventory_in_step()
    return collection.inventory.told(coverage_of)


@contextmanager
def _asking(collection: Collection) -> Iterator[Connection]:
    """The collection's inventory, in step with its papers."""
    collection.bring_inventory_in_step()
    with collection.inventory.reading() as connection:
        yield connection
