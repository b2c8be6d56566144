"""What readers read: a paper's lines without markup, each character with its way back to the ink."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from itertools import islice, takewhile
from string import ascii_lowercase, ascii_uppercase
from typing import TypeVar, cast

from onionskin.record.evidence import Evidence, Inference, Ink
from onionskin.record.named import Named
from onionskin.record.page import PageNumber
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.span import Span
from onionskin.text.offsets import OffsetMap
from onionskin.text.scroll import Scroll

T = TypeVar("T")
READ_THROUGH_DAMAGE = 0.8
"""How sure a value is at most whose ink holds a misread word that was healed."""
SMALL = str.maketrans(ascii_uppercase + "ıſ", ascii_lowercase + "is")


class Style(Enum):
    """How words stand on the paper."""

    STRUCK = "struck"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Styled:
    """Clean characters that are struck through or written by hand."""

    span: Span
    style: Style


@dataclass(frozen=True, slots=True)
class Healed:
    """A misread word that stands whole at `span`; `before` is where it stood in the text before it was healed.

    A blank that was lost between a word and a number stands there as well, and stood nowhere.
    """

    span: Span
    before: Span


@dataclass(frozen=True, slots=True, init=False)
class Line:
    """One line of a paper. `index` counts in the paper from 0, `n` on its page from 1; `span` is clean and has no
    line end.

    `ink` is its clean span without the white space around the words. `blank` lines, on which nothing is printed, are
    kept: they part paragraphs. Where words are blanked because another reader answers for them, `typed` still has those
    that were struck: the sentence was typed with them.
    """

    index: int
    page: PageNumber
    n: int
    span: Span
    text: str
    typed: str = field(compare=False)
    ink: Span = field(compare=False)
    blank: bool = field(compare=False)

    def __init__(  # noqa: PLR0913, PLR0917 - where it stands, and what
        self, index: int, page: PageNumber, n: int, span: Span, text: str, typed: str = ""
    ) -> None:
        """`ink` and `blank` are found out at once: every reader asks for both, many times. By hand, as `Span` is."""
        words = text.strip()
        ink = span
        if len(words) < len(text):
            start = span.start + (text.find(words[0]) if words else len(text))
            ink = Span(start, start + len(words))
        _set_index(self, index)
        _set_page(self, page)
        _set_n(self, n)
        _set_span(self, span)
        _set_text(self, text)
        _set_typed(self, typed or text)
        _set_ink(self, ink)
        _set_blank(self, not words)


_set_index, _set_page, _set_n, _set_span, _set_text, _set_typed, _set_ink, _set_blank = (
    Line.__dict__[name].__set__ for name in ("index", "page", "n", "span", "text", "typed", "ink", "blank")
)


@dataclass(frozen=True)
class CleanText:
    """A stretch of a source, cleaned: its text, the map to the scroll's raw characters, and how words stand.

    Lines end with a line feed, pages with a form feed. All spans that readers handle are spans of `text`; `ink`,
    `inks` and
    `reading` lead back to the page. A `Step` makes one from another and composes the maps.
    """

    scroll: Scroll
    text: str
    map: OffsetMap
    styles: tuple[Styled, ...] = ()
    healed: tuple[Healed, ...] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line, blank ones included."""
        out: list[Line] = []
        start, supplied = 0, self._supplied()
        for page_text in self.text.split("\f"):
            number, page = 0, None
            for text in page_text.split("\n"):
                span = Span(start, start + len(text))
                if page is None:
                    page, number = self._page_line(start)
                out.append(Line(len(out), page, number, span, text))
                number += span.end not in supplied
                start += len(text) + 1
        return tuple(out)

    def _supplied(self) -> set[int]:
        """Line ends that are not the paper's: those of a stamp that a transcriber put on one line."""
        return {
            piece.clean
            for piece in self.map.pieces
            if not piece.exact
            and self.text[piece.clean : piece.clean_end] == "\n"
            and self.scroll.text[piece.raw : piece.raw_end] != "\n"
        }

    def _page_line(self, at: int) -> tuple[PageNumber, int]:
        if not self.text:
            return self.scroll.pages[0].n, 1
        last = at >= len(self.text)
        hull = self.map.hull(Span(len(self.text) - 1, len(self.text)) if last else Span(at, at + 1))
        raw = hull.end if last else hull.start
        page, on_page = self.scroll.place(raw)
        return page.n, page.text.count("\n", 0, on_page) + 1

    def masked(self, taken: Sequence[Span]) -> tuple[Line, ...]:
        """The lines with the characters of `taken` blanked: what is left for a reader to read, at the same spans."""
        if not taken:
            return self.lines
        # The next reader is given the same spans, and those that the last one added: its answer is gone on from.
        known, lines = self.__dict__.get("_last_mask", ((), self.lines))
        if tuple(taken[: len(known)]) != known:
            known, lines = (), self.lines
        if len(known) < len(taken):
            lines = self._blanked(lines, taken[len(known) :])
            self.__dict__["_last_mask"] = (tuple(taken), lines)
        return cast("tuple[Line, ...]", lines)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    def _blanked(self, lines: Sequence[Line], marks: Sequence[Span]) -> tuple[Line, ...]:
        left: dict[int, str] = {}
        for mark in marks:
            at = bisect_right(self._line_starts, mark.start) - 1
            while at < len(lines) and lines[at].span.start < mark.end:
                words, begin = left.get(at, lines[at].text), lines[at].span.start
                start, end = max(0, mark.start - begin), min(len(words), mark.end - begin)
                if start < end:
                    left[at] = words[:start] + " " * (end - start) + words[end:]
                at += 1
        out = list(lines)
        for at, words in left.items():
            line = lines[at]
            out[at] = Line(line.index, line.page, line.n, line.span, words, self._with_struck(line.span, words))
        return tuple(out)

    def _with_struck(self, span: Span, words: str) -> str:
        """The words of a line, at `span`, with those put back that were struck."""
        for styled in self.styles:
            if styled.style is Style.STRUCK and styled.span.overlaps(span):
                start, end = max(0, styled.span.start - span.start), min(len(words), styled.span.end - span.start)
                words = words[:start] + Span(start, end).shifted(span.start).of(self.text) + words[end:]
        return words

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, character for character, with what `re.IGNORECASE` takes for an i or an s."""
        lower = self.text.lower()
        if len(lower) == len(self.text) and "ı" not in lower and "ſ" not in lower:
            return lower
        return (lower if len(lower) == len(self.text) else self.text).translate(SMALL)

    def lines_holding(self, *words: str) -> set[int]:
        """The indexes of the lines on which one of the words, in small letters, stands: a cheap look at all at once."""
        found: set[int] = set()
        for word in words:
            at = self.lowered.find(word)
            while at >= 0:
                index = bisect_right(self._line_starts, at) - 1
                found.add(index)
                at = self.lowered.find(word, self.lines[index].span.end)
        return found

    def lines_with(self, sign: re.Pattern[str]) -> set[int]:
        """The indexes of the lines on which `sign` stands, found by one search for them all."""
        found: set[int] = set()
        for m in sign.finditer(self.text):
            first, last = (bisect_right(self._line_starts, at) - 1 for at in (m.start(), m.end() - 1))
            found.update(range(first, last + 1))
        return found

    def without(self, taken: Sequence[Span]) -> str:
        """The text with the characters of `taken` blanked; line and page ends stay."""
        lines = self.masked(taken)
        if lines is self.lines:
            return self.text
        ends = [self.text[line.span.end : line.span.end + 1] for line in lines]
        return "".join(line.text + end for line, end in zip(lines, ends, strict=True))

    def has(self, style: Style, span: Span) -> bool:
        """Whether most of the span stands in that style."""
        covered = sum(
            max(0, min(s.span.end, span.end) - max(s.span.start, span.start)) for s in self.styles if s.style is style
        )
        return covered * 2 > len(span)

    def inks(self, span: Span, reader: str) -> tuple[Ink, ...]:
        """Every patch of paper behind a clean span, in clean order."""
        return tuple(ink for place in self.map.places(span) for ink in self.scroll.inks(place, reader))

    def ink(self, span: Span, reader: str) -> Ink:
        """One patch that holds the clean span: from its first to its last raw character on the page it begins on."""
        places = self.map.places(span)
        hull = places[0] if len(places) == 1 else self.map.hull(span)
        inks = self.scroll.inks(hull, reader)
        page, _ = self.scroll.place(places[0].start)
        return next(ink for ink in inks if ink.page == page.n)

    def printed(self, ink: Ink) -> str:
        """What stands on the patch."""
        return ink.span.of(next(p.text for p in self.scroll.pages if p.n == ink.page))

    def reading(  # noqa: PLR0913 - what a reading may say, by name
        self,
        value: T,
        span: Span,
        reader: str,
        *,
        state: ReadingState = ReadingState.FOUND,
        confidence: float = 1.0,
        reason: str = "",
        also: Sequence[Inference] = (),
    ) -> Reading[T]:
        """A reading whose ink is the clean span. What `also` supports it comes after the ink."""
        ink = self.ink(span, reader)
        evidence: tuple[Evidence, ...] = (ink, *also)
        if state is ReadingState.FOUND and (whole := self._healed_at(span)):
            state, confidence = ReadingState.DOUBTFUL, min(confidence, READ_THROUGH_DAMAGE)
            reason = reason or f"{self.map.hull(whole.span).of(self.scroll.text)!r} read as {whole.span.of(self.text)}"
            if isinstance(value, Named) and value.as_printed == span.of(self.text):
                value = replace(value, as_printed=self.printed(ink))
        return Reading(value, state, self.printed(ink), confidence, evidence, reason)

    def _healed_at(self, span: Span) -> Healed | None:
        """The first healed word in a span."""
        n = bisect_right(self.healed, span.start, key=lambda each: each.span.end - 1)
        inside = takewhile(lambda each: each.span.overlaps(span), islice(self.healed, n, None))
        return next((each for each in inside if each.before), None)

    def part(self, span: Span) -> CleanText:
        """The stretch `span` of this text, as a text of its own."""
        if len(span) == len(self.text):
            return self
        styles = tuple(
            Styled(Span(max(s.span.start, span.start) - span.start, min(s.span.end, span.end) - span.start), s.style)
            for s in self.styles
            if s.span.overlaps(span)
        )
        healed = self._healed_in(span)
        return CleanText(self.scroll, span.of(self.text), self.map.slice(span), styles, healed)

    def _healed_in(self, span: Span) -> tuple[Healed, ...]:
        """The words healed in a stretch, as the stretch by itself has them."""
        if not self.healed:
            return ()
        by = self.unhealed(Span(span.start, span.start)).start
        inside = (h for h in self.healed if span.start <= h.span.start and h.span.end <= span.end)
        return tuple(Healed(h.span.shifted(-span.start), h.before.shifted(-by)) for h in inside)

    def unhealed(self, span: Span) -> Span:
        """Where the characters of a span stood before words were healed; a healed word stands there as a whole."""
        return Span(self._unhealed(span.start, end=False), self._unhealed(span.end, end=True))

    def _unhealed(self, at: int, *, end: bool) -> int:
        n = bisect_right(self.healed, at, key=lambda each: each.span.start) - 1
        if n < 0:
            return at
        each = self.healed[n]
        if at < each.span.end:
            return each.before.end if end and at > each.span.start else each.before.start
        return at - each.span.end + each.before.end


Step = Callable[[CleanText], CleanText]
"""A cleaning step: gives text whose every character leads on to the raw characters the given text led to."""


def raw_text(scroll: Scroll) -> CleanText:
    """The scroll itself, before any step."""
    return CleanText(scroll, scroll.text, OffsetMap.identity(len(scroll.text)))


def clean(scroll: Scroll, steps: Sequence[Step]) -> CleanText:
    """All steps in order."""
    text = raw_text(scroll)
    for step in steps:
        text = step(text)
    return text
