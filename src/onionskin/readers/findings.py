"""What a reader gathers as it goes: every value with its ink and its claim in one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onionskin.phrases.found import Found
from onionskin.readers.contract import Claim, FieldReading, ReadResult
from onionskin.record.evidence import Inference
from onionskin.record.fields import FieldValue
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText


class Findings:
    """The fields and claims of one reader in one text; `result` freezes them."""

    def __init__(self, text: CleanText, reader: str) -> None:
        """`reader` is the name that stands in the evidence."""
        self.text = text
        self.reader = reader
        self.fields: list[FieldReading] = []
        self.claims: list[Claim] = []
        self._covered = bytearray(len(text.text))

    def covers(self, span: Span) -> bool:
        """Whether most of a span is claimed."""
        return self._covered.count(1, span.start, span.end) * 2 > len(span)

    def touches(self, span: Span) -> bool:
        """Whether any of a span is claimed."""
        return self._covered.find(1, span.start, span.end) >= 0

    def has(self, name: str) -> bool:
        """Whether a value for the field was found."""
        return any(f.name == name for f in self.fields)

    def field(  # noqa: PLR0913 - what a reading may say, by name
        self,
        name: str,
        value: FieldValue,
        span: Span,
        *,
        state: ReadingState = ReadingState.FOUND,
        confidence: float = 1.0,
        reason: str = "",
        also: Sequence[Inference] = (),
    ) -> None:
        """A value that stands at the clean span."""
        reading: Reading[FieldValue] = self.text.reading(
            value, span, self.reader, state=state, confidence=confidence, reason=reason, also=also
        )
        self.fields.append(FieldReading(name, reading))
        self.claim(span, f"field:{name}")

    def found(self, name: str, found: Found[str]) -> None:
        """A value as a grammar found it; its span is of the clean text."""
        self.field(name, found.value, found.span, state=found.state, confidence=found.confidence, reason=found.reason)

    def inferred(
        self, name: str, value: FieldValue, rule: str, *rests_on: str, confidence: float = 0.9, reason: str
    ) -> None:
        """A value that no ink of its own says."""
        evidence = (Inference(rule, tuple(rests_on)),)
        self.fields.append(FieldReading(name, Reading(value, ReadingState.INFERRED, "", confidence, evidence, reason)))

    def claim(self, span: Span, rule: str, *, furniture: bool = False) -> None:
        """Characters that this reader answers for without a value of their own."""
        self.claims.append(Claim(span, rule, furniture))
        self._covered[span.start : span.end] = b"\x01" * len(span)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Everything claimed so far."""
        return tuple(c.span for c in self.claims)

    def result(self, **more: Any) -> ReadResult:  # noqa: ANN401 - the other parts of a ReadResult
        """All that was gathered, and whatever else the reader has."""
        return ReadResult(fields=tuple(self.fields), claims=tuple(self.claims), **more)
