"""Check boxes are found with their state, and each stands in the text as a word of its own; letters are no boxes."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import numpy as np
import pytest
from tests.scans.marks.sheet import STEP, TOP, Sheet

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageNumber, PageText, Word
from onionskin.record.span import Span
from onionskin.scans.engine import PageImage
from onionskin.scans.marks.finding import marked


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


def test_a_square_askew_and_one_with_gaps_in_its_sides_are_boxes_too() -> None:
    sheet = Sheet()
    box = beside(sheet, "DEPARTMENT")
    leaning = [
        (box.left, box.top),
        (box.right + 2, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    ]
    sheet.pen.line([*leaning, leaning[0]], fill=0, width=3)
    worn = beside(sheet, "You")
    draw(sheet, worn, ticked=False)
    for left, top in (
        (worn.left + 9, worn.top - 1),
        (worn.right - 6, worn.top + 12),
        (worn.left + 15, worn.bottom - 6),
    ):
        sheet.pen.rectangle((left, top, left + 7, top + 7), fill=255)
    assert [mark.checked for mark in sheet.marks(MarkKind.CHECK_BOX)] == [False, False]


def leaning(middle: tuple[int, int], degrees: float) -> list[tuple[float, float]]:
    """The corners of a square that stands askew, the first again at the end."""
    turns = [math.radians(degrees + quarter) for quarter in (45, 135, 225, 315, 45)]
    return [(middle[0] + 24 * math.cos(turn), middle[1] + 24 * math.sin(turn)) for turn in turns]


@pytest.mark.parametrize("degrees", [-24, -9, 9, 17])
@pytest.mark.parametrize("ticked", [False, True])
def test_the_square_of_a_stamp_struck_at_an_angle_is_a_box(degrees: int, ticked: bool) -> None:
    sheet = Sheet()
    beside_it = beside(sheet, "DEPARTMENT")
    corners = leaning((beside_it.left - 5, beside_it.bottom - 18), degrees)
    sheet.pen.line(corners, fill=0, width=3)
    if ticked:
        sheet.pen.line((corners[0], corners[2]), fill=0, width=4)
        sheet.pen.line((corners[1], corners[3]), fill=0, width=4)
    assert [mark.checked for mark in sheet.marks(MarkKind.CHECK_BOX)] == [ticked]


def test_a_ring_askew_is_no_box() -> None:
    sheet = Sheet()
    box = beside(sheet, "DEPARTMENT")
    sheet.pen.ellipse((box.left - 18, box.top - 10, box.left + 24, box.bottom + 4), outline=0, width=3)
    assert sheet.told(MarkKind.CHECK_BOX) == []


def test_a_square_behind_the_last_word_of_a_line_stands_there() -> None:
    sheet = Sheet()
    label = sheet.word("STATE")
    draw(sheet, Box(label.right + 20, label.bottom - 30, label.right + 50, label.bottom), ticked=True)
    page = sheet.read
    assert page.text.startswith("DEPARTMENT OF STATE ☒\nYou should")
    holds_together(page)


@pytest.mark.parametrize(("order", "text"), [((0, 1), "IN ☐ PART\n"), ((1, 0), "PART ☐ IN\n")])
def test_a_square_on_a_line_that_runs_up_the_page_or_down_stands_between_its_words(
    order: tuple[int, int], text: str
) -> None:
    places = (Box(100, 300, 140, 360), Box(100, 100, 140, 220))
    printed = ["IN", "PART"] if order == (0, 1) else ["PART", "IN"]
    spans = [Span(0, len(printed[0])), Span(len(printed[0]) + 1, len(" ".join(printed)))]
    words = tuple(Word(span, places[at]) for span, at in zip(spans, order, strict=True))
    pixels = np.full((500, 400), 255, np.uint8)
    pixels[243:277, 103:137] = 0
    pixels[247:273, 107:133] = 255
    read = PageText(PageNumber(1), " ".join(printed) + "\n", words, 400, 500, 300)
    page = marked(read, PageImage(PageNumber(1), pixels, 300))
    assert page.text == text
    holds_together(page)


def test_specks_in_a_box_are_no_tick() -> None:
    sheet = Sheet()
    box = beside(sheet, "DEPARTMENT")
    draw(sheet, box, ticked=False)
    for x in range(box.left + 7, box.right - 6, 6):
        for y in range(box.top + 7, box.bottom - 6, 6):
            sheet.pen.rectangle((x, y, x + 2, y + 2), fill=0)
    assert [mark.checked for mark in sheet.marks(MarkKind.CHECK_BOX)] == [False]


@pytest.mark.parametrize("read", ["(X", "X)"])
def test_a_tick_between_brackets_of_which_one_was_not_read_is_one_on_a_page_with_others(read: str) -> None:
    assert ticks(f"{read} EXCISE\n") == []
    assert ticks(f"( ) DENY\n{read} EXCISE\n") == [("( )", False), ("☒", True)]


def ticks(text: str) -> list[tuple[str, bool | None]]:
    """The boxes of a white page with this text."""
    words = tuple(
        Word(Span(*each.span()), Box(each.start() * 30, 40, each.end() * 30, 80)) for each in re.finditer(r"\S+", text)
    )
    pixels = np.full((400, 800), 255, np.uint8)
    page = marked(PageText(PageNumber(1), text, words, 800, 400, 300), PageImage(PageNumber(1), pixels, 300))
    holds_together(page)
    marks = sorted((mark for mark in page.marks or () if mark.span), key=lambda mark: mark.span or Span(0, 0))
    return [(mark.span.of(page.text), mark.checked) for mark in marks if mark.span]


def test_letters_and_the_frames_of_forms_are_no_boxes() -> None:
    sheet = Sheet()
    sheet.pen.rectangle((150, TOP - 30, 1500, TOP + 6 * STEP), outline=0, width=4)
    assert sheet.told(MarkKind.CHECK_BOX) == []
    assert sheet.read.text == Sheet().read.text


def test_a_square_far_from_any_word_is_in_nobodys_line() -> None:
    sheet = Sheet()
    draw(sheet, Box(1000, 900, 1030, 930), ticked=False)
    assert sheet.read.text == Sheet().read.text
