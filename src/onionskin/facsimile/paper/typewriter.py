"""The machine: a face at a pitch, with the faults that its letters always have and those of each stroke."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from onionskin.facsimile.paper.faces import Density, Face
from onionskin.facsimile.paper.leaf import DPI, Leaf
from onionskin.record.geometry import Box

_ROOM = 6
"""Pixels around a letter for strokes that grow."""

_ADVANCE = 0.6
"""Of the em: the width of every letter of a typewriter face."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typewriter:
    """One machine.

    `pitch` is letters to the inch, 10 (pica) or 12 (elite). `heavier` thickens the strokes by so many pixels at 300
    dpi; `taller` stretches the letters. `worn` from 0 to 1 says how much letters stand askew, how unevenly they strike
    and how clogged they are; `number` tells machines of one make apart.
    """

    face: Face
    pitch: int = 10
    heavier: float = 0.0
    taller: float = 1.0
    worn: float = 0.3
    number: int = 0

    @property
    def cell(self) -> float:
        """Pixels from one letter to the next."""
        return DPI / self.pitch

    @property
    def em(self) -> float:
        """Of its face, in pixels."""
        return self.cell / _ADVANCE

    def strike(self, leaf: Leaf, letter: str, left: float, baseline: int, rng: Random) -> Box | None:
        """Types one letter into the cell that begins at `left`; None of a blank."""
        glyphs = self.face.set(letter, round(self.em))
        if glyphs is None:
            return None
        own = Random(f"{self.face.name}/{self.number}/{letter}")
        askew_x, askew_y = own.gauss(0, 1.6) * self.worn, own.gauss(0, 2.2) * self.worn
        clogged = own.random() < 0.35 * self.worn
        x = left + glyphs.left + askew_x + rng.gauss(0, 0.9) * self.worn
        y = baseline - glyphs.up * self.taller + askew_y + rng.gauss(0, 0.9) * self.worn
        pressure = rng.gauss(0.95 - 0.12 * self.worn, 0.16 * self.worn) - abs(own.gauss(0, 0.1)) * self.worn
        ink = _shaped(glyphs.ink, self.heavier, self.taller, clogged=clogged) * max(0.35, min(1.0, pressure))
        # Sometimes a type bar leans: one side of its letter is fainter.
        if own.random() < 0.4 * self.worn:
            ink = ink * np.linspace(1, own.uniform(0.45, 0.9), ink.shape[1], dtype=np.float32)
        ink[ink < 1 / 255] = 0
        return leaf.lay(np.asarray(ink, np.float32), round(x) - _ROOM, round(y) - _ROOM, typed=True)


def _shaped(ink: Density, heavier: float, taller: float, *, clogged: bool) -> Density:
    if taller != 1.0:
        ink = cv2.resize(ink, (ink.shape[1], max(1, round(ink.shape[0] * taller))), interpolation=cv2.INTER_LINEAR)
    ink = np.pad(ink, _ROOM)
    if heavier > 0:
        whole = int(heavier)
        thick = ink
        for _ in range(whole):
            thick = cv2.dilate(thick, np.ones((2, 2), np.uint8))
        more = cv2.dilate(thick, np.ones((2, 2), np.uint8))
        ink = thick + (heavier - whole) * (more - thick)
    if clogged:
        closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (7, 7)))
        ink = np.maximum(ink, 0.45 * closed)
    return np.asarray(ink, np.float32)
