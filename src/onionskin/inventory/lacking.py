"""The register of papers that are cited and not held."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from sqlite3 import Connection
from typing import Any

from onionskin.linking.wanting import Citing, Missing, place_in_register


class MissingOrder(StrEnum):
    """How the register follows: by day, by how many cite a paper, by series and number."""

    DATE = "date"
    CITED = "cited"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class MissingList:
    """`total` papers meet what was asked; `kinds` are those of the whole register, the most first."""

    total: int
    rows: tuple[Missing, ...]
    kinds: Mapping[str, int]


_ORDERS = {
    MissingOrder.DATE: "sorts, series, substr('00000' || number, -6), sender, receiver, kind, known",
    MissingOrder.CITED: "cited DESC, sorts, known",
    MissingOrder.NUMBER: "series, CAST(number AS INTEGER), number, sorts, known",
}
_COLUMNS = "known, kind, number, series, sender, receiver, date, state, by"
_WANTED = "SELECT missing FROM want JOIN paper ON paper.n = want.paper WHERE record IN (SELECT value FROM json_each(?))"
_CITING = """
SELECT missing, record, text, want.day FROM want JOIN paper ON paper.n = want.paper
WHERE missing IN (SELECT value FROM json_each(?)) ORDER BY want.day, paper.n, want.rowid
"""
_ALL_CITING = """
SELECT missing, record, text, want.day FROM want JOIN paper ON paper.n = want.paper
ORDER BY want.day, paper.n, want.rowid
"""
MANY = 1_000
"""From so many missing papers on it is quicker to read who cites any."""


def register(  # noqa: PLR0913 - what may be asked of a list
    connection: Connection, *, kind: str, period: str, order: MissingOrder, limit: int, offset: int
) -> MissingList:
    """The register, or the part of it that is of one kind, or of one year, month or day (`1962-11`)."""
    kinds = connection.execute("SELECT kind, count(*) FROM missing GROUP BY kind ORDER BY count(*) DESC, kind")
    where, given = "1", list[str]()
    if kind:
        where, given = f"{where} AND kind = ?", [*given, kind]
    if period:
        where, given = f"{where} AND sorts >= ? AND sorts < ? AND date != ''", [*given, period, f"{period}~"]
    (total,) = connection.execute(f"SELECT count(*) FROM missing WHERE {where}", given).fetchone()  # noqa: S608
    query = f"""
    SELECT {_COLUMNS} FROM missing
    WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?
    """  # noqa: S608 - our own words
    rows = connection.execute(query, (*given, limit, offset)).fetchall()
    return MissingList(total, _with_citing(connection, rows), dict(kinds.fetchall()))


def wanted_by(connection: Connection, record_ids: frozenset[str]) -> tuple[Missing, ...]:
    """What some papers cite and is not held, in the order of days, with those alone of them that cite it."""
    known = {each for (each,) in connection.execute(_WANTED, (json.dumps(sorted(record_ids)),))}
    query = f"SELECT {_COLUMNS} FROM missing WHERE known IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
    found = _with_citing(connection, connection.execute(query, (json.dumps(list(known)),)).fetchall())
    theirs = (
        replace(each, cited_by=tuple(citing for citing in each.cited_by if citing.record in record_ids))
        for each in found
    )
    return tuple(sorted(theirs, key=place_in_register))


def _with_citing(connection: Connection, rows: Sequence[Sequence[Any]]) -> tuple[Missing, ...]:
    """Missing papers from their rows, each with those that cite it, by day."""
    known = [row[0] for row in rows]
    found = connection.execute(_ALL_CITING) if len(known) >= MANY else connection.execute(_CITING, (json.dumps(known),))
    citing: dict[str, list[Citing]] = {each: [] for each in known}
    for missing, *told in found:
        if missing in citing:
            citing[missing].append(Citing(*told))
    return tuple(
        Missing(kind, number, series, sender, receiver, date, state, by, tuple(citing[each]))
        for each, kind, number, series, sender, receiver, date, state, by in rows
    )
