"""The command tree, and how a command line ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from subprocess import PIPE

import click
import pytest

from onionskin.cli import main
from onionskin.errors import CollectionBusyError, EncryptedSourceError, NotFoundError, OnionskinError

LazyTree = main.LazyTree


def ends_with(error: BaseException) -> Callable[..., None]:
    def command(*_: object, **__: object) -> None:
        raise error

    return command


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], int]:
    """Run a command line whose command raises this, and give the exit status."""

    def run(error: BaseException) -> int:
        command = click.Command("list", callback=ends_with(error))
        monkeypatch.setattr(LazyTree, "get_command", lambda *_: command)
        return main.run(["list"])

    return run


@pytest.mark.parametrize("name", list(LazyTree.sentences))
def test_the_sentence_of_the_list_is_the_first_of_the_command_s_own_help(name: str) -> None:
    command = main.tree.get_command(click.Context(main.tree), name)
    assert command is not None
    assert (command.help or "").startswith(LazyTree.sentences[name])


@pytest.mark.parametrize("name", list(LazyTree.sentences))
def test_every_command_shows_a_real_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run([name, "--help"]) == 0
    assert f"  onionskin {name} " in capsys.readouterr().out.split("Example:", 1)[1]


@pytest.mark.parametrize("name", [name for name in LazyTree.sentences if name != "completion"])
def test_every_command_takes_a_collection(name: str) -> None:
    command = main.tree.get_command(click.Context(main.tree), name)
    assert command is not None
    assert "--collection" in {option for parameter in command.params for option in parameter.opts}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["completion", "bash"], ["nonsense"]])
def test_the_tree_itself_loads_no_floor_of_the_house(arguments: list[str]) -> None:
    asked = (
        "import sys; from onionskin.cli.main import run; run(sys.argv[1:]); "
        "print(*(m for m in sys.modules if m.startswith('onionskin.')), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", asked, *arguments], capture_output=True, text=True, check=True)
    loaded = set(ran.stderr.splitlines()[-1].split())
    assert {name for name in loaded if not name.startswith("onionskin.cli")} == {"onionskin.errors"}


def test_version_names_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["--version"]) == 0
    assert capsys.readouterr().out == "onionskin 0.1.0\n"


def test_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["raed", "x"]) == 2
    assert "No such command 'raed'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("no such record", where="3f88"), 3),
        (EncryptedSourceError("the PDF asks for a password", where="box 3/a.pdf"), 4),
        (CollectionBusyError("another run is writing", where="cuba"), 5),
    ],
)
def test_our_errors_end_with_their_own_status_and_say_what_to_do(
    fails: Callable[[BaseException], int], capsys: pytest.CaptureFixture[str], error: OnionskinError, status: int
) -> None:
    assert fails(error) == status
    told = capsys.readouterr().err
    assert told == f"onionskin: {error}\n"
    assert error.advice in told


def test_ctrl_c_says_that_what_was_read_is_kept(
    fails: Callable[[BaseException], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert fails(KeyboardInterrupt()) == 130
    assert "What was read is kept" in capsys.readouterr().err


def test_a_full_disk_is_told_with_its_file(
    fails: Callable[[BaseException], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert fails(OSError(28, "No space left on device", "cuba/onionskin.db")) == 1
    assert capsys.readouterr().err.startswith("onionskin: cuba/onionskin.db: No space left on device.")


def test_an_unforeseen_fault_is_one_line_that_names_its_place(
    fails: Callable[[BaseException], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert fails(ZeroDivisionError("division by zero")) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError: division by zero" in told
    assert "test_main.py:" in told


def test_output_into_a_closed_pipe_ends_quietly() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    ran = subprocess.run(
        [sys.executable, "-m", "onionskin", "completion", "bash"], stdout=write_end, stderr=PIPE, check=False
    )
    os.close(write_end)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["completion", shell]) == 0
    assert "_ONIONSKIN_COMPLETE" in capsys.readouterr().out


def test_commands_are_completed_by_their_beginning() -> None:
    completed = main.tree.shell_complete(click.Context(main.tree), "e")
    assert [(item.value, item.help) for item in completed] == [("explain", LazyTree.sentences["explain"])]
