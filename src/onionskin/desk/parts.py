"""The parts of a record that people decide of: emendations, doubts, references, mentions, records of one paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from onionskin.record.apparatus import Doubt, Emendation, EmendationState
from onionskin.record.decisions import About
from onionskin.record.document import Document
from onionskin.record.evidence import Evidence, Ink
from onionskin.record.references import JudgementState, Mention, Reference, ResolutionState, SameAs
from onionskin.store.decisions import Subject

LISTS = {
    About.EMENDATION: "emendations",
    About.DOUBT: "doubts",
    About.REFERENCE: "references",
    About.MENTION: "mentions",
    About.SAME_AS: "same_as",
}
"""The key of the record under which each sort of part stands."""

WithInk = TypeVar("WithInk", Emendation, Doubt, Reference, Mention)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a record, and its JSON pointer (`/references/2`)."""

    about: About
    pointer: str
    subject: Subject

    @property
    def ink(self) -> Ink | None:
        """The first patch of paper it stands on."""
        return next((each for each in evidence_of(self.subject) if isinstance(each, Ink)), None)


def parts(document: Document) -> Iterator[Part]:
    """Every part that can be decided of, in the order of the record."""
    for about, key in LISTS.items():
        for at, subject in enumerate(getattr(document, key)):
            yield Part(about, f"/{key}/{at}", subject)


def is_open(subject: Subject) -> bool:
    """Whether it waits for a person: proposed, a candidate among others, in doubt."""
    match subject:
        case Emendation(state=state):
            return state is EmendationState.PROPOSED
        case Doubt():
            return subject.open
        case Reference(resolved=resolved):
            return resolved.state is ResolutionState.CANDIDATES
        case Mention(entity=entity, candidates=candidates):
            return entity is None and bool(candidates)
        case SameAs(state=judged):
            return judged is JudgementState.CANDIDATE


def evidence_of(subject: Subject) -> tuple[Evidence, ...]:
    """What it rests on; records of one paper rest on reasons alone."""
    return () if isinstance(subject, SameAs) else subject.evidence


def inkless(subject: Subject) -> Subject:
    """The part without its evidence, as a decision keeps it."""
    return subject if isinstance(subject, SameAs) else replace(subject, evidence=())


def resting_also_on(subject: WithInk, *more: Evidence) -> WithInk:
    """The part with more evidence, each piece once."""
    return replace(subject, evidence=tuple(dict.fromkeys((*subject.evidence, *more))))
