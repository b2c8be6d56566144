"""Passwords that nobody guesses at: the hash of one costs a tenth of a second of four cores by design."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from argon2 import PasswordHasher

from onionskin.workbench import accounts


@pytest.fixture(scope="session", autouse=True)
def cheaply_hashed() -> Iterator[None]:
    """Passwords are hashed as everywhere, with as little work as the hash can do."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(accounts, "PasswordHasher", partial(PasswordHasher, time_cost=1, memory_cost=8, parallelism=1))
        yield
