"""Draws a PDF page, and stops when its time is up; tells one that has no colours, which is drawn in a third of it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from onionskin.scans.page_time import PageTime

_GREY_SPACES = {pdfium_c.FPDF_COLORSPACE_DEVICEGRAY, pdfium_c.FPDF_COLORSPACE_CALGRAY}
_INKS = {pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH}
_MOST_OBJECTS = 2_000
"""That are looked at for colours; a scan with a text layer has an image and some hundred words."""


class OutOfTimeError(Exception):
    """The page was not drawn in the seconds it had."""


def draw(page: pdfium.PdfPage, width: int, height: int, *, seconds: float, colours: bool = False) -> Image.Image:
    """The page on white paper, with its annotations. Raises OutOfTimeError; the caller knows the page's name."""
    kind = pdfium_c.FPDFBitmap_BGR if colours else pdfium_c.FPDFBitmap_Gray
    bitmap = pdfium.PdfBitmap.new_native(width, height, kind)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    flags = pdfium_c.FPDF_ANNOT | (0 if colours else pdfium_c.FPDF_GRAYSCALE)
    time = PageTime(seconds)
    pause = pdfium_c.IFSDK_PAUSE(version=1)
    asked = type(pause.NeedToPauseNow)(lambda _: int(time.is_over))
    pause.NeedToPauseNow = asked
    try:
        state = pdfium_c.FPDF_RenderPageBitmap_Start(
            bitmap.raw, page.raw, 0, 0, width, height, 0, flags, ctypes.byref(pause)
        )
    finally:
        pdfium_c.FPDF_RenderPage_Close(page.raw)
    if state == pdfium_c.FPDF_RENDER_TOBECONTINUED:
        raise OutOfTimeError
    image: Image.Image = bitmap.to_pil()
    return image


def is_grey(page: pdfium.PdfPage) -> bool:
    """Whether nothing on the page can be of a colour, as far as that is soon found out; a scan of ink mostly is so."""
    if pdfium_c.FPDFPage_GetAnnotCount(page.raw):
        return False
    held = list(islice(page.get_objects(max_depth=1), _MOST_OBJECTS + 1))
    return len(held) <= _MOST_OBJECTS and all(_is_grey(each) for each in held)


def _is_grey(drawn: pdfium.PdfObject) -> bool:
    if isinstance(drawn, pdfium.PdfImage):
        return drawn.get_metadata().colorspace in _GREY_SPACES
    return drawn.type in _INKS and all(
        _is_grey_ink(drawn, ask) for ask in (pdfium_c.FPDFPageObj_GetFillColor, pdfium_c.FPDFPageObj_GetStrokeColor)
    )


def _is_grey_ink(drawn: pdfium.PdfObject, ask: Callable[..., int]) -> bool:
    """Whether its ink is; a pattern has no one colour and is none."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    return bool(ask(drawn.raw, red, green, blue, alpha)) and red.value == green.value == blue.value
