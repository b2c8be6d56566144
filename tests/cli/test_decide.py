"""Deciding at a terminal, by a pipe and from a file, on the two papers of `examples/`."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.command_line import Run, runner

WHO = ("--by", "A. Clerk")


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    read_already: Callable[..., None],
) -> Run:
    """Run a command line in a folder whose collection holds the examples."""
    monkeypatch.chdir(tmp_path)
    read_already()
    return runner(capsys)


@pytest.fixture
def letter(run: Run) -> str:
    """The id of a paper on which something is open."""
    return str(next(row["id"] for row in run("list", "--json").json if row["kind"] == "letter"))


@pytest.fixture
def telegram(run: Run) -> str:
    return str(next(row["id"] for row in run("list", "--json").json if row["kind"] == "telegram"))


def typed(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in keys)))


def test_the_walk_asks_about_each_open_thing_once_and_keeps_each_answer(
    run: Run, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_before = len([line for line in run("show", letter).out.splitlines() if line.startswith("doubt")])
    assert open_before > 0
    typed(monkeypatch, "s" * open_before)
    skipped = run("decide", letter, *WHO)
    assert (skipped.status, skipped.err) == (0, f"0 decided, {open_before} open.\n")
    typed(monkeypatch, "xn" + "q")
    answered = run("decide", letter, *WHO)
    assert "reject doubt" in answered.out
    assert answered.err == f"1 decided, {open_before - 1} open.\n"
    shown = run("show", letter).out
    assert "(dismissed)" in shown
    assert "by A. Clerk" in shown


def test_words_are_corrected_emended_shown_explained_and_taken_back(run: Run, telegram: str) -> None:
    corrected = run("decide", telegram, "correct", "fruitless haggle", "fruitful haggle", *WHO, "--reason", "the film")
    assert corrected.out.startswith("correct transcription “fruitless haggle” to fruitful haggle, by A. Clerk, ")
    assert run("decide", telegram, "emend", "wither away", "whither away", *WHO).status == 0
    assert "decided so already" in run("decide", telegram, "emend", "wither away", "whither away", *WHO).out
    shown = run("show", telegram).out
    assert "long and fruitful haggle" in shown
    assert "may whither away" in shown
    assert "long and fruitless haggle" in run("show", telegram, "--transcription").out
    explained = run("explain", telegram, "/corrections/0").out
    assert "A. Clerk" in explained
    assert "the film" in explained
    assert "fruitless haggle" in explained
    assert run("decide", telegram, "undo", "/corrections/0").out == f"{telegram}: taken back\n"
    assert "long and fruitless haggle" in run("show", telegram).out


def test_a_file_is_taken_and_its_bad_lines_are_named(run: Run, telegram: str, tmp_path: Path) -> None:
    told = [
        f'{{"verb": "correct", "record": "{telegram}", "words": "fruitless", "to": "fruitful"}}',
        '{"verb": "correct"',
        f'{{"verb": "correct", "record": "{telegram}", "words": "Kuznetsov", "to": "K."}}',
    ]
    (tmp_path / "decisions.jsonl").write_text("\n".join(told), encoding="utf-8")
    first = run("decide", "--from", "decisions.jsonl", *WHO)
    assert first.status == 4
    assert "decisions.jsonl, line 2: it is not JSON" in first.err
    assert "line 3: " in first.err
    assert "1 decided, 0 decided so already, 2 refused." in first.err
    assert "0 decided, 1 decided so already, 2 refused." in run("decide", "--from", "decisions.jsonl", *WHO).err
    (line,) = run("decide", "--list").json
    assert (line["by"], line["to"], line["quote"]["exact"]) == ("A. Clerk", "fruitful", "fruitless")


def test_a_decision_that_is_adrift_is_told_by_read_by_check_and_listed(
    run: Run, telegram: str, examples: Path, tmp_path: Path
) -> None:
    assert run("decide", "--adrift").out == ""
    assert run("decide", telegram, "link", "/references/1", telegram, *WHO).status == 0
    letter = run("list", "--json", "--only", "kind=letter").json[0]["id"]
    assert run("decide", telegram, "link", "/references/2", letter, *WHO).status == 0
    # The letter is said to be no paper of its own: what led to it leads nowhere now.
    refused = run("boundary", letter, "refuse")
    assert refused.status == 0
    assert run("link").status == 0
    (lost,) = run("decide", "--adrift", "--json").json
    assert (lost["record"], lost["state"], lost["to"]) == (telegram, "adrift", letter)
    assert "no longer holds" in run("decide", "--adrift").out
    assert "1 decision is adrift" in run("check").out
    assert "1 decision is adrift" in run("read", str(examples)).err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "nothing to decide"),
        (("ID", "burn"), "nothing that can be decided"),
        (("ID", "correct", "a", "b", "c"), "no more than two"),
        (("ID", "accept", "/references/99"), "Open are:"),
        (("merge", "one"), "two entities"),
        (("ID", "correct", "fruitless", "x", "--at", "somewhere"), "is no place"),
    ],
)
def test_what_cannot_be_decided_is_wrong_usage(run: Run, telegram: str, arguments: tuple[str, ...], says: str) -> None:
    refused = run("decide", *(telegram if each == "ID" else each for each in arguments))
    assert (refused.status, refused.out) == (2, "")
    assert says in refused.err
