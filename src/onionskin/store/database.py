"""One SQLite file: how it is opened, read and written by many at once."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, Row, Select, create_engine, event, tuple_
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL
from sqlalchemy.sql import ClauseElement

from onionskin.store.refusals import refused_by_database, refused_by_disk

PATIENCE = 30.0
"""Seconds that a writer waits for another one to finish before it gives up."""

WIPING = 2.0
"""Seconds that `wipe` waits for those who read."""

LARGE_ROWS, SMALL_ROWS = 32, 4096
"""How many rows to fetch at once: a row of `bodies` may be a scanned report of hundreds of pages."""

_FOR_WRITING = "onionskin_for_writing"
_NAMED = sqlite.dialect(paramstyle="named")


class Database:
    """Connections to one file. Any number read, each a state that was committed whole; one writes, the others wait.

    The journal of SQLite is a write-ahead log and is brought on the disk at its checkpoints
    (`synchronous=NORMAL`): a process that is killed loses nothing that was committed; a power cut can lose the
    last transactions, whole, never a part of one. What was read is read again then. What a person decided cannot
    be, so `writing(durable=True)` waits for the disk. It waits after the write lock is given back: whoever writes
    next need not wait too, and the disk takes what several wrote in one go. Others may read what is not on the disk
    yet; what they write on top of it is brought there with it. What leaves the file for good waits for `settle`.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience
        url = URL.create("sqlite", database=str(path))
        self._engine: Engine = create_engine(url, connect_args={"timeout": patience}, max_overflow=-1)
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the file for as long as this lasts; short, because it holds back the checkpoints."""
        with refused_by_database(str(self.path)), self._engine.connect() as connection, connection.begin():
            yield connection

    def rows(
        self, query: Select[*tuple[Any, ...]], given: Mapping[str, Any] | None = None
    ) -> Sequence[Row[*tuple[Any, ...]]]:
        """All rows of a query, at once; `given` are the values of its parameters."""
        with self.reading() as connection:
            return connection.execute(query, given).all()

    def batches(
        self,
        query: Select[*tuple[Any, ...]],
        key: Sequence[Column[Any]],
        after: Sequence[Any],
        at_once: int = LARGE_ROWS,
    ) -> Iterator[Sequence[Row[*tuple[Any, ...]]]]:
        """The rows of a query that come after `after`, in the order of the columns `key`, a few at a time.

        Each batch is a query of its own, so nothing is held between two of them, and a reader that goes away
        leaves nothing.
        """
        ordered = query.order_by(*key).limit(at_once)
        while rows := self.rows(ordered.where(tuple_(*key) > tuple(after))):
            yield rows
            last = rows[-1]
            after = [getattr(last, column.key) for column in key]

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """A transaction that has the write lock from its first moment, so that it never has to be tried again.

        CollectionBusyError where the lock cannot be had within the patience. Everything is undone if the body raises.
        """
        with refused_by_database(str(self.path)), self._engine.connect() as plain:
            connection = plain.execution_options(**{_FOR_WRITING: True})
            driver = driver_of(connection)
            # Without a log ahead SQLite itself must wait for the disk, and does so while it holds the lock.
            at_once = durable and not _has_log_ahead(driver)
            if at_once:
                driver.execute("PRAGMA synchronous = FULL")
            try:
                with connection.begin():
                    yield connection
            finally:
                if at_once:
                    driver.execute("PRAGMA synchronous = NORMAL")
            if durable:
                self.settle()

    def settle(self) -> None:
        """Wait until everything that was committed so far, by whomever, is on the disk."""
        ahead = self.path.with_name(f"{self.path.name}-wal")
        # A log that is gone was brought into the file, for which SQLite waits.
        with refused_by_disk(str(self.path)), suppress(FileNotFoundError), ahead.open("rb+") as log:
            os.fsync(log.fileno())

    def wipe(self) -> bool:
        """Have no byte on the disk of what was deleted or replaced, the log included; False where others read still.

        Without a log ahead SQLite leaves none (`secure_delete`).
        """
        with refused_by_database(str(self.path)), self._engine.connect() as connection:
            driver = driver_of(connection)
            driver.execute(f"PRAGMA busy_timeout = {int(1000 * WIPING)}")
            try:
                return bool(driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
            finally:
                driver.execute(f"PRAGMA busy_timeout = {int(1000 * self._patience)}")

    def keep_a_log_ahead(self) -> None:
        """Turn the write-ahead log on, once for the life of the file.

        Where it cannot be had (a file system of the network), or not now (another process writes), we go
        without until the next time.
        """
        with refused_by_database(str(self.path)), self._engine.connect() as connection:
            driver = driver_of(connection)
            if not _has_log_ahead(driver):
                with suppress(sqlite3.OperationalError):
                    driver.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Close every connection; the last one to go brings the log into the file."""
        self._engine.dispose()


def ready(statement: ClauseElement, *columns: str) -> str:
    """A statement in the words of SQLite, for `driver_of(connection).execute`, its parameters by name.

    For what is done with every paper: SQLAlchemy takes ten times as long to run a statement as SQLite does. `columns`
    are those that an insertion or a change sets. All ours hold text or whole numbers, which need no turning.
    """
    return str(statement.compile(dialect=_NAMED, column_keys=columns or None))


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The connection beneath, in the same transaction."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("this database is not SQLite")
    return driver


def _has_log_ahead(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA journal_mode").fetchone() == ("wal",))


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # The driver would begin transactions by its own rules, and never with the write lock.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # What was withdrawn must not lie on in pages that are free. Some builds of SQLite do this unasked.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    for_writing = connection.get_execution_options().get(_FOR_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if for_writing else "BEGIN")
