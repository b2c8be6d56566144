"""What commands print, and what a paper cannot make them print."""

from __future__ import annotations

import io
import json
import time
from contextlib import redirect_stderr
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.cli import output


@dataclass(frozen=True)
class Step:
    """How far the work is."""

    done: int
    total: int
    name: str


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def test_a_paper_cannot_steer_the_terminal() -> None:
    assert (
        output.printable("TOP\x1b[2J SECRET\x9b1m\u202e\ttab\nline") == "TOP\ufffd[2J SECRET\ufffd1m\ufffd\ttab\nline"
    )


@given(st.text())
def test_a_cell_is_one_line_whatever_stands_on_the_paper(text: str) -> None:
    assert len(output.folded(text).splitlines()) <= 1


def test_a_row_in_a_pipe_is_one_whole_line_with_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    output.tabbed([["3f88", "Cuba:\n[bold]the\tletters[/bold] " + "of " * 60 + "the end"]])
    written = capsys.readouterr().out
    assert written.startswith("3f88\tCuba: [bold]the letters[/bold] of of")
    assert written.endswith("the end\n")
    assert written.count("\n") == 1


def test_a_table_on_a_terminal_has_heads_and_prints_brackets_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr("sys.stdout", shown)
    output.table(["id", "subject"], [["3f88", "[Signature] withheld"]])
    assert "subject" in shown.getvalue()
    assert "[Signature] withheld" in shown.getvalue()


def test_a_json_line_is_one_line_and_keeps_its_letters(capsys: pytest.CaptureFixture[str]) -> None:
    output.json_line({"text": "Ambassador Zorín\nsaid\u2028“no”"})
    written = capsys.readouterr().out
    assert "Zorín" in written
    assert written.splitlines() == [written.rstrip("\n")]
    assert json.loads(written) == {"text": "Ambassador Zorín\nsaid\u2028“no”"}


def test_a_short_run_shows_no_bar() -> None:
    with redirect_stderr(Terminal()) as terminal, output.watch() as watch:
        watch.step(Step(1, 2, "box 3/a.pdf"))
    assert terminal.getvalue() == ""


def test_a_long_run_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    with redirect_stderr(Terminal()) as terminal, output.watch(after=0.0) as watch:
        watch.step(Step(1, 2, "box 3/a[1].pdf"))
        ends = time.monotonic() + 60
        while "1/2" not in terminal.getvalue() and time.monotonic() < ends:
            time.sleep(0.01)
    assert "1/2" in terminal.getvalue()
    assert "box 3/a[1].pdf" in terminal.getvalue()


def test_a_run_that_prints_records_to_the_terminal_shows_no_bar() -> None:
    with redirect_stderr(Terminal()) as terminal, output.watch(bar=False, after=0.0) as watch:
        watch.step(Step(1, 2, "box 3/a.pdf"))
        time.sleep(0.2)
    assert terminal.getvalue() == ""


def test_a_note_is_whole_where_stderr_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    told = "box 3/a.pdf, page 2: the image is damaged. " + "Scan the page again. " * 8
    with output.watch() as watch:
        watch.note(told.strip())
    assert capsys.readouterr().err == told.strip() + "\n"
