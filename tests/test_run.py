"""`./run` says plainly what is missing, and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ("awk", "cat", "cksum", "cp", "df", "dirname", "grep", "rm", "sed", "sh", "tail", "tr", "uname")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs with what every POSIX system has, and no Python."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in TOOLS:
        (programs / tool).symlink_to(shutil.which(tool) or pytest.skip(f"no {tool} here"))
    return programs


@pytest.fixture
def clone(tmp_path: Path, repository: Path) -> Path:
    """What `./run` needs of the repository, in a folder whose name has a space."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    for name in ("run", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(repository / name, folder)
    return folder


def program(machine: Path, name: str, script: str) -> None:
    (machine / name).unlink(missing_ok=True)
    (machine / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (machine / name).chmod(0o755)


def run(clone: Path, machine: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {"PATH": str(machine), "HOME": str(machine), "LC_ALL": "C"} | environment
    return subprocess.run([clone / "run", *arguments], env=known, capture_output=True, text=True, check=False)


def test_it_says_what_it_can_be_told(clone: Path, machine: Path) -> None:
    told = run(clone, machine, "help")
    assert told.returncode == 0
    assert "./run demo [--no-serve]" in told.stdout


def test_an_unknown_word_is_refused(clone: Path, machine: Path) -> None:
    told = run(clone, machine, "dmeo")
    assert told.returncode == 1
    assert "it does not know 'dmeo'" in told.stderr


def test_no_python_is_named(clone: Path, machine: Path) -> None:
    told = run(clone, machine, "test")
    assert told.returncode == 1
    assert "no Python was found; 3.11 or later is needed" in told.stderr
    assert "apt install python3 python3-venv" in told.stderr


def test_an_old_python_is_named_with_its_version(clone: Path, machine: Path) -> None:
    program(machine, "python3", '[ "$1" = --version ] && echo Python 3.9.2; exit 1')
    told = run(clone, machine, "test")
    assert told.returncode == 1
    assert "Python 3.11 or later is needed; python3 here is 3.9.2" in told.stderr


def test_a_python_without_venv_is_named(clone: Path, machine: Path) -> None:
    program(machine, "python3", 'case "$2" in *ensurepip*) exit 1 ;; esac')
    told = run(clone, machine, "test")
    assert told.returncode == 1
    assert "its venv part is not installed" in told.stderr
    assert "apt install python3-venv" in told.stderr


def test_a_full_disk_is_seen_before_anything_is_made(clone: Path, machine: Path) -> None:
    program(machine, "python3", "exit 0")
    program(machine, "df", "echo head; echo /dev/vda 1000000 900000 100000 90% /")
    told = run(clone, machine, "test")
    assert told.returncode == 1
    assert "the disk is too full" in told.stderr
    assert not (clone / ".venv").exists()


@pytest.mark.slow
def test_a_registry_out_of_reach_is_said_and_the_next_run_tries_again(clone: Path, machine: Path) -> None:
    (machine / "python3").symlink_to(sys.executable)
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1", "PIP_CONFIG_FILE": os.devnull}
    for _ in range(2):
        told = run(clone, machine, "demo", "--no-serve", **nowhere)
        assert told.returncode == 1
        assert "the package registry cannot be reached" in told.stderr


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "the disk is full"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate is not trusted"),
        ("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", "cannot be reached"),
        ("ERROR: No matching distribution found for openvino==2026.4.1", "no ready-made wheel"),
        ("something that nobody has seen yet", "the whole log is in"),
    ],
)
def test_what_the_installer_says_is_explained(clone: Path, machine: Path, said: str, meant: str) -> None:
    python = f"""
        case "$*" in
        *"-m venv"*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
        *"-m pip"*install*) echo "{said}"; exit 1 ;;
        esac"""
    program(machine, "python3", python)
    (machine / "mkdir").symlink_to(shutil.which("mkdir") or "")
    told = run(clone, machine, "test")
    assert told.returncode == 1
    assert meant in told.stderr
    assert said in told.stderr
