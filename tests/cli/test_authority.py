"""`onionskin authority` takes things in, tells of bad lines, and shows what a name can mean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.command_line import Run, runner


@pytest.fixture
def onionskin(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


def test_things_are_taken_in_and_shown(onionskin: Run, tmp_path: Path) -> None:
    file, box = tmp_path / "people.jsonl", str(tmp_path / "box")
    file.write_text('{"id": "our:1", "name": "Zyzzwick, Ann", "about": "a clerk"}\n{"id": 2}\n', encoding="utf-8")
    taken = onionskin("authority", "import", str(file), "-c", box)
    assert (taken.status, "1 entry taken in; 1 line left out" in taken.out) == (4, True)
    assert "people.jsonl, line 2: 'id' must be" in taken.err
    assert onionskin("authority", "show", "Ann Zyzzwick", "-c", box).out == "our:1  Zyzzwick, Ann: a clerk\n"


def test_a_post_is_shown_with_its_holders_and_json_is_the_form_of_import(onionskin: Run, tmp_path: Path) -> None:
    box = str(tmp_path / "none")
    assert (
        "1961-01-21 to 1969-01-20  Rusk, David Dean" in onionskin("authority", "show", "post:secretary", "-c", box).out
    )
    (line,) = onionskin("authority", "show", "S/S", "--json", "-c", box).out.splitlines()
    assert json.loads(line)["name"] == "Executive Secretariat"


def test_an_unknown_name_is_not_found(onionskin: Run, tmp_path: Path) -> None:
    ran = onionskin("authority", "show", "Zyzzwick", "-c", str(tmp_path))
    assert (ran.status, "authority import" in ran.err) == (3, True)
