"""`onionskin ledger` shows what the two example papers say."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.command_line import Run, runner
from tests.ledger.test_statement_schema import faults

from onionskin.cli import main

TELEGRAM = "os-njn1v"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """A collection of the two papers, read once."""
    made = tmp_path_factory.mktemp("ledger") / "collection"
    assert main.run(["read", str(examples), "-c", str(made)]) == 0
    return made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], folder: Path) -> Run:
    """Runs a command upon that collection."""
    ran = runner(capsys)
    return lambda *words: ran(*words, "-c", str(folder))


def test_a_paper_is_a_checklist_under_its_conditions(run: Run) -> None:
    told = run("ledger", TELEGRAM).out
    assert "[ ] do, should: “You should see Kuznetsov promptly" in told
    assert told.index("If Kuznetsov's initial response is cool") < told.index("you may wish to press the point")
    assert "[ ] do not, should" in told


def test_lines_are_as_the_schema_has_them_and_their_ink_is_their_quote(run: Run) -> None:
    lines = [json.loads(each) for each in run("ledger", TELEGRAM, "--json").out.splitlines()]
    record = json.loads(run("show", TELEGRAM, "--json").out)
    assert [found for each in lines for found in faults(each)] == []
    for each in lines:
        inked = " ".join(record["pages"][ink["page"] - 1]["text"][slice(*ink["span"])] for ink in each["evidence"])
        assert each["quote"].split()[0] in inked
        assert each["quote"].split()[-1] in inked


def test_it_is_narrowed_and_given_as_a_table_and_a_brief(run: Run) -> None:
    pair = ("--between", "Soviet Union", "United States", "--type", "offer")
    rows = list(csv.DictReader(io.StringIO(run("ledger", *pair, "--csv").out)))
    assert {row["type"] for row in rows} == {"offer"}
    brief = run("ledger", *pair, "--brief").out
    assert brief.startswith("# Ledger: Soviet Union and United States; offer\n")
    assert brief.count("“") >= len(rows)
    assert "lift the quarantine" in run("ledger", *pair).out


def test_without_anything_asked_it_tells_who_negotiates_about_what(run: Run) -> None:
    told = run("ledger").out
    assert "Soviet Union and United States: " in told
    assert "inspection" in told


def test_what_changed_between_two_days_stands_side_by_side(run: Run) -> None:
    told = run("ledger", "--changes", "1962-11-17", "1962-11-23").out
    assert "quarantine, United States: dropped" in told
    assert "+ November 23, 1962" in told
    changed = run("ledger", "--changes", "1962-11-17", "1962-11-23", "--json").json
    assert {each["schema"] for each in changed} == {"onionskin/change/1"}
    assert [found for each in changed for line in each["before"] for found in faults(line)] == []
    assert run("ledger", "--changes", "1962-11-23", "1962-11-17").status == 2


def test_two_forms_at_once_and_a_paper_that_is_not_there_are_refused(run: Run) -> None:
    assert run("ledger", "--csv", "--json").status == 2
    assert run("ledger", "os-nothing").status == 3
    assert run("ledger", "--since", "yesterday").status == 2
