"""What the tests of the commands share."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onionskin.cli import main

NAME = "onionskin-collection"
"""What a command calls a collection where nothing else is said."""


@pytest.fixture(scope="session")
def examples_read(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """A collection into which the examples were read at the command line; no test changes it."""
    made = tmp_path_factory.mktemp("read") / NAME
    assert main.run(["read", str(examples), "-c", str(made)]) == 0
    return made


@pytest.fixture
def read_already(examples_read: Path) -> Callable[..., None]:
    """Puts a copy of that collection where the test stands, for what is not about reading."""

    def put(name: str = NAME) -> None:
        shutil.copytree(examples_read, name)

    return put
