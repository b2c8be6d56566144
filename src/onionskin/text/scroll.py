"""The pages of a source as one raw text, so that one offset can stand for page and place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onionskin.record.evidence import Ink
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span

PAGE_TURN = "\f"


@dataclass(frozen=True)
class Scroll:
    """Pages in file order, joined by a form feed that stands on neither page."""

    pages: tuple[PageText, ...]

    @cached_property
    def text(self) -> str:
        """The raw text of all pages."""
        return PAGE_TURN.join(p.text for p in self.pages)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for page in self.pages:
            starts.append(at)
            at += len(page.text) + 1
        return starts

    @cached_property
    def _start_of(self) -> dict[PageNumber, int]:
        return {page.n: start for start, page in zip(self._starts, self.pages, strict=True)}

    def place(self, offset: int) -> tuple[PageText, int]:
        """The page that a scroll offset stands on, and the offset on that page."""
        at = max(0, bisect_right(self._starts, offset) - 1)
        return self.pages[at], offset - self._starts[at]

    def offset(self, page: PageNumber, on_page: int) -> int:
        """The scroll offset of a place on a page. KeyError where the scroll has no such page."""
        return self._start_of[page] + on_page

    def inks(self, span: Span, reader: str) -> tuple[Ink, ...]:
        """The patches of paper behind a scroll span: one for each page it touches, form feeds left out."""
        page, on_page = self.place(span.start)
        end = on_page + len(span)
        if on_page < end <= len(page.text):  # as nearly all are: on one page
            patch = span if on_page == span.start else Span(on_page, end)
            return (Ink(page.n, patch, reader, page.box_of(patch) if page.words else None),)
        out = []
        at = span.start
        while at < span.end:
            page, on_page = self.place(at)
            end = min(len(page.text), on_page + span.end - at)
            if on_page < end:
                patch = Span(on_page, end)
                out.append(Ink(page.n, patch, reader, page.box_of(patch) if page.words else None))
            at += max(end - on_page, 0) + 1
        return tuple(out)


def scroll_of(pages: Sequence[PageText]) -> Scroll:
    """The scroll of a source's pages."""
    return Scroll(tuple(pages))
