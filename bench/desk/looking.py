"""How long trays, lists and papers are waited for."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import quantiles

from onionskin.settings import Settings
from onionskin.workbench.desk import Desk, open_desk
from onionskin.workbench.desk_terms import Tray

PAGES = 5
Taken = dict[str, list[tuple[float, float]]]


def looked(folder: Path, bound: float) -> bool:
    """Prints milliseconds for each thing that is looked at; whether one of 95 in 100 is above the bound."""
    taken: Taken = defaultdict(list)
    with open_desk(Settings(collection=folder)) as desk:
        for person in desk.roster.persons():
            _look(desk, person.name, taken, Random(person.name))
    return show("looked at", taken, bound)


def show(title: str, taken: Taken, bound: float) -> bool:
    """Prints a table of milliseconds; whether one of 95 in 100 is above the bound by the clock."""
    print(f"{title:<12} {'times':>6} {'median':>9} {'95 of 100':>10} {'worst':>9}   of the processor, 95 of 100")
    broken = False
    for what, times in taken.items():
        clock, processor = (sorted(each) for each in zip(*times, strict=True))
        broken |= _late(clock) > bound
        print(
            f"{what:<12} {len(times):>6} {clock[len(clock) // 2]:>6.1f} ms {_late(clock):>7.1f} ms {clock[-1]:>6.1f} ms"
            f"   {_late(processor):.1f} ms"
        )
    return broken


def _look(desk: Desk, by: str, taken: Taken, dice: Random) -> None:
    _timed(taken, "counts", lambda: desk.counts(by))
    for tray in Tray:
        _timed(taken, "tray", lambda tray=tray: desk.tray(by, tray.value))  # type: ignore[misc]
    total, rows = desk.papers(by)
    _timed(taken, "list", lambda: desk.papers(by))
    _timed(taken, "list, deep", lambda: desk.papers(by, offset=max(0, total - 50)))
    for row in dice.sample(rows, min(PAGES, len(rows))):
        _timed(taken, "paper", lambda paper=row.id: desk.show(by, paper))  # type: ignore[misc]


def _timed(taken: Taken, what: str, do: Callable[[], object]) -> None:
    clock, processor = time.perf_counter(), time.process_time()
    do()
    taken[what].append((1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)))


def _late(times: list[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
