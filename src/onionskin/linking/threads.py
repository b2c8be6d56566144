"""The thread of a paper: the papers that answer, enclose, report on and cite one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.document import Document
from onionskin.record.references import Reference, ReferenceKind, ResolutionState

NEARBY = 3
"""How many steps a thread is followed from its paper."""
MOST = 200
"""Papers of one thread."""
REPLY = re.compile(r"\s*(?:(?:in\s+)?(?:reply|response|answer)\b|re\b|ref\b|reur|urtel|your\b)", re.IGNORECASE)
ENCLOSING = re.compile(r"\b(?:enclos|attach|herewith|cop(?:y|ies)\s+of)", re.IGNORECASE)
INSTRUCTING = re.compile(r"\binstruct", re.IGNORECASE)


class Relation(StrEnum):
    """How one paper leads to another; those of `same_as` keep the record's own words."""

    ANSWERS = "answers"
    ENCLOSES = "encloses"
    INSTRUCTS = "instructs"
    REPORTS_ON = "reports-on"
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class Step:
    """`record` leads to `other`."""

    record: str
    other: str
    relation: str


def relation_of(reference: Reference) -> Relation:
    """What a paper does to another when it cites it so."""
    if reference.kind is ReferenceKind.ENCLOSURE or ENCLOSING.search(reference.text):
        return Relation.ENCLOSES
    if INSTRUCTING.search(reference.text):
        return Relation.INSTRUCTS
    if reference.kind is ReferenceKind.MEETING:
        return Relation.REPORTS_ON
    numbered = reference.kind in {ReferenceKind.TELEGRAM, ReferenceKind.LETTER}
    return Relation.ANSWERS if numbered and REPLY.match(reference.text) else Relation.CITES


def steps_of(document: Document) -> Iterator[tuple[str, str]]:
    """Which records a linked paper leads to, and how, each pair once."""
    found: dict[tuple[str, str], None] = {}
    for reference in document.references:
        if reference.resolved.state is ResolutionState.LINKED and reference.resolved.record:
            found[reference.resolved.record, relation_of(reference).value] = None
    for same in document.same_as:
        found[same.record, same.relation.value] = None
    return iter(found)


def follow(record: str, steps: Callable[[str], Iterable[Step]], nearby: int = NEARBY) -> tuple[Step, ...]:
    """Every step between the papers that can be reached from one, both ways, within so many steps."""
    reached, edge = {record}, [record]
    found: dict[Step, None] = {}
    for _ in range(nearby):
        ahead: list[str] = []
        for each in edge:
            for step in steps(each):
                found[step] = None
                ahead += [other for other in (step.record, step.other) if other not in reached]
                reached.update((step.record, step.other))
        edge = ahead
        if not edge or len(reached) > MOST:
            break
    return tuple(found)
