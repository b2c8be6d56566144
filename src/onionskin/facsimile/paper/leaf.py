"""A leaf of paper: ink is laid on it, and every stroke's box comes back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onionskin.facsimile.paper.faces import Density
from onionskin.record.geometry import Box

DPI = 300
"""At which ink is laid; a scan is made of it afterwards, at any resolution up to this one."""

LETTER = (round(8.5 * DPI), 11 * DPI)
LEGAL = (round(8.5 * DPI), 14 * DPI)


def inches(of: float) -> int:
    """So many pixels of the leaf."""
    return round(of * DPI)


@dataclass(frozen=True, slots=True)
class Leaf:
    """Two layers: what the machine typed, which ages, and `later` what pens, stamps and markers put on this copy.

    Where two strokes of a layer meet it is darker, and never more than black.
    """

    type: Density
    later: Density

    @staticmethod
    def blank(width: int, height: int) -> Leaf:
        """Nothing on it yet."""
        return Leaf(np.zeros((height, width), np.float32), np.zeros((height, width), np.float32))

    @property
    def ink(self) -> Density:
        """Both layers together."""
        return together(self.type, self.later)

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.type.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.type.shape[0])

    def lay(self, ink: Density, left: int, top: int, *, typed: bool = False) -> Box | None:
        """Puts ink down with its top left corner there; its tight box, or None where it fell beside the leaf."""
        x, y = max(left, 0), max(top, 0)
        right, bottom = min(left + ink.shape[1], self.width), min(top + ink.shape[0], self.height)
        if right <= x or bottom <= y:
            return None
        laid = ink[y - top : bottom - top, x - left : right - left]
        layer = self.type if typed else self.later
        layer[y:bottom, x:right] = together(layer[y:bottom, x:right], laid)
        tight = tight_box(laid)
        return Box(x + tight.left, y + tight.top, x + tight.right, y + tight.bottom) if tight else None

    def erase(self, cover: Density, left: int, top: int) -> None:
        """Takes ink away where the cover is 1: correction fluid, tape, a slip of paper laid over."""
        for layer in (self.type, self.later):
            there = layer[top : top + cover.shape[0], left : left + cover.shape[1]]
            there *= 1 - cover[: there.shape[0], : there.shape[1]]

    def covered(self, box: Box) -> float:
        """Ink in a box, in black pixels."""
        rows, columns = slice(box.top, box.bottom), slice(box.left, box.right)
        return float(self.type[rows, columns].sum() + self.later[rows, columns].sum())


def together(one: Density, other: Density) -> Density:
    """Ink upon ink."""
    return np.asarray(one + other * (1 - one), np.float32)


def tight_box(ink: Density) -> Box | None:
    """The smallest box that holds all of it; None of none."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
