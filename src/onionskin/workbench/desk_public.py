"""The way from a desk to what the public has of it, which is loaded when something was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.persons import Roster
from onionskin.desk.chancery.standing import Standing
from onionskin.settings import Settings

if TYPE_CHECKING:
    from onionskin.workbench.collection import Collection

Told = tuple[Standing, Sequence[Performed], Roster]
"""How a paper stands, its acts, and who works at the desk."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """Has the public see what was decided of papers.

    `collection` is one that is open already, and stays so; without it one is opened whenever there is something to do.
    """

    settings: Settings
    collection: Collection | None = None

    def show(self, papers: Sequence[Told], *, again: bool = False) -> bool:
        """Have the public see of each what it may, and no more; `again` where that was begun before. False where it is
        to be done once more: what the public saw may still lie on the disk, because others read there just now.
        """
        shows = import_module("onionskin.workbench.desk_publishing").show
        return bool(shows(self.settings, self.collection, papers, again=again))
