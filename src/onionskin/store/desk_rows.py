"""The rows in which the desk's papers are found, to be held against what the journal says they must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from sqlite3 import Connection

from sqlalchemy import Table, insert, select

from onionskin.store import accession, outbox
from onionskin.store.database import Database, driver_of, ready
from onionskin.store.desk_cards import Card, CaseCard, Rows, write_card, write_case
from onionskin.store.desk_tables import COLLECTION, desk_numbers, desk_papers
from onionskin.store.journal import OF_DESK, Entry
from onionskin.store.outbox import Outgoing
from onionskin.store.tables import journal

_NEW_NUMBER = ready(insert(desk_numbers))

AT_ONCE = 500
"""Papers whose rows are read together."""


@cache
def tables_of_papers() -> tuple[tuple[Table, str], ...]:
    """Every table that has rows of a paper, with its column for the paper's number."""
    others = (
        (table, each.parent.name)
        for table in COLLECTION.sorted_tables
        for each in table.foreign_keys
        if each.column is desk_papers.c.n
    )
    return ((desk_papers, "n"), *others)


@cache
def _questions() -> Mapping[str, str]:
    """For each table what it has of the papers from one number to another: the number, and the rest of each row."""
    out = {"desk_words": "SELECT rowid, subject, text FROM desk_words WHERE rowid BETWEEN ? AND ?"}
    for table, key in tables_of_papers():
        columns = ", ".join((key, *(column.name for column in table.columns if column.name != key)))
        out[table.name] = f"SELECT {columns} FROM {table.name} WHERE {key} BETWEEN ? AND ?"  # noqa: S608 - our names
    return out


def forget(connection: Connection, paper: str) -> None:
    """Take all rows of a paper out of the tables."""
    (n,) = connection.execute("SELECT n FROM desk_papers WHERE id = ?", (paper,)).fetchone()
    connection.execute("DELETE FROM desk_words WHERE rowid = ?", (n,))
    for table, key in reversed(tables_of_papers()):
        connection.execute(f"DELETE FROM {table.name} WHERE {key} = ?", (n,))  # noqa: S608 - our names


@dataclass(frozen=True, slots=True)
class Folded:
    """What the tables must hold by the journal: of each paper its last entry with its card, numbers, cases and mails.

    `brought` are the ids of mails that came, with their entries; of `decided` papers the public may have something.
    """

    cards: Mapping[str, tuple[int, Card]]
    numbers: Mapping[tuple[str, int], str]
    cases: Sequence[CaseCard]
    mails: Mapping[str, Outgoing]
    brought: Mapping[str, int]
    decided: Sequence[tuple[str, int]]


class DeskRows:
    """The tables of one collection, to be held against its journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Iterator[tuple[str, Rows]]:
        """Every paper with its rows, by their numbers; each page of them is of one state of the tables."""
        last = 0
        while papers := self._after(last):
            for n, (paper, rows) in sorted(papers.items()):
                yield paper, rows
                last = n

    def _after(self, last: int) -> dict[int, tuple[str, Rows]]:
        with self._database.reading() as transaction:
            connection = driver_of(transaction)
            first = "SELECT n, id FROM desk_papers WHERE n > ? ORDER BY n LIMIT ?"
            ids = dict(connection.execute(first, (last, AT_ONCE)).fetchall())
            found: dict[int, tuple[str, dict[str, set[tuple[object, ...]]]]] = {
                n: (paper, {name: set() for name in _questions()}) for n, paper in ids.items()
            }
            for name, question in _questions().items():
                for n, *row in connection.execute(question, (min(ids), max(ids))) if ids else ():
                    if n in found:
                        found[n][1][name].add(tuple(row))
        return dict(found)

    def numbers(self) -> dict[tuple[str, int], str]:
        """Every number of every series that the tables hold, with the paper that has it."""
        return {(row.series, row.number): row.paper for row in self._database.rows(select(desk_numbers))}

    def make_anew(self, fold: Callable[[Iterable[Entry]], Folded]) -> None:
        """Write the tables over again from what `fold` makes of the desk's whole journal, with nobody else writing."""
        ours = select(journal).where(journal.c.kind.in_([each.value for each in OF_DESK])).order_by(journal.c.seq)
        with self._database.writing(durable=True) as transaction:
            connection = driver_of(transaction)
            made = fold(map(accession.entry, transaction.execute(ours)))
            for (paper,) in connection.execute("SELECT id FROM desk_papers").fetchall():
                if paper not in made.cards:
                    forget(connection, paper)
            for paper, (seq, card) in made.cards.items():
                write_card(connection, paper, seq, card)
            connection.execute("DELETE FROM desk_cases")
            for case in made.cases:
                write_case(connection, case)
            outbox.make_anew(connection, made.mails, made.brought)
            connection.execute("DELETE FROM desk_unshown")
            connection.executemany("INSERT INTO desk_unshown VALUES (?, ?)", made.decided)
            connection.execute("DELETE FROM desk_numbers")
            connection.executemany(
                _NEW_NUMBER,
                [
                    {"series": series, "number": number, "paper": paper}
                    for (series, number), paper in made.numbers.items()
                ],
            )
