"""A black patch is found where it lies, with how much it hides; bold letters and the shadow of an edge are none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from tests.scans.marks.sheet import STEP, TOP, Sheet

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, Unread, UnreadKind
from onionskin.scans.engine import PageImage
from onionskin.scans.marks.finding import marked


def test_a_word_blacked_out_leaves_an_empty_span_where_it_stood() -> None:
    sheet = Sheet()
    box = sheet.word("nothing")
    sheet.black(box.left, box.top - 4, box.right, box.bottom + 4)
    (mark,) = sheet.marks(MarkKind.BLACKOUT)
    assert mark.span is not None
    assert not mark.span
    assert sheet.read.text[: mark.span.start].endswith("and say that")
    assert (mark.lines, mark.words) == (1, 1)
    assert max(abs(mark.box.left - box.left), abs(mark.box.bottom - box.bottom - 4)) <= 4


def test_of_several_lines_the_lines_and_about_the_words_are_counted() -> None:
    sheet = Sheet()
    sheet.black(190, TOP + STEP - 5, 1000, TOP + 4 * STEP - 30)
    (mark,) = sheet.marks(MarkKind.BLACKOUT)
    assert mark.lines == 3
    assert mark.words is not None
    assert 12 <= mark.words <= 18


def test_the_shadow_of_the_glass_and_a_thick_rule_are_none() -> None:
    sheet = Sheet()
    sheet.pen.rectangle((0, 0, 60, 1100), fill=0)
    sheet.pen.rectangle((200, 900, 1500, 912), fill=0)
    assert sheet.marks(MarkKind.BLACKOUT) == []


def test_worn_type_that_an_engine_reads_and_punch_holes_are_none() -> None:
    sheet = Sheet()
    box = sheet.word("understanding")
    sheet.pen.rectangle((box.left, box.top, box.right, box.bottom), fill=0)
    sheet.pen.ellipse((60, 500, 135, 575), fill=0)
    assert sheet.marks(MarkKind.BLACKOUT) == []


def test_it_is_no_unread_ink() -> None:
    page = Sheet().read
    patch = Box(300, 500, 700, 560)
    image = np.full((1100, 1700), 255, np.uint8)
    image[patch.top : patch.bottom, patch.left : patch.right] = 0
    left = (Unread(UnreadKind.STAMP, Box(310, 500, 690, 560)), Unread(UnreadKind.LINE, Box(900, 500, 1200, 560)))
    found = marked(replace(page, words=(), unread=left), PageImage(page.n, image, 300))
    assert [mark.kind for mark in found.marks or ()] == [MarkKind.BLACKOUT]
    assert found.unread == left[1:]
