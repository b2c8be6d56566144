"""A command line run inside the test's own process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from onionskin.cli import main


@dataclass(frozen=True)
class Ran:
    """How a command line ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line, and tells what it alone printed."""

    def ran(*arguments: str) -> Ran:
        capsys.readouterr()
        status = main.run(arguments)
        return Ran(status, *capsys.readouterr())

    return ran
