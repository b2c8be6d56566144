"""The only rectangle in the house."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """Page pixels at the page's stated dpi, origin top left, x to the right, y down; right and bottom are excluded.

    In JSON it is `[left, top, right, bottom]`.
    """

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        """Refuse a rectangle that is inside out."""
        if self.left > self.right or self.top > self.bottom:
            raise ValueError(f"not a box: {self}")

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    @property
    def area(self) -> int:
        """In square pixels."""
        return self.width * self.height

    def shared(self, other: Box) -> int:
        """Square pixels that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0, wide) * max(0, high)

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box | None:
        """The smallest box that holds them all; None of none."""
        held = list(boxes)
        if not held:
            return None
        return Box(
            min(b.left for b in held), min(b.top for b in held), max(b.right for b in held), max(b.bottom for b in held)
        )
