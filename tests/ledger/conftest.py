"""What the tests of the ledger share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger import kept

from onionskin.inventory import facts
from onionskin.workbench import Collection


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collection]:
    """A collection whose papers say what `tests.ledger.kept` has them say."""
    monkeypatch.setattr(facts, "lines_of", kept.lines_of)
    with kept.opened(tmp_path / "collection") as made:
        yield made
