"""Images of sheets: PNG, JPEG, JPEG 2000, GIF, and TIFF of many pages, upright and grey."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from onionskin.errors import DamagedSourceError, LimitError, SourceError
from onionskin.record.page import PageNumber
from onionskin.scans.engine import PageImage
from onionskin.scans.limits import Limits
from onionskin.scans.picture import scaled

# Sizes are held against `Limits` before anything is decoded. Pillow's own guard would warn at half its bound, and then
# refuse what a user has allowed by raising ours.
Image.MAX_IMAGE_PIXELS = None

_FORMATS = ("PNG", "JPEG", "JPEG2000", "GIF", "TIFF")
_NEW_SUBFILE_TYPE, _SMALLER_COPY = 254, 1
"""The tag of TIFF, and its bit, by which programs mark the thumbnails that they store among the pages."""
_SCREEN_DPI = {72, 96}
"""What programs write when nobody measured anything."""
_LETTER_WIDTH = 8.5
_SHORT_SIDE_INCHES = (3.0, 25.0)
_SKEWED, _MISSTATED = 1.05, 4.0
"""Ratios of the dpi across and down: from the first the sheet is squared, from the second the statement is no help."""


class ImageLeaves:
    """The frames of one image file."""

    def __init__(self, image: Image.Image, name: str, limits: Limits) -> None:
        self._image = image
        self._name = name
        self._limits = limits
        self._frames = self._found()
        self.count = len(self._frames)
        self.faults: tuple[SourceError, ...] = ()
        self.remarks: tuple[str, ...] = ()

    def leaf(self, n: PageNumber) -> PageImage:
        """The frame, grey."""
        sheet, dpi = self._sheet(n, "L")
        with self._trouble(n):
            return PageImage(n, _grey(sheet), dpi, self._name)

    def picture(self, n: PageNumber, width: int | None) -> Image.Image:
        """The frame in its colours."""
        sheet, _ = self._sheet(n, None, width)
        self._bound(n, width or sheet.width, round(sheet.height * (width or sheet.width) / sheet.width))
        with self._trouble(n):
            return scaled(plain(sheet), width)

    def size(self, n: PageNumber) -> tuple[int, int, int]:
        """The frame's width, height and dpi as the page has them: upright and with square pixels."""
        sheet, dpi = self._sheet(n, None)
        return sheet.width, sheet.height, dpi

    def stored(self, n: PageNumber) -> Image.Image:
        """The frame as it is stored, neither turned nor squared."""
        with self._trouble(n):
            self._image.seek(self._frames[n - 1])
        self._bound(n, *self._image.size)
        with self._trouble(n):
            self._image.load()
        return self._image

    def close(self) -> None:
        """Let go of the decoder."""
        self._image.close()

    def _sheet(self, n: PageNumber, draft: str | None, least: int | None = None) -> tuple[Image.Image, int]:
        """The frame decoded and upright, with square pixels, and its dpi.

        Where `least` pixels of width are enough, a JPEG is decoded at a half, a quarter or an eighth, in as much less
        time; the dpi is then not the sheet's.
        """
        with self._trouble(n):
            self._image.seek(self._frames[n - 1])
            across, down = _stated_dpi(self._image)
        size = _squared(self._image.size, across, down)
        self._bound(n, *size)
        with self._trouble(n):
            if draft and self._image.format == "JPEG":
                self._image.draft(draft, self._image.size)
            elif least and self._image.format == "JPEG" and size == self._image.size:
                # Whichever side will be the upright sheet's width.
                share = min(1.0, least / min(size))
                size = self._drafted((math.ceil(size[0] * share), math.ceil(size[1] * share)))
            self._image.load()
            sheet = self._image
            if size != sheet.size:
                eight = plain(sheet)
                sheet = eight.convert(draft or "RGB").resize(size, Image.Resampling.BILINEAR)
            upright = ImageOps.exif_transpose(sheet)
        return upright, _believable_dpi(upright, max(across, down))

    def _drafted(self, least: tuple[int, int]) -> tuple[int, int]:
        """Have the decoder make the image no smaller than this; the size that it will make it."""
        self._image.draft(None, least)
        return self._image.size

    def _found(self) -> list[int]:
        """Where the pages stand among the frames. Only a TIFF has several; a GIF's others are its movements."""
        if self._image.format != "TIFF":
            return [0]
        pages: list[int] = []
        n = 0
        with self._trouble(None):
            while True:
                try:
                    self._image.seek(n)
                except EOFError:
                    return pages or [0]
                if not self._is_thumbnail():
                    pages.append(n)
                n += 1
                if n > self._limits.max_pages:
                    told = f"it has more than {self._limits.max_pages} pages, the most that are read (max_pages)"
                    raise LimitError(told, where=self._name)

    def _is_thumbnail(self) -> bool:
        tags = getattr(self._image, "tag_v2", {})
        kind = tags.get(_NEW_SUBFILE_TYPE, 0)
        return isinstance(kind, int) and bool(kind & _SMALLER_COPY)

    def _bound(self, n: PageNumber, width: int, height: int) -> None:
        most = self._limits.max_pixels
        if width * height > most:
            told = f"the page is {width} by {height} pixels, and at most {most / 1e6:g} million are read (max_pixels)"
            raise LimitError(told, where=self._name, page=n)

    @contextmanager
    def _trouble(self, n: PageNumber | None) -> Iterator[None]:
        """Decoders of damaged files raise whatever they stumble on, and warn of what they got over."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        except SourceError:
            raise
        except MemoryError:
            raise LimitError("the image does not fit into memory", where=self._name, page=n) from None
        except Exception as fault:
            raise DamagedSourceError(f"the image is damaged ({fault})", where=self._name, page=n) from fault


def opened(file: BinaryIO, name: str, limits: Limits) -> ImageLeaves:
    """Read the header, and for TIFF those of all pages; no pixels yet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(file, formats=_FORMATS)
    except Exception as fault:
        raise DamagedSourceError("the image's header cannot be read", where=name) from fault
    return ImageLeaves(image, name, limits)


