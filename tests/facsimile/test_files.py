"""Page images go into files and come out as they went in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from numpy.typing import NDArray
from PIL import Image

from onionskin.facsimile.paper.ageing import Scan
from onionskin.facsimile.paper.files import write
from onionskin.facsimile.paper.truth import PageTruth


def a_scan(*, bilevel: bool) -> Scan:
    # 101 wide: rows of a black and white image end within a byte.
    pixels = np.random.default_rng(1).integers(0, 256, (60, 101), np.uint8)
    if bilevel:
        pixels = np.where(pixels < 128, 0, 255).astype(np.uint8)
    return Scan(pixels, PageTruth(1, 101, 60, 100), bilevel)


def read_back(path: Path) -> list[NDArray[np.uint8]]:
    if path.suffix == ".pdf":
        with pdfium.PdfDocument(path) as document:
            images = [next(page.get_objects()).get_bitmap() for page in document]
            return [np.asarray(image.to_pil().convert("L"), np.uint8) for image in images]
    pages = []
    with Image.open(path) as image:
        for n in range(getattr(image, "n_frames", 1)):
            image.seek(n)
            pages.append(np.asarray(image.convert("L"), np.uint8))
    return pages


@pytest.mark.parametrize("bilevel", [True, False])
@pytest.mark.parametrize(("name", "count"), [("p.pdf", 2), ("p.tif", 2), ("p.png", 1)])
def test_no_pixel_is_changed(tmp_path: Path, name: str, count: int, bilevel: bool) -> None:
    scan = a_scan(bilevel=bilevel)
    write([scan] * count, tmp_path / name)
    pages = read_back(tmp_path / name)
    assert len(pages) == count
    assert all(np.array_equal(page, scan.pixels) for page in pages)


def test_black_and_white_pages_are_compressed_as_faxes_are(tmp_path: Path) -> None:
    write([a_scan(bilevel=True)], tmp_path / "p.tif")
    with Image.open(tmp_path / "p.tif") as image:
        assert image.info["compression"] == "group4"
        assert image.info["dpi"] == (100, 100)


def test_the_same_pages_are_the_same_pdf(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write([a_scan(bilevel=False)], tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(("name", "count"), [("p.png", 2), ("p.gif", 1)])
def test_what_a_form_cannot_hold_is_refused(tmp_path: Path, name: str, count: int) -> None:
    with pytest.raises(ValueError, match=name):
        write([a_scan(bilevel=False)] * count, tmp_path / name)
