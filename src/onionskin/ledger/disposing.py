"""Dispositions among the statements of a paper: on the one that tells of a proposal, and on the proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onionskin.ledger.dispositions import Disposed, dispositions_of
from onionskin.record.document import Document
from onionskin.record.statements import Place, Statement, StatementType

RULE = "tells-disposition"
CONFIDENCE = 0.8
"""Between the halves: more than nine of ten were right of the paragraphs for building, seven of the others."""
PUT_FORWARD = frozenset({StatementType.PROPOSAL, StatementType.OFFER})


def with_dispositions(statements: Sequence[Statement], document: Document) -> tuple[Statement, ...]:
    """The statements of a paper, in the order of its text, with what became of the proposals of which they tell.

    Where a statement quotes the words that tell it, it tells it; else there is one more, a proposal of that quote. The
    proposal itself has it too where the paper makes it, unless something was told of it before.
    """
    told = dispositions_of(document)
    if not told:
        return tuple(statements)
    held = list(statements)
    for each in told:
        at = _telling(held, each.at)
        if at is None:
            held.append(_statement(each, document))
        else:
            held[at] = replace(held[at], disposition=each.disposition)
        _on_the_proposal(held, each)
    order = {each.n: n for n, each in enumerate(document.text.paragraphs)}
    return tuple(sorted(held, key=lambda each: (order[each.at.paragraph], each.at.span.start)))


def _telling(held: Sequence[Statement], at: Place) -> int | None:
    """The statement of these words: it has most of them in common, half of the shorter at the least."""
    shared = {
        n: _common(each.at, at) / min(len(each.at.span), len(at.span))
        for n, each in enumerate(held)
        if each.at.paragraph == at.paragraph
    }
    best = max(shared, key=lambda n: shared[n], default=None)
    return best if best is not None and shared[best] >= HALF else None


HALF = 0.5


def _on_the_proposal(held: list[Statement], told: Disposed) -> None:
    for n, each in enumerate(held):
        made_before = each.type in PUT_FORWARD and told.of is not None and each.at.span.start < told.at.span.start
        if made_before and each.disposition is None and told.of is not None and _common(each.at, told.of):
            held[n] = replace(each, disposition=told.disposition)


def _common(one: Place, other: Place) -> int:
    """Characters that two places share."""
    if one.paragraph != other.paragraph:
        return 0
    return max(0, min(one.span.end, other.span.end) - max(one.span.start, other.span.start))


def _statement(told: Disposed, document: Document) -> Statement:
    text = next(each.text for each in document.text.paragraphs if each.n == told.at.paragraph)
    return Statement(
        record=document.id,
        type=StatementType.PROPOSAL,
        quote=told.at.span.of(text),
        at=told.at,
        rule=RULE,
        confidence=CONFIDENCE,
        disposition=told.disposition,
    )
