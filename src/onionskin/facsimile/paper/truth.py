"""What stands where on a page image: known because it was put there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from onionskin.record.geometry import Box


class MarkKind(StrEnum):
    """What is on a paper beside its words."""

    RULED = "struck-ruled"
    X_ED = "struck-x-ed"
    SCRIBBLED = "struck-scribbled"
    UNDERLINE = "underline"
    CHECK_BOX = "check-box"
    STAMP = "stamp"
    BLACKOUT = "blackout"
    WHITEOUT = "whiteout"
    BRACKET = "bracket"
    HANDWRITING = "handwriting"
    SIGNATURE = "signature"
    RULE = "rule"


STRUCK = frozenset({MarkKind.RULED, MarkKind.X_ED, MarkKind.SCRIBBLED})


class How(StrEnum):
    """How a word came onto the paper."""

    TYPED = "typed"
    HAND = "hand"
    STAMPED = "stamped"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class WordTruth:
    """One word and the box of its ink; `line` is the index of its line, None in a stamp.

    A word that is `struck` or `covered` (black-out, white-out, a stamp or scrawl over it) need not be legible; one that
    is `faded` is not: half of its strokes are no darker than the paper.
    """

    text: str
    box: Box
    line: int | None = None
    how: How = How.TYPED
    struck: bool = False
    covered: bool = False
    faded: bool = False

    @property
    def owed(self) -> bool:
        """Whether whoever reads the type has to have it: typed, neither struck nor covered, and still to be seen."""
        return self.how is How.TYPED and not (self.struck or self.covered or self.faded)


@dataclass(frozen=True, slots=True)
class LineTruth:
    """One row of type, words of all its columns; a value of a hand-written blank is among them."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class MarkTruth:
    """One mark; `box` holds all its ink.

    `text` is what was struck, underlined, stamped or written, a check box's label, or the number above a bracket.
    `checked` is a check box's state; `angle` a stamp's in degrees, counter-clockwise; `framed` whether it has a frame.
    `rows` are the text rows that a black-out, white-out or bracket takes, `words` the words it hides or embraces.
    `says` is what a stamp says, by part: `office`, `date`, `by`, `exemptions`, and the ticked `decisions`.
    """

    kind: MarkKind
    box: Box
    text: str = ""
    checked: bool | None = None
    angle: float = 0.0
    framed: bool | None = None
    rows: int = 0
    words: int = 0
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldTruth:
    """Where one value stands; a value that the margin breaks has a box for each row."""

    field: str
    item: int
    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class PageTruth:
    """All of one page; boxes in pixels of `width` by `height` at `dpi`."""

    n: int
    width: int
    height: int
    dpi: int
    words: tuple[WordTruth, ...] = ()
    lines: tuple[LineTruth, ...] = ()
    marks: tuple[MarkTruth, ...] = ()
    fields: tuple[FieldTruth, ...] = ()

    def of(self, *kinds: MarkKind) -> tuple[MarkTruth, ...]:
        """The marks of these kinds."""
        return tuple(mark for mark in self.marks if mark.kind in kinds)

    def moved(self, move: Callable[[Box], Box], width: int, height: int, dpi: int) -> PageTruth:
        """The same page after every box went through `move`."""
        return replace(
            self,
            width=width,
            height=height,
            dpi=dpi,
            words=tuple(replace(each, box=move(each.box)) for each in self.words),
            lines=tuple(replace(each, box=move(each.box)) for each in self.lines),
            marks=tuple(replace(each, box=move(each.box)) for each in self.marks),
            fields=tuple(replace(each, boxes=tuple(map(move, each.boxes))) for each in self.fields),
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values; boxes as `[left, top, right, bottom]`, what is empty left out."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}


def _plain(value: object) -> object:
    match value:
        case Box(left=left, top=top, right=right, bottom=bottom):
            return [left, top, right, bottom]
        case WordTruth() | LineTruth() | MarkTruth() | FieldTruth():
            held = ((each, getattr(value, each.name)) for each in fields(value))
            # A default of 0 says nothing; a line numbered 0 and a box that is not ticked do.
            return {each.name: _plain(one) for each, one in held if one or one not in (each.default, {})}
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def hull(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; ValueError of none."""
    around = Box.around(boxes)
    if around is None:
        raise ValueError("no ink, no box")
    return around
