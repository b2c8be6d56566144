"""The typed rows of a page, where words ended up in its text: how much a patch hides, and where in the text it lies."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from onionskin.record.geometry import Box
from onionskin.record.page import PageText, Word
from onionskin.record.span import Span

_PITCH_INCH = 1 / 6
"""From row to row, where a page has too few to measure: six to the inch."""
_PITCHES = (0.1, 0.4)
"""Inches from row to row in which a machine types; more is a gap between paragraphs, less a column beside."""
_LETTER_INCH = 0.1
_WORD = 6.0
"""Letters of the usual word and the blank after it, where a page has too few to measure."""
_FEW = 3
_TOUCHING = 0.3
"""Share of a word's width that a patch may lie on while the word still stands beside it."""


class Rows:
    """A page's words by rows. All boxes are in the page's own pixels."""

    def __init__(self, page: PageText) -> None:
        """`page` has the size and the dpi of its image."""
        self._page = page
        self._inch = page.dpi or 300

    @cached_property
    def rows(self) -> list[list[Word]]:
        """The words of each row that has any, in the order of the text."""
        text = self._page.text
        numbered, at, row = [], 0, 0
        for word in self._page.words:
            row += text.count("\n", at, word.span.start)
            at = word.span.start
            numbered.append((row, word))
        return [[word for _, word in group] for _, group in groupby(numbered, key=lambda each: each[0])]

    @cached_property
    def pitch(self) -> float:
        """Pixels from row to row."""
        middles = sorted(_middle(word.box) for row in self.rows for word in row[:1])
        low, high = (inch * self._inch for inch in _PITCHES)
        steps = [step for above, below in pairwise(middles) if low <= (step := below - above) <= high]
        return median(steps) if len(steps) >= _FEW else _PITCH_INCH * self._inch

    @cached_property
    def word(self) -> float:
        """Pixels that a word takes with the blank after it, on the mean."""
        sizes = [(word.box.width, len(word.span)) for word in self._page.words if len(word.span) > 1]
        if len(sizes) < _FEW:
            return _WORD * _LETTER_INCH * self._inch
        letter = sum(width for width, _ in sizes) / sum(letters for _, letters in sizes)
        return letter * (sum(len(word.span) for word in self._page.words) / len(self._page.words) + 1)

    def spans(self, which: Collection[int]) -> list[Span]:
        """Of the words at these places of the page, those of each row from its first to its last."""
        held: list[Span] = []
        first = 0
        for row in self.rows:
            own = [word.span for i, word in enumerate(row, first) if i in which]
            first += len(row)
            if own:
                held.append(Span(own[0].start, own[-1].end))
        return held

    def lines(self, box: Box) -> int:
        """How many rows a patch takes."""
        return max(1, round(box.height / self.pitch))

    def hidden(self, box: Box) -> int:
        """About how many words a patch takes."""
        return max(1, round(self.lines(box) * box.width / self.word))

    def gap(self, box: Box) -> Span:
        """The empty span at which what a patch hides stood: behind the word left of its first row, or above it."""
        first = box.top + min(box.height, self.pitch) / 2
        level = [word for word in self._page.words if word.box.top <= first <= word.box.bottom]
        before = [word for word in level if word.box.right - _TOUCHING * word.box.width <= box.left]
        if before:
            return _at(max(before, key=lambda word: word.box.right).span.end)
        after = [word for word in level if word.box.left + _TOUCHING * word.box.width >= box.right]
        if after:
            return _at(min(after, key=lambda word: word.box.left).span.start)
        above = [word for word in self._page.words if _middle(word.box) < first]
        # Words of one row are not of one height: the last of them need not have the lowest middle.
        lowest = max((_middle(word.box) for word in above), default=0.0) - self.pitch / 2
        return _at(max((word.span.end for word in above if _middle(word.box) >= lowest), default=0))


def _at(place: int) -> Span:
    return Span(place, place)


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2
