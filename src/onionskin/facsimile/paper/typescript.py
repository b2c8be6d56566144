"""A text page typed on a sheet of paper: every letter struck in its cell, and what a pen did to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from random import Random

from onionskin.facsimile.ink import Ink, Look, TextPage
from onionskin.facsimile.paper import excising, pen, stamping
from onionskin.facsimile.paper.additions import NOTHING, Additions
from onionskin.facsimile.paper.desk import Cell, Desk, Work, laid_out
from onionskin.facsimile.paper.faces import BOXES
from onionskin.facsimile.paper.leaf import DPI, Leaf, inches
from onionskin.facsimile.paper.truth import (
    FieldTruth,
    How,
    LineTruth,
    MarkKind,
    MarkTruth,
    PageTruth,
    WordTruth,
    hull,
)
from onionskin.record.geometry import Box
from onionskin.record.span import Span

_LETTERS_UNDER = "etaoinshrdlucm"
SIGNATURE = "furniture.signature"
"""The field of a run that stands for a signature; a hand draws it, whatever its text."""


@dataclass(frozen=True, slots=True)
class TypedPage:
    """A page as it left the desk: the ink at 300 dpi, and what stands where."""

    leaf: Leaf
    truth: PageTruth


def typed(page: TextPage, desk: Desk, additions: Additions = NOTHING, *, seed: int = 0) -> TypedPage:
    """The page on paper, the same for the same seed; letter size, or legal where it has more rows."""
    rng = Random(f"{seed}/{page.n}")
    work = laid_out(page, desk, rng)
    inks = (*page.inks, *_loose_boxes(page))
    apart = _apart(inks)
    for ink in inks:
        if ink.field == SIGNATURE:
            _sign(work, ink)
        elif ink.text in BOXES or _is_box(ink):
            _check_box(work, ink)
        elif ink.look is Look.HAND:
            _write(work, ink)
    for cell in work.cells:
        if cell.at not in apart:
            _strike(work, cell)
    _strike_out(work, page.inks, additions.struck)
    excising.underline(work, additions.underlines)
    for impression in additions.impressions:
        _stamp(work, stamping.strike(work.leaf, impression, desk.stamps, desk.hand, rng))
    for excision in additions.excisions:
        excising.excise(work, excision)
    return TypedPage(work.leaf, _truth(work))


def _loose_boxes(page: TextPage) -> Iterator[Ink]:
    """Signs of check boxes that stand in running text."""
    known = {at for ink in page.inks if ink.text in BOXES for at in range(ink.span.start, ink.span.end)}
    for at, sign in enumerate(page.text):
        if sign in BOXES and at not in known:
            yield Ink("form_box", 0, Span(at, at + 1), sign)


def _is_box(ink: Ink) -> bool:
    return ink.field == "form_box" or ink.field.startswith("stamp.box.")


def _apart(inks: tuple[Ink, ...]) -> set[int]:
    """The characters that the machine does not type."""
    by_hand = (
        ink for ink in inks if ink.field == SIGNATURE or ink.look is Look.HAND or _is_box(ink) or ink.text in BOXES
    )
    return {at for ink in by_hand for at in range(ink.span.start, ink.span.end)}


def _strike(work: Work, cell: Cell) -> None:
    letter = work.text[cell.at]
    struck = work.looks.get(cell.at) is Look.STRUCK
    if struck and letter == "X" and _is_x_out(work, cell.at):
        under = work.rng.choice(_LETTERS_UNDER)
        box = Box.around(filter(None, (_typed_at(work, cell, each) for each in (under, "x"))))
    else:
        box = _typed_at(work, cell, letter)
    if box is not None:
        work.boxes[cell.at] = box


def _typed_at(work: Work, cell: Cell, letter: str) -> Box | None:
    return work.desk.machine.strike(work.leaf, letter, cell.left, cell.baseline, work.rng)


def _is_x_out(work: Work, at: int) -> bool:
    return any(ink.field.endswith("x-out") and ink.span.start <= at < ink.span.end for ink in work.page.inks)


def _sign(work: Work, ink: Ink) -> None:
    cells = work.cells_of(ink.span)
    if not cells:
        return
    wide = max(round(cells[-1].left - cells[0].left), inches(1.2))
    box = pen.signature(work.leaf, round(cells[0].left), cells[0].baseline, wide, work.rng)
    if box is not None:
        work.marks.append(MarkTruth(MarkKind.SIGNATURE, box))


def _write(work: Work, ink: Ink) -> None:
    """By hand, word by word from where the first is to stand; all of a row is one piece of handwriting."""
    for row in work.rows(ink.span):
        cells = work.cells_of(row)
        left, done = cells[0].left, list[Box]()
        em = work.desk.machine.em * work.rng.uniform(1.1, 1.5)
        at = row.start
        for word in row.of(work.text).split(" "):
            drawn = pen.written(work.desk.hand, word, em, work.rng) if word else None
            box = work.leaf.lay(drawn[0], round(left), cells[0].baseline - drawn[1]) if drawn else None
            if box is not None:
                work.boxes.update(dict.fromkeys(range(at, at + len(word)), box))
                done.append(box)
                left = box.right + 0.2 * em
            at += len(word) + 1
        if done:
            work.marks.append(MarkTruth(MarkKind.HANDWRITING, hull(done), text=row.of(work.page.text)))


def _check_box(work: Work, ink: Ink) -> None:
    cells = work.cells_of(ink.span)
    size = round(0.5 * work.desk.machine.em)
    checked = BOXES.get(ink.text)
    if checked is None:
        ends = {work.text.find(each, ink.span.start, ink.span.end) for each in "()[]"}
        boxes = []
        for cell in cells:
            box = _typed_at(work, cell, work.text[cell.at])
            if box is not None:
                boxes.append(box)
        checked = any(cell.at not in ends for cell in cells)
        around = Box.around(boxes)
    else:
        left, top = round(cells[0].left), cells[0].baseline - size
        around = pen.square(work.leaf, left, top, size, work.rng)
        if checked:
            ticked = pen.tick(work.leaf, Box(left, top, left + size, top + size), work.rng)
            around = Box.around(filter(None, (around, ticked)))
    if around is not None:
        work.boxes.update({cell.at: around for cell in cells})
        work.marks.append(MarkTruth(MarkKind.CHECK_BOX, around, text=_beside(work, ink.span), checked=checked))


def _beside(work: Work, box: Span) -> str:
    """A box's label: what stands after it on its row up to the next wide blank."""
    rest = work.text[box.end :].split("\n", 1)[0].strip()
    return rest.split("  ")[0].split(" (")[0].strip()


