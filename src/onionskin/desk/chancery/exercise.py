"""An exercise: its plan, as a director writes it, and what of it is due.

title = "A weekend in October"
about = "Two governments, one island, forty-eight hours"
begins = "1962-10-27T09:00-04:00"      # by the desk's clock
rate = 60                              # so many times as fast as the day

[[post]]                               # as of `persons.Post`, each with its side
name = "Department of State"
zone = "America/New_York"
side = "United States"

[[person]]                             # as of `persons.Person`
name = "ball"
post = "Department of State"
offices = ["U"]

[[event]]                              # put in when the clock has come to it
after = "0:45"                         # hours and minutes since the beginning
from = "A news agency"
to = ["Department of State"]
subject = "Ships turn back"
text = "Two ships have turned back, the agency reports."
precedence = "FLASH"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from onionskin.desk.chancery.clock import moment
from onionskin.desk.chancery.particulars import PARTICULARS
from onionskin.desk.chancery.persons import DeskRole, Person, Post, person_of, post_of
from onionskin.errors import UsageError
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber

_PLAN = frozenset({"title", "about", "begins", "rate", "post", "person", "event"})
_EVENT = frozenset(
    {
        *("after", "from", "to", "info", "subject", "text", "precedence", "info_precedence", "level", "captions"),
        *("form", "number", "eyes_only"),
    }
)
_AFTER = re.compile(r"(\d{1,4}):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Event:
    """The n-th event of a plan, from 1: so long after the beginning, with what `inject` takes."""

    n: int
    after: timedelta
    takes: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A plan. `begins` is in UTC."""

    title: str
    about: str
    begins: datetime
    rate: float
    posts: tuple[Post, ...]
    persons: tuple[Person, ...]
    events: tuple[Event, ...]

    @property
    def sides(self) -> tuple[str, ...]:
        """Who plays against whom, in the order of the plan."""
        return tuple(dict.fromkeys(each.side for each in self.posts if each.side))

    def side_of(self, person: Person) -> str:
        """Whose a person is, empty for the director."""
        return next((each.side for each in self.posts if each.name == person.post), "")

    def due(self, now: datetime) -> tuple[Event, ...]:
        """The events that the clock has come to, in their order."""
        come = (each for each in self.events if self.begins + each.after <= now)
        return tuple(sorted(come, key=lambda each: (each.after, each.n)))


def event_paper(begun: int, event: Event) -> str:
    """The id of an event's paper, the same for all who put it in: so it is put in once. `begun` is the entry of the
    journal with which the exercise began.
    """
    return record_id(source_sha256(f"exercise {begun}, event {event.n}".encode()), PageNumber(1), 0)


@lru_cache(maxsize=4)
def exercise_of(text: str, where: str) -> Exercise:
    """A plan out of a file's text. UsageError says what of it cannot be played."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise UsageError(f"the plan is not TOML: {broken}", where=where, advice="Mend that line") from None
    _refuse_stray(told, _PLAN, "a plan", where)
    posts = tuple(post_of(each) for each in told.get("post", ()))
    persons = tuple(person_of(each) for each in told.get("person", ()))
    events = tuple(_event(n, each, where) for n, each in enumerate(told.get("event", ()), 1))
    rate = told.get("rate", 1)
    if not told.get("title") or "begins" not in told or not isinstance(rate, int | float):
        raise UsageError("a plan says `title`, `begins` and, as a number, `rate`", where=where)
    held = Exercise(
        title=str(told["title"]),
        about=str(told.get("about", "")),
        begins=moment(str(told["begins"])),
        rate=float(rate),
        posts=posts,
        persons=persons,
        events=events,
    )
    _refuse_unplayable(held, where)
    return held


def _event(n: int, told: Mapping[str, Any], where: str) -> Event:
    _refuse_stray(told, _EVENT, f"event {n}", where)
    after = _AFTER.fullmatch(str(told.get("after", "")))
    if after is None or not told.get("from") or not told.get("to") or not told.get("text"):
        raise UsageError(f'event {n} says `after` (as "0:45"), `from`, `to` and `text`', where=where)
    takes: dict[str, object] = {name: told[name] for name in _EVENT & PARTICULARS.keys() & told.keys() - {"number"}}
    takes |= {"form": told.get("form", "telegram"), "post": told["from"]}
    if told.get("subject"):
        takes["told"] = {"subject": str(told["subject"])}
    if told.get("number"):
        takes["called"] = str(told["number"])
    return Event(n, timedelta(hours=int(after[1]), minutes=int(after[2])), takes)


def _refuse_stray(told: Mapping[str, Any], known: frozenset[str], what: str, where: str) -> None:
    if stray := told.keys() - known:
        raise UsageError(f"{what} says {min(stray)!r}", where=where, advice=f"It says: {', '.join(sorted(known))}")


def _refuse_unplayable(held: Exercise, where: str) -> None:
    """Offices and persons admit to papers by their names alone, so no two sides may share one."""
    posts = {each.name: each for each in held.posts}
    if len(held.sides) < 2:
        raise UsageError("an exercise has two sides or more", where=where, advice="Say `side` of each post")
    if not any(each.has(DeskRole.DIRECTOR) for each in held.persons):
        raise UsageError("an exercise needs a person with the role of director", where=where)
    offices: dict[str, str] = {}
    for person in held.persons:
        if person.post and person.post not in posts:
            raise UsageError(f"{person.name} is of {person.post}, which is no post of the plan", where=where)
        side = held.side_of(person)
        for office in person.offices:
            if offices.setdefault(office, side) != side:
                raise UsageError(f"two sides have an office called {office}", where=where, advice="Rename one of them")
    twice = _twice(each.name for each in held.persons) or _twice(each.name for each in held.posts)
    if twice:
        raise UsageError(f"{twice} stands twice in the plan", where=where)


def _twice(names: Iterable[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""
