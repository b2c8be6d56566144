"""The lines of a source before papers are told apart, and what marks say of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onionskin.phrases.labels import find_labels
from onionskin.phrases.letters import address_from, under_the_text
from onionskin.readers.contract import Claim
from onionskin.readers.heads import find_heads
from onionskin.readers.leaves import Leaf, leaves_of
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines

FOOT_LABELS = frozenset({"enclosures", "copies", "drafted", "approved", "cleared", "circulated", "typed"})
BARRED = 0.6
"""The share of a line that marks must answer for to make it theirs."""
MARKS = frozenset({"marking"})
PAPER_FOOT = frozenset({"notice", "page-number", "form-number"})


class Ground:
    """Lines are named by their indexes; `rules` are those by which marks claim a line."""

    def __init__(self, text: CleanText, claims: Sequence[Claim]) -> None:
        self.lines = text.lines
        self.rules: dict[int, set[str]] = {}
        covered: dict[int, int] = {}
        at = 0
        for claim in sorted(claims, key=lambda c: c.span):
            while at < len(self.lines) and self.lines[at].span.end < claim.span.start:
                at += 1
            here = at
            while here < len(self.lines) and self.lines[here].span.start < claim.span.end:
                ink = self.lines[here].ink
                self.rules.setdefault(here, set()).add(claim.rule)
                shared = min(claim.span.end, ink.end) - max(claim.span.start, ink.start)
                covered[here] = covered.get(here, 0) + max(0, shared)
                here += 1
        self.barred = frozenset(at for at, shared in covered.items() if shared > BARRED * len(self.lines[at].ink))
        self.free = [line for line in self.lines if line.index not in self.barred]
        self.heads = find_heads(self.free)
        addresses = {x.index for line in self.free if not line.blank for x in address_from(self.lines, line.index)}
        self.body = frozenset(body_lines(self.lines, self.barred | {h.line for h in self.heads} | addresses))
        self.feet = frozenset(label.line for label in find_labels(self.free) if label.key in FOOT_LABELS)

    def leaves(self) -> list[Leaf]:
        """The pages with ink, in order."""
        return leaves_of(self.lines, self.barred, self.body, self.heads, self.is_close)

    def inked(self, start: int, end: int) -> Iterator[Line]:
        """The lines of a stretch (indexes) on which something stands."""
        return (line for line in self.lines[start:end] if not line.blank)

    def is_foot(self, line: Line) -> bool:
        """Whether the line belongs to the paper that stands above it."""
        return line.index in self.body or self.is_close(line) or bool(self.rules.get(line.index, set()) & PAPER_FOOT)

    def is_close(self, line: Line) -> bool:
        """Whether the line stands under the last words of a paper; a page number or a notice stands on every page."""
        return line.index in self.feet or under_the_text(line.text)

    def is_marking(self, line: Line) -> bool:
        """Whether a marking stands there."""
        return bool(self.rules.get(line.index, set()) & MARKS)

    def turns(self, start: int, end: int) -> list[int]:
        """Indexes in (start, end] whose line is the first of its page."""
        return [
            i for i in range(start + 1, min(end + 1, len(self.lines))) if self.lines[i].page != self.lines[i - 1].page
        ]

    def prose_between(self, start: int, end: int) -> bool:
        """Whether running text stands between two lines (indexes)."""
        return any(start <= i < end for i in self.body)
