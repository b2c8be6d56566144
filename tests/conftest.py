"""What every test may ask for."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Properties are looked at with the same examples on every machine, and no slow machine fails them for its slowness.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


# A suite that a shell runs in the background is deaf to Ctrl-C, and so would be every program that its tests start.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


REPOSITORY = Path(__file__).resolve().parent.parent

# Hundreds of tests start the program. Where the environment wants no bytecode beside the sources it lies apart from
# them, for without any each start compiles all that it imports, and each worker all tests.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(REPOSITORY / ".pytest_cache" / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


def pytest_collection_finish() -> None:
    """What was collected stays: no sweep for garbage has to walk through thousands of tests again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def examples(repository: Path) -> Path:
    """The folder of the two example papers."""
    return repository / "examples"
