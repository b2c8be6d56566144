"""How fast a long run goes: what it will take is told once, by its first files, and pages a minute as it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from onionskin.cli.output import Step, Watch

MEASURED = 10.0
"""Seconds of reading after which its pace says something; a run that was to end sooner needs no word."""
LONG = 60.0
"""Seconds still to go from which a person wants to know."""


class Read(Step, Protocol):
    """How far a run is: `fresh` files of the `done` were read anew, with `pages` pages in them."""

    @property
    def fresh(self) -> int: ...  # noqa: D102
    @property
    def pages(self) -> int: ...  # noqa: D102


@dataclass(slots=True)
class Pace:
    """The pace of one run, from when it is made. Files that were kept already take no time, and are not measured."""

    clock: Callable[[], float] = time.monotonic
    _begun: float = field(init=False)
    _told: bool = False

    def __post_init__(self) -> None:
        """The run begins."""
        self._begun = self.clock()

    def first_word(self, at: Read) -> str | None:
        """What is to be expected, as soon as it can be said: `3,113 files, about 2 h to go (24 pages a minute)`.

        None before, afterwards, and where little is left.
        """
        spent = self.clock() - self._begun
        if self._told or not at.fresh or spent < MEASURED:
            return None
        self._told = True
        left = spent / at.fresh * (at.total - at.done)
        if left < LONG:
            return None
        return f"{at.total:,} files, about {in_words(left)} to go ({self.per_minute(at)})"

    def per_minute(self, at: Read) -> str:
        """`24 pages a minute`, of those that were read anew."""
        spent = max(self.clock() - self._begun, 1e-3)
        return f"{60 * at.pages / spent:,.0f} pages a minute"


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as the bar shows it: the pace goes before the file's name."""

    done: int
    total: int
    name: str


def shown_on(watch: Watch, pace: Pace) -> Callable[[Read], None]:
    """What is done at each step of a run: the bar moves on, and once it is told what the run will take."""

    def step(at: Read) -> None:
        watch.step(Shown(at.done, at.total, f"{pace.per_minute(at)}  {at.name}" if at.pages else at.name))
        if word := pace.first_word(at):
            watch.note(word)

    return step


def in_words(seconds: float) -> str:
    """`2 min`, `1 h 20 min`, `2 h`, `3 days`: as exactly as a guess deserves."""
    minutes = max(1, round(seconds / 60))
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return f"{round(hours / 24)} days"
    if hours >= 5:
        return f"{round(minutes / 60)} h"
    if hours:
        tens = round(rest, -1)
        return f"{hours + tens // 60} h" + (f" {tens % 60} min" if tens % 60 else "")
    return f"{minutes} min"
