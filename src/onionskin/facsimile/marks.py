"""Marks laid on a paper beside its own text: markings, copy control, notes by hand, running heads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from onionskin.facsimile.ink import Align, Block, Line, Look, Run, block, line
from onionskin.facsimile.stamps import Stamp, stamp_blocks
from onionskin.facsimile.surface import Surface


class Struck(StrEnum):
    """How much of a marking a pen went through."""

    NOTHING = "nothing"
    LEVEL = "level"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Marking:
    """A classification and its captions on one line: `~~TOP SECRET~~ SENSITIVE`.

    `since` is the level that came after the first was struck: `~~TOP SECRET~~ SECRET`; with `Struck.ALL` it went too.
    """

    level: str = ""
    captions: tuple[str, ...] = ()
    struck: Struck = Struck.NOTHING
    between: str = " "
    since: str = ""


@dataclass(frozen=True, slots=True)
class CopyMark:
    """Which exemplar this is: `Copy 3 of 12`, `Copy 3 of 7 copies, Series A`, and whose: `Vice President 37a`."""

    number: str = ""
    of: str = ""
    holder: str = ""
    item: str = ""
    series: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words on the paper that are not its text; `field` names what they say where a record keeps it."""

    lines: tuple[str, ...]
    field: str = "note"
    by_hand: bool = True


@dataclass(frozen=True, slots=True)
class ReleaseHeader:
    """A release office's line at the head of every page: `Approved For Release 2003/05/14 : CIA-RDP80T00246A0123-2`."""

    date: str
    number: str
    words: str = "Approved For Release"


SECOND = 2
"""The page that marks of `Place.TURN` stand on."""


class Place(StrEnum):
    """Where on the paper a mark stands."""

    HEAD = "head"
    UNDER_TITLE = "under title"
    OVER_TEXT = "over text"
    FOOT = "foot of the first page"
    TURN = "head of the second page"
    END = "end"


Content = Marking | CopyMark | Note | Stamp
Running = Marking | ReleaseHeader | CopyMark
"""What may stand on every page."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A mark and its place."""

    place: Place
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Everything laid on one paper.

    `overlays` stand once each, those of one place in the order given; the stamps among them are numbered from 0 in
    that order, and so are their inks. `above` and `below` stand at the head and foot of every page.
    """

    overlays: tuple[Overlay, ...] = ()
    above: tuple[Running, ...] = ()
    below: tuple[Running, ...] = ()

    def stamps(self) -> tuple[Stamp, ...]:
        """The stamps, in the order that numbers their inks."""
        return tuple(each.content for each in self.overlays if isinstance(each.content, Stamp))

    def without_stamps(self) -> Marks:
        """What is left for the text of a page on which stamps are struck at their own angle."""
        kept = tuple(each for each in self.overlays if not isinstance(each.content, Stamp))
        return replace(self, overlays=kept)

    def of_copy(self, mark: CopyMark) -> Marks:
        """The marks of another exemplar: its own on every page, and that of none other."""
        kept = tuple(each for each in self.overlays if not isinstance(each.content, CopyMark))
        return replace(self, overlays=kept, above=(mark, *self.above))

    def at(self, place: Place, surface: Surface) -> tuple[Block, ...]:
        """The marks of one place, set for this surface."""
        blocks: list[Block] = []
        stamp = 0
        for overlay in self.overlays:
            if overlay.place is place:
                blocks += _blocks(overlay.content, surface, stamp)
            stamp += isinstance(overlay.content, Stamp)
        return tuple(blocks)

    def turn(self, page: int, surface: Surface) -> tuple[Block, ...]:
        """What stands over a later page: what every page begins with and, on the second, its own marks."""
        return (*self.top(), *(self.at(Place.TURN, surface) if page == SECOND else ()))

    def on_one_page(self) -> Marks:
        """The same marks for a paper without a second page: what was to stand there stands at the end."""
        moved = (replace(each, place=Place.END) if each.place is Place.TURN else each for each in self.overlays)
        return replace(self, overlays=tuple(moved))

    def top(self) -> tuple[Block, ...]:
        """What every page begins with."""
        return tuple(each for mark in self.above for each in block(*_running(mark)))

    def bottom(self) -> tuple[Block, ...]:
        """What every page ends with."""
        return tuple(each for mark in self.below for each in block(*_running(mark)))


def marking_line(marking: Marking, align: Align = Align.CENTRE) -> Line:
    """A marking on its line; level and captions are inks of their own."""
    whole = Look.STRUCK if marking.struck is Struck.ALL else Look.TYPED
    level = Look.TYPED if marking.struck is Struck.NOTHING else Look.STRUCK
    runs = [Run(marking.level, "marking.level", 0, level)] if marking.level else []
    if marking.since:
        runs += [Run("  "), Run(marking.since, "marking.level", 1, whole)]
    for item, caption in enumerate(marking.captions):
        runs += [Run(marking.between, look=whole)] if runs else []
        runs.append(Run(caption, "marking.caption", item, whole))
    return line(*runs, align=align)


def _running(mark: Running) -> tuple[Line, ...]:
    match mark:
        case Marking():
            return (marking_line(mark),)
        case CopyMark():
            return tuple(replace(each, align=Align.RIGHT) for each in _copy_lines(mark))
        case _:
            number = Run(mark.number, "release.number")
            return (line(mark.words + " ", Run(mark.date, "release.date"), " : ", number, align=Align.CENTRE),)


def _blocks(content: Content, surface: Surface, stamp: int) -> tuple[Block, ...]:
    if isinstance(content, Marking):
        return block(marking_line(content))
    if isinstance(content, CopyMark):
        return block(*_copy_lines(content))
    if isinstance(content, Note):
        look = Look.HAND if content.by_hand else Look.TYPED
        return block(*(line(Run(text, content.field, item, look)) for item, text in enumerate(content.lines)))
    return stamp_blocks(content, surface, stamp)


def _copy_lines(mark: CopyMark) -> tuple[Line, ...]:
    """The number on one line, whose copy it is on the next: a name behind a series would be taken for one."""
    of = (" of ", Run(mark.of, "copy.of")) if mark.of else ()
    series = (" copies, Series " if mark.of else ", Series ", Run(mark.series, "copy.series")) if mark.series else ()
    numbered = line("Copy ", Run(mark.number, "copy.number"), *of, *series) if mark.number else line()
    item = (" " if mark.holder else "", Run(mark.item, "copy.item")) if mark.item else ()
    return numbered, line(Run(mark.holder, "copy.holder"), *item)
