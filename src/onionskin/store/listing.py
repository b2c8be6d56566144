"""The rows of a listing, and how many papers lie on each heap, from the tables."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, text

from onionskin.store.accession import head
from onionskin.store.database import driver_of, ready
from onionskin.store.summary import TOP_VALUES, Facet, Listing, Order, Row
from onionskin.store.tables import heaps, records

COUNTS_KEPT = 200
_ROW = (
    *(records.c.id, records.c.kind, records.c.date, records.c.number, records.c.sender, records.c.recipients),
    *(records.c.subject, records.c.source_name, records.c.pages, records.c.markings, records.c.doubtful),
    records.c.unclaimed,
)
"""In the order of `Row`."""
_ROWS = ready(
    select(*_ROW).where(records.c.superseded.is_(None), records.c.id.in_(text("SELECT value FROM json_each(:ids)")))
)
_ORDERS = {
    Order.SOURCE: (records.c.source, records.c.place),
    Order.DATE: (records.c.day, records.c.source, records.c.place),
}


class Listings:
    """The listings of one collection. How many papers lie on which heaps takes ten times as long as the rows, and is
    asked for again with every page: it is counted once for each state of the collection.
    """

    def __init__(self) -> None:
        """Has counted nothing yet."""
        self._counts: OrderedDict[tuple[int, frozenset[tuple[Facet, str]]], Counts] = OrderedDict()
        self._lock = Lock()

    def of(self, connection: Connection, limit: int, offset: int, wanted: Mapping[Facet, str], order: Order) -> Listing:
        """The rows of papers that lie on all the wanted heaps, and what other heaps those lie on."""
        meets = and_(records.c.superseded.is_(None), *(_lies_on(facet, value) for facet, value in wanted.items()))
        rows = connection.execute(select(*_ROW).where(meets).order_by(*_ORDERS[order]).limit(limit).offset(offset))
        # Nothing is kept or superseded without an entry in the journal.
        state, _ = head(driver_of(connection))
        key = (state, frozenset(wanted.items()))
        with self._lock:
            counts = self._counts.get(key)
        if counts is None:
            counts = _counts(connection, meets, narrowed=bool(wanted))
            with self._lock:
                self._counts[key] = counts
                while len(self._counts) > COUNTS_KEPT:
                    self._counts.popitem(last=False)
        return Listing(counts.total, tuple(map(_row, rows)), counts.facets)


def rows(connection: Connection, record_ids: Sequence[str]) -> tuple[Row, ...]:
    """The rows of standing papers, in the order of the ids."""
    found = driver_of(connection).execute(_ROWS, {"ids": json.dumps(list(record_ids))})
    held = {row[0]: _row(row) for row in found}
    return tuple(held[each] for each in record_ids if each in held)


def _row(told: Sequence[Any]) -> Row:
    return Row(*told)


def _lies_on(facet: Facet, value: str) -> ColumnElement[bool]:
    return records.c.n.in_(select(heaps.c.record).where(heaps.c.facet == facet, heaps.c.value == value))


class Counts(NamedTuple):
    """How many papers meet a filter, and on which heaps they lie."""

    total: int
    facets: Mapping[Facet, tuple[tuple[str, int], ...]]


def _counts(connection: Connection, meets: ColumnElement[bool], *, narrowed: bool) -> Counts:
    total = connection.execute(select(func.count()).select_from(records).where(meets)).scalar_one()
    return Counts(total, _counted(connection, meets if narrowed else None))


def _counted(connection: Connection, meets: ColumnElement[bool] | None) -> Mapping[Facet, tuple[tuple[str, int], ...]]:
    """The fullest heaps of each facet; only standing records lie on any."""
    counts: Select[tuple[str, str, int]] = select(heaps.c.facet, heaps.c.value, func.count().label("papers"))
    if meets is not None:
        counts = counts.where(heaps.c.record.in_(select(records.c.n).where(meets)))
    counted = counts.group_by(heaps.c.facet, heaps.c.value).subquery()
    fullest_first = (counted.c.papers.desc(), counted.c.value)
    rank = func.row_number().over(partition_by=counted.c.facet, order_by=fullest_first).label("rank")
    ranked = select(counted, rank).subquery()
    top = select(ranked).where(ranked.c.rank <= TOP_VALUES).order_by(ranked.c.rank)
    rows = connection.execute(top).all()
    return {facet: tuple((row.value, row.papers) for row in rows if row.facet == facet) for facet in Facet}
