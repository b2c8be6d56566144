"""A stroke through words is told from one under them, and from the rules of forms."""

from __future__ import annotations

import pytest
from tests.scans.marks.sheet import PITCH, Sheet

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind


def middle(box: Box) -> int:
    return (box.top + box.bottom) // 2


def test_of_a_sheet_without_marks_nothing_is_told() -> None:
    assert Sheet().marks() == []


@pytest.mark.parametrize("dpi", [150, 200, 300, 400])
def test_a_ruled_word_is_struck_at_any_dpi(dpi: int) -> None:
    sheet = Sheet(dpi=dpi)
    box = sheet.word("nothing")
    sheet.pen.line((box.left - 6, middle(box), box.right + 6, middle(box)), fill=0, width=5)
    assert sheet.told() == [(MarkKind.STRIKE, "nothing")]


def test_one_stroke_strikes_the_words_it_runs_through_and_lies_where_it_was_drawn() -> None:
    sheet = Sheet()
    first, last = sheet.word("Kuznetsov"), sheet.word("draft")
    sheet.pen.line((first.left - 8, middle(first) + 2, last.right + 8, middle(first) - 2), fill=0, width=4)
    (mark,) = sheet.marks()
    assert mark.span is not None
    assert mark.span.of(sheet.read.text) == "Kuznetsov the draft"
    assert abs(mark.box.left - first.left + 8) <= 4
    assert abs(mark.box.right - last.right - 8) <= 4
    assert first.top < mark.box.top < mark.box.bottom < first.bottom


def test_a_stroke_through_two_columns_strikes_in_each_only_its_words() -> None:
    """The text has one column behind the other, with all that stands between the two words."""
    sheet = Sheet()
    sheet.part(sheet.word("the").left)
    first, last = sheet.word("Kuznetsov"), sheet.word("draft")
    sheet.pen.line((first.left - 8, middle(first), last.right + 8, middle(last)), fill=0, width=4)
    assert sheet.told() == [(MarkKind.STRIKE, "Kuznetsov"), (MarkKind.STRIKE, "the draft")]


def test_an_underline_is_none_and_neither_is_one_of_the_line_above() -> None:
    sheet = Sheet()
    box = sheet.word("understanding")
    sheet.pen.line((box.left, box.bottom + 6, box.right, box.bottom + 6), fill=0, width=4)
    assert sheet.told() == [(MarkKind.UNDERLINE, "understanding")]


def test_a_rule_of_a_form_that_words_were_typed_on_strikes_nothing() -> None:
    sheet = Sheet()
    box = sheet.word("OF")
    sheet.pen.line((20, middle(box), 1680, middle(box)), fill=0, width=4)
    assert sheet.told(MarkKind.STRIKE) == []


def test_the_frame_of_a_table_strikes_nothing() -> None:
    sheet = Sheet()
    for row in range(7):
        sheet.pen.line((150, 180 + 100 * row, 1600, 180 + 100 * row), fill=0, width=4)
    for column in (150, 700, 1600):
        sheet.pen.line((column, 180, column, 780), fill=0, width=4)
    assert sheet.told(MarkKind.STRIKE) == []


def test_two_strokes_strike_once() -> None:
    sheet = Sheet()
    box = sheet.word("inspection")
    for share in (0.4, 0.6):
        at = round(box.top + share * box.height)
        sheet.pen.line((box.left - 8, at, box.right + 8, at + 3), fill=0, width=7)
    assert {words for kind, words in sheet.told() if kind is MarkKind.STRIKE} == {"inspection"}


def test_words_typed_over_are_told_from_words_scribbled_over() -> None:
    """An engine is not sure of either."""
    sheet = Sheet()
    box = sheet.doubt("DEPARTMENT")
    for i in range(len("DEPARTMENT")):
        left, right = box.left + i * PITCH, box.left + i * PITCH + 26
        for ends in ((left, box.top, right, box.bottom), (left, box.bottom, right, box.top)):
            sheet.pen.line(ends, fill=0, width=5)
    scrawl = sheet.doubt("inspection")
    points = [
        (x, scrawl.bottom if i % 2 else scrawl.top) for i, x in enumerate(range(scrawl.left - 5, scrawl.right + 5, 14))
    ]
    sheet.pen.line(points, fill=0, width=5, joint="curve")
    assert sheet.told() == [(MarkKind.X_OUT, "DEPARTMENT"), (MarkKind.SCRIBBLE, "inspection")]
