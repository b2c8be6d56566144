"""The reading room, opened from the command line."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from onionskin.cli import main
from onionskin.cli.serve import USUAL_PORT, usual_port

ONIONSKIN = [sys.executable, "-m", "onionskin"]


@pytest.mark.slow
def test_it_says_where_it_is_answers_there_and_closes_at_ctrl_c(tmp_path: Path, examples: Path) -> None:
    where = ["-c", str(tmp_path / "cuba")]
    subprocess.run([*ONIONSKIN, "read", str(examples / "telegram-1359.txt"), *where], check=True, capture_output=True)
    with subprocess.Popen([*ONIONSKIN, "serve", "--port", "0", *where], stderr=subprocess.PIPE, text=True) as room:
        assert room.stderr is not None
        told = room.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", told)
        assert address, told
        assert httpx.get(address[0], timeout=120).status_code == 200
        room.send_signal(signal.SIGINT)
        assert room.wait(120) == 0
        assert room.stderr.read() == ""


def test_a_port_that_is_taken_is_said(tmp_path: Path, examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["-c", str(tmp_path / "cuba")]
    assert main.run(["read", str(examples / "telegram-1359.txt"), *where]) == 0
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main.run(["serve", "--port", str(port), *where]) == 2
    assert f"port {port} is taken" in capsys.readouterr().err


def test_without_a_port_any_free_one_serves_when_the_usual_is_taken() -> None:
    try:
        taken = socket.create_server(("127.0.0.1", USUAL_PORT))
    except OSError:
        assert usual_port() == 0
        return
    with taken:
        assert usual_port() == 0
