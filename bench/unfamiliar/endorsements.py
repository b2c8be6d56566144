"""What officers put under a paper: who drafted and typed it and when, who cleared it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, Person
from bench.unfamiliar.sheet import Paper, Part

__all__ = ["cleared", "drafting", "in_turn"]


def drafting(paper: Paper, draw: Draw, day: dt.date, drafter: Person, mark: str = ":") -> list[Part]:
    """`EUR:GER:MJBarstow:abc 3/14/59`, or with strokes for colons."""
    desk = draw.desk()[1]
    name = f"{drafter.initials}{drafter.surname}"
    return [
        f"{desk}:" if mark == ":" else f"{desk} - ",
        paper.say("drafted_by", {"surname": drafter.surname}, name),
        mark,
        paper.say("typed_by", draw.typist()),
        " ",
        paper.say("drafted_on", day.isoformat(), draw.slashed(day)),
    ]


def cleared(paper: Paper, draw: Draw, people: Sequence[Person], between: str = "") -> list[Part]:
    """`EUR - Mr. Barstow; L - Miss Ormsby`: judged by surname and office."""
    parts: list[Part] = []
    for person in people:
        office = draw.of(*stock.BUREAUS)
        ink = paper.also("cleared_by", {"surname": person.surname, "office": office}, person.surname)
        parts += [between if parts else "", f"{office} - {person.title} ", ink]
    return parts


def in_turn(paper: Paper, name: str, values: Sequence[str], between: str) -> list[Part]:
    """Values of a list field one after another."""
    parts: list[Part] = []
    for value in values:
        parts += [between if parts else "", paper.also(name, value)]
    return parts
