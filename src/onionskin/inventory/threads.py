"""The threads of a collection: papers that answer, enclose, report on and cite one another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from sqlite3 import Connection

from onionskin.linking.threads import Step


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


_TIES = """
SELECT paper.record, tie.other, relation
FROM paper JOIN tie ON tie.paper = paper.n JOIN paper AS led ON led.record = tie.other
WHERE paper.record = ?1
UNION SELECT paper.record, tie.other, relation FROM tie JOIN paper ON paper.n = tie.paper
WHERE tie.other = ?1 AND EXISTS (SELECT 1 FROM paper WHERE record = ?1) ORDER BY 1, 2, 3
"""


def steps_of(connection: Connection, record: str) -> list[Step]:
    """The steps from a paper and to it, as far as the papers at their ends are held."""
    return [Step(*row) for row in connection.execute(_TIES, (record,))]


def threads_of(connection: Connection, *, order: ThreadOrder, limit: int, offset: int) -> ThreadList:
    """The threads of a collection."""
    (total,) = connection.execute("SELECT count(*) FROM thread").fetchone()
    query = f"SELECT papers, first, last, centre FROM thread ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?"  # noqa: S608
    return ThreadList(total, tuple(ThreadRow(*row) for row in connection.execute(query, (limit, offset))))
