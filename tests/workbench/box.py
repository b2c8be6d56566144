"""A box of papers to be read into a collection, and what the tests of the workbench ask of it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from tests.readers.sheets import SHEETS

from onionskin.record.codec import to_line
from onionskin.settings import Settings
from onionskin.workbench import Collection, check, open_collection

TELEGRAM = """
    OUTGOING TELEGRAM   Department of State

    SECRET

    ACTION: Amembassy LISBON {number}

    Feb 9 7 14 PM '61

    SUBJECT: Airlift of Foodstuffs, part {number}

    You should inform Foreign Minister that Department is prepared to
    meet his request number {number}, and that we should like to hear from him.

    RUSK
"""


PATIENCE = 600
"""Seconds that a command may take on a machine that has much else to do."""


def typed(number: int) -> str:
    """A telegram like the others, but for its number."""
    return textwrap.dedent(TELEGRAM.format(number=number)).lstrip("\n")


def fill(folder: Path, count: int) -> list[str]:
    """So many telegrams in a folder; their names, in the order in which they are read."""
    folder.mkdir(exist_ok=True)
    names = [f"{number:04}.txt" for number in range(1, count + 1)]
    for number, name in enumerate(names, 1):
        (folder / name).write_text(typed(number), encoding="utf-8")
    return names


def fill_with_sheets(folder: Path) -> list[str]:
    """Every layout that the readers are tried on."""
    folder.mkdir(exist_ok=True)
    for name, sheet in SHEETS.items():
        pages = (textwrap.dedent(page).strip("\n") + "\n" for page in sheet.split("\f"))
        (folder / f"{name}.txt").write_text("\f".join(pages), encoding="utf-8")
    return sorted(f"{name}.txt" for name in SHEETS)


def opened(where: Path, *, policy: str = "public") -> Collection:
    """The collection in a folder, begun where there is none; no engine, for nothing here is an image."""
    return open_collection(Settings(collection=where, engine="null", policy=policy), create=True)


def held(where: Path) -> list[str]:
    """Every record that stands in a collection, as it is printed."""
    with opened(where) as collection:
        return [to_line(document) for document in collection.store.records()]


def faults(where: Path) -> list[str]:
    """What a check of the collection finds, when its index has been brought in step."""
    with opened(where) as collection:
        collection.bring_in_step()
        return [f"{fault.where}: {fault.what}" for fault in check(collection)]


def onionskin(*arguments: str | Path, cwd: Path) -> subprocess.Popen[str]:
    """The command line as a process of its own."""
    command = [sys.executable, "-m", "onionskin", *map(str, arguments)]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ran(*arguments: str | Path, cwd: Path) -> tuple[int, str, str]:
    """How a command ended, and what it said."""
    process = onionskin(*arguments, cwd=cwd)
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err
