"""What stands over a bracket is looked at by itself; what reads as a number, a letter or an exemption is a note."""

from __future__ import annotations

import numpy as np
import pytest
from tests.scans.marks.sheet import Sheet

from onionskin.errors import EngineError
from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageMark
from onionskin.scans.engine import PageImage
from onionskin.scans.limits import Limits
from onionskin.scans.marks.finding import marked
from onionskin.scans.registry import open_engine, with_marks
from onionskin.scans.seen import SeenLine, SeenWord

FAINT = 0.3


def bracketed(*, ribbon: float) -> tuple[Sheet, Box]:
    """A sheet with a bracketed passage, and where a stroke stands over it, through the tails of the row above."""
    sheet = Sheet(ribbon=ribbon)
    opening, closing = sheet.word("nothing"), sheet.word("changes")
    for x, out, box in ((opening.left - 9, 22, opening), (closing.right + 9, -22, closing)):
        top, foot = box.top - 4, box.top + 42
        sheet.pen.line(((x + out, top), (x, top), (x, foot), (x + out, foot)), fill=20, width=4)
    figure = Box(opening.left, opening.top - 40, opening.left + 9, opening.top - 10)
    sheet.pen.line((figure.right, figure.top, figure.left, figure.bottom), fill=20, width=4)
    return sheet, figure


def noted(sheet: Sheet, printed: str, sure: float = 0.97) -> tuple[PageMark, list[tuple[PageImage, Box]]]:
    """The bracket where a second look reads `printed`, and what was looked at."""
    asked: list[tuple[PageImage, Box]] = []

    def look(image: PageImage, box: Box) -> SeenLine | None:
        asked.append((image, box))
        return SeenLine((SeenWord(printed, box, sure),)) if printed else None

    page = marked(sheet.read, sheet.image, look)
    (mark,) = (mark for mark in page.marks or () if mark.kind is MarkKind.BRACKET)
    return mark, asked


@pytest.mark.parametrize("ribbon", [FAINT, 1.0])
def test_the_figure_is_looked_at_without_the_type_around_it(ribbon: float) -> None:
    sheet, figure = bracketed(ribbon=ribbon)
    mark, ((image, strip),) = noted(sheet, "2")
    assert mark.note == "2"
    assert strip.shared(figure) == figure.area
    dark = np.argwhere(image.pixels[strip.top : strip.bottom, strip.left : strip.right] < 128)
    rows, columns = dark.min(axis=0), dark.max(axis=0)
    assert rows[0] + strip.top >= figure.top - 6
    assert columns[1] + strip.left <= figure.right + 6


@pytest.mark.parametrize(
    ("printed", "note"), [("(b)(1)", "(b)(1)"), ("A", "A"), ("L", "1"), ("Madam", None), ("", None)]
)
def test_only_what_hands_write_there_is_a_note(printed: str, note: str | None) -> None:
    sheet, _ = bracketed(ribbon=FAINT)
    assert noted(sheet, printed)[0].note == note


def test_a_look_that_fails_costs_the_page_nothing_but_the_note() -> None:
    sheet, _ = bracketed(ribbon=FAINT)

    def broken(image: PageImage, _box: Box) -> SeenLine | None:
        raise EngineError("the engine failed", where=image.where, page=image.n)

    page = marked(sheet.read, sheet.image, broken)
    assert [m.note for m in page.marks or () if m.kind is MarkKind.BRACKET] == [None]


def test_what_was_read_with_doubt_is_none() -> None:
    sheet, _ = bracketed(ribbon=FAINT)
    assert noted(sheet, "2", sure=0.6)[0].note is None


def test_nothing_is_looked_at_where_nothing_stands_over_it() -> None:
    sheet, figure = bracketed(ribbon=FAINT)
    sheet.pen.rectangle((figure.left - 6, figure.top - 6, figure.right + 6, figure.bottom + 6), fill=255)
    assert noted(sheet, "2")[1] == []


def test_an_engine_that_reads_pages_alone_is_not_asked() -> None:
    sheet, _ = bracketed(ribbon=FAINT)
    page = with_marks(sheet.read, sheet.image, open_engine("null", Limits()))
    assert [mark.note for mark in page.marks or () if mark.kind is MarkKind.BRACKET] == [None]
