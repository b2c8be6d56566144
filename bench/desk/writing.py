"""How many acts a second, each with all its checks and on the disk before it is told."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

from bench.desk.fill import HOME, POSTS
from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.workbench.desk import Desk, open_desk

ACTS = 7
TELEGRAM = {"form": "telegram", "post": HOME, "text": "See him promptly. " * 60, "to": [POSTS[1]], "approver": "U"}


A_WRITE, WRITES = 60_000, 40
"""Bytes that an act adds to SQLite's log, about."""


def disk(folder: Path) -> None:
    """Prints how long the disk takes to keep what one act writes: one after the other, acts are not kept faster."""
    taken = []
    with TemporaryFile(dir=folder) as file:
        for n in range(WRITES):
            file.seek(n % 10 * A_WRITE)
            file.write(os.urandom(A_WRITE))
            file.flush()
            before = time.perf_counter()
            os.fsync(file.fileno())
            taken.append(1000 * (time.perf_counter() - before))
    print(f"the disk keeps {A_WRITE:,} bytes in {median(taken):.1f} ms (median of {WRITES})")


def wrote(folder: Path, processes: int, telegrams: int, bound: float) -> bool:
    """Prints how many acts a second so many processes did; whether that is below the bound."""
    before, began = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "bench.desk.writing", str(folder), str(telegrams)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    seconds = [float(each.communicate()[0]) for each in running]
    if any(each.returncode for each in running):
        return True
    after = os.times()
    acts = processes * telegrams * ACTS
    # Each tells its own seconds, without the start of Python; the longest decides.
    rate = acts / max(seconds)
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    print(
        f"{processes} process{'es' if processes > 1 else ''}: {acts} acts, {rate:.0f} a second; "
        f"{1000 * processor / acts:.2f} ms of the processor each, start included "
        f"({time.perf_counter() - began:.1f} s in all)"
    )
    return rate < bound


def write(desk: Desk) -> None:
    """One telegram, from the draft to the sending."""
    told = {**TELEGRAM, "asked": ["G", "S/S"], "precedence": "PRIORITY", "told": {"subject": "Next Steps"}}
    paper = desk.perform("EUR-0", DeskAct.DRAFT, given=told).paper
    desk.perform("G-0", DeskAct.CLEAR, paper, {"office": "G"})
    desk.perform("S/S-0", DeskAct.CLEAR, paper, {"office": "S/S"})
    desk.perform("U-0", DeskAct.APPROVE, paper)
    desk.perform("U-0", DeskAct.CLASSIFY, paper, {"level": "SECRET"})
    desk.perform("clerk-0", DeskAct.NUMBER, paper)
    desk.perform("clerk-0", DeskAct.TRANSMIT, paper)


if __name__ == "__main__":
    with open_desk(Settings(collection=Path(sys.argv[1]))) as opened:
        write(opened)
        start = time.perf_counter()
        for _ in range(int(sys.argv[2]) - 1):
            write(opened)
        print(time.perf_counter() - start)
