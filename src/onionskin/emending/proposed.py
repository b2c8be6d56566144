"""What one rule proposes for one place, before it is put beside the record."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.record.quick import quick
from onionskin.record.span import Span


@quick
@dataclass(frozen=True, slots=True)
class Proposed:
    """Words of a running text, those that should stand for them, by which rule, how sure that is, and why.

    `span` is of the stretch of running text with the index `stretch`.
    """

    read: str
    to: str
    span: Span
    rule: str
    confidence: float
    reasons: tuple[str, ...]
    stretch: int = 0
