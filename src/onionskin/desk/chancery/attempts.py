"""What a person is about to do with a paper, as rules look at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.persons import Person, Roster
from onionskin.desk.chancery.standing import Standing


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a person is about to do: `held` is how the paper stands, None for one that is to be begun."""

    act: DeskAct
    by: Person
    held: Standing | None
    takes: Mapping[str, Any]
    day: str
    roster: Roster
    arrived: bool = False
    """Whether it was done at another installation, and came with its mail."""

    @property
    def paper(self) -> Standing:
        """The paper as it stands; only for acts that have one before them."""
        if self.held is None:
            raise ValueError(f"{self.act} begins a paper")
        return self.held

    @property
    def level(self) -> str:
        """The level in force."""
        return self.held.level_on(self.day) if self.held else ""


Rule = Callable[[Attempt], str]
"""Empty where it is kept, else what stands against the act."""


def short(level: str) -> str:
    """A level as a refusal names it: `TS`."""
    return {"TOP SECRET": "TS", "SECRET": "S", "CONFIDENTIAL": "C"}.get(level, level)
