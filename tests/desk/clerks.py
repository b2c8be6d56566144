"""Clerks at once: a process with so many of them, each of whom writes telegrams and takes their numbers.

    python -m tests.desk.clerks COLLECTION CLERKS TELEGRAMS

One line for each number that was given, when it is on the disk: the number and the paper.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.desk.chancery.desks import EVENING, TELEGRAM

from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.workbench.desk import Desk, open_desk

PLAIN = {**TELEGRAM, "asked": [], "eyes_only": []}


def write(desk: Desk, telegrams: int) -> None:
    """What one clerk's room does: each telegram drafted, approved, classified, numbered and sent."""
    for _ in range(telegrams):
        paper = desk.perform("ball", DeskAct.DRAFT, given=PLAIN, at=EVENING).paper
        desk.perform("ball", DeskAct.APPROVE, paper, at=EVENING)
        desk.perform("ball", DeskAct.CLASSIFY, paper, {"level": "SECRET"}, at=EVENING)
        number = desk.perform("clerk", DeskAct.NUMBER, paper, at=EVENING).yields["number"]
        sys.stdout.write(f"{number} {paper}\n")
        sys.stdout.flush()
        desk.perform("clerk", DeskAct.TRANSMIT, paper, at=EVENING)


def main(folder: str, clerks: str, telegrams: str) -> None:
    """All of them, until they are done."""
    with (
        open_desk(Settings(collection=Path(folder))) as desk,
        ThreadPoolExecutor(int(clerks)) as pool,
    ):
        for each in [pool.submit(write, desk, int(telegrams)) for _ in range(int(clerks))]:
            each.result()


if __name__ == "__main__":
    main(*sys.argv[1:])
