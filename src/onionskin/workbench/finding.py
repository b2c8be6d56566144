"""Finding papers by their words and fields."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import chain, islice

from onionskin.exports.spreadsheet import csv_row
from onionskin.search.contract import Counted, Hit, Order
from onionskin.search.query import parse as parse_query
from onionskin.workbench.collection import Collection
from onionskin.workbench.search_form import single_parts

__all__ = ["Counted", "Hit", "Order", "Results", "ResultsForm", "each_alone", "find", "result_lines"]

MOST_PARTS = 8
"""Parts of a query that are asked for by themselves."""
COLUMNS = ("record", "heading", "title", "date", "kind", "page", "place", "snippet")
"""Of CSV; none of them says where on the page the words stand."""
_MARKS = str.maketrans("", "", "\x02\x03")


class ResultsForm(StrEnum):
    """In which a whole result is given away, by the endings of files."""

    CSV = "csv"
    JSON_LINES = "jsonl"

    @property
    def media_type(self) -> str:
        """As it is said over the web."""
        return "text/csv" if self is ResultsForm.CSV else "application/jsonl"


@dataclass(frozen=True, slots=True)
class Results:
    """`total` papers meet the query, `hits` are the ones asked for; `tolerant` tells which words were read tolerantly.

    `query` is the query as it was understood, `took_ms` the time in milliseconds, `heaps` the values of all papers
    found, by the names of fields, `year` and `month`.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    tolerant: tuple[str, ...]
    took_ms: float
    heaps: Mapping[str, tuple[Counted, ...]] = field(default_factory=dict)


def find(  # noqa: PLR0913 - what can be asked of a search
    collection: Collection,
    query: str,
    *,
    limit: int = 20,
    offset: int = 0,
    order: Order = Order.BEST,
    heaps: int = 0,
    since: int | None = None,
) -> Results:
    """Released papers that meet the query, and with `heaps` so many values of each field that they have.

    With `since`, those alone that were first kept after this mark (`store.searches` says what marks are). UsageError
    points at what does not parse. A collection under review finds nothing: not even a count tells what it holds.
    """
    began = time.perf_counter()
    parsed = parse_query(query)
    if not collection.public:
        return Results(str(parsed), 0, (), (), 0.0)
    collection.bring_in_step()
    among = None if since is None else arrived(collection, since)
    found = collection.index.find(parsed, limit=limit, offset=offset, order=order, heaps=heaps, among=among)
    took = round((time.perf_counter() - began) * 1000, 1)
    return Results(str(parsed), found.total, found.hits, found.tolerant, took, found.heaps)


def each_alone(collection: Collection, query: str) -> tuple[tuple[str, int], ...]:
    """How many papers each part of a query finds by itself, of eight parts at most: for one that finds none."""
    return tuple((part, find(collection, part, limit=1).total) for part in single_parts(query)[:MOST_PARTS])


def arrived(collection: Collection, since: int) -> tuple[str, ...]:
    """The papers that were first kept after a mark."""
    return tuple(record for _, record in collection.store.arrivals(since))


def count_among(collection: Collection, query: str, among: tuple[str, ...]) -> int:
    """How many of these papers `find` would find."""
    parsed = parse_query(query)
    if not collection.public:
        return 0
    collection.bring_in_step()
    return collection.index.find(parsed, limit=0, among=among).total


def result_lines(
    collection: Collection, query: str, form: ResultsForm, order: Order = Order.BEST, since: int | None = None
) -> Iterator[str]:
    """A whole result (`find`), line by line, each with its end. UsageError before the first.

    In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    parsed = parse_query(query)
    hits: Iterator[Hit] = iter(())
    if collection.public:
        collection.bring_in_step()
        among = None if since is None else arrived(collection, since)
        hits = collection.index.hits(parsed, order=order, among=among, exact=form is not ResultsForm.CSV)
    first = tuple(islice(hits, 1))  # What is wrong with the index is told before anything is.
    return (_csv_lines if form is ResultsForm.CSV else _json_lines)(chain(first, hits))


def _csv_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """A head, and a row for each paper."""
    yield csv_row(COLUMNS)
    for hit in hits:
        *told, snippet = (str(getattr(hit, name)) for name in COLUMNS)
        yield csv_row((*told, snippet.translate(_MARKS)))


def _json_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """An object for each paper."""
    for hit in hits:
        told = {**asdict(hit), "snippet": hit.snippet.translate(_MARKS)}
        yield json.dumps(told, ensure_ascii=False) + "\n"
