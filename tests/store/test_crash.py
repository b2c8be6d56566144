"""A collection whose writer is killed, whose disk is full, or to which two write at once."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.papers import batch, keep, telegram
from tests.small_disk import disk

from onionskin.errors import CollectionBusyError, StorageError
from onionskin.store.opening import DATABASE, open_store

REPOSITORY = Path(__file__).resolve().parents[2]

KEEPING = """
    import sys
    from onionskin.store.opening import open_store
    from tests.papers import keep, telegram

    where, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open_store(where, create=True) as store:
        for n in range(first, last):
            keep(store, telegram(n))
            print(n, flush=True)
"""


def keeping(where: Path, first: int, last: int) -> subprocess.Popen[str]:
    """A process that keeps the telegrams from `first` on, and prints the number of each that is kept."""
    command = [sys.executable, "-c", textwrap.dedent(KEEPING), str(where), str(first), str(last)]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def numbers(where: Path) -> list[str]:
    with open_store(where) as store:
        assert list(store.check()) == []
        return [str(record.fields["number"].value) for record in store.records()]  # type: ignore[union-attr]


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.0, 0.003, 0.011, 0.05])
def test_a_writer_killed_leaves_a_whole_collection_that_resumes(tmp_path: Path, after: float) -> None:
    """What was reported kept is there, nothing is half there, and the same run goes on from that point."""
    where = tmp_path / "collection"
    with keeping(where, 0, 100_000) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        reported = ["0", *writer.stdout.read().split()]
    kept = numbers(where)
    assert kept[: len(reported)] == reported[: len(kept)]
    assert len(kept) in (len(reported), len(reported) + 1)
    with open_store(where) as store:
        keep(store, *(telegram(n) for n in range(len(kept) + 5)))
    assert len(numbers(where)) == len(kept) + 5


def test_a_writer_killed_between_bytes_and_row_leaves_bytes_that_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path, create=True) as store:
        with monkeypatch.context() as patched:
            patched.setattr("onionskin.store.accession.append", interrupted)
            with pytest.raises(KeyboardInterrupt):
                keep(store, telegram())
        assert list(store.sources()) == []
        assert list(store.check()) == []
        keep(store, telegram())
        assert list(store.check()) == []


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.slow
def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Both begin the collection at the same moment, and both keep all of theirs."""
    where = tmp_path / "collection"
    with keeping(where, 0, 60) as one, keeping(where, 30, 90) as other:
        assert [writer.communicate()[1] for writer in (one, other)] == ["", ""]
    assert sorted(map(int, numbers(where))) == list(range(90))


def test_a_writer_waits_only_so_long(tmp_path: Path) -> None:
    with (
        open_store(tmp_path, create=True, patience=0.05) as store,
        writing_elsewhere(tmp_path),
        pytest.raises(CollectionBusyError, match="Wait for the other run"),
    ):
        keep(store, telegram())
    with open_store(tmp_path) as store:
        assert list(store.records()) == []


def test_a_reader_need_not_wait(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True, patience=0.05) as store:
        keep(store, telegram())
        with writing_elsewhere(tmp_path):
            assert list(store.records()) == [telegram()]
            assert list(store.check()) == []


@contextmanager
def writing_elsewhere(folder: Path) -> Iterator[None]:
    """Another process in the middle of a transaction."""
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with disk(tmp_path / "disk", megabytes=2) as place:
        yield place


@pytest.mark.slow
def test_a_full_disk_is_told_and_keeps_what_was_kept(small_disk: Path) -> None:
    papers = [telegram(n, body=("You should see Brandov promptly. " * 200,)) for n in range(400)]
    with open_store(small_disk, create=True) as store:
        with pytest.raises(StorageError, match="Free some space"):
            keep(store, *papers)
        kept = len(list(store.sources()))
        assert 10 < kept < len(papers)
    with open_store(small_disk) as store:
        assert list(store.records()) == papers[:kept]
        assert list(store.check()) == []


def test_a_database_without_room_takes_nothing_of_a_source(tmp_path: Path) -> None:
    """Without root: the file itself is held to its size, which SQLite reports as a full disk."""
    with open_store(tmp_path, create=True) as store:
        keep(store, *batch(3))
        with store._database.reading() as connection:
            connection.exec_driver_sql(
                f"PRAGMA max_page_count = {connection.exec_driver_sql('PRAGMA page_count').scalar()}"
            )
        with pytest.raises(StorageError, match="the disk is full"):
            keep(store, *batch(300))
        assert list(store.check()) == []
        kept = list(store.records())
        assert kept == batch(300)[: len(kept)]


def test_bytes_without_room_leave_no_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with open_store(tmp_path, create=True) as store:
        keep(store, telegram(1))
        monkeypatch.setattr(os, "fsync", no_room)
        with pytest.raises(StorageError):
            keep(store, telegram(2))
        assert list(store.records()) == [telegram(1)]
        assert list(store.check()) == []
