"""PDFs: the characters of their text layer, or the page as an image where there is none worth having."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from onionskin.errors import DamagedSourceError, EncryptedSourceError, LimitError, SourceError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.engine import PageImage
from onionskin.scans.leaves import Layered, Leaf
from onionskin.scans.limits import Limits
from onionskin.scans.pdf_bounds import PdfBounds
from onionskin.scans.pdf_drawing import OutOfTimeError, draw, is_grey
from onionskin.scans.pdf_layer import read_layer
from onionskin.scans.pdf_strokes import struck_words
from onionskin.scans.setting import set_page

DPI = 300
"""At which pages are drawn and boxes are measured; scans of fewer keep their own."""
LEAST_DPI = 150
TEXT_LAYER = "pdf-text-layer"
"""The `reader` of words that the file itself gives."""

_POINTS_TO_THE_INCH = 72
_PDFIUM_KNOWS_ONE_THREAD = threading.RLock()


class PdfLeaves:
    """The pages of one PDF."""

    def __init__(self, document: pdfium.PdfDocument, bounds: PdfBounds, name: str, limits: Limits) -> None:
        self._document = document
        self._bounds = bounds
        self._name = name
        self._limits = limits
        self.count = len(document)
        self.remarks: tuple[str, ...] = ()
        self._damage: dict[PageNumber, SourceError] = {}

    @property
    def faults(self) -> tuple[SourceError, ...]:
        """A missing end of the file, and pages of which a part cannot be unpacked; what can be read of them is kept."""
        told = "the PDF breaks off or was damaged: its table of contents is gone, and pages may be missing"
        mended = [DamagedSourceError(told, where=self._name)] if self._bounds.was_mended else []
        return (*mended, *(self._damage[n] for n in sorted(self._damage)))

    def leaf(self, n: PageNumber) -> Leaf:
        """The letters that are drawn; else the page as an image, with the layer that is hidden behind it, if any."""
        with self._page(n) as page:
            dpi = _dpi(page)
            width, height = self._size(n, page, dpi / _POINTS_TO_THE_INCH)
            layer = read_layer(page, width, height)
            if layer.is_of_use:
                text, words = set_page(layer.lines)
                letters = PageText(n, text, words, width, height, dpi, TEXT_LAYER)
                if layer.is_drawn:
                    return replace(letters, marks=struck_words(page, letters) or None)
                return Layered(letters, lambda: self._image(n), layer.hidden > 0)
            if not any(True for _ in page.get_objects(max_depth=1)):
                return PageText(n, "", (), width, height, dpi, TEXT_LAYER)
        return self._image(n)

    def _image(self, n: PageNumber) -> PageImage:
        with self._page(n) as page:
            dpi = _dpi(page)
            size = self._size(n, page, dpi / _POINTS_TO_THE_INCH)
            grey = draw(page, *size, seconds=self._limits.max_page_seconds)
            return PageImage(n, np.asarray(grey, dtype=np.uint8), dpi, self._name)

    def picture(self, n: PageNumber, width: int | None) -> Image.Image:
        """The page in its colours, grey where it has none."""
        with self._page(n) as page:
            scale = _dpi(page) / _POINTS_TO_THE_INCH if width is None else width / page.get_width()
            size = self._size(n, page, scale)
            return draw(page, *size, seconds=self._limits.max_page_seconds, colours=not is_grey(page))

    def close(self) -> None:
        """Let go of the document."""
        with _PDFIUM_KNOWS_ONE_THREAD:
            self._document.close()
            self._bounds.close()

    @contextmanager
    def _page(self, n: PageNumber) -> Iterator[pdfium.PdfPage]:
        """The page, once its size is known to be bearable."""
        with _PDFIUM_KNOWS_ONE_THREAD:
            if not self._bounds.check(n):
                told = "a part of the page is damaged; what could be read of it is kept"
                self._damage[n] = DamagedSourceError(told, where=self._name, page=n)
            try:
                page = self._document[n - 1]
                try:
                    yield page
                finally:
                    page.close()
            except OutOfTimeError:
                told = (
                    f"drawing the page takes longer than {self._limits.max_page_seconds:g} seconds (max_page_seconds)"
                )
                raise LimitError(told, where=self._name, page=n) from None
            except pdfium.PdfiumError as fault:
                raise DamagedSourceError("the page cannot be drawn", where=self._name, page=n) from fault

    def _size(self, n: PageNumber, page: pdfium.PdfPage, scale: float) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = (max(1, round(points * scale)) for points in page.get_size())
        most = self._limits.max_pixels
        if width * height > most:
            told = f"the page is {width} by {height} pixels, and at most {most / 1e6:g} million are read (max_pixels)"
            raise LimitError(told, where=self._name, page=n)
        return width, height


def opened(file: BinaryIO, name: str, limits: Limits) -> PdfLeaves:
    """Find the pages; none is looked at yet."""
    bounds = PdfBounds(file, name, limits)
    with _PDFIUM_KNOWS_ONE_THREAD:
        try:
            document = pdfium.PdfDocument(file)
        except pdfium.PdfiumError as fault:
            bounds.close()
            if fault.err_code in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}:
                raise EncryptedSourceError("the PDF asks for a password", where=name) from None
            raise DamagedSourceError("the PDF is damaged or breaks off", where=name) from fault
        leaves = PdfLeaves(document, bounds, name, limits)
    if leaves.count > limits.max_pages:
        leaves.close()
        told = f"it has {leaves.count} pages, and at most {limits.max_pages} are read (max_pages)"
        raise LimitError(told, where=name)
    return leaves


def _dpi(page: pdfium.PdfPage) -> int:
    """The finest at which images cover half the page, within bounds; else the usual.

    A scan may lie there in strips, or as a coarse picture of the paper with a fine one of the ink over it.
    """
    images: list[tuple[float, float]] = []
    for image in page.get_objects([pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = image.get_bounds()
        # Compared by their longer sides, for the image may lie on its side in the page.
        inches = max(right - left, top - bottom) / _POINTS_TO_THE_INCH
        if inches > 0:
            images.append((max(image.get_px_size()) / inches, (right - left) * (top - bottom)))
    half, covered = 0.5 * page.get_width() * page.get_height(), 0.0
    for dpi, area in sorted(images, reverse=True):
        covered += area
        if covered > half:
            return max(LEAST_DPI, min(DPI, round(dpi)))
    return DPI
