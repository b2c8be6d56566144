"""Whose a statement is and whom it faces: the states and bodies behind the names that papers use.

A telegram says "we", "Kuznetsov", "GOE", "the Soviets". A negotiation has two sides, and these are what its statements
are gathered by: the United States, the Soviet Union. Where a person's state is not known, the person is a side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from onionskin import lexicon
from onionskin.ledger.correspondents import year_of
from onionskin.linking.places import ALLIANCE, HOME, UNITED_NATIONS, place_of
from onionskin.phrases.heads_of_state import head_of_state
from onionskin.record.document import Document
from onionskin.record.named import Named, NamedKind
from onionskin.record.statements import Statement, StatementType

US = "United States"
FOREIGN_OFFICE = re.compile(
    r"\b(?:foreign (?:minister|ministry|office)|fon ?min|fon ?off|ambassador of|king|shah)\b", re.IGNORECASE
)
OUR_OFFICE = re.compile(
    r"(?:the )?(?:(?:acting|under|assistant|asst|deputy|vice) )*"
    r"(?:secretary(?: of state)?|sec|secstate|president|embassy|emb|mission|department|dept|consul|white house|state)",
    re.IGNORECASE,
)
THEIR_OFFICE = re.compile(
    r"(?:the )?(?:(?:acting|vice|deputy|first) )*(?:ambassador|amb|(?:prime |foreign )?minister|pri ?min|fon ?min|"
    r"chancellor|chairman|premier|king|shah|sultan|emir|crown prince|prince|foreign secretary)",
    re.IGNORECASE,
)
OUR_POST = re.compile(
    r"(?:the )?(?:embassy|ambassador|legation|consulate(?: general)?|mission|delegation) (?:in|at|to)\b", re.IGNORECASE
)
"""A post of the writer's own state, which speaks for it and deals with another: `Embassy in Egypt`."""
SAYS_WE = re.compile(
    r"\b([A-Z][\w’'-]+) (?:then )?(?:said|stated|replied|answered|added|pointed out|noted|emphasized|stressed|"
    r"explained|responded|commented|observed)(?:,| that)? (?:we|our|USG|US)\b"
)
"""Who is told to have said *we* in a paper is of its writer's side: `Vale said we were willing`."""
WORD = re.compile(r"[A-Za-z][\w.'’-]*")
CLEARLY = 2
"""A paper is about the state that it names at least so often, and so many times as often as any other."""
OWN_PEOPLE = ("from", "signed_by", "drafted_by", "approved_by", "attention", "cleared_by", "classified_by", "typed_by")
BODIES = {"un": "United Nations", "unsc": "United Nations", "united nations": "United Nations", "nato": "NATO"}
OUR_OWN = frozenset({StatementType.INSTRUCTION, StatementType.DISCLOSURE, StatementType.RESCISSION})
"""What a paper tells its own side to do or to leave."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Who speaks in a paper: the state of its writer, the one it is about, by surname whose the persons are, and the
    surnames of all whom it names.
    """

    home: str
    facing: str
    persons: Mapping[str, str] = field(default_factory=dict)
    named: frozenset[str] = frozenset()


StateOf = Callable[[str], str]
"""An authority, asked for the state that an entity serves; empty where it does not know."""


def scene_of(document: Document, serves: StateOf = lambda _: "") -> Scene:
    """The sides of a paper, from its heading, from how it names persons, and from what an authority knows of them."""
    home = home_of(document)
    persons = {_surname(each.name): home for each in _named(document, *OWN_PEOPLE) if each.kind is NamedKind.PERSON}
    ends = [_faced(each) for each in (*_named(document, "to"), *_named(document, "from"))]
    facing = next((each for each in ends if each and each != home), "") or _about(document.text.reading, home)
    spoken_of = [each for each in document.mentions if each.kind is NamedKind.PERSON]
    named = frozenset(_surname(each.text) for each in spoken_of)
    described = {name: state for name, state in _described(document.text.reading) if name in named}
    known = {_surname(each.text): serves(each.entity) for each in spoken_of if each.entity}
    serving = {name: state for name, state in known.items() if state}
    ours = {name: home for name in map(str.lower, SAYS_WE.findall(document.text.reading)) if name in named}
    return Scene(home, facing, {**ours, **described, **serving, **persons}, named)


def home_of(document: Document) -> str:
    """The state for which a paper is written; the United States where nothing says another."""
    return next(filter(None, map(_written_for, _named(document, "from", "signed_by"))), US)


def faces_abroad(document: Document) -> bool:
    """Whether a paper goes to the head of another state or of its government, or comes from another state."""
    home = home_of(document)
    faced = (head_of_state(each, year_of(document)) for each in _named(document, "to"))
    return home != US or any(state is not None and state != home for state in faced)


@cache
def words_for(state: str) -> frozenset[str]:
    """The words, in small letters, of which the names of a state are made: `soviet`, `ussr`, `union`."""
    return frozenset(word for name, each in _states().items() if each == state for word in name.split()) - JOINING


JOINING = frozenset({"of", "the", "and"})