def _grey(sheet: Image.Image) -> NDArray[np.uint8]:
    sheet = plain(sheet)
    return np.asarray(sheet if sheet.mode == "L" else sheet.convert("L"), dtype=np.uint8)


def plain(sheet: Image.Image) -> Image.Image:
    """In eight bits, and not transparent: what shines through a sheet of paper is white.

    Pillow cuts deeper shades off at 255 when it converts them, and a page of 16 bits comes out white.
    """
    if sheet.mode.startswith(("I", "F")):
        deep = np.asarray(sheet, dtype=np.float32)
        lightest = 65_535.0 if sheet.mode.startswith("I") else max(float(deep.max()), 1e-6)
        return Image.fromarray(np.clip(deep * (255.0 / lightest), 0, 255).astype(np.uint8))
    if not sheet.has_transparency_data:
        return sheet.convert("RGB") if sheet.mode == "P" else sheet
    white = Image.new("RGBA", sheet.size, "white")
    return Image.alpha_composite(white, sheet.convert("RGBA")).convert("RGB")


def _stated_dpi(image: Image.Image) -> tuple[float, float]:
    try:
        across, down = (float(each) for each in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return 0.0, 0.0
    return across, down


def _squared(size: tuple[int, int], across: float, down: float) -> tuple[int, int]:
    """The size with square pixels: fax machines send 204 by 98 dots to the inch, letters twice as wide as high."""
    if across <= 0 or down <= 0 or not _SKEWED < max(across / down, down / across) < _MISSTATED:
        return size
    dense = max(across, down)
    return round(size[0] * dense / across), round(size[1] * dense / down)


def _believable_dpi(sheet: Image.Image, stated: float) -> int:
    """What the file states, unless that is nobody's measure; then as if the sheet were as wide as letter paper."""
    short = min(sheet.size)
    least, most = _SHORT_SIDE_INCHES
    if stated > 0 and round(stated) not in _SCREEN_DPI and least <= short / stated <= most:
        return round(stated)
    return max(1, round(short / _LETTER_WIDTH))
