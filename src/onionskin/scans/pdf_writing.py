"""A source as a searchable PDF: its own pages or images, untouched, with the words laid invisibly over them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from types import MappingProxyType
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from onionskin.errors import DamagedSourceError, NotFoundError, SourceError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.image import ImageLeaves, plain
from onionskin.scans.image import opened as open_image
from onionskin.scans.limits import Limits
from onionskin.scans.page_forms import PagesOfSource
from onionskin.scans.pdf import TEXT_LAYER
from onionskin.scans.pdf_text import WordFont, lay_words, without_hidden_text
from onionskin.scans.sniff import PDF

_POINTS_TO_THE_INCH = 72
_STORED_AS_IT_IS = MappingProxyType({"image/jpeg": Name.DCTDecode, "image/jp2": Name.JPXDecode})
_JP2_BOX = b"\0\0\0\x0cjP  "
"""A bare codestream of JPEG 2000, without boxes, is not for PDF."""
_ORIENTATION = 0x0112
_TURNED: Mapping[int, Callable[[float, float], tuple[float, ...]]] = MappingProxyType(
    {
        1: lambda w, h: (w, 0, 0, h, 0, 0),
        2: lambda w, h: (-w, 0, 0, h, w, 0),
        3: lambda w, h: (-w, 0, 0, -h, w, h),
        4: lambda w, h: (w, 0, 0, -h, 0, h),
        5: lambda w, h: (0, -h, -w, 0, w, h),
        6: lambda w, h: (0, -h, w, 0, 0, h),
        7: lambda w, h: (0, h, w, 0, 0, 0),
        8: lambda w, h: (0, h, -w, 0, w, 0),
    }
)
"""Exif's orientation to the matrix that lays the stored image upright on a page of this width and height."""


def searchable_pdf(source: PagesOfSource, limits: Limits) -> bytes:
    """The source with the words of its pages, by their numbers; pages that are not among them stay as they are.

    Letters that a PDF draws, and a text layer that was kept, stay too; one that was redone gives way. A page that a
    person had turned is shown so, and one that was replaced gives its place to the better scan. Raises NotFoundError
    where the source has no page images, and SourceError as reading it does.
    """
    own = {n: page for n, page in source.pages.items() if page.surrogate is None}
    if source.media_type == PDF:
        data = _of_pdf(source.file, own, source.name)
    elif source.pages and not own:
        data = _blank(max(source.pages))
    elif source.media_type.startswith("image/"):
        data = _of_image(source.file, source.media_type, own, limits, source.name)
    else:
        told = "there is no page image to lay words over"
        raise NotFoundError(told, where=source.name, advice="Ask for ALTO or hOCR")
    return data if len(own) == len(source.pages) else _with_better(data, source, limits)


