"""The way back: which raw characters each clean character came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from onionskin.record.span import Span


class Piece(NamedTuple):
    """Clean `[clean, clean_end)` came from raw `[raw, raw_end)`: character by character where it is `exact`, else as
    a whole (two spaces and a line end that became one space). Neither range is empty, and an exact piece has two of one
    length; `Tailor` sees to it.
    """

    clean: int
    clean_end: int
    raw: int
    raw_end: int
    exact: bool = True

    def raw_of(self, start: int, end: int) -> tuple[int, int]:
        """The raw range of the part of this piece that lies in clean `[start, end)`."""
        if not self.exact:
            return self.raw, self.raw_end
        by = self.raw - self.clean
        return max(start, self.clean) + by, min(end, self.clean_end) + by


@dataclass(frozen=True)
class OffsetMap:
    """A total map of a clean text's characters to raw spans.

    `pieces` cover the clean text without gap or overlap, in clean order; an empty clean text has none. Raw order may
    differ (an insertion is read where its slash stands, and was typed a line above), and raw characters may be left out
    (furniture). No piece has an empty raw range.
    """

    pieces: tuple[Piece, ...]

    @staticmethod
    def of(pieces: Iterable[Piece]) -> OffsetMap:
        """The map of these pieces, in clean order; exact neighbours become one."""
        out: list[Piece] = []
        run: list[Piece] = []
        last_end, last_raw = 0, -1  # where an exact neighbour of the last piece would begin
        for piece in pieces:
            clean, clean_end, raw, raw_end, exact = piece
            if run and not (exact and raw == last_raw and clean == last_end):
                out.append(_as_one(run))
                run = []
            run.append(piece)
            last_end, last_raw = clean_end, raw_end if exact else -1
        if run:
            out.append(_as_one(run))
        return OffsetMap(tuple(out))

    @cached_property
    def _starts(self) -> list[int]:
        return [p.clean for p in self.pieces]

    def __len__(self) -> int:
        """The length of the clean text."""
        return self.pieces[-1].clean_end if self.pieces else 0

    def places(self, clean: Span) -> tuple[Span, ...]:
        """The raw spans behind a clean span, in clean order, neighbours joined. An empty span has none."""
        at = bisect_right(self._starts, clean.start) - 1
        if at >= 0:
            piece = self.pieces[at]
            if piece.exact and clean.start < clean.end <= piece.clean_end:
                by = piece.raw - piece.clean
                return (Span(clean.start + by, clean.end + by) if by else clean,)
        out: list[Span] = []
        while 0 <= at < len(self.pieces) and self.pieces[at].clean < clean.end:
            start, end = self.pieces[at].raw_of(clean.start, clean.end)
            if out and out[-1].end == start:
                out[-1] = Span(out[-1].start, end)
            elif not out or Span(start, end) != out[-1]:
                out.append(Span(start, end))
            at += 1
        return tuple(out)

    def hull(self, clean: Span) -> Span:
        """The smallest raw span that holds all places of a clean span. ValueError for an empty one."""
        places = self.places(clean)
        if len(places) == 1:
            return places[0]
        if not places:
            raise ValueError(f"no raw characters behind {clean}")
        return Span(min(p.start for p in places), max(p.end for p in places))

    def after(self, inner: OffsetMap) -> OffsetMap:
        """The map of two steps: this one made its text from the text that `inner` made."""
        return OffsetMap.of(piece for outer in self.pieces for piece in inner._behind(outer))

    def _behind(self, outer: Piece) -> Sequence[Piece]:
        """What is behind a piece whose raw characters are clean ones here."""
        clean, clean_end, raw, raw_end, exact = outer
        first = self.pieces[bisect_right(self._starts, raw) - 1]
        if first.exact and raw_end <= first.clean_end:
            by = first.raw - first.clean
            return (Piece(clean, clean_end, raw + by, raw_end + by, exact),)
        within = self.slice(Span(raw, raw_end)).pieces
        if exact:
            return [Piece(p.clean + clean, p.clean_end + clean, p.raw, p.raw_end, p.exact) for p in within]
        return (Piece(clean, clean_end, min(p.raw for p in within), max(p.raw_end for p in within), exact=False),)

    def slice(self, clean: Span) -> OffsetMap:
        """The map of `text[clean.start:clean.end]`."""
        out = []
        first = max(0, bisect_right(self._starts, clean.start) - 1)
        for at in range(first, len(self.pieces)):
            p = self.pieces[at]
            if p.clean >= clean.end:
                break
            start, end = max(p.clean, clean.start), min(p.clean_end, clean.end)
            if start < end:
                out.append(Piece(start - clean.start, end - clean.start, *p.raw_of(start, end), exact=p.exact))
        return OffsetMap(tuple(out))

    @staticmethod
    def identity(length: int, raw: int = 0) -> OffsetMap:
        """A clean text that is `length` raw characters from `raw` on, untouched."""
        return OffsetMap((Piece(0, length, raw, raw + length),) if length else ())


def _as_one(run: Sequence[Piece]) -> Piece:
    """Exact neighbours joined, or the one piece that it is."""
    first, last = run[0], run[-1]
    return first if first is last else Piece(first.clean, last.clean_end, first.raw, last.raw_end)


class Tailor:
    """Builds a clean text out of a raw one, piece by piece, keeping the way back."""

    def __init__(self, raw: str) -> None:
        """`raw` is the text the pieces are cut from."""
        self._raw = raw
        self._text: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    def keep(self, start: int, end: int) -> None:
        """Take raw `[start, end)` as it is."""
        if start < end:
            self._put(self._raw[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of raw `[start, end)`, which is not empty."""
        if text:
            self._put(text, start, end)

    def take_back(self) -> None:
        """Leave out the last character taken: the hyphen of a word that the line end cut."""
        self.length, _, raw, raw_end, exact = self._pieces.pop()
        text = self._text.pop()[:-1]
        if text:
            self._put(text, raw, raw_end - (1 if exact else 0))

    def _put(self, text: str, start: int, end: int) -> None:
        if start >= end:
            raise ValueError("every clean character needs raw characters to lead to")
        self._text.append(text)
        begin, self.length = self.length, self.length + len(text)
        self._pieces.append(Piece(begin, self.length, start, end, len(text) == end - start))

    def cut(self) -> tuple[str, OffsetMap]:
        """The clean text and its map."""
        return "".join(self._text), OffsetMap.of(self._pieces)
