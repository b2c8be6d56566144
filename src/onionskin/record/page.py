"""A page as text: what stands on it, and where each word stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from onionskin.record.geometry import Box
from onionskin.record.span import Span

PageNumber = NewType("PageNumber", int)
"""1-based, within one source file, in the file's own order."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as an engine or a text layer gave it; `span` points into the page's raw text, confidence is 0 to 1.

    `variants` are what another engine read there: `11-21` beside `IL-28`; empty where the one engine is itself unsure
    of a number. None where they agree or nobody doubts it.
    """

    span: Span
    box: Box
    confidence: float = 1.0
    variants: tuple[str, ...] | None = None


class UnreadKind(StrEnum):
    """What ink looks like that nobody read."""

    LINE = "unread-line"
    HANDWRITING = "handwriting"
    SIGNATURE = "signature"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class Unread:
    """A patch of ink that no word covers."""

    kind: UnreadKind
    box: Box


@dataclass(frozen=True, slots=True)
class Patch:
    """A patch of ink that no word covers, with the page it is on: how a decision about it names it."""

    page: PageNumber
    kind: UnreadKind
    box: Box


class MarkKind(StrEnum):
    """What an image shows beside words, where somebody looked at it."""

    STRIKE = "strike"
    X_OUT = "x-out"
    SCRIBBLE = "scribble"
    UNDERLINE = "underline"
    CHECK_BOX = "check-box"
    BLACKOUT = "blackout"
    WHITEOUT = "whiteout"
    BRACKET = "bracket"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class PageMark:
    """A mark that is no word, by its box.

    `span` is what it lies on: the words struck or underlined, the passage in brackets, the box character, what a stamp
    says; empty, where a black-out or a white-out hides words, at the place in the text where they stood. `checked` is a
    check box's state; None also where that cannot be seen. `angle` is a stamp's, in degrees against the clock. `lines`
    and `words` say how much a patch hides or a bracket holds, the words by their usual length; `note` is what is
    written above a bracket.
    """

    kind: MarkKind
    box: Box
    span: Span | None = None
    checked: bool | None = None
    angle: float | None = None
    lines: int | None = None
    words: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PageSurrogate:
    """A page of another file that shows the same sheet better; `sha256` is of that file's bytes."""

    name: str
    sha256: str
    media_type: str
    page: PageNumber


STRUCK = frozenset({MarkKind.STRIKE, MarkKind.X_OUT, MarkKind.SCRIBBLE})
"""The marks that take words out."""


@dataclass(frozen=True, slots=True)
class PageText:
    """One page's raw text, the text that every span points into.

    `text` holds no form feed; its lines end with a line feed. `width` and `height` are pixels at `dpi`, and are None
    for a page that never was an image. `words` are in order of their spans. `reader` says who read the ink: `text`,
    `pdf-text-layer`, `alto`, `rapidocr/3.10.0`; where there was a choice, `reason` says why it was this one.
    `unread` is ink that none of the words cover, `marks` are strokes, boxes and patches from the top down; each is None
    where nobody looked for it. What people did with the page is told too: `surrogate` is the better scan that was put
    in its place, `turned` the degrees with the clock (90, 180, 270) by which the image was turned before it was read.
    All pixels are of the image as it was read.
    """

    n: PageNumber
    text: str
    words: tuple[Word, ...] = ()
    width: int | None = None
    height: int | None = None
    dpi: int | None = None
    reader: str = "text"
    reason: str | None = None
    unread: tuple[Unread, ...] | None = None
    marks: tuple[PageMark, ...] | None = None
    surrogate: PageSurrogate | None = None
    turned: int | None = None

    def box_of(self, span: Span) -> Box | None:
        """The box around the words that `span` touches; None where the page has no boxes there."""
        return Box.around(w.box for w in self.words if w.span.overlaps(span))
