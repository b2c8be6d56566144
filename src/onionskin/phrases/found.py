"""What every grammar of this floor gives back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from onionskin.record.quick import quick
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

T = TypeVar("T")
U = TypeVar("U")


@quick
@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and the words that say it; `text` is the searched string at `span`, always.

    `state` is FOUND, DOUBTFUL or INFERRED: a thing that was not found is not here at all. `reason` says what was
    assumed or what speaks against the value, in one clause for a person; it is empty where the words leave nothing
    open.
    """

    span: Span
    value: T
    text: str
    confidence: float = 1.0
    state: ReadingState = ReadingState.FOUND
    reason: str = ""

    def with_value(self, value: U) -> Found[U]:
        """The same words and doubts, said of another value."""
        return Found(self.span, value, self.text, self.confidence, self.state, self.reason)

    def shifted(self, by: int) -> Found[T]:
        """The same in a string of which the searched one is a part beginning at `by`."""
        return replace(self, span=self.span.shifted(by)) if by else self


def found_in(  # noqa: PLR0913 - all that a find is made of
    text: str, start: int, end: int, value: T, *, confidence: float = 1.0, reason: str = ""
) -> Found[T]:
    """A plain find: `value` is said by `text[start:end]`."""
    return Found(Span(start, end), value, text[start:end], confidence, ReadingState.FOUND, reason)


def printed(text: str, start: int, end: int) -> Found[str]:
    """The words of a span, their line breaks folded."""
    return found_in(text, start, end, " ".join(text[start:end].split()))


def doubtful_in(  # noqa: PLR0913 - all that a find is made of
    text: str, start: int, end: int, value: T, reason: str, *, confidence: float = 0.5
) -> Found[T]:
    """A find that something speaks against: `reason` says what."""
    return Found(Span(start, end), value, text[start:end], confidence, ReadingState.DOUBTFUL, reason)


def longest(finds: Iterable[Found[T]]) -> list[Found[T]]:
    """Those that remain when of two that overlap the longer stays (the earlier of equals), in the order of the text."""
    kept: list[Found[T]] = []
    for find in sorted(finds, key=lambda f: (f.span.start, -f.span.end)):
        if not kept or kept[-1].span.end <= find.span.start:
            kept.append(find)
        elif len(find.span) > len(kept[-1].span):
            kept[-1] = find
    return kept


def left_over(text: str, finds: Iterable[Found[Any]]) -> str:
    """The words of `text` that no find covers; dashes and strike-through marks are no words."""
    at, parts = 0, []
    for span in sorted(f.span for f in finds):
        parts.append(text[at : span.start])
        at = max(at, span.end)
    words = " ".join([*parts, text[at:]]).split()
    return " ".join(w for w in (word.strip(',;:()[]~*_"“”') for word in words) if any(c.isalnum() for c in w))
