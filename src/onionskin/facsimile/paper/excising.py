"""Passages blacked out, pasted over, bracketed; words underlined."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import cv2
import numpy as np

from onionskin.facsimile.paper import pen
from onionskin.facsimile.paper.additions import Excision, Underlining
from onionskin.facsimile.paper.desk import Work
from onionskin.facsimile.paper.faces import Density
from onionskin.facsimile.paper.leaf import inches
from onionskin.facsimile.paper.truth import MarkKind, MarkTruth, hull
from onionskin.record.geometry import Box
from onionskin.record.span import Span


def underline(work: Work, lines: Iterable[Underlining]) -> None:
    """A line under each row of the words."""
    for each in lines:
        for row in work.rows(each.span):
            box, cells = work.box(row), work.cells_of(row)
            if box is None:
                continue
            drawn = _typed_line(work, row) if each.typed else pen.underline(work.leaf, box, cells[0].baseline, work.rng)
            if drawn is not None:
                work.marks.append(MarkTruth(MarkKind.UNDERLINE, drawn, text=row.of(work.page.text)))


def _typed_line(work: Work, row: Span) -> Box | None:
    cells = work.cells_of(row)
    machine = work.desk.machine
    columns = round((cells[-1].left - cells[0].left) / machine.cell) + 1
    struck = (
        machine.strike(work.leaf, "_", cells[0].left + n * machine.cell, cells[0].baseline, work.rng)
        for n in range(columns)
    )
    return Box.around(filter(None, struck))


def excise(work: Work, excision: Excision) -> None:
    """What it hides is covered from now on; a bracket hides nothing."""
    rows = [row for row in work.rows(excision.span) if work.box(row)]
    if not rows:
        return
    boxes = [box for row in rows if (box := work.box(row))]
    words = sum(len(row.of(work.text).split()) for row in rows)
    if excision.kind is MarkKind.BRACKET:
        drawn = _bracketed(work, rows, excision.label)
    else:
        work.covered |= {at for row in rows for at in range(row.start, row.end)}
        patches = _joined(boxes)
        drawn = [_patch(work, patch, excision.kind) for patch in patches]
    work.marks.append(MarkTruth(excision.kind, hull(drawn), text=excision.label, rows=len(rows), words=words))


def _joined(boxes: list[Box]) -> list[Box]:
    """The rows' boxes, each down to the next one: a marker leaves no gap between rows."""
    return [
        Box(box.left, box.top, box.right, max(box.bottom, below.top + 4) if below else box.bottom)
        for box, below in zip(boxes, [*boxes[1:], None], strict=True)
    ]


def _patch(work: Work, box: Box, kind: MarkKind) -> Box:
    out, over = inches(0.02), 3
    left, top = max(0, box.left - out), max(0, box.top - over)
    right, bottom = min(work.leaf.width, box.right + out), min(work.leaf.height, box.bottom + over)
    cover = _rough(right - left, bottom - top, work.rng)
    # What a marker hides is gone: copied once, its type no longer shows through.
    work.leaf.erase(cover, left, top)
    if kind is MarkKind.BLACKOUT:
        work.leaf.lay(np.asarray(cover * work.rng.uniform(0.93, 1.0), np.float32), left, top)
    else:
        work.leaf.lay(_edges(cover, work.rng), left, top)
    return Box(left, top, right, bottom)


def _rough(wide: int, high: int, rng: Random) -> Density:
    """A rectangle cut by hand: its corners off by a little, so that it fits in its box."""
    off = max(2, round(0.04 * high))
    corners = [
        (rng.randint(0, off), rng.randint(0, off)),
        (wide - 1 - rng.randint(0, off), rng.randint(0, off)),
        (wide - 1 - rng.randint(0, off), high - 1 - rng.randint(0, off)),
        (rng.randint(0, off), high - 1 - rng.randint(0, off)),
    ]
    canvas = np.zeros((high, wide), np.uint8)
    cv2.fillPoly(canvas, [np.array(corners, np.int32)], 255)
    return (canvas.astype(np.float32) / 255).astype(np.float32)


def _edges(cover: Density, rng: Random) -> Density:
    """The shadow that a copier gives to the edge of tape or paper, broken here and there."""
    inner = cv2.erode(cover, np.ones((3, 3), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0)
    patches = np.random.default_rng(rng.getrandbits(32)).random((4, 12), np.float32)
    broken = cv2.resize(patches, (cover.shape[1], cover.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray((cover - inner) * np.clip(broken * 1.6 - 0.2, 0, 1) * rng.uniform(0.4, 0.8), np.float32)


def _bracketed(work: Work, rows: list[Span], label: str) -> list[Box]:
    """One pair around the passage: of a row's height at its ends or, where it has several rows, at both its sides."""
    cells, rng = [work.cells_of(row) for row in rows], work.rng
    machine, boxes = work.desk.machine, [box for row in rows if (box := work.box(row))]
    row_high = 0.85 * machine.em
    beside = inches(0.07)
    if len(rows) > 1 and rng.random() < 0.5:
        high = cells[-1][0].baseline - cells[0][0].baseline + row_high
        opening = (min(box.left for box in boxes) - 1.8 * beside, cells[-1][0].baseline + 6.0)
        closing = (max(box.right for box in boxes) + 1.8 * beside, cells[-1][0].baseline + 6.0)
    else:
        high = row_high
        opening = (boxes[0].left - 0.75 * beside, cells[0][0].baseline + 6.0)
        closing = (boxes[-1].right + 0.75 * beside, cells[-1][0].baseline + 6.0)
    drawn = [
        pen.bracket(work.leaf, opening, high, rng, opens=True),
        pen.bracket(work.leaf, closing, high, rng, opens=False),
    ]
    number = pen.written(work.desk.hand, label, machine.em * 0.8, rng) if label else None
    if number is not None:
        ink, _ = number
        drawn.append(work.leaf.lay(ink, round(opening[0]), round(opening[1] - high) - 4 - ink.shape[0]))
    there = [box for box in drawn if box is not None]
    work.cover(there)
    return there
