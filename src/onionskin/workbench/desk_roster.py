"""Posts and persons of a desk out of a file, as a desk is begun.

day = "1961-01-20"                    # since when they work here

[[post]]
name = "Department of State"
zone = "America/New_York"

[[person]]
name = "ball"                         # as the account is called
printed = "George W. Ball"            # as the form prints it
post = "Department of State"
offices = ["U"]
roles = ["drafter"]
clearance = "TOP SECRET"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onionskin.desk.chancery.persons import Person, Post, person_of, post_of, told_of
from onionskin.desk.chancery.times import done_at
from onionskin.errors import OnionskinError, UsageError
from onionskin.settings import Settings
from onionskin.workbench.collection import open_collection
from onionskin.workbench.desk import Desk, open_desk

_KEYS = {"day", "post", "person"}


@dataclass(frozen=True, slots=True)
class RosterFile:
    """What a file tells: since which day (empty: today), posts and persons."""

    day: str
    posts: tuple[Post, ...]
    persons: tuple[Person, ...]


def roster_file(path: Path) -> RosterFile:
    """Posts and persons of a file, each looked at. UsageError names the file and what is wrong."""
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise UsageError(f"the file is not TOML: {broken}", where=str(path), advice="Mend that line") from None
    if stray := sorted(told.keys() - _KEYS):
        raise UsageError(f"no {stray[0]!r} belongs here", where=str(path), advice="There are day, [[post]], [[person]]")
    try:
        return RosterFile(
            day=done_at(str(told["day"]))[:10] if "day" in told else "",
            posts=tuple(map(post_of, _tables(told, "post"))),
            persons=tuple(map(person_of, _tables(told, "person"))),
        )
    except OnionskinError as wrong:
        raise UsageError(f"{wrong.where}: {wrong.what}", where=str(path), advice=wrong.advice) from None


def _tables(told: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    held = told.get(name, [])
    if not isinstance(held, list) or not all(isinstance(each, dict) for each in held):
        raise UsageError(f"{name}s are tables", where=name, advice=f"Begin each with [[{name}]]")
    return held


def appoint_all(desk: Desk, by: str, told: RosterFile, *, day: str = "") -> None:
    """Have the posts and persons of a file at the desk, since the file's day or `day`."""
    for post in told.posts:
        desk.open_post(by, told_of(post))
    for person in told.persons:
        desk.appoint(by, told_of(person), day=day or told.day)


def begin_desk(settings: Settings, by: str, told: RosterFile) -> Desk:
    """The desk of a collection, which is made where there is none, with posts and persons. UsageError for one that
    has persons: they are appointed.
    """
    open_collection(settings, create=True).close()
    desk = open_desk(settings)
    if desk.roster.persons():
        desk.close()
        raise UsageError(
            "persons work at this desk already", where=str(settings.collection), advice="onionskin desk appoint FILE"
        )
    appoint_all(desk, by, told)
    return desk


def changed(person: Person, told: Mapping[str, object]) -> Person:
    """A person with what is told otherwise of them."""
    return person_of({**told_of(person), **told})
