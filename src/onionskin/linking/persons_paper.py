"""What one paper says of the persons it names: the day, the posts it goes between, who is named in full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onionskin.linking.authorities.folding import Called, called
from onionskin.linking.people import month_of
from onionskin.linking.places import HOME, place_of
from onionskin.linking.posts import mission_of
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import Named, NamedKind
from onionskin.record.references import Mention

ADDRESSES = ("from", "to", "place", "origin", "info")
YEAR = re.compile(r"\d{4}(?=-|~|\?|T|\Z)")
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """A mention of a person, its name, and the field in which it stands (`signed_by`), if any."""

    mention: Mention
    name: Called
    role: str | None

    @property
    def key(self) -> tuple[Called, str | None]:
        """What of it decides who is meant: the same words in the same role mean the same person."""
        return self.name, self.role


@dataclass(frozen=True, slots=True)
class Paper:
    """`day` is EDTF cut to what is sure of it (`1961-03`), None for an undated paper; `missions` the ids of the posts
    that it goes between; `washington`: the Department is one end of it.
    """

    day: str | None
    year: int | None
    month: int | None
    missions: frozenset[str]
    washington: bool
    names: tuple[PersonNamed, ...]
    text: str

    def says(self, word: str) -> bool:
        """Whether a word stands anywhere in the paper."""
        return word in self.text

    def titles_of(self, words: tuple[str, ...]) -> frozenset[str]:
        """The titles with which the paper names this surname anywhere."""
        return frozenset(n.name.title for n in self.names if n.name.title and n.name.words == words)


def paper_of(document: Document) -> Paper:
    """What the record of a paper says."""
    day = day_of(document)
    addresses = tuple(_addresses(document))
    roles = _roles(document)
    names = tuple(
        PersonNamed(each, called(each.text), _role(each, roles))
        for each in document.mentions
        if each.kind is NamedKind.PERSON and each.entity is None
    )
    return Paper(
        day=day,
        year=int(day[:4]) if day else None,
        month=month_of(day),
        missions=frozenset(post for each in addresses if (post := mission_of(each)) is not None),
        washington=any(place_of(each) == HOME for each in addresses),
        names=names,
        text="\n".join(page.text for page in document.pages),
    )


def day_of(document: Document) -> str | None:
    """The day of a paper as far as it is known: `1962-11-17`, `1962-11`, `1962`; None for an undated one."""
    for name in ("date", "received", "drafted_on"):
        reading = document.one(name)
        if reading is not None and reading.value is not None:
            m = DAY.match(str(reading.value))
            if m is not None and YEAR.match(str(reading.value)):
                return m[0]
    return None


def _addresses(document: Document) -> Iterable[str]:
    for name in ADDRESSES:
        held = document.fields.get(name)
        for reading in held if isinstance(held, tuple) else (held,) if held is not None else ():
            if isinstance(reading.value, Named):
                yield f"{reading.value.name} {reading.value.office or ''}"
            elif reading.value is not None:
                yield str(reading.value)


def _roles(document: Document) -> list[tuple[int, int, int, str]]:
    """Where the fields stand that say what a person had to do with the paper."""
    return [
        (ink.page, ink.span.start, ink.span.end, pointer.split("/")[2])
        for pointer, reading in document.readings()
        if isinstance(reading.value, Named)
        for ink in reading.ink
    ]


def _role(mention: Mention, roles: list[tuple[int, int, int, str]]) -> str | None:
    ink = next((each for each in mention.evidence if isinstance(each, Ink)), None)
    if ink is None:
        return None
    return next((r for p, a, b, r in roles if p == ink.page and a < ink.span.end and ink.span.start < b), None)
