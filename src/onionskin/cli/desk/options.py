"""The options that the commands of the desk share, and who acts by them."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.workbench.desk import Desk, open_desk

person_option = click.option(
    "--as", "person", default="", metavar="PERSON", help="Who does it; by default the name you are logged in by."
)

by_option = click.option(
    "--by", default="", metavar="NAME", help="Who does it, for the journal; by default the name you are logged in by."
)


def desk_of(collection: Path) -> Desk:
    """The desk of a collection."""
    return open_desk(Settings(collection=collection))


def who(desk: Desk, person: str, day: str = "") -> str:
    """Who acts: the person that was named, else whoever is logged in, if they work at the desk."""
    if person:
        return person
    name = getpass.getuser()
    if desk.roster.person(name, day or desk.now()[:10]) is None:
        raise UsageError(
            f"nobody called {name!r} works at this desk",
            advice="Say --as PERSON (`onionskin desk persons` lists them), or `onionskin desk appoint --name "
            f"{name}` to make one",
        )
    return name
