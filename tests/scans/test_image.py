"""Sheets come upright, grey, with square pixels and their dpi, whatever the scanner wrote."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image, TiffImagePlugin

from onionskin.errors import DamagedSourceError, LimitError
from onionskin.record.page import PageNumber
from onionskin.scans.engine import PageImage
from onionskin.scans.image import ImageLeaves, opened
from onionskin.scans.limits import Limits

WIDTH, HEIGHT = 850, 1100
CORNER = 100


def sheet(mode: str = "L", size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """White paper with a black square in its upper left corner."""
    paper = Image.new("L", size, 255)
    paper.paste(0, (0, 0, CORNER, CORNER))
    return paper.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def leaves(data: bytes, limits: Limits | None = None) -> ImageLeaves:
    return opened(io.BytesIO(data), "sheet", limits or Limits())


def page(data: bytes, n: int = 1) -> PageImage:
    return leaves(data).leaf(PageNumber(n))


def black(image: PageImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the dark square."""
    rows, columns = np.nonzero(image.pixels < 128)
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


@pytest.mark.parametrize(
    ("mode", "kind", "options"),
    [
        ("L", "PNG", {}),
        ("1", "PNG", {}),
        ("P", "PNG", {}),
        ("RGB", "PNG", {}),
        ("RGBA", "PNG", {}),
        ("I;16", "PNG", {}),
        ("L", "JPEG", {"quality": 95}),
        ("RGB", "JPEG", {"quality": 95}),
        ("CMYK", "JPEG", {"quality": 95}),
        ("1", "TIFF", {"compression": "group4"}),
        ("1", "TIFF", {"compression": "group3"}),
        ("L", "TIFF", {"compression": "tiff_lzw"}),
        ("CMYK", "TIFF", {}),
        ("L", "JPEG2000", {}),
        ("RGB", "JPEG2000", {"no_jp2": True}),
        ("I;16", "JPEG2000", {}),
        ("P", "GIF", {}),
        ("F", "TIFF", {}),
    ],
)
def test_every_kind_of_pixel_becomes_grey(mode: str, kind: str, options: dict[str, Any]) -> None:
    paper = sheet("L")
    if mode == "I;16":
        paper = Image.fromarray(np.asarray(paper).astype(np.uint16) * 257)
    image = page(saved(paper if mode == "I;16" else paper.convert(mode), kind, **options))
    assert image.pixels.dtype == np.uint8
    assert (image.width, image.height) == (WIDTH, HEIGHT)
    assert image.pixels[CORNER // 2, CORNER // 2] < 10
    assert image.pixels[HEIGHT // 2, WIDTH // 2] > 245


def test_what_shines_through_is_white() -> None:
    clear = Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0, CORNER, CORNER))
    assert black(page(saved(clear, "PNG"))) == (0, 0, CORNER, CORNER)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize(("orientation", "corner"), [(1, "left top"), (3, "right bottom"), (6, "right top")])
def test_a_sheet_photographed_askew_comes_upright(kind: str, orientation: int, corner: str) -> None:
    paper = sheet()
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = page(saved(paper, kind, exif=exif))
    left, top, _, _ = black(image)
    assert (image.width > image.height) is (orientation == 6)
    assert f"{'right' if left > 300 else 'left'} {'bottom' if top > 300 else 'top'}" == corner


@pytest.mark.parametrize(
    ("options", "dpi"),
    [({"dpi": (150, 150)}, 150), ({"dpi": (72, 72)}, 100), ({"dpi": (2400, 2400)}, 100), ({}, 100)],
)
def test_dpi_is_believed_when_somebody_can_have_measured_it(options: dict[str, Any], dpi: int) -> None:
    """850 pixels are 8.5 inches at 100 dpi; 72 is what programs write that know nothing, 2400 a stamp of a page."""
    assert page(saved(sheet(), "TIFF", **options)).dpi == dpi


def test_a_fax_is_squared() -> None:
    fax = sheet("1", (1728, 1100))
    image = page(saved(fax, "TIFF", compression="group3", dpi=(204, 98)))
    assert (image.width, image.height, image.dpi) == (1728, 2290, 204)
    assert black(image) == (0, 0, CORNER, 208)


