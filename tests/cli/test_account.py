"""Accounts at the command line: passwords are asked for or stand in a file, and are told nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onionskin.cli import main
from onionskin.cli.account import command
from onionskin.settings import Settings
from onionskin.workbench import PassKind, Porter, open_collection

PASSWORD = "four words of a book"  # noqa: S105 - that is what it is


@pytest.fixture
def where(tmp_path: Path) -> list[str]:
    open_collection(Settings(collection=tmp_path / "c"), create=True).close()
    (tmp_path / "word.txt").write_text(f"{PASSWORD}\n", "utf-8")
    return ["-c", str(tmp_path / "c")]


def test_an_account_from_its_making_to_its_end(
    where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = ["--password-file", str(tmp_path / "word.txt")]
    assert main.run(["account", "add", "Ruth", "--role", "owner", *file, *where]) == 0
    assert main.run(["account", "add", "ann", "--role", "editor", *file, *where]) == 0
    assert main.run(["account", "role", "ann", "--role", "reader", *where]) == 0
    assert main.run(["account", "password", "ann", *file, *where]) == 0
    capsys.readouterr()
    assert main.run(["account", "token", "ann", "--label", "catalogue", *where]) == 0
    secret = capsys.readouterr().out.strip()
    with Porter(Settings(collection=tmp_path / "c")) as porter:
        account = porter.known(secret, PassKind.KEY)
    assert account
    assert (account.name, account.role) == ("ann", "reader")
    assert main.run(["account", "list", "--json", *where]) == 0
    ann, ruth = map(json.loads, capsys.readouterr().out.splitlines())
    assert (ann["keys"][0]["label"], ruth["role"]) == ("catalogue", "owner")
    assert main.run(["account", "revoke", "ann", "--label", "catalogue", *where]) == 0
    assert main.run(["account", "remove", "ann", *where]) == 0
    assert main.run(["account", "remove", "ruth", *where]) == 2
    assert main.run(["account", "list", *where]) == 0
    told = capsys.readouterr().out
    assert "ruth  owner, since" in told
    assert PASSWORD not in told


def test_an_account_is_invited_disabled_and_let_in_again(
    where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.run(["account", "invite", "ann", "--role", "editor", *where]) == 0
    first = capsys.readouterr().out.strip()
    assert main.run(["account", "invite", "ann", *where]) == 0
    second = capsys.readouterr().out.strip()
    with Porter(Settings(collection=tmp_path / "c")) as porter:
        assert porter.log_in("ann", first, "here") is None
        assert porter.log_in("ann", second, "here") is not None
    assert main.run(["account", "list", *where]) == 0
    assert ", invited\n    logged in from here" in capsys.readouterr().out
    for verb in ("end-sessions", "disable"):
        assert main.run(["account", verb, "ann", *where]) == 0
    capsys.readouterr()
    assert main.run(["account", "list", "--json", *where]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sessions"], bool(told["disabled"])) == (0, True)
    assert main.run(["account", "enable", "ann", *where]) == 0
    assert main.run(["account", "disable", "nobody", *where]) == 3


def test_a_password_is_asked_for_twice_and_not_shown(where: list[str]) -> None:
    got = CliRunner().invoke(command, ["add", "ruth", "--role", "owner", *where], input=f"{PASSWORD}\n{PASSWORD}\n")
    assert got.exit_code == 0
    assert PASSWORD not in got.output


@pytest.mark.parametrize("said", [["add"], ["add", "ruth"], ["role", "ruth"], ["add", "ruth", "--role", "king"]])
def test_what_is_not_said_is_asked_for(where: list[str], said: list[str], tmp_path: Path) -> None:
    assert main.run(["account", *said, *where]) == 2


def test_a_collection_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert main.run(["account", "list", "-c", str(tmp_path / "none")]) == 3
