"""Who drafted a paper, where its notation has initials alone: `IC:HC:TL` of November 1962 is IO's Harlan Cleveland.

The head of the office on the paper's day is meant if the initials are his and nobody else's. An office that is none may
be one a letter away, if its head has the initials: that is two things agreeing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onionskin import lexicon
from onionskin.linking.authorities.entity import Entity, Service
from onionskin.linking.authorities.register import Authority
from onionskin.linking.posts import held_at
from onionskin.record.document import Document
from onionskin.record.evidence import Inference
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import inferred

RULE = "drafter-by-initials"
SURE, MENDED = 0.9, 0.8
"""With the office as it is printed, and with one a letter away from it."""
LONGEST = 5
"""Years that a post is held at most where its end is not known."""
FEWEST, MOST = 2, 3
"""Initials of a name."""


def name_drafter(document: Document, authority: Authority) -> Document:
    """The record with its drafter named, where one head of the office has the initials; else as it is."""
    reading, own = document.one("drafted_by"), document.one("date")
    day = own.value[:10] if own is not None and isinstance(own.value, str) else ""
    if reading is None or not isinstance(reading.value, Named) or len(day) != len("1962-11-17"):
        return document
    printed = reading.value
    initials = printed.name.replace(".", "").replace(" ", "")
    if printed.surname or not printed.office or not initials.isupper() or not FEWEST <= len(initials) <= MOST:
        return document
    meant = list(_heads(printed.office, initials, day, authority))
    if len(meant) != 1:
        return document
    office, head, service = meant[0]
    surname, _, given = head.name.partition(", ")
    named = Named(f"{given} {surname}", NamedKind.PERSON, printed.as_printed, office, surname, given)
    mended = f"; {printed.office!r} is no office, {office} is a letter away" if office != printed.office else ""
    reason = f"{initials} are the initials of {named.name}, {service.title} on that day{mended}"
    rests_on = (
        f"{printed.office}: {initials}",
        f"{service.title}: {service.since} to {service.until or 'an unknown day'}",
    )
    value = inferred(
        named,
        *reading.ink,
        Inference(RULE, rests_on),
        as_printed=reading.as_printed,
        confidence=MENDED if mended else SURE,
        reason=reason,
    )
    return replace(document, fields={**document.fields, "drafted_by": value})


def _heads(office: str, initials: str, day: str, authority: Authority) -> Iterator[tuple[str, Entity, Service]]:
    """The heads of the office, or of those a letter away from one that is none, who have the initials."""
    symbols = [office] if office in heads() or office in _offices() else [s for s in heads() if _one_apart(s, office)]
    for symbol in symbols:
        post = heads().get(symbol, "")
        for entity in authority.holders(post) if post else ():
            service = held_at(entity, frozenset({post}), day)
            if service and _bounded(service, day) and _has(entity, initials):
                yield symbol, entity, service


def _bounded(service: Service, day: str) -> bool:
    """Whether its end is known, or it had not begun so long ago that an end must be missing."""
    return service.until is not None or int(day[:4]) - int((service.since or day)[:4]) <= LONGEST


def _has(entity: Entity, initials: str) -> bool:
    surname, _, given = entity.name.partition(", ")
    letters = "".join(word[0] for word in given.replace(".", " ").split() if word[0].isupper())
    return bool(letters) and initials in {letters[0] + surname[:1], letters + surname[:1]}


def _one_apart(one: str, other: str) -> bool:
    return len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


@cache
def heads() -> dict[str, str]:
    """Office symbols, to the posts of those who head the offices."""
    return {entry.name: entry.text("post") or "" for entry in lexicon.entries("office_heads")}


@cache
def _offices() -> frozenset[str]:
    return frozenset(entry.name for entry in lexicon.entries("offices"))
