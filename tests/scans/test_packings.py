"""However an archive packs its scans, ink comes out in the pixels of the page as one sees it."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pytest
from PIL import Image
from tests.scans.packings import pdf_of
from tests.scans.sheets import text_pdf, typed_image

from onionskin.record.page import PageNumber, PageText
from onionskin.scans.engine import PageImage
from onionskin.scans.limits import Limits
from onionskin.scans.pdf import opened
from onionskin.scans.source import page_image

ONE = PageNumber(1)
WIDTH, HEIGHT, CORNER = 850, 1100, 100
"""A letter page at 100 dpi, and the square of ink in its upper left corner."""
INCHES = (8.5, 11.0)
WHOLE = (0.0, 0.0, *INCHES)


def sheet(width: int = WIDTH, height: int = HEIGHT, *, scale: int = 2) -> Image.Image:
    """White paper of `scale` times a hundred dots to the inch with a black square in its upper left corner."""
    paper = Image.new("L", (width * scale, height * scale), 255)
    paper.paste(0, (0, 0, CORNER * scale, CORNER * scale))
    return paper


def image_of(data: bytes) -> PageImage:
    page = opened(io.BytesIO(data), "a.pdf", Limits()).leaf(ONE)
    assert isinstance(page, PageImage)
    return page


def dark(pixels: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero(pixels < 128)
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


@pytest.mark.parametrize("packing", ["CCITT", "JBIG2", "JPX", "Flate"])
def test_a_scan_comes_in_its_own_pixels_however_it_is_packed(packing: str) -> None:
    image = image_of(pdf_of((sheet(), packing, WHOLE), size=INCHES))
    assert (image.width, image.height, image.dpi) == (2 * WIDTH, 2 * HEIGHT, 200)
    assert dark(image.pixels) == pytest.approx((0, 0, 2 * CORNER, 2 * CORNER), abs=1)


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("packing", ["CCITT", "JBIG2", "JPX"])
def test_a_turned_scan_comes_upright_and_the_room_shows_it_so(packing: str, turn: int) -> None:
    data = pdf_of((sheet(), packing, WHOLE), size=INCHES, turn=turn)
    image = image_of(data)
    picture = Image.open(io.BytesIO(page_image(io.BytesIO(data), "application/pdf", ONE)[0])).convert("L")
    assert picture.size == (image.width, image.height)
    assert dark(np.asarray(picture)) == pytest.approx(dark(image.pixels), abs=2)
    left, top, _, _ = dark(image.pixels)
    assert (left > 300, top > 300) == {90: (True, False), 180: (True, True), 270: (False, True)}[turn]


def test_a_scan_in_strips_is_one_page_of_the_dpi_of_its_strips() -> None:
    whole = sheet()
    rows = range(0, whole.height, 220)
    placed = [
        (whole.crop((0, top, whole.width, top + 220)), "CCITT", (0.0, 11.0 - (top + 220) / 200, 8.5, 1.1))
        for top in rows
    ]
    image = image_of(pdf_of(*placed, size=INCHES))
    assert (image.width, image.height, image.dpi) == (2 * WIDTH, 2 * HEIGHT, 200)
    assert dark(image.pixels) == pytest.approx((0, 0, 2 * CORNER, 2 * CORNER), abs=1)


def test_of_a_coarse_picture_of_the_paper_and_a_fine_one_of_the_ink_the_fine_one_counts() -> None:
    """So the Internet Archive packs its pages; drawn at the paper's dpi, the letters would be gone."""
    data = pdf_of((Image.new("L", (425, 550), 240), "Flate", WHOLE), (sheet(scale=3), "CCITT", WHOLE), size=INCHES)
    assert image_of(data).dpi == 300


def test_a_fine_stamp_on_a_scan_does_not_make_the_scan_finer() -> None:
    stamp = (Image.new("L", (600, 600), 0), "Flate", (5.0, 5.0, 1.0, 1.0))
    assert image_of(pdf_of((sheet(), "CCITT", WHOLE), stamp, size=INCHES)).dpi == 200


def test_in_a_mixed_pdf_each_page_comes_as_what_it_is() -> None:
    out = io.BytesIO()
    typed, scanned = text_pdf(["OUTGOING TELEGRAM"]), pdf_of((typed_image(), "JPX", (0.0, 0.0, 8.5, 5.5)), size=INCHES)
    with pikepdf.open(io.BytesIO(typed)) as mixed, pikepdf.open(io.BytesIO(scanned)) as other:
        mixed.pages.append(other.pages[0])
        mixed.save(out)
    leaves = opened(io.BytesIO(out.getvalue()), "mixed.pdf", Limits())
    assert [type(leaves.leaf(PageNumber(n))) for n in (1, 2)] == [PageText, PageImage]