def sides_of(statement: Statement, scene: Scene) -> tuple[str, str]:
    """Whose it is and whom it faces; a side that nobody can tell is empty."""
    said_by = (statement.party,) if statement.party else statement.actor
    own = next(filter(None, (scene.home if OUR_POST.match(each) else side_of(each, scene) for each in said_by)), "")
    if statement.type in OUR_OWN:
        own = scene.home
    others = (side_of(each, scene) for each in (*statement.counterpart, *statement.actor, statement.party or ""))
    own = own or scene.home
    other = next((each for each in others if each and each != own), "")
    return own, other or next((each for each in (scene.facing, scene.home) if each and each != own), "")


def side_of(name: str, scene: Scene) -> str:
    """The side that a name means in a paper: its state, a body, or a person of whom no more is known.

    An office without a name is the writer's own or the other side's by what it is: `the Secretary`, `the King`.
    """
    surname = _surname(name)
    known = state_in(name) or scene.persons.get(surname) or _state_of_person(surname)
    if known:
        return known
    if OUR_OFFICE.fullmatch(name.strip()) or (place_of(name) and surname not in scene.named):
        return scene.home
    if THEIR_OFFICE.fullmatch(name.strip()):
        return scene.facing
    return (scene.facing or " ".join(name.split())) if surname in scene.named else ""


@lru_cache(maxsize=16384)
def state_in(words: str) -> str:
    """The state or body that a few words name: `the Soviet side`, `GOE`, `Ambassador of Turkey`; empty for none."""
    tokens = [each.strip(".'’").removesuffix("'s").removesuffix("’s") for each in WORD.findall(words)]
    known = _states()
    for size in (3, 2, 1):
        for at in range(len(tokens) - size + 1):
            held = " ".join(tokens[at : at + size])
            state = known.get(held.lower())
            if state and (held[:1].isupper() or not held.isalpha()):
                return state
    return ""


@cache
def _states() -> Mapping[str, str]:
    """Every word for a state or a body in small letters, to the name by which it is a side."""
    own = {name.lower(): entry.name for entry in lexicon.entries("states") for name in entry.spellings}
    parties = {name.lower(): entry.name for entry in lexicon.entries("parties") for name in entry.spellings}
    countries = {land.lower(): land for entry in lexicon.entries("posts") if (land := entry.text("country"))}
    return {**countries, **own, **parties, **BODIES}


@cache
def _heads() -> Mapping[str, frozenset[str]]:
    """By surname the states whose head, minister or ambassador bore it."""
    found: dict[str, set[str]] = {}
    for entry in lexicon.entries("heads_of_state"):
        found.setdefault(_surname(entry.name), set()).add(entry.text("of") or "")
    for entry in lexicon.entries("holders_of_posts"):
        for held in entry.list("held"):
            found.setdefault(_surname(held.partition(",")[0]), set()).add(entry.text("country") or "")
    return {name: frozenset(states - {""}) for name, states in found.items()}


def _state_of_person(surname: str) -> str:
    states = _heads().get(surname, frozenset())
    return next(iter(states)) if len(states) == 1 else ""


def _surname(name: str) -> str:
    words = WORD.findall(name.partition("(")[0])
    return words[-1].strip(".'’").removesuffix("'s").removesuffix("’s").lower() if words else ""


def _named(document: Document, *names: str) -> Iterator[Named]:
    for name in names:
        one = document.one(name)
        for reading in (one,) if one is not None else document.many(name):
            if isinstance(reading.value, Named):
                yield reading.value


def _written_for(sender: Named) -> str:
    """The state for which a sender writes: any post of the Department is the United States."""
    if sender.kind is NamedKind.PERSON:
        return _state_of_person(_surname(sender.name))
    if FOREIGN_OFFICE.search(sender.name):
        return state_in(sender.name)
    return US if place_of(sender.name) else ""


def _faced(end: Named) -> str:
    """The state with which one deals by way of an end of a paper: of a post its country, of a head of state his own."""
    if end.kind is NamedKind.PERSON:
        return _state_of_person(_surname(end.name))
    place = place_of(end.name)
    if not place or place in {HOME, UNITED_NATIONS, ALLIANCE}:
        return ""
    return _states().get(place, "") or state_in(end.name)


def _about(text: str, home: str) -> str:
    """The one other state of which a paper clearly speaks as of a party: `Soviets`, `Soviet position`, not `Cuba`."""
    said = Counter(
        state for word in WORD.findall(text) if (state := _peoples().get(word.strip(".'’"))) and state != home
    )
    (first, often), (_, next_often) = (*said.most_common(2), ("", 0), ("", 0))[:2]
    return first if often >= CLEARLY and often >= CLEARLY * next_often else ""


@cache
def _peoples() -> Mapping[str, str]:
    """Words for a people or a government, as they are printed."""
    return {form: entry.name for entry in lexicon.entries("parties") for form in entry.forms if " " not in form}


@cache
def _described_pattern() -> re.Pattern[str]:
    peoples = "|".join(sorted(map(re.escape, _peoples()), key=len, reverse=True))
    first = "".join(sorted({each[0] for each in _peoples()}))
    return re.compile(
        rf"\b(?=[{first}])(?P<people>{peoples})\s+(?:[A-Z][\w.-]*\s+){{1,4}}?(?P<name>[A-Z][a-z][\w’'-]+|[A-Z]{{3,}})(?=[\s,.;:)])"
    )


def _described(text: str) -> Iterator[tuple[str, str]]:
    """By surname whose somebody is whom a paper introduces: `Soviet Ambassador Dobrynin`."""
    for m in _described_pattern().finditer(text):
        yield m["name"].lower(), _peoples()[m["people"]]
