"""Every command, on the two papers of `examples/`."""

from __future__ import annotations

import io
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.command_line import Run, runner

from onionskin.workbench import PARSE_KINDS
from onionskin.workbench import read as read_sources

TELEGRAM = "telegram-1359.txt"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, examples: Path) -> Run:
    """Run a command line in an empty folder that has `examples/`."""
    (tmp_path / "examples").symlink_to(examples)
    monkeypatch.chdir(tmp_path)

    return runner(capsys)


@pytest.fixture
def given_lines(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Let stdin hold these bytes."""

    def give(content: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))

    return give


def the_telegram(run: Run) -> str:
    """The id of the telegram, once the examples are read."""
    read = run("read", f"examples/{TELEGRAM}", "--json")
    assert read.status == 0
    return str(read.json[0]["id"])


def test_read_says_what_it_did_and_the_second_time_that_nothing_changed(run: Run) -> None:
    first = run("read", "examples")
    assert first.status == 0
    assert first.out.startswith("onionskin-collection: 2 files read; ")
    assert "1 telegram" in first.out
    second = run("read", "examples")
    assert second.status == 0
    assert second.out == first.out.replace("2 files read", "2 files unchanged")


def test_read_prints_the_same_records_whether_they_are_new_or_kept(run: Run) -> None:
    first = run("read", "examples", "--json")
    assert [record["schema"] for record in first.json] == ["onionskin/record/1"] * len(first.json)
    assert {record["source"]["name"].split("/")[-1] for record in first.json} == {
        TELEGRAM,
        "letters-17-november.txt",
    }
    assert run("read", "examples", "--json", "--jobs", "2").out == first.out


def test_read_names_what_it_cannot_read_and_reads_the_rest(run: Run, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (box / "a.txt").write_bytes(b"")
    (box / "b.txt").write_bytes((tmp_path / "examples" / TELEGRAM).read_bytes())
    ran = run("read", "box", "nowhere")
    assert ran.status == 4
    assert "a.txt" in ran.err
    assert "nowhere" in ran.err
    assert "1 file read" in ran.out
    assert "1 telegram" in ran.out


def test_a_limit_that_a_file_meets_can_be_raised(run: Run) -> None:
    refused = run("read", "examples", "--allow", "max_text_bytes=4000")
    assert refused.status == 4
    assert "letters-17-november.txt" in refused.err
    assert "1 file failed, 1 file read" in refused.out
    assert run("read", "examples", "--allow", "max_text_bytes=6000").status == 0


@pytest.mark.parametrize("allow", ["max_pages", "max_pages=many", "max_colours=3"])
def test_what_raises_no_limit_is_refused(run: Run, allow: str) -> None:
    assert run("read", "examples", "--allow", allow).status == 2


def test_a_collection_under_review_shows_nothing_yet(run: Run) -> None:
    name = run("read", "examples", "--policy", "review", "--json").json[0]["id"]
    assert run("list").out == ""
    assert run("find", "Kuznetsov").out == ""
    assert run("show", name).status == 7


def test_a_path_that_is_not_there_is_not_found(run: Run) -> None:
    ran = run("read", "nowhere.pdf")
    assert ran.status == 3
    assert "nowhere.pdf" in ran.err


def test_stopping_a_run_keeps_what_was_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped_after_the_first(*arguments: Any, **options: Any) -> Any:
        yield next(read_sources(*arguments, **options))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("onionskin.cli.read.read_sources", stopped_after_the_first)
        ran = run("read", "examples")
    assert ran.status == 130
    assert "Kept in onionskin-collection: 1 file read" in ran.err
    assert "1 file unchanged, 1 file read" in run("read", "examples").out


def test_list_gives_a_line_to_each_paper(run: Run) -> None:
    records = run("read", "examples", "--json").json
    listed = run("list")
    assert {line.split("\t")[0] for line in listed.out.splitlines()} == {record["id"] for record in records}
    assert {row["id"] for row in run("list", "--json").json} == {record["id"] for record in records}


def test_list_can_be_narrowed_and_turned_over(run: Run, read_already: Callable[..., None]) -> None:
    read_already()
    assert [row["kind"] for row in run("list", "--only", "kind=telegram", "--json").json] == ["telegram"]
    first = run("list", "--limit", "1")
    assert first.out.count("\n") == 1
    assert "the next: --offset 1" in first.err
    assert run("list", "--limit", "1", "--offset", "1").out not in {"", first.out}


@pytest.mark.parametrize("only", ["kind", "=letter", "kind="])
def test_list_refuses_half_a_condition(run: Run, read_already: Callable[..., None], only: str) -> None:
    read_already()
    assert run("list", "--only", only).status == 2


def test_show_prints_fields_marks_and_text_and_as_json_the_record(run: Run) -> None:
    name = the_telegram(run)
    shown = run("show", name[:8])
    assert shown.status == 0
    assert "1359" in shown.out
    assert "1962-11-23T21:43:00-05:00" in shown.out
    assert run("show", name, "--json").json[0]["id"] == name
    transcription = run("show", name, "--transcription").out
    assert run("show", name, "--json").json[0]["text"]["transcription"].strip() in transcription


def test_explain_walks_back_to_the_ink(run: Run) -> None:
    name = the_telegram(run)
    record = run("show", name, "--json").json[0]
    start, end = record["fields"]["number"]["evidence"][0]["span"]
    told = run("explain", name, "number").out
    assert "/fields/number       1359" in told
    assert f"characters           {start} to {end}" in told
    assert record["pages"][0]["text"][start:end] == "1359"


def test_explain_names_the_fields_where_there_is_no_such(run: Run) -> None:
    ran = run("explain", the_telegram(run), "colour")
    assert ran.status == 3
    assert "drafted_by" in ran.err


def test_find_shows_the_place_of_each_hit(run: Run) -> None:
    name = the_telegram(run)
    found = run("find", "Kuznetsov")
    assert found.status == 0
    assert name in found.out
    assert "Kuznetsov" in found.out
    assert {hit["record"] for hit in run("find", "Kuznetsov", "--json").json} == {name}


def test_find_prints_all_that_it_found_as_a_table(run: Run) -> None:
    name = the_telegram(run)
    rows = run("find", "Kuznetsov", "--csv", "--sort", "newest").out.splitlines()
    assert rows[0].startswith("record,heading,title,date")
    assert [row.split(",")[0] for row in rows[1:]] == [name]


def test_find_says_when_there_is_nothing(run: Run) -> None:
    the_telegram(run)
    found = run("find", "xylophone")
    assert (found.status, found.out, found.err) == (0, "", "Nothing found.\n")


@pytest.mark.parametrize("kind", PARSE_KINDS)
def test_parse_prints_one_object_for_each_line_whatever_stands_on_it(
    run: Run, given_lines: Callable[[bytes], None], kind: str
) -> None:
    given_lines("November 23, 1962\n\nZorín \u2028 said\r\n\xff".encode() + b"\xff\xfe last")
    read = run("parse", kind).json
    assert [each["kind"] for each in read] == [kind] * 4
    assert all("state" in each for each in read)
    assert [each["text"] for each in read][1:3] == ["", "Zorín \u2028 said"]


def test_parse_reads_a_date_as_words_and_as_json(run: Run) -> None:
    assert run("parse", "date", "November 23, 1962", "--json").json[0]["date"] == "1962-11-23"
    assert "date                 1962-11-23\n" in run("parse", "date", "November 23, 1962").out


def test_parse_refuses_a_kind_that_does_not_exist(run: Run) -> None:
    assert run("parse", "colour", "red").status == 2


def test_check_finds_a_fresh_collection_in_order(run: Run) -> None:
    run("read", "examples")
    checked = run("check")
    assert (checked.status, checked.out) == (0, "onionskin-collection: in order.\n")


@pytest.mark.parametrize(
    "arguments", [["list"], ["show", "os-x"], ["explain", "os-x", "date"], ["find", "x"], ["check"], ["serve"]]
)
def test_a_collection_that_is_not_there_is_said_and_not_made(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    ran = run(*arguments, "-c", "nowhere")
    assert ran.status == 3
    assert "nowhere" in ran.err
    assert not (tmp_path / "nowhere").exists()


def test_a_url_does_not_become_a_folder(run: Run, tmp_path: Path) -> None:
    ran = run("read", "examples", "-c", "postgresql://archive/cuba")
    assert ran.status == 2
    assert not (tmp_path / "postgresql:").exists()


@pytest.mark.parametrize("name", ["explain", "find", "list", "parse", "show"])
def test_the_examples_of_the_help_run(
    run: Run, read_already: Callable[..., None], given_lines: Callable[[bytes], None], name: str
) -> None:
    read_already("cuba")
    read_already()
    given_lines(b"Deptel 1338\n")
    (Path.cwd() / "lines.txt").write_bytes(b"Deptel 1338\n")
    examples = run(name, "--help").out.split("Example:")[1].split("\n\n")[0].strip().splitlines()
    for line in examples:
        command, *arguments = shlex.split(line.split(" < ")[0])
        assert command == "onionskin"
        assert run(*arguments).status == 0


def test_boundary_settles_where_a_paper_begins_and_takes_it_back(run: Run) -> None:
    papers = run("read", "examples", "--json").json
    letters = [paper for paper in papers if "letters" in paper["source"]["name"]]
    last = letters[-1]["id"]
    assert "begins on page" in run("show", last).out
    joined = run("boundary", last, "refuse", "--by", "A. Clerk", "--json")
    assert joined.status == 0
    assert [paper["id"] for paper in joined.json] == [paper["id"] for paper in letters[:-1]]
    assert run("show", last).status == 0
    undone = run("boundary", last, "undo", "--by", "A. Clerk")
    assert undone.status == 0
    assert len(undone.out.splitlines()) == len(letters)
    assert run("boundary", last, "move", "nowhere").status == 2


def test_explain_tells_why_a_paper_begins_where_it_does(run: Run) -> None:
    told = run("explain", the_telegram(run), "boundaries").out
    assert "a paper begins here" in told
    assert "the file begins here" in told
