"""Persons, posts and offices as a paper names them, before anybody says who they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.quick import quick


class NamedKind(StrEnum):
    """What sort of thing a name names; an office is a desk in a Department, a post a mission abroad."""

    PERSON = "person"
    POST = "post"
    OFFICE = "office"
    ORGANIZATION = "organization"
    PLACE = "place"
    THING = "thing"
    HAPPENING = "happening"


@quick
@dataclass(frozen=True, slots=True)
class Named:
    """A name in use.

    `name` is written in natural order without its title: "G - Mr. Johnson" gives name "Johnson", title "Mr.", office
    "G", surname "Johnson". `surname` is set for persons alone; initials without a name ("ck") have neither surname
    nor title.
    """

    name: str
    kind: NamedKind
    as_printed: str
    office: str | None = None
    surname: str | None = None
    given: str | None = None
    title: str | None = None
