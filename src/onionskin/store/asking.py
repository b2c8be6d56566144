"""What waits for a person, record by record, and summed up for all records that ask the same.

Within a transaction that somebody else has begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection

from sqlalchemy import bindparam, delete, insert, select

from onionskin.store.contract import Matter, Queue, Waiting
from onionskin.store.database import ready
from onionskin.store.tables import matters, questions, records

_TOLD = ready(
    select(questions.c.matter, questions.c.gain, questions.c.line, matters.c.sort)
    .join(matters, matters.c.matter == questions.c.matter)
    .where(questions.c.record == bindparam("of"))
    .order_by(questions.c.place)
)
_NEW = ready(insert(questions), "record", "place", "matter", "gain", "line")
_DROP = ready(delete(questions).where(questions.c.record == bindparam("of")))
_ADD = """
INSERT INTO matters (matter, sort, gain, papers) VALUES (:matter, :sort, :gain, 1)
ON CONFLICT (matter) DO UPDATE SET gain = gain + excluded.gain, papers = papers + 1
"""
_TAKE = "UPDATE matters SET gain = gain - :gain, papers = papers - 1 WHERE matter = :matter"
_DROP_EMPTY = "DELETE FROM matters WHERE matter = :matter AND papers = 0"
_COUNTS = "SELECT sort, count(*) FROM matters GROUP BY sort"
_PAGE = "SELECT matter, gain, papers FROM matters {where} ORDER BY gain DESC, matter LIMIT :limit OFFSET :offset"
_BEST = ready(
    select(records.c.id, questions.c.line)
    .join(records, records.c.n == questions.c.record)
    .where(questions.c.matter == bindparam("matter"))
    .order_by(questions.c.gain.desc(), questions.c.record)
)
_ASKING = ready(
    select(records.c.id)
    .join(questions, records.c.n == questions.c.record)
    .where(questions.c.matter == bindparam("matter"))
    .order_by(records.c.id)
)


def wait(connection: Connection, n: int, waiting: Sequence[Waiting]) -> None:
    """Let these wait, and nothing else, of the record that is row `n`; of two on one matter the first."""
    now = {each.matter: each for each in reversed(waiting)}
    wanted = [each for each in waiting if now[each.matter] is each]
    before = [Waiting(matter, sort, gain, line) for matter, gain, line, sort in connection.execute(_TOLD, {"of": n})]
    if before == wanted:
        return
    connection.execute(_DROP, {"of": n})
    for each in before:
        connection.execute(_TAKE, {"matter": each.matter, "gain": each.gain})
    for place, each in enumerate(wanted):
        connection.execute(_ADD, {"matter": each.matter, "sort": each.sort, "gain": each.gain})
        told = {"record": n, "place": place, "matter": each.matter, "gain": each.gain, "line": each.line}
        connection.execute(_NEW, told)
    connection.executemany(_DROP_EMPTY, [{"matter": each.matter} for each in before])


def queue(connection: Connection, sort: str | None, limit: int, offset: int) -> Queue:
    """What waits, what is worth most first."""
    counts = dict(connection.execute(_COUNTS).fetchall())
    page = _PAGE.format(where="WHERE sort = :sort" if sort is not None else "")
    found = connection.execute(page, {"sort": sort, "limit": limit, "offset": offset}).fetchall()
    told = []
    for matter, gain, papers in found:
        record, line = connection.execute(_BEST, {"matter": matter}).fetchone()
        told.append(Matter(matter, record, papers, gain, line))
    total = sum(counts.values()) if sort is None else counts.get(sort, 0)
    return Queue(total, tuple(told), counts)


def asking(connection: Connection, matter: str) -> tuple[str, ...]:
    """The records that ask the same."""
    return tuple(record for (record,) in connection.execute(_ASKING, {"matter": matter}))
