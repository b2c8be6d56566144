"""`onionskin ledger --propose`: nothing is sent before it is told what, and what comes back is marked as proposed."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from tests.command_line import Run, runner
from tests.ledger.test_statement_schema import faults
from tests.workbench.a_model import Answer, a_model

from onionskin.cli import main
from onionskin.store.backing_up import PROPOSED
from onionskin.store.opening import open_store

TELEGRAM = "os-njn1v"
TRUE = {"type": "deadline", "quote": "early next week"}
LYING = {"type": "offer", "quote": "we would give him all of Cuba"}
BOTH = Answer({"statements": [TRUE, LYING]})


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    made = tmp_path_factory.mktemp("proposing") / "collection"
    assert main.run(["read", str(examples), "-c", str(made)]) == 0
    return made


@pytest.fixture
def folder(tmp_path: Path, read_once: Path) -> Path:
    """A collection of the example papers of its own for each test."""
    return Path(shutil.copytree(read_once, tmp_path / "collection"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("no_proxy", "*")
    ran = runner(capsys)
    return lambda *words: ran(*words, "-c", str(folder))


def test_nothing_is_sent_before_somebody_agreed(run: Run) -> None:
    with a_model(BOTH) as served:
        ended = run("ledger", TELEGRAM, "--propose", served.address)
        assert served.asked == []
    assert ended.status == 2
    assert "The texts of 1 paper, " in ended.out
    assert f"will leave this machine for {served.address}" in ended.out
    assert TELEGRAM in ended.out
    assert "Say --yes beforehand" in ended.err


def test_what_stands_in_the_paper_is_in_the_ledger_as_proposed_and_what_does_not_is_told(run: Run) -> None:
    with a_model(BOTH) as served:
        ended = run("ledger", TELEGRAM, "--propose", served.address, "--model", "llama", "--yes")
    assert ended.status == 0
    assert "1 suggestion in words of the paper, 1 without" in ended.out
    assert "“we would give him all of Cuba”: its words do not stand in the paper" in ended.out
    assert "You should see Kuznetsov promptly" in served.asked[0]["messages"][1]["content"]
    by = f"llama at {served.address.split('/')[2]}"
    lines = [json.loads(each) for each in run("ledger", TELEGRAM, "--json").out.splitlines()]
    [proposed] = [each for each in lines if each["state"] == "proposed"]
    assert faults(proposed) == []
    assert (proposed["quote"], proposed["proposed_by"], proposed["type"]) == ("early next week", by, "deadline")
    assert proposed["evidence"]
    [row] = [row for row in csv.DictReader(io.StringIO(run("ledger", TELEGRAM, "--csv").out)) if row["proposed_by"]]
    assert (row["state"], row["quote"]) == ("proposed", "early next week")
    assert f"(proposed by {by})" in run("ledger", TELEGRAM, "--brief").out.replace("\\", "")
    assert f"proposed by {by}" in run("ledger", TELEGRAM).out


def test_it_outlives_the_inventory_and_stands_once_however_often_it_was_asked(run: Run, folder: Path) -> None:
    with a_model(BOTH) as served:
        for more in ((), ("--again",)):
            assert run("ledger", TELEGRAM, "--propose", served.address, "--yes", *more).status == 0
    (folder / "inventory.db").unlink()
    states = [json.loads(each)["state"] for each in run("ledger", TELEGRAM, "--json").out.splitlines()]
    assert states.count("proposed") == 1


def test_papers_that_were_asked_about_are_not_sent_again(run: Run) -> None:
    with a_model(Answer([])) as served:
        first = run("ledger", "--propose", served.address, "--yes")
        sent = len(served.asked)
        again = run("ledger", "--propose", served.address, "--yes")
    assert first.status == again.status == 0
    assert sent >= 3
    assert len(served.asked) == sent
    assert again.out.startswith("Nothing to send")


def test_the_next_paper_is_asked_about_where_one_fails(run: Run) -> None:
    with a_model(Answer(status=500), BOTH) as served:
        ended = run("ledger", "--propose", served.address, "--yes")
    assert ended.status == 4
    assert "the model's server failed (500)" in ended.err
    assert "Traceback" not in ended.err
    assert len(served.asked) >= 3


@pytest.mark.parametrize(("answer", "asked"), [(Answer(status=401), 1), (Answer(status=500), 3)])
def test_a_run_ends_where_all_would_fail(run: Run, answer: Answer, asked: int) -> None:
    with a_model(answer) as served:
        ended = run("ledger", "--propose", served.address, "--yes")
    assert ended.status == 4
    assert len(served.asked) == asked


def test_the_key_goes_into_the_header_and_nowhere_else(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONIONSKIN_PROPOSER_KEY", "sk-not-to-be-told")
    with a_model(BOTH) as served:
        ended = run("ledger", TELEGRAM, "--propose", served.address, "--yes")
    assert served.headers[0]["Authorization"] == "Bearer sk-not-to-be-told"
    assert "sk-not-to-be-told" not in ended.out + ended.err
    kept = [path for path in folder.rglob("*") if path.is_file() and b"sk-not-to-be-told" in path.read_bytes()]
    assert kept == []


def test_what_was_proposed_goes_into_a_backup(run: Run, folder: Path, tmp_path: Path) -> None:
    with a_model(BOTH) as served:
        assert run("ledger", TELEGRAM, "--propose", served.address, "--yes").status == 0
    assert run("backup", str(tmp_path / "kept.tar")).status == 0
    assert main.run(["restore", str(tmp_path / "kept.tar"), "-c", str(tmp_path / "again")]) == 0
    assert (tmp_path / "again" / PROPOSED).read_bytes() == (folder / PROPOSED).read_bytes()


def test_half_a_line_of_a_run_that_died_is_passed_over(run: Run, folder: Path) -> None:
    with a_model(BOTH) as served:
        assert run("ledger", TELEGRAM, "--propose", served.address, "--yes").status == 0
    with (folder / PROPOSED).open("a", encoding="utf-8") as file:
        file.write('{"record": "os-')
    (folder / "inventory.db").unlink()
    states = [json.loads(each)["state"] for each in run("ledger", TELEGRAM, "--json").out.splitlines()]
    assert states.count("proposed") == 1


def test_nothing_leaves_a_collection_under_review(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "under-review"
    with open_store(folder, create=True, policy="review"):
        pass
    with a_model(BOTH) as served:
        ended = runner(capsys)("ledger", "--propose", served.address, "--yes", "-c", str(folder))
        assert served.asked == []
    assert ended.status == 7
    assert "none of its papers leaves the machine" in ended.err


@pytest.mark.parametrize("words", [("--model", "llama"), ("--yes",), ("--again",)])
def test_options_of_a_model_need_its_address(run: Run, words: tuple[str, ...]) -> None:
    ended = run("ledger", TELEGRAM, *words)
    assert ended.status == 2
    assert "--propose" in ended.err
