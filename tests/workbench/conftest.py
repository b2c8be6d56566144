"""A collection for whoever decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.hashing import cheaply_hashed  # noqa: F401 - for all tests of the use cases
from tests.workbench.decisions import OTHER, PAPER, keep

from onionskin.settings import Settings
from onionskin.store.contract import Store
from onionskin.store.memory import MemoryStore
from onionskin.store.opening import open_store
from onionskin.workbench import (
    Collection,
)


@pytest.fixture(params=["sqlite", "memory"])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Collection]:
    """A collection that holds a telegram with something of everything, and a letter."""
    folder = tmp_path / "collection"
    folder.mkdir()
    made: dict[str, Callable[[], Store]] = {
        "sqlite": lambda: open_store(folder, create=True),
        "memory": MemoryStore,
    }
    with Collection(Settings(collection=folder), made[request.param]()) as opened:
        keep(opened, [PAPER])
        keep(opened, [OTHER])
        yield opened
