"""The threads of a collection: papers that answer, enclose, report on and cite one another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from sqlite3 import Connection


class ThreadOrder(StrEnum):
    """How the list follows: the longest first, or the earliest."""

    PAPERS = "papers"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A thread: how many papers, the days of the first and the last dated one, and the one that most others lead to."""

    papers: int
    first: str
    last: str
    centre: str


@dataclass(frozen=True, slots=True)
class ThreadList:
    """`total` threads, and those asked for."""

    total: int
    rows: tuple[ThreadRow, ...]


_ORDERS = {ThreadOrder.PAPERS: "papers DESC, first, n", ThreadOrder.DATE: "first = '', first, n"}


def threads_of(connection: Connection, *, order: ThreadOrder, limit: int, offset: int) -> ThreadList:
    """The threads of a collection."""
    (total,) = connection.execute("SELECT count(*) FROM thread").fetchone()
    query = f"SELECT papers, first, last, centre FROM thread ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?"  # noqa: S608
    return ThreadList(total, tuple(ThreadRow(*row) for row in connection.execute(query, (limit, offset))))
