"""Who has to do with a paper, and in which part: persons, posts and offices, as sure as linking left them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from onionskin.lexicon.period import frequencies
from onionskin.linking.authorities.folding import POSSESSIVE, called
from onionskin.linking.authorities.volumes import known_as
from onionskin.linking.posts import mission_of
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import Reading
from onionskin.record.references import Mention

UNKNOWN = "name:"
"""Begins the id of whom no authority knows: `name:halloran` is whoever is called Halloran."""
HEADED_BY, MISSION = "Chief of Mission in", "Mission in"
"""How the authority calls a post, after him who held it, and how its papers do."""
LEAST_LETTERS = 2
"""What has fewer is a stray mark, no name."""
LEAST_OF_A_NAME = 3
"""What stands alone and has fewer (`ck`) is no name, unless an authority has it (`Vo`)."""
ORDINARY = math.log(1e-5)
"""The share of all words from which on one that stands alone in the text is taken for a word (`Wants`, `Everyone`) and
not for a surname, unless an authority has it (`Young`, `Ball`). Rarer ones (`Vale`) stay, as do those that sign.
"""
MAYBE = 0.1
"""From this score on somebody who could be meant is told."""
OUR_MISSION = re.compile(
    r"\b(?:American|United\s+States|U\.?\s?S\b\.?)\s.{0,40}?"
    r"\b(?:Embassy|Ambassador|Legation|Minister|Mission|Representative|Delegation|Consul(?:ate)?)\b",
    re.DOTALL,
)
"""In an inside address: the reader serves at one of our missions, and is no foreigner who lives where we have one."""
PLACES = frozenset({NamedKind.POST, NamedKind.OFFICE, NamedKind.ORGANIZATION})


class Part(StrEnum):
    """What somebody has to do with a paper; of several parts the first counts, and a paper names nobody twice."""

    FROM = "from"
    TO = "to"
    COPIED = "copied"
    WORKED_ON = "worked-on"
    TOOK_PART = "took-part"
    NAMED = "named"


PARTS: Mapping[str, Part] = {
    **dict.fromkeys(("from", "origin", "signed_by"), Part.FROM),
    **dict.fromkeys(("to", "attention"), Part.TO),
    **dict.fromkeys(("info", "copies_to", "circulated_to", "pass_to"), Part.COPIED),
    **dict.fromkeys(("drafted_by", "typed_by", "classified_by", "approved_by", "cleared_by"), Part.WORKED_ON),
    "participants": Part.TOOK_PART,
}
"""The part of whoever stands in a field."""
ORDER = {part: n for n, part in enumerate(Part)}


@dataclass(frozen=True, slots=True)
class Entry:
    """What an authority has of an entity: its kind and its name as lists sort it (`Rusk, Dean`)."""

    kind: str
    name: str


Lookup = Callable[[str], Entry | None]
"""An authority, asked for one id."""
Serves = Callable[[str], str]
"""An authority, asked for the state that one served; empty where it does not know."""
Things = Callable[[str], str | None]
"""An authority, asked for the one post, office or body of a name."""


@dataclass(frozen=True, slots=True)
class Party:
    """One of a paper. `said` is the id of the name that could mean this one, empty where nobody else can be meant."""

    entity: str
    kind: str
    name: str
    part: Part
    said: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """An authority, as far as the inventory asks it."""

    entry: Lookup
    thing: Things
    serves: Serves = lambda _: ""
    surname: Callable[[str], bool] = lambda _: False
    """Whether anybody it has goes by one folded word."""


def parties_of(document: Document, who: Who) -> tuple[Party, ...]:
    """Everybody of a paper, each once, or once for each name that could mean him.

    Whom a field alone names, by surname, is the one of that surname whom the paper names beyond doubt elsewhere.
    """
    found: dict[tuple[str, str], Party] = {}
    for each in _all(document, who):
        before = found.get((each.entity, each.said))
        if before is None or ORDER[each.part] < ORDER[before.part]:
            found[each.entity, each.said] = each
    sure = {entity for entity, said in found if not said}
    return tuple(each for (entity, said), each in found.items() if not said or entity not in sure)


def _all(document: Document, who: Who) -> Iterator[Party]:
    places = _fields(document)
    known: dict[str, set[str]] = {}
    standing: set[tuple[int, int, int]] = set()
    for mention in document.mentions:
        if mention.kind is not NamedKind.PERSON:
            continue
        held = {place for place in places for ink in mention.evidence if isinstance(ink, Ink) and _meet(ink, place)}
        standing |= held
        part = min((places[place][0] for place in held), key=ORDER.__getitem__, default=Part.NAMED)
        for party in _person(mention, part, who):
            yield party
            if not party.said and mention.entity is not None:
                known.setdefault(_surname(mention.text), set()).add(party.entity)
    for place, (part, named) in places.items():
        if place not in standing:
            of_surname = known.get(_surname(named.name), set())
            yield from _of_field(named, part, of_surname if named.kind is NamedKind.PERSON else set(), who)
    yield from _addressed_at(document, who)


def _addressed_at(document: Document, who: Who) -> Iterator[Party]:
    """The mission at which a letter's inside address has its reader."""
    address = document.one("inside_address")
    if address is not None and isinstance(address.value, str) and OUR_MISSION.search(address.value):
        words = " ".join(address.value.split())
        entity = mission_of(words)
        if entity and who.entry(entity):
            yield _body(Named(words, NamedKind.POST, address.as_printed or words), Part.TO, who)


