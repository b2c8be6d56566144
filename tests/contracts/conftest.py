"""Every store and every index there is, each empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onionskin.search.contract import SearchIndex
from onionskin.search.sqlite_fts import SqliteIndex
from onionskin.store.contract import Store
from onionskin.store.memory import MemoryStore
from onionskin.store.opening import open_store

DAY = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: dict[str, Callable[[], Store]] = {
        "sqlite": lambda: open_store(tmp_path / "collection", create=True, clock=lambda: DAY),
        "memory": lambda: MemoryStore(clock=lambda: DAY),
    }
    with made[request.param]() as opened:
        yield opened


@pytest.fixture(params=["sqlite"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    with {"sqlite": SqliteIndex}[request.param](tmp_path / "search.db") as opened:
        yield opened
