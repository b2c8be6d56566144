"""Searches that people keep under names of their own, and what of each is new since they looked last."""

from __future__ import annotations

import time
from dataclasses import dataclass

from onionskin.errors import NotFoundError, UsageError
from onionskin.search.contract import Order
from onionskin.search.query import parse
from onionskin.store.searches import SavedSearch
from onionskin.workbench.collection import Collection
from onionskin.workbench.finding import arrived, count_among

LONGEST_NAME = 100
PATIENCE = 0.06
"""Seconds of work for which new papers are counted while somebody waits for a list."""


@dataclass(frozen=True, slots=True)
class SearchNews:
    """A kept search with the number of papers that meet it and came since its author looked last.

    `new` is None where it was not counted: there was no time, or the query parses no longer, as `fault` says then.
    """

    saved: SavedSearch
    new: int | None
    fault: str = ""

    @property
    def order(self) -> Order:
        """How the papers are to follow one another; the best first where another version knew more ways."""
        return next((each for each in Order if each.value == self.saved.sort), Order.BEST)


class Arrivals:
    """The papers that came since a look, fetched once for all searches that were looked at together."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._newest = collection.store.newest()
        self._since: dict[int, tuple[str, ...]] = {}

    def news(self, saved: SavedSearch, *, count: bool = True) -> SearchNews:
        """What is new of a search; not counted without `count`, unless nothing came at all."""
        try:
            parse(saved.query)
        except UsageError as error:
            return SearchNews(saved, None, error.what)
        if saved.seen >= self._newest:
            return SearchNews(saved, 0)
        return SearchNews(saved, self._counted(saved) if count else None)

    def _counted(self, saved: SavedSearch) -> int:
        if saved.seen not in self._since:
            self._since[saved.seen] = arrived(self._collection, saved.seen)
        return count_among(self._collection, saved.query, self._since[saved.seen])


def saved_searches(collection: Collection, author: str, patience: float = PATIENCE) -> tuple[SearchNews, ...]:
    """All that an author keeps, by name.

    To count what is new is to search, unless no paper came at all. It is done for `patience` seconds of
    work, and for the first in any case; the index remembers it, so whoever asks again is told of more.
    """
    began = time.thread_time()
    arrivals = Arrivals(collection)
    told: list[SearchNews] = []
    for saved in collection.store.searches.of(author):
        in_time = not told or time.thread_time() - began < patience
        told.append(arrivals.news(saved, count=in_time))
    return tuple(told)


def saved_search(collection: Collection, author: str, n: int) -> SearchNews:
    """One of them, counted. NotFoundError where the author has none of this number."""
    return Arrivals(collection).news(collection.store.searches.one(author, n))


def search_called(collection: Collection, author: str, name: str) -> SearchNews:
    """The one of this name, counted. NotFoundError."""
    for each in collection.store.searches.of(author):
        if each.name == _fit_name(name):
            return Arrivals(collection).news(each)
    raise NotFoundError(
        "no search of yours has this name", where=name, advice="See what you keep: `onionskin find --searches`"
    )


def searches_of(collection: Collection, author: str, query: str, order: Order) -> tuple[SavedSearch, ...]:
    """Those that ask just this."""
    kept = collection.store.searches.of(author)
    return tuple(each for each in kept if (each.query, each.sort) == (query.strip(), order.value))


def save_search(collection: Collection, author: str, name: str, query: str, order: Order = Order.BEST) -> SavedSearch:
    """Keep a search; what it finds now is seen. UsageError for a query that does not parse or a name that is taken."""
    parse(query)
    seen = _seen_by_now(collection, 0)
    return collection.store.searches.save(author, _fit_name(name), query.strip(), order.value, seen)


def change_search(  # noqa: PLR0913 - what there is to change
    collection: Collection,
    author: str,
    n: int,
    *,
    name: str | None = None,
    query: str | None = None,
    order: Order | None = None,
) -> SearchNews:
    """Another name, query or order; what was seen stays. NotFoundError; UsageError as of `save_search`."""
    saved = collection.store.searches.one(author, n)
    if query is not None:
        parse(query)
    changed = collection.store.searches.change(
        author,
        n,
        saved.name if name is None else _fit_name(name),
        saved.query if query is None else query.strip(),
        saved.sort if order is None else order.value,
    )
    return Arrivals(collection).news(changed)


def look(collection: Collection, author: str, n: int) -> SavedSearch:
    """Remember that the author looks at what the search finds now, and give it as it was before. NotFoundError.

    To be called before the search is asked: what comes in between is shown twice then, and not never.
    """
    before = collection.store.searches.one(author, n)
    collection.store.searches.look(author, n, _seen_by_now(collection, before.seen))
    return before


def forget_search(collection: Collection, author: str, n: int) -> None:
    """Keep a search no longer. NotFoundError."""
    collection.store.searches.remove(author, n)


def _seen_by_now(collection: Collection, before: int) -> int:
    """The mark up to which whoever looks now is shown everything.

    A paper that is kept and not taken into the index yet (others read while we search), or not released, is still to
    come: it would never be new if it counted as seen.
    """
    collection.bring_in_step()
    newest = collection.store.newest()
    arrivals = collection.store.arrivals(before)
    lacking = collection.index.lacking(record for _, record in arrivals)
    return min((mark - 1 for mark, record in arrivals if record in lacking), default=newest)


def _fit_name(name: str) -> str:
    told = " ".join(name.split())
    if not 0 < len(told) <= LONGEST_NAME or not told.isprintable():
        raise UsageError(
            f"a saved search has a name of 1 to {LONGEST_NAME} characters", advice="Name it by what you look for"
        )
    return told
