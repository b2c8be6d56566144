"""The kept searches of a collection in a folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Row, delete, insert, select, update

from onionskin.store.database import Database
from onionskin.store.journal import timestamp
from onionskin.store.searches import SavedSearch, in_order, refuse_taken, refuse_unless_room, unknown
from onionskin.store.tables import searches


class SqliteSearches:
    """The `Searches` of a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def of(self, author: str) -> tuple[SavedSearch, ...]:
        """All that an author keeps."""
        with self._database.reading() as connection:
            return _of(connection, author)

    def one(self, author: str, n: int) -> SavedSearch:
        """One of them."""
        with self._database.reading() as connection:
            return _one(connection, author, n)

    def save(self, author: str, name: str, query: str, sort: str, seen: int) -> SavedSearch:
        """A new one."""
        at = timestamp(self._clock())
        told = {"author": author, "name": name, "query": query, "sort": sort, "seen": seen, "since": at, "looked": at}
        with self._database.writing(durable=True) as connection:
            refuse_unless_room(_of(connection, author), name)
            return _one(connection, author, int(connection.execute(insert(searches).values(**told)).lastrowid))

    def change(self, author: str, n: int, name: str, query: str, sort: str) -> SavedSearch:
        """Another name or query."""
        with self._database.writing(durable=True) as connection:
            refuse_taken(_of(connection, author), name, n)
            return _changed(connection, _one(connection, author, n), name=name, query=query, sort=sort)

    def look(self, author: str, n: int, seen: int) -> SavedSearch:
        """The author has seen all up to this mark."""
        with self._database.writing(durable=True) as connection:
            held = _one(connection, author, n)
            return _changed(connection, held, seen=max(held.seen, seen), looked=timestamp(self._clock()))

    def remove(self, author: str, n: int) -> None:
        """Keep it no longer."""
        with self._database.writing(durable=True) as connection:
            connection.execute(delete(searches).where(searches.c.n == _one(connection, author, n).n))


def _of(connection: Connection, author: str) -> tuple[SavedSearch, ...]:
    rows = connection.execute(select(searches).where(searches.c.author == author))
    return in_order(map(_saved, rows))


def _one(connection: Connection, author: str, n: int) -> SavedSearch:
    row = connection.execute(select(searches).where(searches.c.n == n, searches.c.author == author)).first()
    if row is None:
        raise unknown(n)
    return _saved(row)


def _changed(connection: Connection, held: SavedSearch, **told: str | int) -> SavedSearch:
    connection.execute(update(searches).where(searches.c.n == held.n).values(**told))
    return _one(connection, held.author, held.n)


def _saved(row: Row[*tuple[object, ...]]) -> SavedSearch:
    return SavedSearch(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
