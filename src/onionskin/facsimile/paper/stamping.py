"""Rubber stamps: cut in a printer's face, filled in by hand, struck at any angle."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from onionskin.facsimile.ink import Line, Look, Run
from onionskin.facsimile.paper import pen
from onionskin.facsimile.paper.additions import Impression
from onionskin.facsimile.paper.faces import BOXES, POINTS_PER_INCH, Density, Face, typewritten
from onionskin.facsimile.paper.leaf import DPI, Leaf, inches
from onionskin.facsimile.paper.truth import How, MarkKind, MarkTruth, WordTruth, hull
from onionskin.facsimile.stamps import DowngradingStamp, ReceivedStamp, ReviewStamp, Stamp, stamp_blocks
from onionskin.facsimile.surface import PLAIN
from onionskin.record.geometry import Box

Matrix = NDArray[np.float64]
"""Two rows of three: where a pixel goes."""

_CANVAS = (inches(7), inches(3.5))
_MARGIN = inches(0.15)
_SPACE = 0.3
"""Of the em, between words."""
_LEADING = 1.35
_SQUARES = replace(PLAIN, open_box="\u2610", ticked_box="\u2612")
_TRIES = 60
"""Places looked at for the barest."""


@dataclass(frozen=True, slots=True)
class Struck:
    """A stamp on the page: the mark first, then its check boxes, rules and the words of hands; and all its words."""

    marks: tuple[MarkTruth, ...]
    words: tuple[WordTruth, ...]


def strike(leaf: Leaf, impression: Impression, cut_in: Face, hand: Face, rng: Random) -> Struck:
    """Strikes the stamp where it belongs, or where the page is barest."""
    die = _Die(impression, cut_in, hand, rng)
    around = die.cut()
    flat = die.leaf.ink[around.top : around.bottom, around.left : around.right] * impression.strength
    turned, matrix = _turned(flat, impression.angle)
    ink = np.asarray(turned * _pressed(turned.shape, rng), np.float32)
    ink[ink < 1 / 255] = 0
    left, top = _spot(leaf, ink, impression.at, rng)
    laid = leaf.lay(ink, left, top)

    def moved(box: Box) -> Box:
        there = mapped(box, matrix, (-around.left, -around.top))
        return Box(*(max(0, edge) for edge in _shifted(there, left, top)))

    whole = MarkTruth(
        MarkKind.STAMP,
        laid or moved(around),
        text="\n".join(die.lines),
        angle=impression.angle,
        framed=impression.framed,
        says=said(impression.stamp),
    )
    marks = (replace(each, box=moved(each.box)) for each in die.marks)
    return Struck((whole, *marks), tuple(replace(each, box=moved(each.box)) for each in die.words))


def mapped(box: Box, matrix: Matrix, shift: tuple[int, int] = (0, 0)) -> Box:
    """The upright box around a shifted box whose pixels went through an affine map, each spread over its neighbours."""
    left, top, right, bottom = _shifted(box, *shift)
    corners = np.array([[x, y, 1] for x in (left - 1, right) for y in (top - 1, bottom)], np.float64) @ matrix.T
    low, high = corners.min(axis=0), corners.max(axis=0)
    return Box(math.floor(low[0]), math.floor(low[1]), math.ceil(high[0]), math.ceil(high[1]))


def said(stamp: Stamp) -> dict[str, str]:
    """What it says by part, and its `kind` as a record has it; `decisions` are the ticked ones, divided by commas."""
    parts = {"kind": _kind_of(stamp)}
    for run in (run for block in stamp_blocks(stamp, PLAIN, 0) for line in block for run in line.runs):
        name = run.field.removeprefix("stamp.")
        if run.field and not name.startswith(("box.", "label", "form")):
            parts[name] = f"{parts[name]} {run.text}" if name in parts else run.text
    if isinstance(stamp, ReviewStamp):
        parts |= {"office": stamp.form.office, "decisions": ",".join(sorted(stamp.ticked))}
    return parts


def _kind_of(stamp: Stamp) -> str:
    """As the record calls its kind."""
    if isinstance(stamp, ReviewStamp):
        return "review"
    if isinstance(stamp, ReceivedStamp):
        return "receipt"
    return "downgrading" if isinstance(stamp, DowngradingStamp) else "declassification"


@dataclass(slots=True)
class _Die:
    """A stamp before it is struck: its ink lying straight on a leaf of its own, and what stands in it."""

    impression: Impression
    cut_in: Face
    hand: Face
    rng: Random
    leaf: Leaf = field(default_factory=lambda: Leaf.blank(*_CANVAS))
    words: list[WordTruth] = field(default_factory=list)
    marks: list[MarkTruth] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def em(self) -> float:
        return self.impression.points / POINTS_PER_INCH * DPI

    def cut(self) -> Box:
        """Sets its lines and frame; the box of all."""
        surface = _SQUARES if self.impression.squares else PLAIN
        baseline = _MARGIN + round(self.em)
        for block in stamp_blocks(self.impression.stamp, surface, self.impression.item):
            for line in block:
                self._line(line, baseline)
                baseline += round(self.em * _LEADING)
        inside = hull([*(word.box for word in self.words), *(mark.box for mark in self.marks)])
        return self._frame(inside) if self.impression.framed else inside

    def _frame(self, inside: Box) -> Box:
        room = inches(0.06)
        left, top = float(inside.left - room), float(inside.top - room)
        right, bottom = float(inside.right + room), float(inside.bottom + room)
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        return hull(filter(None, (inside, pen.stroke(self.leaf, corners, self.rng.uniform(3, 6), 1.0))))

    def _line(self, line: Line, baseline: int) -> None:
        left, space = _MARGIN, round(_SPACE * self.em)
        for run in line.runs:
            if run.text in BOXES or run.field.startswith("stamp.box."):
                left = self._box(run, _label(line, run), left, baseline).right + space
                continue
            for word in run.text.split():
                box = self._word(word, run.look, left, baseline)
                left = box.right + space if box else left
        self.lines.append("".join(run.text for run in line.runs if not run.field.startswith("stamp.box.")).strip())

    def _word(self, word: str, look: Look, left: int, baseline: int) -> Box | None:
        if set(word) == {"_"}:
            rule = pen.stroke(self.leaf, [(left, baseline), (left + 0.5 * self.em * len(word), baseline)], 2, 0.9)
            self.marks += [MarkTruth(MarkKind.RULE, rule)] if rule else []
            return rule
        if look is Look.HAND:
            drawn = pen.written(self.hand, word, self.em * self.rng.uniform(1.15, 1.4), self.rng)
            box = self.leaf.lay(drawn[0], left, baseline - drawn[1]) if drawn else None
            self.marks += [MarkTruth(MarkKind.HANDWRITING, box, text=word)] if box else []
        else:
            box = self._print(word, left, baseline)
        if box is not None:
            self.words.append(WordTruth(word, box, how=How.HAND if look is Look.HAND else How.STAMPED))
        return box

    def _print(self, text: str, left: int, baseline: int) -> Box | None:
        glyphs = self.cut_in.set(typewritten(text), round(self.em))
        return self.leaf.lay(glyphs.ink, left + glyphs.left, baseline - glyphs.up) if glyphs else None

    def _box(self, run: Run, label: str, left: int, baseline: int) -> Box:
        """A square, or a pair of brackets, ticked by hand where the text has it ticked."""
        size = round(0.75 * self.em)
        inside = Box(left, baseline - size, left + size, baseline)
        if run.text in BOXES:
            checked = BOXES[run.text]
            drawn = [pen.square(self.leaf, left, baseline - size, size, self.rng)]
        else:
            checked = bool(run.text.strip("()[] "))
            inside = Box(left + round(0.3 * self.em), inside.top, left + round(0.8 * self.em), baseline)
            drawn = [self._print("(", left, baseline), self._print(")", inside.right, baseline)]
        drawn += [pen.tick(self.leaf, inside, self.rng)] if checked else []
        box = hull(filter(None, drawn))
        self.marks.append(MarkTruth(MarkKind.CHECK_BOX, box, text=label, checked=checked))
        return box


def _label(line: Line, box: Run) -> str:
    """The words beside a box: a form has all its boxes before their labels, or all after them."""
    runs = [run for run in line.runs if run.text.strip()]
    at = next(n for n, run in enumerate(runs) if run is box)
    first = runs[0].field.startswith("stamp.box.")
    beside = runs[at + 1 :] if first else runs[at - 1 : at]
    return beside[0].text if beside else ""


def _shifted(box: Box, right: int, down: int) -> tuple[int, int, int, int]:
    return box.left + right, box.top + down, box.right + right, box.bottom + down


def _turned(ink: Density, angle: float) -> tuple[Density, Matrix]:
    high, wide = ink.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    cosine, sine = abs(matrix[0, 0]), abs(matrix[0, 1])
    # A pixel more on every side holds what interpolation spreads.
    new_wide, new_high = math.ceil(high * sine + wide * cosine) + 2, math.ceil(high * cosine + wide * sine) + 2
    matrix[:, 2] += ((new_wide - wide) / 2, (new_high - high) / 2)
    turned = cv2.warpAffine(ink, matrix, (new_wide, new_high), flags=cv2.INTER_LINEAR, borderValue=0)
    return np.asarray(turned, np.float32), np.asarray(matrix, np.float64)


def _pressed(shape: tuple[int, ...], rng: Random) -> Density:
    """A hand pressed on unevenly: from 1 down to a half, in patches."""
    noise = np.random.default_rng(rng.getrandbits(32)).random((6, 10), np.float32)
    patches = cv2.resize(noise, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(1.05 - 0.5 * patches, 0.5, 1), np.float32)


def _spot(leaf: Leaf, ink: Density, at: tuple[int, int] | None, rng: Random) -> tuple[int, int]:
    """Its top left corner, on the sheet with all of it."""
    high, wide = ink.shape
    most_left, most_top = max(0, leaf.width - wide), max(0, leaf.height - high)
    if at is not None:
        return min(max(0, at[0] - wide // 2), most_left), min(max(0, at[1] - high // 2), most_top)
    edge = inches(0.3)
    spots = [
        (min(rng.randint(edge, max(edge, most_left - edge)), most_left), rng.randint(edge, max(edge, most_top - edge)))
        for _ in range(_TRIES)
    ]
    return min(spots, key=lambda spot: round(leaf.covered(Box(spot[0], spot[1], spot[0] + wide, spot[1] + high))))
