"""A tray worked through at one sitting: after an act the next paper of its tray is open, and what was done is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from onionskin.errors import NotFoundError
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_terms import DeskAct, DeskRow, Tray

SIZE = 50
"""Rows of a page."""
SEE_OTHER = 303
THEN: Mapping[DeskAct, DeskAct] = {DeskAct.NUMBER: DeskAct.TRANSMIT}
"""Acts that a registry mostly does together with another: both are done, or neither."""
FORMS = re.compile(r"/desk/(?:papers/[\w-]+|cases/[\w-]+/papers/[\w-]+|cases/[\w-]+|exercise)(?=/)")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A person before one of their trays."""

    desk: Desk
    name: str
    tray: Tray

    def rows(self) -> tuple[DeskRow, ...]:
        """What lies in it, as far as one page shows."""
        return self.desk.tray(self.name, self.tray, limit=SIZE)[1]

    def following(self, paper: str) -> DeskRow | None:
        """What lies behind a paper; None where the paper lies there no longer."""
        rows = self.rows()
        at = next((n for n, each in enumerate(rows) if each.id == paper), -1)
        return rows[at + 1] if 0 <= at < len(rows) - 1 else None

    def onward(self, paper: str, ahead: DeskRow | None, *, listed: bool) -> Response:
        """From a paper that was acted upon to the one that lay behind it, or to the tray; nowhere while it lies there.

        `listed` is an act that was done in the list itself, where one stays.
        """
        rows = self.rows()
        if not rows:
            return _to(f"/desk?done={paper}")
        if not listed and any(each.id == paper for each in rows):
            return _to(f"/desk/papers/{paper}?tray={self.tray.value}")
        if listed or ahead is None:
            return _to(f"/desk/trays/{self.tray.value}?done={paper}")
        return _to(f"/desk/papers/{ahead.id}?tray={self.tray.value}&done={paper}")


def back(desk: Desk, name: str, paper: str) -> Response:
    """To the paper, or to the trays where the act took it out of one's sight."""
    try:
        desk.show(name, paper)
    except NotFoundError:
        return _to("/desk")
    return _to(f"/desk/papers/{paper}?done={paper}")


def whence(path: str) -> str:
    """The page of the desk on which the form stood that was sent to an address; empty for all others."""
    place = FORMS.match(path)
    return place[0] if place else ""


def _to(address: str) -> Response:
    return RedirectResponse(address, SEE_OTHER)
