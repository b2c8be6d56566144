"""Where the shapes of letters come from: the faces that PDFium carries, or a font file of this machine."""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Density = NDArray[np.float32]
"""Ink from 0, none, to 1, black; rows from the top."""

POINTS_PER_INCH = 72

_KEYS = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2015": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2026": ".",
        "\u00a0": " ",
        "\u2022": "*",
    }
)
_LATIN_1 = 0x100


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Letters as ink: `ink` cut tightly, its left edge `left` right of the origin, its top `up` over the baseline."""

    ink: Density
    left: int
    up: int


class Face(Protocol):
    """A typeface at any size."""

    @property
    def name(self) -> str:
        """What a person calls it: `PDFium Courier`."""

    def set(self, text: str, em: float) -> Glyphs | None:
        """The text in one piece at `em` pixels to the em; None where it leaves no ink."""


@dataclass(frozen=True, slots=True)
class StandardFace:
    """One of the fourteen faces that every PDF reader carries; PDFium has them inside, with no font on the machine.

    `font` is its PostScript name: `Courier`, `Courier-Bold`, `Helvetica-Bold`, `Times-Italic`.
    """

    font: str
    _kept: dict[tuple[str, float], Glyphs | None] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        """With the program that carries it."""
        return f"PDFium {self.font}"

    def set(self, text: str, em: float) -> Glyphs | None:
        """Drawn by PDFium; kept, since a page has few letters often."""
        key = (text, em)
        if key not in self._kept:
            self._kept[key] = self._drawn(text, em)
        return self._kept[key]

    def _drawn(self, text: str, em: float) -> Glyphs | None:
        width, height = (len(text) + 2) * em, 3 * em
        document = pdfium.PdfDocument.new()
        try:
            page = document.new_page(width, height)
            font = pdfium_c.FPDFText_LoadStandardFont(document.raw, self.font.encode())
            written = pdfium_c.FPDFPageObj_CreateTextObj(document.raw, font, em)
            units = (text + "\0").encode("utf-16-le")
            pdfium_c.FPDFText_SetText(written, (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units))
            pdfium_c.FPDFPageObj_Transform(written, 1, 0, 0, 1, em, em)
            pdfium_c.FPDFPage_InsertObject(page.raw, written)
            pdfium_c.FPDFPage_GenerateContent(page.raw)
            pixels = page.render(scale=1, grayscale=True).to_numpy()
        finally:
            document.close()
        ink = 1 - np.asarray(pixels, np.float32).reshape(pixels.shape[:2]) / np.float32(255)
        return _cut(ink, em, round(height - em))


@dataclass(frozen=True, slots=True)
class FileFace:
    """A font file: TrueType, OpenType or Type 1. OSError where it is none."""

    path: Path
    _kept: dict[tuple[str, float], Glyphs | None] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.stem

    def set(self, text: str, em: float) -> Glyphs | None:
        """Drawn by FreeType; kept."""
        key = (text, em)
        if key not in self._kept:
            font = ImageFont.truetype(self.path, em)
            sheet = Image.new("L", (round((len(text) + 2) * em), round(3 * em)))
            ImageDraw.Draw(sheet).text((round(em), round(2 * em)), text, 255, font, anchor="ls")
            self._kept[key] = _cut(np.asarray(sheet, np.float32) / np.float32(255), round(em), round(2 * em))
        return self._kept[key]


def typewritten(text: str) -> str:
    """The text in characters that a typewriter has, one for one, so that spans stay: dashes, quotes, bare letters."""
    return "".join(_key(letter) for letter in text.translate(_KEYS))


def _key(letter: str) -> str:
    if ord(letter) < _LATIN_1 or letter in BOXES:
        return letter
    bare = unicodedata.normalize("NFKD", letter)[0]
    return bare if ord(bare) < _LATIN_1 else "*"


BOXES = {"\u2610": False, "\u2611": True, "\u2612": True}
"""Signs of check boxes, which are drawn and not typed, and whether they are ticked."""


def _cut(ink: NDArray[np.floating], origin: float, baseline: int) -> Glyphs | None:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    top, left = int(rows[0]), int(columns[0])
    return Glyphs(
        ink[top : rows[-1] + 1, left : columns[-1] + 1].astype(np.float32), left - round(origin), baseline - top
    )
