"""What comes onto a typed page afterwards: strikes, excisions, underlines, stamps at an angle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onionskin.facsimile.paper.truth import MarkKind
from onionskin.facsimile.stamps import Stamp
from onionskin.record.span import Span


@dataclass(frozen=True, slots=True)
class Excision:
    """A passage taken out or bracketed: `kind` is BLACKOUT, WHITEOUT or BRACKET, `label` the number over a bracket."""

    kind: MarkKind
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Underlining:
    """A line under words; `typed` with the underscore, else ruled."""

    span: Span
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Impression:
    """A stamp struck on the page: `angle` in degrees counter-clockwise, `points` the size of its letters.

    `at` is where its middle should be, in pixels at 300 dpi; without it a bare spot of the page is looked for. `item`
    numbers its inks, as in the text.
    """

    stamp: Stamp
    item: int = 0
    framed: bool = True
    angle: float = 0.0
    points: float = 9.0
    strength: float = 0.85
    at: tuple[int, int] | None = None
    squares: bool = True


@dataclass(frozen=True, slots=True)
class Additions:
    """All of one page. `struck` is the way in which words that the text calls struck are struck."""

    excisions: tuple[Excision, ...] = ()
    underlines: tuple[Underlining, ...] = ()
    impressions: Sequence[Impression] = ()
    struck: MarkKind = MarkKind.RULED


NOTHING = Additions()