def _of_field(named: Named, part: Part, of_surname: set[str], who: Who) -> Iterator[Party]:
    """Whom a field alone names; `of_surname` are those of that surname whom the paper names beyond doubt."""
    if len(of_surname) == 1:
        yield from (_party(entity, named.name, part, who) for entity in of_surname)
    elif named.kind in PLACES or (named.title is None and mission_of(named.name)):
        yield _body(named, part, who)
    elif named.kind is NamedKind.PERSON and (unknown := _unknown(named.name, part, who)):
        yield unknown


def _surname(printed: str) -> str:
    return next(reversed(called(printed).words), "")


def _fields(document: Document) -> dict[tuple[int, int, int], tuple[Part, Named]]:
    """Where those stand whom fields name: page, first and last character, negative numbers for what has no ink."""
    held: dict[tuple[int, int, int], tuple[Part, Named]] = {}
    for name, part in PARTS.items():
        one = document.one(name)
        readings: tuple[Reading[object], ...] = (one,) if one is not None else document.many(name)
        for reading in readings:
            if isinstance(reading.value, Named) and sum(map(str.isalpha, reading.value.name)) >= LEAST_LETTERS:
                ink = next(iter(reading.ink), None)
                key = (ink.page, ink.span.start, ink.span.end) if ink else (-1, -len(held), 0)
                held.setdefault(key, (part, reading.value))
    return held


def _meet(ink: Ink, place: tuple[int, int, int]) -> bool:
    page, start, end = place
    return ink.page == page and start < ink.span.end and ink.span.start < end


def _party(entity: str, printed: str, part: Part, who: Who) -> Party:
    entry = who.entry(entity)
    return Party(entity, entry.kind if entry else "person", entry.name if entry else printed, part)


def _person(mention: Mention, part: Part, who: Who) -> Iterator[Party]:
    """Whoever is meant; where that is open the name, and all who could be."""
    if mention.entity is not None:
        yield _party(known_as(mention.entity), mention.text, part, who)
        return
    unknown = _unknown(mention.text, part, who)
    if unknown is None:
        return
    yield unknown
    for each in mention.candidates or ():
        entity = known_as(each.entity)
        entry = who.entry(entity) if each.score >= MAYBE else None
        if entry is not None:
            yield Party(entity, entry.kind, entry.name, part, said=unknown.entity)


def _unknown(printed: str, part: Part, who: Who) -> Party | None:
    """Somebody known by the name alone, surname first; None where nothing of the words is a name."""
    name_of = called(printed)
    words = name_of.words
    if not words or (len(words) == 1 and not name_of.title and _is_no_name(words[0], part, who)):
        return None
    spelt = [POSSESSIVE.sub("", word).strip(".,;:") for word in printed.partition("(")[0].split()][-len(words) :]
    name = f"{spelt[-1]}, {' '.join(spelt[:-1])}" if len(spelt) > 1 else "".join(spelt)
    return Party(UNKNOWN + "-".join(words), "person", name, part)


def _is_no_name(word: str, part: Part, who: Who) -> bool:
    """Whether a folded word that stands alone is too short for a name, or, in the running text, too ordinary."""
    ordinary = part is Part.NAMED and frequencies().get(word, -math.inf) >= ORDINARY
    return (ordinary or len(word) < LEAST_OF_A_NAME) and not who.surname(word)


def _body(named: Named, part: Part, who: Who) -> Party:
    """A post, office or body: the mission that the words name, what the authority has of that name, or the name."""
    entity = mission_of(named.name) or who.thing(named.name)
    if entity is None:
        return Party(UNKNOWN + "-".join(named.name.casefold().split()), named.kind.value, named.name, part)
    entry = who.entry(entity)
    kind = "post" if entity.startswith("post:") else named.kind.value
    name = entry.name.replace(HEADED_BY, MISSION, 1) if entry else named.name
    return Party(entity, kind, name, part)
