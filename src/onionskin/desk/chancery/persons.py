"""Who works at the desk: persons with their posts, offices, roles and clearances, as they were on a day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onionskin.desk.chancery.levels import caption_named, level_named
from onionskin.errors import NotFoundError, UsageError
from onionskin.store.journal import Entry

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,250}")


class DeskRole(StrEnum):
    """What a person's place is for. Drafting, clearing and approving go by office; these go by trade."""

    DRAFTER = "drafter"
    REGISTRY = "registry"
    """Numbers, sends, receives, copies, charges out and files for a post: the registry and its code room."""
    REVIEWER = "reviewer"
    """Reviews papers for release; up to which level, `Person.reviews` says."""
    CASES = "cases"
    """Takes requests, refers them and answers."""
    CUSTODIAN = "custodian"
    """Keeps the persons, posts and procedures."""
    DIRECTOR = "director"
    """Leads an exercise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Where papers are sent from and to: "Department of State", "USUN New York". `zone` is of the IANA's names.

    `mail` is where another installation receives for it, empty for a post of this one; `carries` is the highest level
    that mail to there may carry, UNCLASSIFIED where none is said. `side` is whose it is in an exercise.
    """

    name: str
    zone: str = "UTC"
    mail: str = ""
    side: str = ""
    carries: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One who acts. `name` is that of the account, `printed` as the form prints it ("George W. Ball").

    `clearance` is the level up to which they may read, `classifies` and `reviews` those up to which they may classify
    and review, empty for none; `captions` are those that they are admitted to. `offices` are also the committees.
    """

    name: str
    printed: str = ""
    post: str = ""
    offices: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    clearance: str = ""
    classifies: str = ""
    reviews: str = ""
    captions: tuple[str, ...] = ()
    agency: str = ""
    gone: bool = False

    @property
    def called(self) -> str:
        """As the form prints them."""
        return self.printed or self.name

    def has(self, role: DeskRole) -> bool:
        """Whether this is their trade."""
        return role.value in self.roles


@dataclass(frozen=True, slots=True)
class _Since:
    day: str
    person: Person


class Roster:
    """All persons and posts, each as the journal tells, on any day."""

    def __init__(self) -> None:
        self.last = 0
        """The last entry that was heard."""
        self._persons: dict[str, list[_Since]] = defaultdict(list)
        self.posts: dict[str, Post] = {}

    def hear(self, entries: Iterable[Entry]) -> None:
        """Take what the journal tells further."""
        for entry in entries:
            self.last = entry.seq
            told = entry.told
            if "post" in told:
                post = post_of(told["post"])
                self.posts[post.name] = post
            else:
                person = person_of(told["person"])
                self._persons[person.name].append(_Since(told["day"], person))

    def person(self, name: str, on: str = "9999") -> Person | None:
        """A person as appointed last by a day (`1962-11-23`); None before, after, and for nobody of that name."""
        held = [each for each in self._persons.get(name, ()) if each.day <= on]
        latest = max(held, key=lambda each: each.day) if held else None
        # Of two of one day the later entry counts: max gives the first.
        if latest is not None:
            latest = [each for each in held if each.day == latest.day][-1]
        return None if latest is None or latest.person.gone else latest.person

    def persons(self, on: str = "9999") -> tuple[Person, ...]:
        """All of a day, by name."""
        held = (self.person(name, on) for name in sorted(self._persons))
        return tuple(each for each in held if each is not None)

    def known(self, name: str, on: str = "9999") -> Person:
        """A person. NotFoundError."""
        held = self.person(name, on)
        if held is None:
            raise NotFoundError(
                "nobody of this name works at the desk",
                where=name,
                advice="`onionskin desk persons` shows who does; a custodian appoints others",
            )
        return held

    def post(self, name: str) -> Post:
        """A post. NotFoundError."""
        if name not in self.posts:
            known = ", ".join(self.posts) or "none"
            raise NotFoundError("the desk knows no such post", where=name, advice=f"The posts are: {known}")
        return self.posts[name]

    def offices(self) -> frozenset[str]:
        """Every office that somebody belongs to now."""
        return frozenset(office for each in self.persons() for office in each.offices)


def person_of(told: Mapping[str, Any]) -> Person:
    """A person as a file or the journal tells. UsageError for what no person has, and for unknown roles and levels."""
    given = _checked(told, Person, "person")
    for name in ("offices", "roles", "captions"):
        if not isinstance(given.get(name, ()), list | tuple):
            raise UsageError(f"{name} of a person are a list", where=str(given["name"]))
        given[name] = tuple(given.get(name, ()))
    stray = [each for each in given["roles"] if each not in tuple(DeskRole)]
    if stray:
        raise UsageError(
            f"{stray[0]!r} is no role", where=str(given["name"]), advice=f"The roles are: {', '.join(DeskRole)}"
        )
    for name in ("clearance", "classifies", "reviews"):
        given[name] = level_named(given.get(name, ""))
    given["captions"] = tuple(caption_named(each) for each in given["captions"])
    return Person(**given)


def post_of(told: Mapping[str, Any]) -> Post:
    """A post as a file or the journal tells. UsageError."""
    given = _checked(told, Post, "post")
    for name, value in given.items():
        if not isinstance(value, str) or any(ord(each) < 32 for each in value):
            raise UsageError(f"{name} of a post is one line of words", where=str(given["name"]))
    if given.get("mail") and not _ADDRESS.fullmatch(given["mail"]):
        raise UsageError(
            f"{given['mail']!r} is no mail address", where=given["name"], advice="Say it so: telegrams@usun.example"
        )
    try:
        ZoneInfo(given.get("zone", "UTC"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            f"{given['zone']!r} is no time zone", where=given["name"], advice="Zones are told so: America/New_York"
        ) from None
    return Post(**{**given, "carries": level_named(given.get("carries", ""))})


def _checked(told: Mapping[str, Any], kind: type[Person | Post], what: str) -> dict[str, Any]:
    known = {each.name for each in fields(kind)}
    stray = told.keys() - known
    if stray or not isinstance(told.get("name"), str) or not told["name"].strip():
        wrong = f"{min(stray)!r} is nothing that a {what} has" if stray else f"a {what} needs a name"
        raise UsageError(wrong, where=str(told.get("name", "")), advice=f"A {what} has: {', '.join(sorted(known))}")
    return dict(told)


def told_of(what: Person | Post) -> dict[str, Any]:
    """As the journal keeps it."""
    return {name: list(held) if isinstance(held, tuple) else held for name, held in asdict(what).items()}
