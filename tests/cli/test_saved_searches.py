"""Searches that are kept and asked again, at the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.command_line import Run, runner
from tests.workbench.box import fill

from onionskin.store.opening import open_store

LISBON = "to:Lisbon"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in a folder that has a box of two telegrams, which are read."""
    monkeypatch.chdir(tmp_path)
    fill(tmp_path / "box", 2)
    made = runner(capsys)
    assert made("read", "box").status == 0
    return made


def test_a_search_is_kept_asked_again_renamed_and_forgotten(run: Run, tmp_path: Path) -> None:
    found = run("find", LISBON, "--save", "Lisbon", "--sort", "oldest")
    assert run("find", "--saved", "Lisbon").out == found.out != ""
    (kept,) = run("find", "--searches", "--json").json
    assert (kept["name"], kept["query"], kept["sort"], kept["new"], kept["fault"]) == (
        "Lisbon",
        LISBON,
        "oldest",
        0,
        "",
    )
    assert run("find", "--saved", "Lisbon", "--new").out == ""
    fill(tmp_path / "box", 3)
    run("read", "box")
    assert "Lisbon: 1 new since 2" in run("find", "--searches").out
    assert len(run("find", "--saved", "Lisbon", "--csv").out.splitlines()) == 4
    assert len(run("find", "--saved", "Lisbon", "--new", "--json").json) == 1
    assert "Lisbon: 0 new" in run("find", "--searches").out
    assert run("find", "subject:Foodstuffs", "--saved", "Lisbon", "--rename", "Airlift").status == 0
    assert "subject:Foodstuffs" in run("find", "--searches").out
    assert run("find", "--forget", "Lisbon").status == 3
    assert run("find", "--forget", "Airlift").status == 0
    assert run("find", "--searches").out == ""


def test_each_author_keeps_their_own(run: Run) -> None:
    run("find", LISBON, "--save", "Lisbon", "--author", "ann")
    assert run("find", "--searches").out == ""
    assert run("find", "--searches", "--author", "ann").out != ""


@pytest.mark.parametrize(
    "said",
    [
        [],
        ["--save", "x"],
        ["--new", LISBON],
        ["--rename", "y", LISBON],
        ["--searches", LISBON],
        ["--forget", "x", "--saved", "x"],
        [LISBON, "--save", " "],
        ['"', "--save", "x"],
    ],
)
def test_what_cannot_be_meant_is_told_and_keeps_nothing(run: Run, said: list[str]) -> None:
    assert run("find", *said).status == 2
    assert run("find", "--searches").out == ""


def test_a_name_that_is_not_kept_is_not_found(run: Run) -> None:
    ran = run("find", "--saved", "Rome")
    assert ran.status == 3
    assert "--searches" in ran.err


def test_a_kept_search_that_parses_no_longer_is_told_and_mended(run: Run, tmp_path: Path) -> None:
    with open_store(tmp_path / "onionskin-collection") as store:
        store.searches.save("ann", "Old", "(", "best", 0)
    assert "Old: there is" in run("find", "--searches", "--author", "ann").out
    ran = run("find", "--saved", "Old", "--author", "ann")
    assert ran.status == 2
    assert "find QUERY --saved" in ran.err
    assert run("find", LISBON, "--saved", "Old", "--author", "ann").out != ""
