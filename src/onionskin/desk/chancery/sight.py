"""Who may see how much of a paper: by the level and captions in force, and by need to know.

The same rule stands twice: here for one paper and one person, and in `store.desk_lists` as questions to the database
for all papers of a person. Both rest on `shown_to`, which says whom a paper is shown to and how much, and a test holds
them together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from onionskin.desk.chancery.levels import governs_reading, rank
from onionskin.desk.chancery.persons import DeskRole, Person
from onionskin.desk.chancery.standing import Standing
from onionskin.record.state import Access

EYES_ONLY = frozenset({"EYES ONLY", "EXCLUSIVELY EYES ONLY", "LITERALLY EYES ONLY", "FOR THE EYES OF ADDRESSEE ONLY"})
EVERYONE = "everyone"
NOT_NAMED = "EYES ONLY: not named, not passed to"


class Sight(IntEnum):
    """How much of a paper a person sees; each holds what the one before holds."""

    NOTHING = 0
    EXISTENCE = 1
    """That there is one: its number, precedence, level, and where it goes. What a registry needs of a sealed paper."""
    TITLE = 2
    """What it is about, and who wrote it to whom."""
    TEXT = 3


class Shown(NamedTuple):
    """To whom (`person:ball`, `office:S/S`, `post:Reykjavik`, `registry:Reykjavik`, `everyone`), how much and why."""

    principal: str
    sight: Sight
    rule: str


@dataclass(frozen=True, slots=True)
class Seen:
    """How much a person sees, and the rule that it follows from."""

    sight: Sight
    rule: str


OPEN = Seen(Sight.TEXT, "its own post answers for it")


def principals(person: Person) -> tuple[str, ...]:
    """All as whom a paper may be shown to this person."""
    out = [EVERYONE, f"person:{person.name}", *(f"office:{each}" for each in person.offices)]
    if person.post:
        out.append(f"post:{person.post}")
        if person.has(DeskRole.REGISTRY):
            out.append(f"registry:{person.post}")
    if person.reviews and person.has(DeskRole.REVIEWER):
        out.append("reviewers")
    if person.has(DeskRole.CASES):
        out.append("cases")
    return tuple(out)


def sealed(held: Standing) -> bool:
    """Whether only those named may read it."""
    return bool(EYES_ONLY.intersection(held.captions)) and held.access is not Access.IN_FULL


def reading_captions(held: Standing) -> tuple[str, ...]:
    """The captions that a reader must be admitted to; EYES ONLY names its readers itself."""
    if held.access is Access.IN_FULL:
        return ()
    return tuple(sorted(each for each in set(held.captions) - EYES_ONLY if governs_reading(each)))


def shown_to(held: Standing) -> Iterator[Shown]:
    """Whom need to know admits to a paper as it stands; level and captions are asked besides."""
    if held.access is Access.IN_FULL and not held.withdrawn:
        yield Shown(EVERYONE, Sight.TEXT, "it was released")
    yield from _writers(held)
    yield from _receivers(held)
    for post in dict.fromkeys((held.post, *held.posts)):
        yield Shown(f"registry:{post}", Sight.EXISTENCE, "the registry of a post sees what passes through it")
    if held.cases:
        yield Shown("reviewers", Sight.TEXT, "it is under review")
        yield Shown("cases", Sight.TITLE, "it is asked for in a case")
        yield Shown("cases", Sight.EXISTENCE, "it is asked for in a case")


def _writers(held: Standing) -> Iterator[Shown]:
    if held.drafter:
        yield Shown(f"person:{held.drafter}", Sight.TEXT, "who drafted it")
    # A letter names who signs it by name.
    for office in (*held.asked, *filter(None, (held.approver, held.signer, held.office))):
        if held.sent is None or not sealed(held):
            yield from _by_name(office, "an office that was asked for its word")
    words = (*held.cleared.values(), *held.refused.values(), held.approved, held.signed, held.classified)
    for by in dict.fromkeys(each.by for each in words if each is not None):
        yield Shown(f"person:{by}", Sight.TEXT, "who gave their word on it")
    if not sealed(held):
        yield Shown(f"registry:{held.post}", Sight.TEXT, "the registry that sends it")


def _receivers(held: Standing) -> Iterator[Shown]:
    for name in (*held.passed, *held.circulated):
        yield from _by_name(name, "whom it was passed to")
    for copy in held.copies.values():
        for name in filter(None, (copy.holder, copy.out_to)):
            yield from _by_name(name, "who holds a copy")
    if held.sent is not None and not sealed(held):
        for delivery in held.posts.values():
            yield Shown(f"registry:{delivery.post}", Sight.TEXT, "the registry that receives it")
            if delivery.received:
                yield Shown(f"post:{delivery.post}", Sight.TEXT, "a post it was sent to")
            for office in filter(None, (delivery.office, *delivery.offices)):
                yield Shown(f"office:{office}", Sight.TEXT, "an office that it was given to")
    if held.has_come:
        for name in (*held.eyes_only, *held.addressed_persons):
            yield from _by_name(name, "who is named on it")


def _by_name(name: str, rule: str) -> Iterator[Shown]:
    """A name on a paper may be a person's or an office's."""
    yield Shown(f"person:{name}", Sight.TEXT, rule)
    yield Shown(f"office:{name}", Sight.TEXT, rule)


def sight(held: Standing, person: Person, day: str) -> Seen:
    """How much a person sees of a paper as it stands, on a day, with the rule.

    Who is shown a paper must be cleared for its level to read so much as its title, and admitted to its captions to
    read its text. That it exists needs neither.
    """
    own = frozenset(principals(person))
    named = [each for each in shown_to(held) if each.principal in own]
    if not named:
        return Seen(Sight.NOTHING, NOT_NAMED if sealed(held) else "no need to know")
    most = max(named, key=lambda each: each.sight)
    bar = Seen(Sight.TEXT, most.rule)
    if most.sight is Sight.EXISTENCE:
        return Seen(most.sight, NOT_NAMED if sealed(held) else most.rule)
    if missing := sorted(set(reading_captions(held)) - set(person.captions)):
        bar = Seen(Sight.TITLE, f"{missing[0]}: not admitted to it")
    level = held.level_on(day)
    if rank(level) > rank(person.clearance):
        lower = any(each.sight is Sight.EXISTENCE for each in named)
        bar = Seen(
            Sight.EXISTENCE if lower else Sight.NOTHING, f"{level}: cleared for {person.clearance or 'no level'}"
        )
    return min(Seen(most.sight, most.rule), bar, key=lambda each: each.sight)
