"""The driver of the command line, with a command that prints what we tell it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bench import onionskin_command
from bench.case import Case
from bench.onionskin_command import CommandError

PRINTS_EACH_FILE = """
import json, pathlib, sys
for path in sorted(pathlib.Path(sys.argv[2]).iterdir()):
    print(json.dumps({"source": {"name": path.name}, "text": path.read_text("utf-8")}))
"""
CASES = [Case(name=f"{letter}.txt", text=f"{letter}\fé", papers=()) for letter in "ba"]


def test_records_come_back_by_file_and_text_is_written_as_utf_8(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "command.py"
    script.write_text(PRINTS_EACH_FILE)
    monkeypatch.setattr(onionskin_command, "COMMAND", (sys.executable, str(script)))
    records = onionskin_command.read(CASES)
    assert {name: [record["text"] for record in each] for name, each in records.items()} == {
        "a.txt": ["a\fé"],
        "b.txt": ["b\fé"],
    }


def test_a_command_that_fails_without_records_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onionskin_command, "COMMAND", (sys.executable, "-c", "import sys; sys.exit('no such thing')"))
    with pytest.raises(CommandError, match="no such thing"):
        onionskin_command.read(CASES)
