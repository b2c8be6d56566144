"""Templates that one room compiled, for the next room of these tests: all of them are three seconds of work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import CodeType

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from onionskin.web import pages


class Compiled(BytecodeCache):
    """Templates by their names and by what stands in them."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._held[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Every room has its own templates, compiled as everywhere."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pages, "Environment", partial(Environment, bytecode_cache=Compiled()))
        yield
