"""The queue in a terminal: what mends most first, and the command that decides it, which does."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from tests.command_line import Run, runner
from tests.web import specimens
from tests.web.conftest import furnished

from onionskin.record.geometry import Box
from onionskin.record.page import Unread, UnreadKind
from onionskin.workbench import link_again, open_collection

UNREAD = Unread(UnreadKind.STAMP, Box(100, 700, 300, 740))


@pytest.fixture
def box(tmp_path: Path) -> str:
    """A linked collection with a telegram that asks much, and a scan with a stamp that nobody read."""
    scan = specimens.scan()
    stamped = replace(scan, pages=(replace(scan.pages[0], unread=(UNREAD,)),))
    settings = furnished(tmp_path / "box", [specimens.telegram(), specimens.letter(), stamped])
    with open_collection(settings) as collection:
        link_again(collection)
    return str(settings.collection)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line."""
    return runner(capsys)


def test_what_mends_most_stands_first_and_its_command_decides_it(run: Run, box: str) -> None:
    rows = [line.split("\t") for line in run("queue", "-c", box).out.splitlines()]
    gains = [float(row[0]) for row in rows]
    assert gains == sorted(gains, reverse=True)
    assert len(rows) > 3
    for row in rows:
        assert run(*shlex.split(row[4].replace("WORDS", "LIMDIS"))[1:], "-c", box).status == 0
    assert run("queue", "-c", box).out == ""


def test_one_sort_alone_and_as_json(run: Run, box: str) -> None:
    (asked,) = run("queue", "--kind", "ink", "--json", "-c", box).json
    assert (asked["text"], asked["pointer"], asked["gain"]) == ("stamp", "/pages/0/unread/0", 2.7)
