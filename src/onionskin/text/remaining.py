"""The lines that nobody has claimed yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onionskin.record.span import Span
from onionskin.text.clean import Line


def remaining(lines: Iterable[Line], taken: Sequence[Span]) -> list[Line]:
    """The lines, blank ones left out, of which no character is taken. Spans are of the text the lines belong to."""
    inked = [line for line in lines if not line.blank]
    if not taken:
        return inked
    starts = [line.span.start for line in inked]
    gone: set[int] = set()
    for span in taken:
        at = bisect_left(starts, span.end) - 1  # the last line that begins before the span ends
        while at >= 0 and inked[at].span.end > span.start and len(span):
            gone.add(at)
            at -= 1
    return [line for at, line in enumerate(inked) if at not in gone]
