"""The way from a desk to what the public has of it, which is loaded when something was decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.persons import Roster
from onionskin.desk.chancery.standing import Standing
from onionskin.settings import Settings

if TYPE_CHECKING:
    from onionskin.workbench.collection import Collection

VERSION = "desk/2"
"""How papers are shown. What an older one had everybody see is shown anew when the desk is opened."""

Told = tuple[Standing, Sequence[Performed], Roster]
"""How a paper stands, its acts, and who works at the desk."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """Has the public see what was decided of papers.

    `collection` is one that is open already, and stays so; without it one is opened whenever there is something to do.
    """

    settings: Settings
    collection: Collection | None = None

    def show(self, asked: Callable[[], Sequence[Told]], *, again: bool = False) -> tuple[tuple[str, int], ...]:
        """Have the public see of papers what it may, and no more; `again` where that was begun before.

        `asked` tells how they stand, once nobody else shows anything. Given are the papers of which it is done, with
        the last act of each; none where what the public saw may still lie on the disk, because others read there now.
        """
        shows = import_module("onionskin.workbench.desk_publishing").show
        return tuple(shows(self.settings, self.collection, asked, again=again))

    def outdated(self) -> tuple[str, ...]:
        """The papers that everybody sees as an older version showed them."""
        return tuple(import_module("onionskin.workbench.desk_publishing").outdated(self.settings, self.collection))
