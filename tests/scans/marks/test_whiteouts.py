"""A passage covered with white is found by the pale edge around it; blank paper, cells of a form and rules are none."""

from __future__ import annotations

import pytest
from tests.scans.marks.sheet import LEFT, STEP, TOP, Sheet

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind


def patch(first: int, last: int, *, left: int = LEFT, right: int = 1300) -> tuple[int, int, int, int]:
    """Over so many rows of the sheet, from its first on."""
    return left - 10, TOP + first * STEP - 20, right, TOP + last * STEP + 60


@pytest.mark.parametrize("rows", [1, 2])
def test_rows_between_rows_are_found_where_they_stood(rows: int) -> None:
    sheet = Sheet()
    covered = patch(2, 1 + rows)
    sheet.white(*covered)
    (mark,) = sheet.marks(MarkKind.WHITEOUT)
    assert mark.box.shared(Box(*covered)) > 0.8 * max(mark.box.area, Box(*covered).area)
    assert mark.span is not None
    assert sheet.read.text[: mark.span.start].endswith("the draft")
    assert not mark.span.of(sheet.read.text)


def test_words_within_a_row_are_found() -> None:
    sheet = Sheet()
    start, end = sheet.word("give"), sheet.word("draft")
    sheet.white(start.left - 8, start.top - 16, end.left - 14, start.bottom + 16)
    (mark,) = sheet.marks(MarkKind.WHITEOUT)
    assert mark.lines == 1
    assert mark.span is not None
    assert sheet.read.text[: mark.span.start].endswith("You should")


def test_an_edge_that_is_broken_and_lost_on_one_side_is_still_one() -> None:
    sheet = Sheet()
    left, top, right, bottom = patch(2, 3)
    sheet.white(left, top, right, bottom)
    sheet.pen.rectangle((right - 60, top - 6, right + 6, bottom + 6), fill=255)
    for gap in (400, 900):
        sheet.pen.rectangle((left + gap, top - 6, left + gap + 150, top + 6), fill=255)
    assert len(sheet.marks(MarkKind.WHITEOUT)) == 1


def test_bare_paper_and_rules_without_a_side_are_no_white_out() -> None:
    sheet = Sheet()
    sheet.white(*patch(2, 3), edge=255)
    assert sheet.marks(MarkKind.WHITEOUT) == []
    sheet.pen.line((LEFT, TOP + 2 * STEP, 1300, TOP + 2 * STEP), fill=200, width=2)
    sheet.pen.line((LEFT, TOP + 3 * STEP, 1300, TOP + 3 * STEP), fill=200, width=2)
    assert sheet.marks(MarkKind.WHITEOUT) == []


def test_a_cell_whose_sides_go_on_is_a_form_s() -> None:
    sheet = Sheet()
    left, top, right, bottom = patch(2, 3)
    sheet.white(left, top, right, bottom)
    for x in (left, right):
        sheet.pen.line((x, top - 80, x, bottom + 80), fill=225, width=2)
    assert sheet.marks(MarkKind.WHITEOUT) == []


@pytest.mark.parametrize("top", [800, 950])
def test_an_empty_frame_apart_from_the_text_is_none(top: int) -> None:
    sheet = Sheet()
    sheet.pen.rectangle((900, top, 1400, top + 60), outline=200, width=2)
    assert sheet.marks(MarkKind.WHITEOUT) == []
