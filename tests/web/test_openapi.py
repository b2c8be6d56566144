"""Whatever the published description allows, and what it does not, the room answers as it says: no fault, no surprise.

`./run bench api` asks the same for longer.
"""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from tests.web.at_random import Described, Operation, operations

from onionskin.settings import Settings

EXAMPLES = 8


@pytest.fixture(scope="module")
def described(gathered_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Described:
    """A room upon a copy: some of the questions change what they ask about."""
    copy = tmp_path_factory.mktemp("described") / "collection"
    return Described(Settings(collection=Path(copytree(gathered_settings.collection, copy))))


@pytest.mark.parametrize("operation", operations(), ids=str)
def test_every_answer_is_one_that_is_described(described: Described, operation: Operation) -> None:
    described.ask(operation, EXAMPLES)
