"""What one decision makes of the part of a record that it is about: pure functions from part to part."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from onionskin.desk.parts import resting_also_on
from onionskin.record.apparatus import Doubt, DoubtState, Emendation, EmendationState
from onionskin.record.decisions import Verb
from onionskin.record.evidence import Deed
from onionskin.record.references import (
    JudgementState,
    Mention,
    Reference,
    Resolution,
    ResolutionState,
    SameAs,
)
from onionskin.store.decisions import Kept, Subject

FOR = frozenset({Verb.ACCEPT, Verb.LINK, Verb.EMEND})
"""The verbs that say yes."""


def judged(subject: Subject, kept: Kept) -> Subject:
    """The part as the decision leaves it, with the deed among what it rests on."""
    deed = Deed(kept.author, kept.at)
    yes = kept.verb in FOR
    match subject:
        case Emendation():
            state = EmendationState.ACCEPTED if yes else EmendationState.REJECTED
            return resting_also_on(replace(subject, state=state), deed)
        case Doubt():
            state_of_doubt = DoubtState.SETTLED if yes else DoubtState.DISMISSED
            return resting_also_on(replace(subject, state=state_of_doubt, value=kept.to if yes else None), deed)
        case Reference(resolved=resolved):
            chosen = replace(resolved, state=ResolutionState.LINKED, record=kept.to)
            now = chosen if yes else _refused(resolved, refused(kept))
            return resting_also_on(replace(subject, resolved=now), deed)
        case Mention():
            named = replace(subject, entity=kept.to) if yes else _not_meant(subject, refused(kept))
            return resting_also_on(named, deed)
        case SameAs():
            return replace(subject, state=JudgementState.ACCEPTED if yes else JudgementState.REJECTED)


def refused(kept: Kept) -> frozenset[str]:
    """The records or entities that a decision refuses: the one it names, or all that then stood there."""
    if kept.to is not None:
        return frozenset({kept.to})
    match kept.subject:
        case Reference(resolved=resolved):
            return frozenset(filter(None, (resolved.record, *(each.record for each in resolved.candidates))))
        case Mention(entity=entity, candidates=candidates):
            return frozenset(filter(None, (entity, *(each.entity for each in candidates or ()))))
        case _:
            return frozenset()


def _refused(resolved: Resolution, refused: Collection[str]) -> Resolution:
    """A link that is refused falls back to the candidates that are left; where none is, the paper is not held."""
    left = tuple(each for each in resolved.candidates if each.record not in refused)
    linked_to_another = resolved.state is ResolutionState.LINKED and resolved.record not in refused
    if linked_to_another or resolved.state not in {ResolutionState.LINKED, ResolutionState.CANDIDATES}:
        return replace(resolved, candidates=left)
    return Resolution(ResolutionState.CANDIDATES if left else ResolutionState.CITED_NOT_HELD, None, left)


def _not_meant(mention: Mention, refused: Collection[str]) -> Mention:
    left = tuple(each for each in mention.candidates or () if each.entity not in refused)
    return replace(mention, entity=None if mention.entity in refused else mention.entity, candidates=left)
