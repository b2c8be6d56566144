"""What an engine or a text layer saw, before it is put in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from onionskin.record.geometry import Box


@dataclass(frozen=True, slots=True)
class SeenWord:
    """Letters without a blank among them, and where they stand; `variants` as in `record.page.Word`.

    `weakest` is the confidence of the sign of which the engine is least sure; None where it does not say.
    """

    text: str
    box: Box
    confidence: float = 1.0
    variants: tuple[str, ...] | None = None
    weakest: float | None = None


class Turn(Enum):
    """Which way a line runs on the page, where that was seen."""

    LEVEL = "level"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class SeenLine:
    """Words that follow one another on one line, left to right: a whole line, or the part of it on one side of a gap.

    `slope` is how many pixels the line falls for each pixel to the right; 0.0 where it is level or nobody measured.
    `turn` says of one that runs up or down the page in which order it is read. `corners` are those of the strip from
    which it was read, in pixels of the page from the upper left with the clock; None where no strip was cut.
    """

    words: tuple[SeenWord, ...]
    slope: float = 0.0
    turn: Turn = Turn.LEVEL
    corners: tuple[tuple[float, float], ...] | None = None

    @cached_property
    def box(self) -> Box:
        """Around all its words."""
        first, *rest = (word.box for word in self.words)
        return Box(
            min(first.left, *(box.left for box in rest)) if rest else first.left,
            min(first.top, *(box.top for box in rest)) if rest else first.top,
            max(first.right, *(box.right for box in rest)) if rest else first.right,
            max(first.bottom, *(box.bottom for box in rest)) if rest else first.bottom,
        )

    @property
    def letters(self) -> int:
        """How many places of the line are typed on: letters, and one blank between words."""
        return sum(len(word.text) + 1 for word in self.words) - 1
