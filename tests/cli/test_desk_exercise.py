"""An exercise is begun, led, ended, told and played again at the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.command_line import Run, runner

PLAN = Path(__file__).parents[1] / "desk" / "chancery" / "weekend.toml"
LEADS = ("--as", "director")


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


def test_an_exercise_goes_its_way_by_commands_alone(ran: Run, tmp_path: Path) -> None:
    where = ("-c", str(tmp_path / "c"))
    begun = ran("desk", "exercise", "begin", str(PLAN), *LEADS, *where)
    assert begun.status == 0, begun.err
    assert "United States and Soviet Union" in begun.out
    assert (
        ran("desk", "exercise", "pace", "--to", "1962-10-27T18:00-04:00", *LEADS, *where).out
        == "1962-10-27T22:00:00Z\n"
    )
    (news,) = ran("desk", "tray", "receive", "--as", "clerk", "--json", *where).json
    assert ran("desk", "receive", news["id"], "--post", "Department of State", "--as", "clerk", *where).status == 0
    assert ran("desk", "exercise", "show", "--json", *where).json[0]["rate"] == 0
    assert ran("desk", "exercise", "account", "--as", "ball", *where).status == 8
    assert "ended" in ran("desk", "exercise", "end", *LEADS, *where).out
    told = ran("desk", "exercise", "account", "--as", "ball", *where)
    assert "Ships turn back: put in 1962-10-27T13:45:00Z; reached Department of State 1962-10-27T22:00:00Z" in told.out
    (whole,) = ran("desk", "exercise", "account", "--as", "ball", "--json", *where).json
    assert whole["account"]["sides"] == ["United States", "Soviet Union"]
    again = ran("desk", "exercise", "replay", str(tmp_path / "again"), "--json", *where)
    assert (again.status, again.json[0]["differences"], again.json[0]["acts"]) == (0, [], 2)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("show",), "no exercise was begun"),
        (("pace", *LEADS), "say --rate, --to, or both"),
        (("account", *LEADS), "no exercise of yours"),
    ],
)
def test_what_cannot_be_done_yet_is_told(ran: Run, tmp_path: Path, command: tuple[str, ...], told: str) -> None:
    where = ("-c", str(tmp_path / "c"))
    (tmp_path / "empty.toml").write_text("", "utf-8")
    assert "a plan says `title`" in ran("desk", "exercise", "begin", str(tmp_path / "empty.toml"), *where).err
    assert told in ran("desk", "exercise", *command, *where).err
