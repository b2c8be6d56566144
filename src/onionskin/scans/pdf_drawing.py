"""Draws a PDF page, and stops when its time is up."""

from __future__ import annotations

import ctypes
import time

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image


class OutOfTimeError(Exception):
    """The page was not drawn in the seconds it had."""


def draw(page: pdfium.PdfPage, width: int, height: int, *, seconds: float, colours: bool = False) -> Image.Image:
    """The page on white paper, with its annotations. Raises OutOfTimeError; the caller knows the page's name."""
    kind = pdfium_c.FPDFBitmap_BGR if colours else pdfium_c.FPDFBitmap_Gray
    bitmap = pdfium.PdfBitmap.new_native(width, height, kind)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    flags = pdfium_c.FPDF_ANNOT | (0 if colours else pdfium_c.FPDF_GRAYSCALE)
    deadline = time.monotonic() + seconds
    pause = pdfium_c.IFSDK_PAUSE(version=1)
    asked = type(pause.NeedToPauseNow)(lambda _: int(time.monotonic() > deadline))
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
