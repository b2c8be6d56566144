"""What a hand adds: strokes, scrawls, ticks, brackets, words in ink."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import cv2
import numpy as np

from onionskin.facsimile.paper.faces import Density, Face
from onionskin.facsimile.paper.leaf import Leaf, inches, tight_box
from onionskin.record.geometry import Box

Point = tuple[float, float]

_SUBPIXEL = 4
_STEP = 0.04
"""Inches between two trembles of a hand."""


def stroke(leaf: Leaf, points: Sequence[Point], width: float, strength: float = 0.9) -> Box | None:
    """A line of this width in pixels through the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    room = math.ceil(width) + 2
    left, top = math.floor(min(xs)) - room, math.floor(min(ys)) - room
    canvas = np.zeros((math.ceil(max(ys)) + room - top, math.ceil(max(xs)) + room - left), np.uint8)
    scaled = np.array([[(x - left) * 2**_SUBPIXEL, (y - top) * 2**_SUBPIXEL] for x, y in points], np.int32)
    cv2.polylines(canvas, [scaled], False, 255, max(1, round(width)), cv2.LINE_AA, _SUBPIXEL)  # noqa: FBT003
    return leaf.lay(np.asarray(canvas * np.float32(strength / 255), np.float32), left, top)


def trembling(start: Point, end: Point, rng: Random, tremble: float) -> list[Point]:
    """A hand's straight line: it strays by up to `tremble` pixels, slowly."""
    length = math.dist(start, end)
    steps = max(2, round(length / inches(_STEP)))
    stray_x = stray_y = 0.0
    points = []
    for n in range(steps + 1):
        part = n / steps
        points.append(
            (start[0] + part * (end[0] - start[0]) + stray_x, start[1] + part * (end[1] - start[1]) + stray_y)
        )
        stray_x = max(-tremble, min(tremble, stray_x + rng.uniform(-0.4, 0.4) * tremble))
        stray_y = max(-tremble, min(tremble, stray_y + rng.uniform(-0.4, 0.4) * tremble))
    return points


def ruled_through(leaf: Leaf, words: Box, rng: Random, *, lines: int = 1) -> Box | None:
    """Words struck with one or two straight lines."""
    over = inches(rng.uniform(0.0, 0.06))
    boxes = []
    for n in range(lines):
        share = (0.5 if lines == 1 else 0.35 + 0.3 * n) + rng.uniform(-0.06, 0.06)
        middle = words.top + share * words.height
        slope = rng.uniform(-0.12, 0.12) * words.height
        points = trembling((words.left - over, middle - slope), (words.right + over, middle + slope), rng, 1.5)
        boxes.append(stroke(leaf, points, rng.uniform(2.5, 5), rng.uniform(0.75, 1.0)))
    return Box.around(filter(None, boxes))


def scribbled_over(leaf: Leaf, words: Box, rng: Random) -> Box | None:
    """Words struck with a scrawl that goes up and down through them."""
    points: list[Point] = []
    at, up = words.left - inches(0.02), False
    while at < words.right + inches(0.02):
        edge = words.top - inches(0.01) if up else words.bottom + inches(0.01)
        points.append((at, edge + rng.uniform(-0.02, 0.02) * inches(1)))
        at, up = at + inches(rng.uniform(0.03, 0.075)), not up
    if len(points) < 2:
        points = [(words.left, words.top), (words.right, words.bottom)]
    return stroke(leaf, _rounded(points), rng.uniform(2.5, 4), rng.uniform(0.8, 1.0))


def underline(leaf: Leaf, words: Box, baseline: int, rng: Random) -> Box | None:
    """A line under words; it keeps clear of all but their tails."""
    at = baseline + inches(rng.uniform(0.018, 0.035))
    points = trembling((words.left, at), (words.right, at + rng.uniform(-2, 2)), rng, 1.0)
    return stroke(leaf, points, rng.uniform(2, 4), rng.uniform(0.7, 1.0))


