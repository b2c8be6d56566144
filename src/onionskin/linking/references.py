"""Which paper a reference means. Below the threshold it is a list of candidates: a wrong link is worse than none."""

from __future__ import annotations

from dataclasses import replace

from onionskin.linking.cards import card_of
from onionskin.linking.holdings import Card, Holdings
from onionskin.linking.judging import decided
from onionskin.linking.numbered import numbered
from onionskin.record.document import Document
from onionskin.record.references import Reference, ReferenceKind, ResolutionState

VERSION = "2"
COUNTED = frozenset({ReferenceKind.TELEGRAM, ReferenceKind.MESSAGE, ReferenceKind.DOCUMENT})


def resolve(document: Document, holdings: Holdings) -> Document:
    """The record with its references led to the records that they mean, or to candidates with their reasons."""
    own = card_of(document)
    resolved = tuple(_resolved(reference, own, holdings) for reference in document.references)
    return replace(document, references=resolved) if resolved != document.references else document


def _resolved(reference: Reference, own: Card, holdings: Holdings) -> Reference:
    if reference.resolved.state is not ResolutionState.CITED_NOT_HELD:
        return reference
    if reference.number is not None and reference.number.isdigit() and reference.kind in COUNTED:
        return replace(reference, resolved=decided(list(numbered(reference, own, holdings))))
    return reference
