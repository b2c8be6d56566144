"""A pen on pale type is told from the letters by its shade, whether an engine read them or not."""

from __future__ import annotations

import pytest
from tests.scans.marks.sheet import Sheet

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind

FAINT = 0.3


def middle(box: Box) -> int:
    return (box.top + box.bottom) // 2


def test_of_a_faint_sheet_without_marks_nothing_is_told() -> None:
    assert Sheet(ribbon=FAINT).marks() == []


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_a_faint_word_with_two_strokes_through_it_is_struck(dpi: int) -> None:
    sheet = Sheet(ribbon=FAINT, dpi=dpi)
    box = sheet.word("nothing")
    for off in (-5, 6):
        sheet.pen.line((box.left - 9, middle(box) + off, box.right + 9, middle(box) + off + 3), fill=20, width=5)
    assert sheet.told(MarkKind.STRIKE) == [(MarkKind.STRIKE, "nothing")]


@pytest.mark.parametrize("word", ["understanding", "draft"])
def test_a_faint_word_that_is_scribbled_over_is_struck(word: str) -> None:
    sheet = Sheet(ribbon=FAINT)
    sheet.scrawl(sheet.word(word))
    assert sheet.told() == [(MarkKind.SCRIBBLE, word)]


def test_a_struck_word_that_no_engine_read_is_told_by_its_place() -> None:
    sheet = Sheet(ribbon=FAINT)
    box = sheet.misread("understanding")
    sheet.scrawl(box)
    (mark,) = sheet.marks()
    assert (mark.kind, mark.span) == (MarkKind.SCRIBBLE, None)
    assert box.shared(mark.box) > 0.8 * box.area


def test_a_scrawl_on_bare_paper_strikes_nothing() -> None:
    sheet = Sheet(ribbon=FAINT)
    sheet.scrawl(Box(900, 850, 1200, 890))
    assert sheet.marks() == []


@pytest.mark.parametrize("below", [6, 12])
def test_a_dark_stroke_under_a_faint_word_strikes_nothing(below: int) -> None:
    sheet = Sheet(ribbon=FAINT)
    box = sheet.word("understanding")
    sheet.pen.line((box.left, box.bottom + below, box.right, box.bottom + below), fill=20, width=4)
    assert sheet.told(MarkKind.STRIKE) == []


def test_a_dark_rule_that_goes_on_beyond_faint_words_strikes_nothing() -> None:
    sheet = Sheet(ribbon=FAINT)
    box = sheet.word("OF")
    sheet.pen.line((20, middle(box), 1680, middle(box)), fill=20, width=4)
    assert sheet.told(MarkKind.STRIKE) == []


def test_a_bracket_on_faint_type_is_one_whatever_was_read_there() -> None:
    sheet = Sheet(ribbon=FAINT)
    opening, closing = sheet.word("nothing"), sheet.word("changes")
    for x, out, box in ((opening.left - 9, 22, opening), (closing.right + 9, -22, closing)):
        top, foot = box.top - 4, box.top + 42
        sheet.pen.line(((x + out, top), (x, top), (x, foot), (x + out, foot)), fill=20, width=4)
    assert sheet.told(MarkKind.BRACKET) == [(MarkKind.BRACKET, "nothing in it changes")]
    sheet.widen("nothing", by=70)
    assert sheet.told(MarkKind.BRACKET) == [(MarkKind.BRACKET, "nothing in it changes")]
