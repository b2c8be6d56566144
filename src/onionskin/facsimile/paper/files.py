"""Page images as files: PNG, TIFF with fax compression for black and white, PDF with the pixels as they are."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pikepdf
from PIL import Image

from onionskin.facsimile.paper.ageing import Scan
from onionskin.facsimile.paper.faces import POINTS_PER_INCH

ENDINGS = (".pdf", ".tif", ".tiff", ".png")
"""What `write` can make; a PNG holds one page."""


def write(scans: Sequence[Scan], target: Path) -> None:
    """All pages into one file, in the form that its ending says. ValueError of an ending or a number that cannot be."""
    ending = target.suffix.lower()
    if ending == ".pdf":
        _write_pdf(scans, target)
    elif ending in {".tif", ".tiff"}:
        pages = [_image(scan) for scan in scans]
        how = "group4" if all(scan.bilevel for scan in scans) else "tiff_adobe_deflate"
        pages[0].save(target, "TIFF", save_all=True, append_images=pages[1:], compression=how, dpi=_dpi(scans[0]))
    elif ending == ".png" and len(scans) == 1:
        _image(scans[0]).save(target, "PNG", dpi=_dpi(scans[0]))
    else:
        raise ValueError(f"{len(scans)} pages cannot be written as {target.name}")


def _image(scan: Scan) -> Image.Image:
    image = Image.fromarray(scan.pixels)
    return image.convert("1", dither=Image.Dither.NONE) if scan.bilevel else image


def _dpi(scan: Scan) -> tuple[int, int]:
    return scan.truth.dpi, scan.truth.dpi


def _write_pdf(scans: Sequence[Scan], target: Path) -> None:
    """One image a page, nothing lost, and no date or number in it that would differ from run to run."""
    with pikepdf.new() as document:
        for scan in scans:
            high, wide = scan.pixels.shape
            rows = np.packbits(scan.pixels > 0, axis=1) if scan.bilevel else scan.pixels
            image = document.make_stream(
                zlib.compress(rows.tobytes(), 6),
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=wide,
                Height=high,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=1 if scan.bilevel else 8,
                Filter=pikepdf.Name.FlateDecode,
            )
            width, height = (side / scan.truth.dpi * POINTS_PER_INCH for side in (wide, high))
            page = document.add_blank_page(page_size=(width, height))
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=image))
            page.Contents = document.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do Q".encode())
        document.save(target, deterministic_id=True)
