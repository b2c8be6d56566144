"""The register of papers that are cited and not held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from sqlite3 import Connection

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
_WANTED = "SELECT missing FROM want JOIN paper ON paper.n = want.paper WHERE record = ?"
_CITING = """
SELECT record, text, want.day FROM want JOIN paper ON paper.n = want.paper
WHERE missing = ? ORDER BY want.day, paper.n, want.rowid
"""


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
    return MissingList(total, tuple(_missing(connection, *row) for row in rows), dict(kinds.fetchall()))


def wanted_by(connection: Connection, record_ids: frozenset[str]) -> tuple[Missing, ...]:
    """What some papers cite and is not held, in the order of days, with those alone of them that cite it."""
    known: dict[str, None] = {}
    for record in sorted(record_ids):
        known |= dict.fromkeys(each for (each,) in connection.execute(_WANTED, (record,)))
    query = f"SELECT {_COLUMNS} FROM missing WHERE known = ?"  # noqa: S608 - our own words
    found = [_missing(connection, *connection.execute(query, (each,)).fetchone()) for each in known]
    theirs = (
        replace(each, cited_by=tuple(citing for citing in each.cited_by if citing.record in record_ids))
        for each in found
    )
    return tuple(sorted(theirs, key=place_in_register))


def _missing(connection: Connection, known: str, *told: str) -> Missing:
    kind, number, series, sender, receiver, date, state, by = told
    citing = tuple(Citing(*row) for row in connection.execute(_CITING, (known,)))
    return Missing(kind, number, series, sender, receiver, date, state, by, citing)
