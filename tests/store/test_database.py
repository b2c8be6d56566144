"""What a person decided is on the disk before they are told so, and nobody else waits for that."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onionskin.errors import StorageError
from onionskin.store.database import Database, driver_of

TOLD = "See him promptly."


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    held = Database(tmp_path / "c.db")
    held.keep_a_log_ahead()
    with held.writing() as connection:
        driver_of(connection).execute("CREATE TABLE told (words TEXT)")
    yield held
    held.close()


def tell(database: Database, *, durable: bool = True) -> None:
    with database.writing(durable=durable) as connection:
        driver_of(connection).execute("INSERT INTO told VALUES (?)", (TOLD,))


def upon_waiting(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> list[Path]:
    """Which files are waited for; `do` is done meanwhile."""
    waited: list[Path] = []

    def fsync(file: int) -> None:
        waited.append(Path(f"/proc/self/fd/{file}").readlink())
        do()

    monkeypatch.setattr(os, "fsync", fsync)
    return waited


def others(database: Database) -> list[str]:
    """What another connection reads, which also writes at once, or fails."""
    with closing(sqlite3.connect(database.path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        found = [words for (words,) in other.execute("SELECT words FROM told")]
        other.execute("ROLLBACK")
    return found


def test_whoever_decides_waits_until_the_log_with_it_is_on_the_disk(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = database.path.with_name("c.db-wal")
    found: list[bool] = []
    waited = upon_waiting(monkeypatch, lambda: found.append(TOLD.encode() in log.read_bytes()))
    tell(database)
    assert (waited, found) == ([log], [True])


def test_while_one_waits_for_the_disk_another_writes(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[list[str]] = []
    upon_waiting(monkeypatch, lambda: found.append(others(database)))
    tell(database)
    assert found == [[TOLD]]


def test_what_can_be_read_again_waits_for_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = upon_waiting(monkeypatch, lambda: None)
    tell(database, durable=False)
    assert waited == []


def test_what_was_undone_waits_for_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = upon_waiting(monkeypatch, lambda: None)
    with pytest.raises(KeyError), database.writing(durable=True):
        raise KeyError
    assert waited == []


def test_a_disk_that_fails_is_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise OSError(28, "No space left on device")

    upon_waiting(monkeypatch, fails)
    with pytest.raises(StorageError, match="the disk is full"):
        tell(database)


def test_without_a_log_ahead_sqlite_itself_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a file system of the network."""
    plain = Database(tmp_path / "plain.db")
    with plain.writing() as connection:
        driver_of(connection).execute("CREATE TABLE told (words TEXT)")
    waited = upon_waiting(monkeypatch, lambda: None)
    with plain.writing(durable=True) as connection:
        driver = driver_of(connection)
        assert driver.execute("PRAGMA synchronous").fetchone() == (2,)
        driver.execute("INSERT INTO told VALUES (?)", (TOLD,))
    with plain.reading() as connection:
        assert driver_of(connection).execute("PRAGMA synchronous").fetchone() == (1,)
    plain.close()
    assert waited == []
