"""Ways into a desk."""

from __future__ import annotations

from collections.abc import Mapping

from onionskin.desk.chancery.acts import DeskAct
from onionskin.workbench.desk import Desk


class Within:
    """In this process."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray."""
        return self._desk.counts(person)

    def first(self, person: str, tray: str) -> str:
        """The paper that lies uppermost."""
        return self._desk.tray(person, tray, limit=1)[1][0].id

    def do(self, person: str, act: str, paper: str, given: Mapping[str, object]) -> str:
        """An act."""
        return self._desk.perform(person, DeskAct(act), paper, given).paper
