"""Passages cut out of a text: what is left, and of each passage how much is gone, why and by whom; never what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onionskin.desk.chancery.passages import Passage, Piece, pieces
from onionskin.phrases.exemptions import find_exemptions
from onionskin.record.evidence import Deed
from onionskin.record.marks import Excision, ExcisionKind, ExcisionPurpose, Exemption, Extent


@dataclass(frozen=True, slots=True)
class Cut:
    """A text with its passages cut; in place of each stands how much it was: `passages.Piece.shown`."""

    text: str
    excisions: tuple[Excision, ...]


def cut(text: str, passages: Iterable[Passage], deed: Deed) -> Cut:
    """Cut passages out of a text, by the deed of whoever decided so."""
    left = tuple(pieces(text, passages))
    gone = tuple(_excision(each, deed) for each in left if each.extent)
    return Cut("".join(each.shown for each in left), gone)


def _excision(piece: Piece, deed: Deed) -> Excision:
    extent = Extent(piece.extent.lines, "lines", piece.extent.words) if piece.extent else None
    codes = tuple(_codes(piece.exemption, deed))
    return Excision(ExcisionKind.BRACKET, ExcisionPurpose.SECURITY, extent, codes, piece.shown, (deed,))


def _codes(printed: str, deed: Deed) -> Iterator[Exemption]:
    """What the reviewer wrote, code by code."""
    year = int(deed.at[:4]) if deed.at[:4].isdecimal() else None
    for code in find_exemptions(printed, year=year):
        yield from code.exemptions
