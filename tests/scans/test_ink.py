"""Ink that no word covers is told with its kind; rules, edges, specks and dirt are not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from tests.scans.sheets import TELEGRAM, typed_image

from onionskin.record.geometry import Box
from onionskin.record.page import UnreadKind
from onionskin.scans.ink import uncovered

SIZE = (1275, 1000)
ROWS = [Box(85, 60 + i * 72, 1100, 60 + i * 72 + 45) for i in range(len(TELEGRAM))]
"""Where the lines of the sheet stand."""


def sheet() -> Image.Image:
    return typed_image(size=SIZE)


def kinds(image: Image.Image | NDArray[np.uint8], words: list[Box], dpi: int = 150) -> list[UnreadKind]:
    return [each.kind for each in uncovered(np.asarray(image, np.uint8), dpi, words)]


def test_of_a_sheet_whose_words_are_all_read_nothing_is_left() -> None:
    assert kinds(sheet(), ROWS) == []


@pytest.mark.parametrize("lost", range(len(TELEGRAM)))
def test_a_typed_line_that_was_lost_is_found_where_it_stands(lost: int) -> None:
    left = uncovered(np.asarray(sheet()), 150, ROWS[:lost] + ROWS[lost + 1 :])
    assert {each.kind for each in left} == {UnreadKind.LINE}
    around = Box.around(each.box for each in left)
    assert around
    assert ROWS[lost].top - 10 <= around.top
    assert around.bottom <= ROWS[lost].bottom + 10


def test_it_is_found_as_well_at_twice_the_dpi_and_boxes_are_of_that_page() -> None:
    large = sheet().resize((2 * SIZE[0], 2 * SIZE[1]))
    words = [Box(2 * b.left, 2 * b.top, 2 * b.right, 2 * b.bottom) for b in ROWS[1:]]
    (left,) = uncovered(np.asarray(large), 300, words)
    assert 2 * ROWS[0].top - 20 <= left.box.top < left.box.bottom <= 2 * ROWS[0].bottom + 20


def test_a_scrawl_is_handwriting() -> None:
    image = sheet()
    pen = ImageDraw.Draw(image)
    for x in range(700, 900, 40):
        pen.arc((x, 700, x + 70, 790), 0, 300, fill=0, width=4)
    assert set(kinds(image, ROWS)) == {UnreadKind.HANDWRITING}


def test_rules_frames_holes_and_edges_are_no_writing() -> None:
    image = sheet()
    pen = ImageDraw.Draw(image)
    pen.line((60, 640, 1200, 646), fill=0, width=4)
    pen.rectangle((60, 700, 500, 950), outline=0, width=4)
    pen.line((1272, 0, 1268, 1000), fill=0, width=6)
    pen.ellipse((900, 700, 960, 760), fill=0)
    assert kinds(image, ROWS) == []


def test_specks_and_dirt_are_no_writing() -> None:
    noise = np.random.default_rng(7)
    speckled = np.asarray(sheet()).copy()
    speckled[noise.random(speckled.shape) < 0.01] = 0
    assert kinds(speckled, ROWS) == []
    dirty = np.asarray(sheet()).copy()
    dirty[620:][noise.random(dirty[620:].shape) < 0.25] = 0
    assert len(kinds(dirty, ROWS)) <= 2
