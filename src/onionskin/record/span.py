"""The only address of characters in the house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open code-point offsets `[start, end)` into one page's raw text; never across pages.

    In the seed telegram "1359" stands on page 1 at `Span(203, 207)`: `pages[1].text[203:207] == "1359"`.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuses what cannot be a place on a page. By hand, because a paper is read through seven hundred spans, and
        what `dataclass` writes for a frozen class takes twice as long.
        """
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters it covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether they share a character; an empty span overlaps nothing."""
        return self.start < other.end and other.start < self.end and self.start < self.end and other.start < other.end

    def shifted(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(self.start + by, self.end + by)


_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))


def outside(span: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """The parts of `span` that none of `taken` covers, in order; empty parts are left out."""
    at = span.start
    for other in sorted(t for t in taken if t.overlaps(span)):
        if other.start > at:
            yield Span(at, other.start)
        at = max(at, other.end)
    if at < span.end:
        yield Span(at, span.end)
