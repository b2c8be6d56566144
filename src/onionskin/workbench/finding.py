"""Finding papers by their words and fields."""

from __future__ import annotations

import time
from dataclasses import dataclass

from onionskin.search.contract import Hit
from onionskin.search.query import parse as parse_query
from onionskin.workbench.collection import Collection

__all__ = ["Hit", "Results", "find"]


@dataclass(frozen=True, slots=True)
class Results:
    """`total` papers meet the query, `hits` are the ones asked for; `tolerant` tells which words were read tolerantly.

    `query` is the query as it was understood, `took_ms` the time in milliseconds.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    tolerant: tuple[str, ...]
    took_ms: float


def find(collection: Collection, query: str, *, limit: int = 20, offset: int = 0) -> Results:
    """Released papers that meet the query, best first. UsageError points at what does not parse.

    A collection under review finds nothing: not even a count tells what it holds.
    """
    began = time.perf_counter()
    parsed = parse_query(query)
    if not collection.public:
        return Results(str(parsed), 0, (), (), 0.0)
    collection.bring_in_step()
    found = collection.index.find(parsed, limit=limit, offset=offset)
    return Results(str(parsed), found.total, found.hits, found.tolerant, round((time.perf_counter() - began) * 1000, 1))
