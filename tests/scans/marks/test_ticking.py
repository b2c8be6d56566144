"""Check boxes are found with their state, and each stands in the text as a word of its own; letters are no boxes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.scans.marks.sheet import STEP, TOP, Sheet

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageText


def beside(sheet: Sheet, label: str) -> Box:
    """The place of a box before its label."""
    word = sheet.word(label)
    return Box(word.left - 50, word.bottom - 30, word.left - 20, word.bottom)


def draw(sheet: Sheet, box: Box, *, ticked: bool) -> None:
    sheet.pen.rectangle((box.left, box.top, box.right, box.bottom), outline=0, width=4)
    if ticked:
        sheet.pen.line((box.left + 4, box.top + 4, box.right + 3, box.bottom + 2), fill=0, width=4)
        sheet.pen.line((box.left + 2, box.bottom - 4, box.right - 2, box.top - 4), fill=0, width=4)


def holds_together(page: PageText) -> None:
    """Spans are in order, and each word and mark still has what it had."""
    spans = [word.span for word in page.words]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    printed = [word.span.of(page.text) for word in page.words]
    assert " ".join(printed) == " ".join(page.text.split())


@pytest.mark.parametrize(("ticked", "glyph"), [(False, "☐"), (True, "☒")])
def test_a_square_stands_before_its_label(ticked: bool, glyph: str) -> None:
    sheet = Sheet()
    box = beside(sheet, "DEPARTMENT")
    draw(sheet, box, ticked=ticked)
    page = sheet.read
    assert page.text.startswith(f"{glyph} DEPARTMENT OF STATE\nYou should")
    (mark,) = (mark for mark in page.marks or () if mark.kind is MarkKind.CHECK_BOX)
    assert mark.checked is ticked
    assert mark.span is not None
    assert mark.span.of(page.text) == glyph
    assert abs(mark.box.left - box.left) <= 6
    assert page.words[0].box == mark.box
    holds_together(page)


def test_several_each_go_to_their_own_line() -> None:
    sheet = Sheet()
    for label in ("He", "and", "You"):
        draw(sheet, beside(sheet, label), ticked=label == "He")
    page = sheet.read
    assert [line[:6] for line in page.text.split("\n")] == [
        "DEPART",
        "☐ You ",
        "☐ and ",
        "the un",
        "☒ He m",
        "and yo",
        "",
    ]
    holds_together(page)


def test_two_boxes_before_one_label_stand_from_left_to_right() -> None:
    sheet = Sheet()
    near = beside(sheet, "DEPARTMENT")
    draw(sheet, near, ticked=True)
    draw(sheet, Box(near.left - 60, near.top + 3, near.right - 60, near.bottom + 3), ticked=False)
    page = sheet.read
    assert page.text.startswith("☐ ☒ DEPARTMENT OF STATE\n")
    holds_together(page)


def test_letters_and_the_frames_of_forms_are_no_boxes() -> None:
    sheet = Sheet()
    sheet.pen.rectangle((150, TOP - 30, 1500, TOP + 6 * STEP), outline=0, width=4)
    assert sheet.told(MarkKind.CHECK_BOX) == []
    assert sheet.read.text == Sheet().read.text


def test_a_square_far_from_any_word_is_in_nobodys_line() -> None:
    sheet = Sheet()
    draw(sheet, Box(1000, 900, 1030, 930), ticked=False)
    assert sheet.read.text == Sheet().read.text