def _blank(pages: int) -> bytes:
    """So many empty sheets, for a source all pages of which are shown by other files."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _with_better(data: bytes, source: PagesOfSource, limits: Limits) -> bytes:
    """The PDF of a source with the better scans of some pages in their places."""
    with pikepdf.open(io.BytesIO(data)) as pdf, ExitStack() as stack:
        for n, page in source.pages.items():
            if (scan := page.surrogate) is not None:
                file = stack.enter_context(source.opened(scan.sha256))
                alone = {scan.page: replace(page, n=scan.page, surrogate=None)}
                other = searchable_pdf(PagesOfSource(scan.name, scan.media_type, file, alone), limits)
                pdf.pages[n - 1] = stack.enter_context(pikepdf.open(io.BytesIO(other))).pages[scan.page - 1]
        out = io.BytesIO()
        pdf.save(out, linearize=False, deterministic_id=True)
    return out.getvalue()


def _of_pdf(file: BinaryIO, pages: Mapping[PageNumber, PageText], name: str) -> bytes:
    try:
        with pikepdf.open(file, suppress_warnings=True) as pdf:
            font = WordFont(pdf)
            for n, page in enumerate(pdf.pages, start=1):
                words = pages.get(PageNumber(n))
                if words is not None and words.turned:
                    page.rotate(words.turned, relative=True)
                if words is not None and words.words and words.reader != TEXT_LAYER:
                    without_hidden_text(pdf, page)
                    lay_words(pdf, page, words, font)
            return _saved(pdf, font)
    except SourceError:
        raise
    except Exception as fault:
        # A damaged PDF fails wherever something is not what it should be.
        raise DamagedSourceError(f"the PDF cannot be written again ({fault})", where=name) from fault


def _of_image(file: BinaryIO, kind: str, pages: Mapping[PageNumber, PageText], limits: Limits, name: str) -> bytes:
    leaves = open_image(file, name, limits)
    with pikepdf.new() as pdf:
        font = WordFont(pdf)
        for n in map(PageNumber, range(1, leaves.count + 1)):
            words = pages.get(n)
            width, height, dpi = leaves.size(n) if words is None else (words.width, words.height, words.dpi)
            turned = (words.turned or 0) if words is not None else 0
            width, height = (height, width) if turned % 180 else (width, height)
            size = tuple((side or 1) * _POINTS_TO_THE_INCH / (dpi or 1) for side in (width, height))
            page = pdf.add_blank_page(page_size=(size[0], size[1]))
            image, orientation = _image(pdf, leaves, file, kind, n)
            page.obj.Resources = Dictionary(XObject=Dictionary({"/Page": image}))
            place = " ".join(f"{each:.4f}" for each in _TURNED[orientation](*size))
            page.obj.Contents = pdf.make_stream(f"q {place} cm /Page Do Q".encode("ascii"))
            page.rotate(turned, relative=True)
            if words is not None and words.words:
                lay_words(pdf, page, words, font)
        leaves.close()
        return _saved(pdf, font)


def _saved(pdf: pikepdf.Pdf, font: WordFont) -> bytes:
    font.finish()
    out = io.BytesIO()
    pdf.save(out, linearize=False, deterministic_id=True)
    return out.getvalue()


def _image(
    pdf: pikepdf.Pdf, leaves: ImageLeaves, file: BinaryIO, kind: str, n: PageNumber
) -> tuple[pikepdf.Object, int]:
    """The stored image, as it is where PDF knows its form, else packed without loss; and how it is turned."""
    frame = leaves.stored(n)
    turned = int(frame.getexif().get(_ORIENTATION, 1))
    orientation = turned if turned in _TURNED else 1
    stream = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image)
    stream.Width, stream.Height = frame.size
    file.seek(0)
    data = file.read() if kind in _STORED_AS_IT_IS else b""
    if kind == "image/jpeg" or data.startswith(_JP2_BOX):
        stream.write(data, filter=_STORED_AS_IT_IS[kind])
        if kind == "image/jpeg":
            _of_mode(stream, frame.mode)
            if frame.mode == "CMYK":
                stream.Decode = Array([1, 0] * 4)  # As Adobe writes them, and everybody since.
        return stream, orientation
    whole = plain(frame)
    if whole.mode == "1":
        parms = Dictionary(K=-1, Columns=whole.width, Rows=whole.height, BlackIs1=False)
        stream.write(_group4(whole), filter=Name.CCITTFaxDecode, decode_parms=parms)
    else:
        whole = whole if whole.mode in {"L", "RGB", "CMYK"} else whole.convert("RGB")
        stream.write(whole.tobytes())
    _of_mode(stream, whole.mode)
    return stream, orientation


def _of_mode(stream: pikepdf.Object, mode: str) -> None:
    spaces = {"1": Name.DeviceGray, "L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}
    stream.ColorSpace, stream.BitsPerComponent = spaces.get(mode, Name.DeviceRGB), 1 if mode == "1" else 8


def _group4(bilevel: Image.Image) -> bytes:
    """The strip of CCITT T.6 that libtiff makes; it takes white for 0, as faxes do."""
    out = io.BytesIO()
    white_is_zero = Image.eval(bilevel, lambda shade: 255 - shade)
    white_is_zero.save(out, "TIFF", compression="group4", tiffinfo={278: bilevel.height})
    with Image.open(io.BytesIO(out.getvalue())) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        at, size = tags[273][0], tags[279][0]
    return out.getvalue()[at : at + size]