def _strike_out(work: Work, inks: tuple[Ink, ...], kind: MarkKind) -> None:
    """Each row of neighbouring struck inks with strokes of its own."""
    struck = [ink for ink in inks if ink.look is Look.STRUCK]
    for ink in struck:
        for row in work.rows(ink.span):
            box = work.box(row)
            if box is None:
                continue
            if ink.field.endswith("x-out"):
                work.marks.append(MarkTruth(MarkKind.X_ED, box))
                continue
            strokes = _strokes(work, row, box, kind)
            if strokes is not None:
                work.marks.append(MarkTruth(kind, strokes, text=row.of(work.page.text)))


def _strokes(work: Work, row: Span, box: Box, kind: MarkKind) -> Box | None:
    if kind is MarkKind.X_ED:
        return Box.around(filter(None, (_typed_at(work, cell, "x") for cell in work.cells_of(row))))
    if kind is MarkKind.SCRIBBLED:
        return pen.scribbled_over(work.leaf, box, work.rng)
    return pen.ruled_through(work.leaf, box, work.rng, lines=1 if work.rng.random() < 0.75 else 2)


def _stamp(work: Work, struck: stamping.Struck) -> None:
    """Keeps its marks; what stands under its words and frame was legible before and may not be now."""
    work.marks += struck.marks
    work.stamped += struck.words
    under = [*(word.box for word in struck.words), *(mark.box for mark in struck.marks[1:])]
    if struck.marks[0].framed:
        under.append(struck.marks[0].box)
    work.cover(under)


def _truth(work: Work) -> PageTruth:
    words, lines = list[WordTruth](), list[LineTruth]()
    for _, cells in groupby(work.cells, key=lambda cell: cell.row):
        there = [cell.at for cell in cells if cell.at in work.boxes]
        if not there:
            continue
        row = Span(work.text.rfind("\n", 0, there[0]) + 1, there[-1] + 1)
        words += _words(work, row, len(lines))
        lines.append(LineTruth(row.of(work.text).strip(), hull(work.boxes[at] for at in there)))
    return PageTruth(
        work.page.n,
        work.leaf.width,
        work.leaf.height,
        DPI,
        (*words, *work.stamped),
        tuple(lines),
        tuple(work.marks),
        tuple(_fields(work)),
    )


def _words(work: Work, row: Span, line: int) -> Iterator[WordTruth]:
    start = row.start
    for word in row.of(work.text).split(" "):
        span = Span(start, start + len(word))
        start += len(word) + 1
        box = work.box(span) if word else None
        if box is None:
            continue
        looks = {work.looks.get(at, Look.TYPED) for at in range(span.start, span.end)}
        in_box = any(_is_box(ink) and ink.span.overlaps(span) for ink in work.page.inks)
        how = How.BOX if in_box else How.HAND if Look.HAND in looks else How.TYPED
        covered = any(at in work.covered for at in range(span.start, span.end))
        yield WordTruth(word, box, line, how, Look.STRUCK in looks, covered)


def _fields(work: Work) -> Iterator[FieldTruth]:
    for ink in work.page.inks:
        if not ink.field or ink.field == SIGNATURE:
            continue
        boxes = tuple(box for row in work.rows(ink.span) if (box := work.box(row)))
        if boxes:
            yield FieldTruth(ink.field, ink.item, ink.text, boxes)
