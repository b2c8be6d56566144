"""The rows of a listing, and how many papers lie on each heap, from the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from onionskin.store.summary import TOP_VALUES, Facet, Listing, Order, Row
from onionskin.store.tables import heaps, records

AT_ONCE = 500
"""Parameters of one statement; SQLite takes at least 999."""

_ORDERS = {
    Order.SOURCE: (records.c.source, records.c.place),
    Order.DATE: (records.c.day, records.c.source, records.c.place),
}


def listing(connection: Connection, limit: int, offset: int, wanted: Mapping[Facet, str], order: Order) -> Listing:
    """The rows of papers that lie on all the wanted heaps, and what other heaps those lie on."""
    meets = and_(records.c.superseded.is_(None), *(_lies_on(facet, value) for facet, value in wanted.items()))
    total = connection.execute(select(func.count()).select_from(records).where(meets)).scalar_one()
    rows = connection.execute(select(records).where(meets).order_by(*_ORDERS[order]).limit(limit).offset(offset))
    return Listing(
        total=total,
        rows=tuple(map(_row, rows)),
        facets=_counted(connection, meets if wanted else None),
    )


def rows(connection: Connection, record_ids: Sequence[str]) -> tuple[Row, ...]:
    """The rows of standing papers, in the order of the ids."""
    held: dict[str, Row] = {}
    for at in range(0, len(record_ids), AT_ONCE):
        some = records.c.id.in_(record_ids[at : at + AT_ONCE])
        found = connection.execute(select(records).where(some, records.c.superseded.is_(None)))
        held.update((row.id, _row(row)) for row in found)
    return tuple(held[each] for each in record_ids if each in held)


def _row(row: Any) -> Row:  # noqa: ANN401 - a row of `records`
    return Row(
        id=row.id,
        kind=row.kind,
        date=row.date,
        number=row.number,
        sender=row.sender,
        recipients=row.recipients,
        subject=row.subject,
        source=row.source_name,
        pages=row.pages,
        markings=row.markings,
        doubtful=row.doubtful,
        unclaimed=row.unclaimed,
    )


def _lies_on(facet: Facet, value: str) -> ColumnElement[bool]:
    return records.c.n.in_(select(heaps.c.record).where(heaps.c.facet == facet, heaps.c.value == value))


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
