"""The parts of a record that people decide of: emendations, doubts, references, mentions, records of one paper."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from onionskin.record.apparatus import Doubt, Emendation, EmendationState
from onionskin.record.boundaries import Boundary
from onionskin.record.codec import encode
from onionskin.record.decisions import About
from onionskin.record.document import Document
from onionskin.record.evidence import Evidence, Ink
from onionskin.record.quick import quick
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


@quick
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


def state_of(subject: Subject) -> tuple[str, float]:
    """How far it has come, in the word of the record (`linked`, `proposed`, `candidates`), and how sure that is."""
    match subject:
        case Emendation(state=state, confidence=confidence):
            return state.value, confidence
        case Doubt(state=decided, candidates=candidates):
            return decided.value if decided else "open", max((each.score for each in candidates), default=0.0)
        case Reference(resolved=resolved):
            best = max((each.score for each in resolved.candidates), default=1.0 if resolved.record else 0.0)
            return resolved.state.value, best
        case Mention(entity=entity, candidates=candidates):
            best = max((each.score for each in candidates or ()), default=1.0)
            return "linked" if entity else "candidates" if candidates else "found", best
        case SameAs(state=judged, score=score):
            return judged.value, score


def reasons_of(subject: Subject) -> tuple[str, ...]:
    """Why, in sentences; of candidates each with its own, the likeliest first."""
    match subject:
        case Emendation(reason=reason) | Doubt(reason=reason, candidates=()):
            return (reason,)
        case Doubt(reason=reason, candidates=values):
            return (reason, *_weighed((each.value, each.score, each.reasons) for each in values))
        case Reference(resolved=resolved):
            return _weighed((each.record, each.score, each.reasons) for each in resolved.candidates)
        case Mention(candidates=entities):
            return _weighed((each.entity, each.score, each.reasons) for each in entities or ())
        case SameAs(reasons=reasons):
            return reasons


def _weighed(candidates: Iterable[tuple[str, float, tuple[str, ...]]]) -> tuple[str, ...]:
    """`os-54t9q 0.80 (the same number, sent two days before)`."""
    return tuple(
        f"{what} {score:.2f}" + (f" ({', '.join(reasons)})" if reasons else "")
        for what, score, reasons in sorted(candidates, key=lambda each: -each[1])
    )


def evidence_of(subject: Subject) -> tuple[Evidence, ...]:
    """What it rests on; records of one paper rest on reasons alone."""
    return () if isinstance(subject, SameAs) else subject.evidence


def inkless(subject: Subject) -> Subject:
    """The part without its evidence, as a decision keeps it."""
    return subject if isinstance(subject, SameAs) else replace(subject, evidence=())


def resting_also_on(subject: WithInk, *more: Evidence) -> WithInk:
    """The part with more evidence, each piece once."""
    return replace(subject, evidence=tuple(dict.fromkeys((*subject.evidence, *more))))


def seen(part: Part | Boundary) -> str:
    """A name for the state of a part: it changes when anything of the part does, and with nothing else."""
    if isinstance(part, Boundary):
        return digest_of([part.page, part.offset, part.begins, part.state.value])
    ink = part.ink
    return digest_of([encode(inkless(part.subject)), [ink.page, encode(ink.span)] if ink else None])


def digest_of(told: object) -> str:
    """Sixteen hexadecimal digits that name some JSON."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]
