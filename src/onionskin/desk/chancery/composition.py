"""What the record of a paper of the desk is made of."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.desk.chancery.acts import BEGINNING, DeskAct, Performed
from onionskin.desk.chancery.naming import Names
from onionskin.desk.chancery.standing import Standing, Version

_SAYING = frozenset({*BEGINNING, DeskAct.AMEND})


@dataclass(frozen=True, slots=True)
class Composition:
    """What a record is made of: the paper as it stands, the version of its text that is told, its acts, the names."""

    held: Standing
    version: Version | None
    acts: tuple[Performed, ...]
    names: Names

    def said(self, name: str) -> Performed | None:
        """The last act that said something of the paper or of its form: `to`, `subject`."""
        held = (
            each
            for each in reversed(self.acts)
            if each.act in _SAYING and (name in each.takes or name in each.takes.get("told", ()))
        )
        return next(held, None)

    def last(self, *which: DeskAct) -> Performed | None:
        """The last act of these."""
        return next((each for each in reversed(self.acts) if each.act in which), None)

    @property
    def first(self) -> Performed:
        """The act that began the paper."""
        return self.acts[0]
