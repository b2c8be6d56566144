"""Runs that are stopped, killed, or two at once; and a disk that fills."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.small_disk import disk
from tests.workbench.box import PATIENCE, faults, fill, held, onionskin, ran

from onionskin.store.opening import DATABASE

MANY = 120
"""Two seconds of reading, of which a run is stopped in the first tenth."""


def kept(where: Path) -> int:
    """How many sources the database holds at this moment."""
    try:
        with closing(sqlite3.connect(f"file:{where / DATABASE}?mode=ro", uri=True)) as database:
            return int(database.execute("SELECT count(*) FROM sources").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def stopped(where: Path, by: signal.Signals, *options: str) -> subprocess.Popen[str]:
    """A run over the box that is stopped when it has kept some of it."""
    process = onionskin("read", "box", "-c", where, *options, cwd=where.parent)
    ends = time.monotonic() + PATIENCE
    while kept(where) < 3 and process.poll() is None and time.monotonic() < ends:
        time.sleep(0.01)
    process.send_signal(by)
    return process


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--jobs", "2")], ids=["one process", "two processes"])
def test_ctrl_c_in_the_middle_leaves_a_collection_that_goes_on(tmp_path: Path, options: tuple[str, ...]) -> None:
    fill(tmp_path / "box", MANY)
    process = stopped(tmp_path / "c", signal.SIGINT, *options)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "Kept in" in err
    assert "Traceback" not in err
    before = len(held(tmp_path / "c"))
    assert 0 < before < MANY
    assert faults(tmp_path / "c") == []
    status, out, _ = ran("read", "box", "-c", "c", cwd=tmp_path)
    assert status == 0
    assert re.search(rf"\b{before} files? unchanged, {MANY - before} files? read", out)
    assert len(set(held(tmp_path / "c"))) == len(held(tmp_path / "c")) == MANY
    assert faults(tmp_path / "c") == []


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--jobs", "2")], ids=["one process", "two processes"])
def test_kill_9_in_the_middle_leaves_a_collection_that_goes_on(tmp_path: Path, options: tuple[str, ...]) -> None:
    fill(tmp_path / "box", MANY)
    process = stopped(tmp_path / "c", signal.SIGKILL, *options)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == -signal.SIGKILL
    assert 0 < len(held(tmp_path / "c")) < MANY
    assert ran("read", "box", "-c", "c", cwd=tmp_path)[0] == 0
    assert len(set(held(tmp_path / "c"))) == len(held(tmp_path / "c")) == MANY
    assert faults(tmp_path / "c") == []
    found = ran("find", "to:lisbon", "-c", "c", "--limit", "1", "--json", cwd=tmp_path)[1]
    assert found.count("\n") == 1


@pytest.mark.slow
def test_two_runs_at_once_on_one_collection_lose_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "box", 60)
    runs = [onionskin("read", "box", "-c", "c", cwd=tmp_path) for _ in range(2)]
    told = [run.communicate(timeout=PATIENCE) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert len(set(held(tmp_path / "c"))) == len(held(tmp_path / "c")) == 60
    assert faults(tmp_path / "c") == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with disk(tmp_path / "disk", megabytes=3) as place:
        yield place


@pytest.mark.slow
def test_a_full_disk_is_said_and_the_same_run_goes_on_when_there_is_room(tmp_path: Path, small_disk: Path) -> None:
    fill(tmp_path / "box", MANY)
    status, _, err = ran("read", "box", "-c", small_disk / "c", cwd=tmp_path)
    assert status == 5
    assert "the disk is full" in err
    assert "Free some space" in err
    assert "Traceback" not in err
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    before = len(held(small_disk / "c"))
    assert 0 < before < MANY
    assert ran("read", "box", "-c", small_disk / "c", cwd=tmp_path)[0] == 0
    assert len(held(small_disk / "c")) == MANY
    assert faults(small_disk / "c") == []