def tick(leaf: Leaf, box: Box, rng: Random) -> Box | None:
    """A cross or a check mark in a box; hands go over its edge."""
    over = 0.25 * box.width
    left, right = box.left - rng.uniform(-0.2, 1) * over, box.right + rng.uniform(-0.2, 1) * over
    top, bottom = box.top - rng.uniform(-0.2, 1) * over, box.bottom + rng.uniform(-0.2, 0.6) * over
    width, strength = rng.uniform(2.5, 4.5), rng.uniform(0.8, 1.0)
    if rng.random() < 0.6:
        one = stroke(leaf, trembling((left, top), (right, bottom), rng, 1), width, strength)
        two = stroke(leaf, trembling((left, bottom), (right, top), rng, 1), width, strength)
        return Box.around(filter(None, (one, two)))
    low = (left + 0.35 * (right - left), bottom)
    return stroke(leaf, [(left, box.top + 0.5 * box.height), low, (right, top)], width, strength)


def square(leaf: Leaf, left: int, top: int, size: int, rng: Random) -> Box | None:
    """A printed check box."""
    right, bottom = left + size, top + size
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    return stroke(leaf, [(float(x), float(y)) for x, y in corners], 2, rng.uniform(0.8, 1.0))


def bracket(leaf: Leaf, at: Point, high: float, rng: Random, *, opens: bool) -> Box | None:
    """A square bracket by hand, its foot at `at`; its arms point right where it opens a passage."""
    x, y = at
    arm = inches(rng.uniform(0.06, 0.11)) * (1 if opens else -1)
    lean = rng.uniform(-0.03, 0.03) * high
    corners = [(x + arm, y - high), (x + lean, y - high), (x, y), (x + arm, y)]
    drawn = [p for a, b in pairwise(corners) for p in trembling(a, b, rng, 1.5)]
    return stroke(leaf, drawn, rng.uniform(3, 5), rng.uniform(0.8, 1.0))


def signature(leaf: Leaf, left: int, baseline: int, wide: int, rng: Random) -> Box | None:
    """A name that nobody can read, `wide` pixels long."""
    points: list[Point] = [(left, baseline - inches(0.05))]
    at, high = float(left), inches(0.32)
    while at < left + wide:
        up = baseline - high * rng.uniform(0.3, 1.0)
        down = baseline + inches(0.07) * rng.uniform(-0.4, 1.0)
        points += [(at + rng.uniform(0.02, 0.07) * inches(1), up), (at + rng.uniform(-0.02, 0.05) * inches(1), down)]
        at += inches(rng.uniform(0.05, 0.13))
        high = inches(rng.uniform(0.1, 0.22))
    points.append((left + wide, baseline - inches(0.08)))
    return stroke(leaf, _rounded(points), rng.uniform(2.5, 4.5), rng.uniform(0.75, 1.0))


def written(face: Face, text: str, em: float, rng: Random) -> tuple[Density, int] | None:
    """Words by hand: the face leans, rises and falls; the ink, and how far its top is over the baseline."""
    glyphs = face.set(text, em)
    if glyphs is None:
        return None
    room = round(0.25 * em)
    ink = np.pad(glyphs.ink, room)
    high, wide = ink.shape
    rows, columns = np.mgrid[0:high, 0:wide].astype(np.float32)
    phase, long = rng.uniform(0, 6.28), em * rng.uniform(1.3, 2.5)
    rise = rng.uniform(0.02, 0.05) * em * np.sin(columns / long * 6.28 + phase)
    sway = rng.uniform(0.02, 0.05) * em * np.sin(columns / (0.6 * long) * 6.28 + rows / em * 2 + phase)
    bent = cv2.remap(ink, (columns + sway).astype(np.float32), (rows + rise).astype(np.float32), cv2.INTER_LINEAR)
    heavier = cv2.dilate(bent, np.ones((2, 2), np.uint8)) * rng.uniform(0.75, 0.95)
    heavier[heavier < 1 / 255] = 0
    tight = tight_box(heavier)
    if tight is None:
        return None
    return np.asarray(
        heavier[tight.top : tight.bottom, tight.left : tight.right], np.float32
    ), glyphs.up + room - tight.top


def _rounded(points: Sequence[Point]) -> list[Point]:
    """The same way without corners: quadratic pieces between the middles of its legs."""
    smooth: list[Point] = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        start = ((before[0] + here[0]) / 2, (before[1] + here[1]) / 2)
        end = ((here[0] + after[0]) / 2, (here[1] + after[1]) / 2)
        for n in range(6):
            t = n / 5
            smooth.append(
                (
                    (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * here[0] + t * t * end[0],
                    (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * here[1] + t * t * end[1],
                )
            )
    smooth.append(points[-1])
    return smooth
