"""Which paper a reference means: by number, post, direction and date. A number alone is never enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onionskin.linking.cards import UNDATED, card_of
from onionskin.linking.holdings import Card, Holdings, key
from onionskin.linking.places import HOME, place_of
from onionskin.record.document import Document
from onionskin.record.references import (
    Reference,
    ReferenceCandidate,
    Resolution,
    ResolutionState,
)

VERSION = "1"
LINKED = 0.9
"""From this score on the record is taken for the paper that is cited; below it is a candidate."""
POSSIBLE = 0.3
MOST = 5
"""Candidates that are listed."""


def resolve(document: Document, holdings: Holdings) -> Document:
    """The record with its references led to the records that they mean, or to candidates with their reasons."""
    own = card_of(document)
    resolved = tuple(_resolved(reference, own, holdings) for reference in document.references)
    return replace(document, references=resolved) if resolved != document.references else document


def _resolved(reference: Reference, own: Card, holdings: Holdings) -> Reference:
    if reference.resolved.state is not ResolutionState.CITED_NOT_HELD or reference.number is None:
        return reference
    year = own.year
    years = {UNDATED, year, str(int(year) - 1)} if year.isdigit() else {UNDATED}
    found = holdings.find(key("number", reference.number.lstrip("0"), each) for each in sorted(years))
    judged = [(card, _judged(reference, own, card)) for card in found if card.record != own.record]
    return replace(reference, resolved=decided(judged))


@dataclass(frozen=True, slots=True)
class Judged:
    """How well a record fits what is said of the cited paper, with reasons a historian can check."""

    score: float
    reasons: tuple[str, ...]


def decided(judged: Sequence[tuple[Card, Judged]]) -> Resolution:
    """Linked where one record fits and no other does; else candidates, the best first."""
    ranked = sorted(
        ((card, each) for card, each in judged if each.score >= POSSIBLE), key=lambda x: (-x[1].score, x[0].record)
    )
    if not ranked:
        return Resolution(ResolutionState.CITED_NOT_HELD)
    candidates = tuple(
        ReferenceCandidate(card.record, round(each.score, 2), each.reasons) for card, each in ranked[:MOST]
    )
    sure = candidates[0].score >= LINKED and (len(candidates) == 1 or candidates[1].score < LINKED)
    state = ResolutionState.LINKED if sure else ResolutionState.CANDIDATES
    return Resolution(state, candidates[0].record if sure else None, candidates)


def _judged(reference: Reference, own: Card, card: Card) -> Judged:
    """By post, direction and date."""
    reasons = [f"number {card.number}"]
    if card.day and own.day and card.day > own.day:
        return Judged(0.0, ())
    sender = place_of(reference.from_ or "")
    receiver = place_of(reference.to or "")
    if reference.direction == "outgoing":
        sender = sender or HOME
    if reference.direction == "incoming":
        receiver = receiver or HOME
    abroad = own.sender if own.sender != HOME else next((each for each in own.receivers if each != HOME), "")
    ends = {sender, receiver} - {"", HOME}
    if not ends and abroad:
        ends = {abroad}
    held = {card.sender, *card.receivers} - {"", HOME}
    if not ends or not held:
        return Judged(0.4, tuple(reasons))
    if not ends & held:
        return Judged(0.0, ())
    reasons.append(f"between the Department and {', '.join(sorted(ends & held))}")
    if (sender and card.sender and sender != card.sender) or (
        receiver and card.receivers and receiver not in card.receivers
    ):
        return Judged(0.0, ())
    return Judged(0.95 if sender or receiver else 0.6, tuple(reasons))
