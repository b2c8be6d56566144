"""What is proposed for one paper, put beside its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onionskin.emending import chronology
from onionskin.emending.chronology import chronology_doubts
from onionskin.record.document import Document

RULES = frozenset({chronology.RULE})
"""The rules that speak here: what they said of a record before is said anew."""


def propose(document: Document, companions: Sequence[Document] = ()) -> Document:
    """The record with its doubts; `companions` are the other records of the same file.

    Proposing twice is the same as proposing once.
    """
    kept = tuple(doubt for doubt in document.doubts if doubt.rule not in RULES)
    return replace(document, doubts=(*kept, *chronology_doubts(document, companions)))
