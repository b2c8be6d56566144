"""Which paper a reference means. Below the threshold it is a list of candidates: a wrong link is worse than none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onionskin.linking.cards import card_of
from onionskin.linking.described import Context, described, titled
from onionskin.linking.holdings import Holdings
from onionskin.linking.judging import decided
from onionskin.linking.numbered import numbered
from onionskin.record.document import Document
from onionskin.record.references import Reference, ReferenceKind, Resolution, ResolutionState

VERSION = "4"
REFTEL = re.compile(r"(?:ref(?:tel|erence\s+telegram)s?|referenced\s+telegram)\b", re.IGNORECASE)
DESCRIBED = frozenset({ReferenceKind.LETTER, ReferenceKind.MESSAGE, ReferenceKind.DOCUMENT, ReferenceKind.TELEGRAM})
COUNTED = frozenset({ReferenceKind.TELEGRAM, ReferenceKind.MESSAGE, ReferenceKind.DOCUMENT})


def resolve(document: Document, holdings: Holdings) -> Document:
    """The record with its references led to the records that they mean, or to candidates with their reasons."""
    if not document.references:
        return document
    context = Context(card_of(document), titled(document.text.reading))
    resolved: list[Reference] = []
    for reference in document.references:
        resolved.append(_resolved(reference, context, holdings, resolved))
    return replace(document, references=tuple(resolved)) if tuple(resolved) != document.references else document


def _resolved(reference: Reference, context: Context, holdings: Holdings, before: Sequence[Reference]) -> Reference:
    """One reference; `before` are those that stand before it, resolved."""
    if reference.resolved.state is not ResolutionState.CITED_NOT_HELD:
        return reference
    if reference.number is not None:
        counted = reference.number.isdigit() and reference.kind in COUNTED
        judged = list(numbered(reference, context.own, holdings)) if counted else []
        return replace(reference, resolved=decided(judged))
    if REFTEL.match(reference.text):
        return replace(reference, resolved=_reference_line(before) or reference.resolved)
    if reference.kind in DESCRIBED:
        return replace(reference, resolved=decided(list(described(reference, context, holdings))))
    return reference


def _reference_line(before: Sequence[Reference]) -> Resolution | None:
    """`reftel` is the telegram that the paper cites by number at its beginning, where it cites one alone."""
    numbers = {each.number: each for each in before if each.kind is ReferenceKind.TELEGRAM and each.number}
    return next(iter(numbers.values())).resolved if len(numbers) == 1 else None
