"""Connections to the index's file, and what SQLite refuses there, in the house's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue

from onionskin.errors import CollectionBusyError, CollectionError, IntegrityError, OnionskinError, StorageError

PATIENCE = 30.0
"""Seconds that a writer waits for another one to finish."""
WIPING = 2.0
"""Seconds that `wipe` waits for those who read."""
MAPPED = 2_000_000_000
"""Bytes of the file that are read without copying them; about what SQLite allows."""

_PRIMARY = 0xFF
_VERSION = "PRAGMA user_version"
_OWN_TABLES = (
    r"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'"
    r" AND name NOT LIKE 'text\_%' ESCAPE '\'"
)
"""Not SQLite's, nor those that FTS5 keeps beside its own (`text_data`); it drops them itself."""
_MAKE_ANEW = "Delete this file; it is made again from the papers when the collection is next opened"


class Connections:
    """Lends connections to one file, to any number of threads at once."""

    def __init__(self, path: Path, patience: float) -> None:
        self.path = path
        self._patience = patience
        self._readers: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._writers: LifoQueue[sqlite3.Connection] = LifoQueue()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the file for as long as this lasts."""
        with self._transaction("BEGIN", self._readers) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; everything is undone if the body raises."""
        with self._transaction("BEGIN IMMEDIATE", self._writers) as connection:
            yield connection

    def begin(
        self,
        version: int,
        tables: str,
        carry_over: Callable[[sqlite3.Connection, int], bool] = lambda _, __: False,
    ) -> None:
        """Make the tables of a file that is new or of another version; what older ones held is gone, unless
        `carry_over`, which is told their version, says that it stands on.
        """
        with self.reading() as connection:
            if _version_of(connection) == version:
                return
        with self.writing() as connection:
            held = _version_of(connection)
            if held == version:
                return  # Another process made them meanwhile.
            if held and carry_over(connection, held):
                connection.execute(f"PRAGMA user_version = {version}")
                return
        self._empty(version)
        with self.writing() as connection:
            if _version_of(connection) != version:
                make(connection, version, tables)

    def wipe(self) -> bool:
        """Have no byte on the disk of what was deleted or replaced, the log included; False where others read still."""
        try:
            connection = self._lend(self._writers)
            connection.execute(f"PRAGMA busy_timeout = {int(1000 * WIPING)}")
            try:
                return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
            finally:
                connection.execute(f"PRAGMA busy_timeout = {int(1000 * self._patience)}")
                self._writers.put(connection)
        except sqlite3.Error as fault:
            raise _in_our_words(fault, str(self.path)) from fault

    def _empty(self, version: int) -> None:
        """Drop all tables of another version and give their room back to the disk.

        Not by overwriting them one by one, as `secure_delete` would: of a large collection that takes minutes, and
        nothing of the file is left in the end.
        """
        try:
            connection = self._lend(self._writers)
            try:
                connection.execute("PRAGMA secure_delete = OFF")
                connection.execute("BEGIN IMMEDIATE")
                if _version_of(connection) != version:
                    _drop(connection)
                    connection.execute("PRAGMA user_version = 0")
                connection.execute("COMMIT")
                connection.execute("VACUUM")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                connection.execute("PRAGMA secure_delete = ON")
                self._writers.put(connection)
        except sqlite3.Error as fault:
            raise _in_our_words(fault, str(self.path)) from fault

    def delete(self) -> None:
        """Delete the file, and what SQLite keeps beside it."""
        self.close()
        for ending in ("", "-wal", "-shm", "-journal"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def close(self) -> None:
        """Close those that are not lent."""
        for idle in (self._readers, self._writers):
            with suppress(Empty):
                while True:
                    idle.get_nowait().close()

    @contextmanager
    def _transaction(self, begin: str, idle: LifoQueue[sqlite3.Connection]) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._lend(idle)
            try:
                connection.execute(begin)
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                idle.put(connection)
        except sqlite3.Error as fault:
            raise _in_our_words(fault, str(self.path)) from fault

    def _lend(self, idle: LifoQueue[sqlite3.Connection]) -> sqlite3.Connection:
        try:
            return idle.get_nowait()
        except Empty:
            connection = sqlite3.connect(
                self.path, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(connection, reads=idle is self._readers)
            except sqlite3.Error:
                connection.close()  # of a file that is no database
                raise
            return connection

    @staticmethod
    def _prepare(connection: sqlite3.Connection, *, reads: bool) -> None:
        # Another process that writes just now may hold it back; then we go without until the next time.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        # As in the store: what was withdrawn must not lie on in pages that are free.
        connection.execute("PRAGMA secure_delete = ON")
        if reads:
            # Read where it lies: a page that is copied for each question takes a quarter longer. A run that takes
            # papers in goes through all of the file, and would hold as much memory as that has bytes.
            connection.execute(f"PRAGMA mmap_size = {MAPPED}")


def make(connection: sqlite3.Connection, version: int, tables: str) -> None:
    """Drop all tables and make them; one by one, because `executescript` would commit."""
    _drop(connection)
    for statement in tables.split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")


def _drop(connection: sqlite3.Connection) -> None:
    for (table,) in connection.execute(_OWN_TABLES).fetchall():
        connection.execute(f"DROP TABLE {table}")


def _version_of(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute(_VERSION).fetchone()
    return int(version)


def _in_our_words(fault: sqlite3.Error, where: str) -> OnionskinError:
    code = getattr(fault, "sqlite_errorcode", None)
    match code and code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return CollectionBusyError("another process is writing to this index", where=where)
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return StorageError(f"the disk is full or failed ({fault})", where=where)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return IntegrityError(f"this index is damaged ({fault})", where=where, advice=_MAKE_ANEW)
        case _:
            return CollectionError(f"this index cannot be used ({fault})", where=where, advice=_MAKE_ANEW)
