"""Pieces of a page are where, how large, which way up and of which tone they were asked."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from onionskin.record.geometry import Box
from onionskin.scans.cutting import Piece, PieceForm, Tone, cut, reduced, reduction

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
WHOLE = Box(0, 0, 40, 60)


def sheet() -> Image.Image:
    """Four quarters: red and green above, blue and white below."""
    page = Image.new("RGB", (40, 60), RED)
    page.paste(GREEN, (20, 0, 40, 30))
    page.paste(BLUE, (0, 30, 20, 60))
    page.paste(WHITE, (20, 30, 40, 60))
    return page


def piece(box: Box = WHOLE, size: tuple[int, int] = (40, 60), **more: object) -> Image.Image:
    return Image.open(io.BytesIO(cut(sheet(), Piece(box, size, form=PieceForm.PNG, **more))))  # type: ignore[arg-type]


def quarters(image: Image.Image) -> list[object]:
    right, low = image.width * 3 // 4, image.height * 3 // 4
    left, top = image.width // 4, image.height // 4
    return [image.getpixel(at) for at in ((left, top), (right, top), (left, low), (right, low))]


def test_the_whole_page_is_the_page() -> None:
    assert np.array_equal(np.asarray(piece()), np.asarray(sheet()))


@pytest.mark.parametrize(
    ("mirrored", "turned", "wanted"),
    [
        (False, 90, [BLUE, RED, WHITE, GREEN]),
        (False, 180, [WHITE, BLUE, GREEN, RED]),
        (False, 270, [GREEN, WHITE, RED, BLUE]),
        (True, 0, [GREEN, RED, WHITE, BLUE]),
        (True, 90, [WHITE, GREEN, BLUE, RED]),
    ],
)
def test_it_is_mirrored_and_then_turned_with_the_clock(
    mirrored: bool, turned: int, wanted: list[tuple[int, int, int]]
) -> None:
    seen = piece(mirrored=mirrored, turned=turned)
    assert seen.size == ((60, 40) if turned in {90, 270} else (40, 60))
    assert quarters(seen) == wanted


def test_a_region_is_scaled_to_any_shape() -> None:
    seen = piece(Box(10, 0, 40, 30), (9, 3))
    assert seen.size == (9, 3)
    assert np.abs(np.asarray(seen)[1, [0, 8]].astype(int) - [RED, GREEN]).max() < 4


def test_tiles_put_together_are_the_page_made_smaller() -> None:
    """Cut before scaling, the tiles of a slope would differ from it at their edges."""
    slope = Image.fromarray(np.add.outer(np.arange(64), 2 * np.arange(64)).astype(np.uint8))
    whole = np.asarray(Image.open(io.BytesIO(cut(slope, Piece(Box(0, 0, 64, 64), (32, 32), form=PieceForm.PNG)))))
    tiled = np.zeros_like(whole)
    for left in (0, 32):
        for top in (0, 32):
            box = Box(left, top, left + 32, top + 32)
            tile = Image.open(io.BytesIO(cut(slope, Piece(box, (16, 16), form=PieceForm.PNG))))
            tiled[top // 2 : top // 2 + 16, left // 2 : left // 2 + 16] = np.asarray(tile)
    assert np.abs(whole.astype(int) - tiled).max() <= 1


@pytest.mark.parametrize(
    ("box", "size", "by"),
    [
        (Box(0, 0, 512, 512), (512, 512), 1),
        (Box(0, 0, 1024, 1024), (512, 512), 2),
        (Box(2048, 0, 2547, 2048), (125, 512), 4),
        (Box(0, 0, 1000, 1000), (300, 300), 2),
        (Box(0, 0, 1000, 1000), (300, 700), 1),
        (Box(0, 0, 3000, 4000), (30, 40), 16),
    ],
)
def test_a_page_is_drawn_as_small_as_the_piece_allows(box: Box, size: tuple[int, int], by: int) -> None:
    assert reduction(Piece(box, size)) == by


@pytest.mark.parametrize("by", [2, 4])
def test_a_viewers_tiles_are_the_small_drawing_cut_up(by: int) -> None:
    slope = Image.fromarray(np.add.outer(np.arange(70), 2 * np.arange(91)).astype(np.uint8))
    small = slope.reduce(by)
    assert small.size == reduced(slope.size, by)
    tiled = np.zeros_like(np.asarray(small))
    for left in range(0, slope.width, 32):
        for top in range(0, slope.height, 32):
            box = Box(left, top, min(left + 32, slope.width), min(top + 32, slope.height))
            size = reduced((box.width, box.height), by)
            tile = Image.open(io.BytesIO(cut(small, Piece(box, size, form=PieceForm.PNG), by)))
            tiled[top // by : top // by + size[1], left // by : left // by + size[0]] = np.asarray(tile)
    assert np.array_equal(tiled, np.asarray(small))


def test_other_pieces_are_the_same_from_a_small_drawing_as_from_the_page() -> None:
    slope = Image.fromarray(np.add.outer(np.arange(128), np.arange(128)).astype(np.uint8))
    asked = Piece(Box(10, 6, 90, 110), (33, 41), form=PieceForm.PNG)
    seen = [np.asarray(Image.open(io.BytesIO(cut(slope.reduce(by), asked, by)))).astype(int) for by in (1, 2)]
    assert np.abs(seen[0] - seen[1]).max() <= 2


@pytest.mark.parametrize(
    ("tone", "mode", "shades"),
    [
        (Tone.AS_DRAWN, "RGB", [RED, GREEN, BLUE, WHITE]),
        (Tone.COLOUR, "RGB", [RED, GREEN, BLUE, WHITE]),
        (Tone.GREY, "L", [76, 150, 29, 255]),
        (Tone.BITONAL, "1", [0, 255, 0, 255]),
    ],
)
def test_tones(tone: Tone, mode: str, shades: list[object]) -> None:
    seen = piece(tone=tone)
    assert seen.mode == mode
    assert quarters(seen) == shades


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_can_be_written_as_jpeg(tone: Tone) -> None:
    seen = Image.open(io.BytesIO(cut(sheet(), Piece(WHOLE, (20, 30), tone=tone))))
    assert (seen.format, seen.size) == ("JPEG", (20, 30))
    assert seen.mode == ("RGB" if tone in {Tone.AS_DRAWN, Tone.COLOUR} else "L")
