"""A page is prepared so that engines read it, and what is found on it is told in the pixels of the page as it came."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from tests.scans.sheets import typed_image

from onionskin.record.geometry import Box
from onionskin.scans.preparation import blurred, evened, is_grey, skew, softened, straightened, thinned

LEVEL = typed_image(size=(1275, 1000))


def black_and_white(image: Image.Image) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    return np.asarray(image.point(lambda shade: 255 * (shade > 128)), np.uint8)


@pytest.mark.parametrize("degrees", [-2.4, -0.8, 0.0, 1.1, 3.0])
def test_lines_that_fall_are_told_by_how_much(degrees: float) -> None:
    askew = np.asarray(LEVEL.rotate(-degrees, fillcolor=255, resample=Image.Resampling.BILINEAR))
    assert skew(askew, 150) == pytest.approx(degrees, abs=0.15)


def test_a_box_of_the_straightened_page_lies_on_the_same_ink_of_the_page_as_it_came() -> None:
    askew = black_and_white(LEVEL.rotate(-2.0, fillcolor=255))
    prepared = straightened(askew, 150, 0.003)
    rows, columns = np.where(prepared.pixels[40:110] < 128)
    box = Box(int(columns.min()), int(rows.min()) + 40, int(columns.max()) + 1, int(rows.max()) + 41)
    back = prepared.back(box)
    held = (askew[back.top : back.bottom, back.left : back.right] < 128).sum()
    assert held > 0.95 * (prepared.pixels[box.top : box.bottom, box.left : box.right] < 128).sum()
    assert back.area < 1.8 * box.area


def test_a_level_page_is_not_turned_and_its_boxes_stay() -> None:
    prepared = straightened(black_and_white(LEVEL), 150, 0.003)
    assert prepared.degrees == 0.0
    assert prepared.back(Box(1, 2, 30, 40)) == Box(1, 2, 30, 40)


def test_black_and_white_alone_is_softened_and_shades_are_left() -> None:
    shades = np.tile(np.linspace(0, 255, 300).astype(np.uint8), (200, 1))
    assert is_grey(shades)
    assert softened(shades, 150, 0.005) is shades
    hard = black_and_white(LEVEL)
    assert not is_grey(hard)
    assert len(np.unique(softened(hard, 150, 0.005))) > 2


def test_strokes_are_thinned_from_both_sides_and_what_is_thinner_goes() -> None:
    paper = np.full((60, 60), 255, np.uint8)
    paper[10:50, 20:30] = 0
    paper[10:50, 40:42] = 0
    rows, columns = np.where(thinned(paper, 300, 0.0033) < 128)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (11, 48, 21, 28)


def test_shades_are_blurred_as_well_where_that_is_asked() -> None:
    shades = np.asarray(LEVEL)
    assert np.abs(np.diff(blurred(shades, 150, 0.005).astype(int))).max() < np.abs(np.diff(shades.astype(int))).max()


def test_a_stained_ground_becomes_white_and_the_letters_stay_dark() -> None:
    ink = np.asarray(LEVEL) < 128
    stained = np.tile(np.linspace(90, 240, 1275).astype(np.uint8), (1000, 1))
    stained[ink] = stained[ink] // 4
    even = evened(stained, 150)
    assert even[~ink].min() > 150
    assert np.median(even[ink]) < 90
