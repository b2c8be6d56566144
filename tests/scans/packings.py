"""Sheets packed as archives pack them: CCITT, JBIG2 and JPEG 2000 inside a PDF, scans in strips and in layers."""

from __future__ import annotations

import io
import struct

import pikepdf
from PIL import Image

POINTS = 72


def group4(sheet: Image.Image) -> bytes:
    """A bilevel sheet as one strip of CCITT T.6, in which a set bit is black."""
    out = io.BytesIO()
    turned = sheet.convert("1").point(lambda shade: 255 - shade)
    turned.save(out, "TIFF", compression="group4", tiffinfo={278: sheet.height})
    tiff = Image.open(io.BytesIO(out.getvalue()))
    (at,), (size,) = tiff.tag_v2[273], tiff.tag_v2[279]  # type: ignore[attr-defined]
    return out.getvalue()[at : at + size]


def jbig2(sheet: Image.Image) -> bytes:
    """One generic region, as PDF embeds it: JBIG2 takes the words of T.6 as they are."""
    width, height = sheet.size

    def segment(n: int, kind: int, data: bytes) -> bytes:
        return struct.pack(">IBBBI", n, kind, 0, 1, len(data)) + data

    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIB", width, height, 0, 0, 0) + b"\x01" + group4(sheet)
    return segment(0, 48, page) + segment(1, 38, region)


def jpeg2000(sheet: Image.Image) -> bytes:
    out = io.BytesIO()
    sheet.convert("L").save(out, "JPEG2000", irreversible=False)
    return out.getvalue()


def image_stream(pdf: pikepdf.Pdf, sheet: Image.Image, packing: str) -> pikepdf.Object:
    """The sheet as an image of the PDF, packed so: CCITT, JBIG2, JPX or Flate."""
    stream = pdf.make_stream(b"")
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height = sheet.size
    bilevel = packing in {"CCITT", "JBIG2"}
    stream.ColorSpace, stream.BitsPerComponent = pikepdf.Name.DeviceGray, 1 if bilevel else 8
    match packing:
        case "CCITT":
            parms = pikepdf.Dictionary(K=-1, Columns=sheet.width, Rows=sheet.height, BlackIs1=False)
            stream.write(group4(sheet), filter=pikepdf.Name.CCITTFaxDecode, decode_parms=parms)
        case "JBIG2":
            stream.write(jbig2(sheet), filter=pikepdf.Name.JBIG2Decode)
        case "JPX":
            stream.write(jpeg2000(sheet), filter=pikepdf.Name.JPXDecode)
        case _:
            stream.write(sheet.convert("L").tobytes())
    return stream


def pdf_of(
    *placed: tuple[Image.Image, str, tuple[float, float, float, float]], size: tuple[float, float], turn: int = 0
) -> bytes:
    """One page; each sheet with its packing and its place on it: left, bottom, width and height in inches."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(size[0] * POINTS, size[1] * POINTS))
    page = pdf.pages[0]
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
    content = ""
    for i, (sheet, packing, (left, bottom, width, height)) in enumerate(placed):
        page.obj.Resources.XObject[f"/Im{i}"] = image_stream(pdf, sheet, packing)
        place = " ".join(f"{inches * POINTS:.3f}" for inches in (left, bottom))
        content += f"q {width * POINTS:.3f} 0 0 {height * POINTS:.3f} {place} cm /Im{i} Do Q\n"
    page.obj.Contents = pdf.make_stream(content.encode())
    if turn:
        page.rotate(turn, relative=False)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()
