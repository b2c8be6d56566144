"""What one paper says of the persons it names: the day, the posts it goes between, who is named in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from onionskin.linking.authorities.folding import Called, called
from onionskin.linking.people import month_of
from onionskin.linking.persons_beside import of_kin, office_beside
from onionskin.linking.places import HOME, place_of
from onionskin.linking.posts import mission_of
from onionskin.phrases.name_words import given_names
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import Named, NamedKind
from onionskin.record.references import Mention
from onionskin.record.span import Span

ADDRESSES = ("from", "to", "place", "origin", "info")
YEAR = re.compile(r"\d{4}(?=-|~|\?|T|\Z)")
SUPPLIED_BEFORE = re.compile(r"[\[(](?P<given>[A-Z][a-z]+)(?: [A-Z]\.)?[\])]\s+\Z")
SUPPLIED_BEHIND = re.compile(r" [\[(](?P<given>[A-Z][a-z]+)[\])]")
LONGEST_SUPPLIED = 20
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

Key = tuple[Called, str | None, str]


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """A mention of a person, its name, the field in which it stands (`signed_by`), if any, and its place in letters;
    the `office` that stands beside it, and whether it is told as that of somebody's kin.
    """

    mention: Mention
    name: Called
    role: str | None
    place: int = 0
    office: str = ""
    kin: bool = False

    @property
    def key(self) -> Key:
        """What of it decides who is meant: the same words in the same role beside the same office."""
        return self.name, self.role, self.office


@dataclass(frozen=True, slots=True)
class Paper:
    """`day` is EDTF cut to what is sure of it (`1961-03`), None for an undated paper; `missions` the ids of the posts
    that it goes between; `washington`: the Department is one end of it; `names` stand in the order of the text.
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
    pages = _pages(document)
    names = (
        _named(each, roles, pages)
        for each in document.mentions
        if each.kind is NamedKind.PERSON and each.entity is None
    )
    return Paper(
        day=day,
        year=int(day[:4]) if day else None,
        month=month_of(day),
        missions=frozenset(post for each in addresses if (post := mission_of(each)) is not None),
        washington=any(place_of(each) == HOME for each in addresses),
        names=tuple(sorted(names, key=lambda each: each.place)),
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


def _pages(document: Document) -> Mapping[int, tuple[int, str]]:
    """The pages' texts, each with how many letters of the paper go before it."""
    begins = accumulate((len(page.text) for page in document.pages), initial=0)
    return {page.n: (at, page.text) for page, at in zip(document.pages, begins, strict=False)}


def _named(
    mention: Mention, roles: Sequence[tuple[int, int, int, str]], pages: Mapping[int, tuple[int, str]]
) -> PersonNamed:
    """A mention as it stands on its page; one without ink stands before all others."""
    ink = next((each for each in mention.evidence if isinstance(each, Ink)), None)
    if ink is None or ink.page not in pages:
        return PersonNamed(mention, called(mention.text), None)
    at, text = pages[ink.page]
    words = _with_supplied(mention.text, text, ink.span)
    name, kin = called(words), of_kin(text, ink.span)
    return PersonNamed(mention, name, _role(ink, roles), at + ink.span.start, office_beside(text, ink.span), kin)


def _with_supplied(words: str, text: str, span: Span) -> str:
    """The words of a mention, with the given name that stands beside it in brackets: `Mr. [Allen] Dulles`."""
    m = SUPPLIED_BEFORE.search(text, max(0, span.start - LONGEST_SUPPLIED), span.start)
    m = m or SUPPLIED_BEHIND.match(text, span.end)
    if m is None or m["given"].lower() not in given_names():
        return words
    title, _, surname = words.rpartition(" ")
    return f"{title} {m['given']} {surname}"


def _role(ink: Ink, roles: Sequence[tuple[int, int, int, str]]) -> str | None:
    return next((r for p, a, b, r in roles if p == ink.page and a < ink.span.end and ink.span.start < b), None)