@pytest.mark.parametrize("dpi", [(100, 100), (204, 98)])
def test_a_sheet_of_sixteen_bits_keeps_its_ink(dpi: tuple[int, int]) -> None:
    """Shades beyond 255 are not cut off, neither for the engine nor for the eye, squared or not."""
    deep = Image.fromarray(np.asarray(sheet()).astype(np.uint16) * 150 + 2000)
    data = saved(deep, "TIFF", dpi=dpi)
    seen = np.asarray(leaves(data).picture(PageNumber(1), None).convert("L"))
    for shades in (page(data).pixels, seen):
        assert shades[CORNER // 2, CORNER // 2] < 20
        assert shades[-10, -10] > 140


def test_a_transparent_fax_is_squared_on_white() -> None:
    clear = Image.new("RGBA", (1728, 1100), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0, CORNER, CORNER))
    assert black(page(saved(clear, "TIFF", dpi=(204, 98)))) == (0, 0, CORNER, 208)


def test_the_frames_of_a_tiff_are_pages_in_any_order() -> None:
    frames = [sheet("1", (WIDTH, HEIGHT + n)) for n in range(3)]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="group4")
    got = leaves(data)
    assert got.count == 3
    heights = [got.leaf(PageNumber(n)).height for n in (3, 1, 2)]
    assert heights == [HEIGHT + 2, HEIGHT, HEIGHT + 1]


def test_a_thumbnail_stored_among_the_pages_is_no_page() -> None:
    frames = [sheet("L", (WIDTH, HEIGHT)), sheet("L", (85, 110)), sheet("L", (WIDTH, HEIGHT + 1))]
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out) as writer:
        for n, frame in enumerate(frames):
            frame.save(writer, "TIFF", tiffinfo={254: n % 2})
            writer.newFrame()
    got = leaves(out.getvalue())
    assert [got.leaf(PageNumber(n)).height for n in range(1, got.count + 1)] == [HEIGHT, HEIGHT + 1]


def test_frames_beyond_the_limit_are_refused_before_one_is_decoded() -> None:
    frames = [sheet("1", (20, 20))] * 4
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    with pytest.raises(LimitError, match="more than 3 pages"):
        leaves(data, Limits(max_pages=3))


def test_a_frame_too_large_is_refused_and_the_others_are_had() -> None:
    frames = [sheet("1", (50, 50)), sheet("1", (200, 200)), sheet("1", (60, 60))]
    got = leaves(saved(frames[0], "TIFF", save_all=True, append_images=frames[1:]), Limits(max_pixels=10_000))
    with pytest.raises(LimitError, match=r"sheet, page 2: the page is 200 by 200 pixels.*max_pixels"):
        got.leaf(PageNumber(2))
    assert got.leaf(PageNumber(3)).width == 60


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "JPEG2000", "GIF"])
def test_a_truncated_image_is_damaged_and_says_so_with_its_page(kind: str) -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (300, 300), np.uint8))
    data = saved(noise, kind)
    cut = data[: len(data) // 2] if kind != "TIFF" else data[:8] + data[8:].replace(data[-4000:-3000], b"")
    with pytest.raises(DamagedSourceError):
        leaves(cut).leaf(PageNumber(1))


def test_a_header_that_is_none_is_damaged() -> None:
    with pytest.raises(DamagedSourceError, match="header"):
        leaves(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)


def test_the_picture_for_the_eye_keeps_the_colours_of_stamps() -> None:
    red = Image.new("RGB", (WIDTH, HEIGHT), "red")
    shown = leaves(saved(red, "PNG")).picture(PageNumber(1), 200)
    assert shown.size == (200, 259)
    pixel = shown.getpixel((100, 100))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 240
    assert pixel[1] < 15


def test_the_picture_lies_as_the_page_lies() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert leaves(saved(sheet(), "JPEG", exif=exif)).picture(PageNumber(1), None).size == (HEIGHT, WIDTH)


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("width", [100, 275, 700])
def test_a_small_picture_of_a_jpeg_shows_what_the_large_one_shows(orientation: int, width: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(sheet("RGB"), "JPEG", exif=exif)
    large = leaves(data).picture(PageNumber(1), None)
    small = leaves(data).picture(PageNumber(1), width)
    assert small.width == width
    assert small.height == pytest.approx(large.height * width / large.width, abs=1)
    wanted = np.asarray(large.resize(small.size, Image.Resampling.BOX).convert("L")).astype(int)
    assert np.abs(np.asarray(small.convert("L")) - wanted).mean() < 2
