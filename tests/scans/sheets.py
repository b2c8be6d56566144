"""Makes the sheets that the tests of intake read: typed images, and PDFs of every kind."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence

import pikepdf
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

LETTER = (612.0, 792.0)
"""Points."""
TELEGRAM = (
    "OUTGOING TELEGRAM",
    "Department of State",
    "ACTION: USUN New York PRIORITY 1359",
    "You should see Kuznetsov promptly",
    "to discuss next steps in effecting",
    "understanding of October 27 and 28.",
)


def typed_image(lines: Sequence[str] = TELEGRAM, size: tuple[int, int] = (1275, 825), letter: int = 36) -> Image.Image:
    """Black letters on white paper, in the face that Pillow carries."""
    paper = Image.new("L", size, 255)
    draw = ImageDraw.Draw(paper)
    face = ImageFont.load_default(letter)
    for i, line in enumerate(lines):
        draw.text((90, 60 + i * 2 * letter), line, fill=0, font=face)
    return paper


def text_pdf(*pages: Sequence[str], size: tuple[float, float] = LETTER) -> bytes:
    """A PDF that was never paper: its letters are drawn."""
    pdf = FPDF(unit="pt", format=size)
    pdf.set_font("Courier", size=12)
    for lines in pages:
        pdf.add_page()
        for i, line in enumerate(lines):
            pdf.text(72, 100 + 24 * i, line)
    return bytes(pdf.output())


def scan_pdf(*images: Image.Image, hidden: Sequence[str] = (), stamped: str = "", beneath: Sequence[str] = ()) -> bytes:
    """A PDF of scans at 150 dpi; `hidden` lines are drawn invisibly, `beneath` before the image, `stamped` over it."""
    pdf = FPDF(unit="pt")
    pdf.set_font("Courier", size=12)
    for image in images:
        width, height = image.width * 72 / 150, image.height * 72 / 150
        pdf.add_page(format=(width, height))
        for i, line in enumerate(beneath):
            pdf.text(40, 60 + 24 * i, line)
        pdf.image(image, 0, 0, width, height)
        with pdf.local_context(text_mode="INVISIBLE"):
            for i, line in enumerate(hidden):
                pdf.text(40, 60 + 24 * i, line)
        if stamped:
            pdf.text(40, 20, stamped)
    return bytes(pdf.output())


def remade(data: bytes, change: object, **saving: object) -> bytes:
    """The PDF after `change(pdf)`, saved as told."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if callable(change):
            change(pdf)
        pdf.save(out, **saving)  # type: ignore[arg-type]
    return out.getvalue()


def encrypted(data: bytes, user: str, owner: str = "owner") -> bytes:
    """The PDF under a password; an empty one for the user lets everybody read."""
    return remade(data, None, encryption=pikepdf.Encryption(owner=owner, user=user))


def png_bomb(width: int, height: int) -> bytes:
    """A sound PNG of a few kilobytes that holds a white sheet of any size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packing = zlib.compressobj(9)
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    pixels = b"".join(packing.compress(row) for _ in range(min(height, 1000))) + packing.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
