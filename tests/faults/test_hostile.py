"""Files made to do harm: loops, endless folders of pages, sheets as large as houses; each ends within its limits."""

from __future__ import annotations

import io
import struct
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.scans.layouts.test_formats import alto
from tests.scans.packings import pdf_of
from tests.scans.sheets import TELEGRAM, remade, text_pdf, typed_image

from onionskin.errors import LimitError, OnionskinError
from onionskin.record.page import PageNumber
from onionskin.scans.limits import Limits
from onionskin.scans.source import OpenedSource, open_source

SECONDS = 20.0
"""Of processor time, that any of these may take; most take a tenth of one."""


def opened(path: Path, data: bytes) -> OpenedSource:
    path.write_bytes(data)
    return open_source(path, Limits(), name=f"box/{path.name}")


def pages_of(count: int) -> bytes:
    """A PDF of so many pages, in a few hundred kilobytes."""
    pdf = pikepdf.open(io.BytesIO(text_pdf(["OUTGOING TELEGRAM"])))
    page = pdf.pages[0]
    for _ in range(count - 1):
        pdf.pages.append(page)
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def test_a_pdf_of_as_many_pages_as_may_be_is_read_to_its_last(tmp_path: Path) -> None:
    with opened(tmp_path / "a.pdf", pages_of(5_000)) as source:
        assert source.page_count == 5_000
        assert source.page(PageNumber(5_000)).text == "OUTGOING TELEGRAM\n"
        assert source.faults == ()


def test_one_of_more_is_refused_with_the_limit(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match=r"box/a\.pdf: it has 5001 pages, and at most 5000 are read \(max_pages\)"):
        opened(tmp_path / "a.pdf", pages_of(5_001))


def page_tree_in_a_circle(pdf: pikepdf.Pdf) -> None:
    tree = pdf.Root.Pages
    tree.Kids.append(tree)
    tree.Count = 1_000_000


def form_that_draws_itself(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"/Fm0 Do /Fm0 Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    form.BBox = pikepdf.Array([0, 0, 612, 792])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Fm0": form}))
    pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary({"/Fm0": form})
    pdf.pages[0].contents_add(b"/Fm0 Do")


def forms_that_double(pdf: pikepdf.Pdf) -> None:
    """Thirty forms, each of which draws the next one twice."""
    form = pdf.make_stream(b"0 0 1 1 re f")
    for _ in range(30):
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 612, 792])
        outer = pdf.make_stream(b"/Fm0 Do /Fm0 Do")
        outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Fm0": form}))
        form = outer
    pdf.pages[0].obj.Resources.XObject = form.Resources.XObject
    pdf.pages[0].contents_add(b"/Fm0 Do")


def resources_in_a_circle(pdf: pikepdf.Pdf) -> None:
    inner = pdf.make_indirect(pikepdf.Dictionary())
    inner.XObject = inner
    pdf.pages[0].obj.Resources.XObject = inner


def tiff_in_a_circle() -> bytes:
    """The second directory says that the first one follows."""
    out = io.BytesIO()
    sheet = Image.new("1", (50, 50), 1)
    sheet.save(out, "TIFF", save_all=True, append_images=[sheet])
    data = bytearray(out.getvalue())
    first = struct.unpack_from("<I", data, 4)[0]
    entries = struct.unpack_from("<H", data, first)[0]
    second = struct.unpack_from("<I", data, first + 2 + 12 * entries)[0]
    entries = struct.unpack_from("<H", data, second)[0]
    struct.pack_into("<I", data, second + 2 + 12 * entries, first)
    return bytes(data)


def cut_inside(packing: str) -> bytes:
    """A PDF that is whole, of a scan that is not."""

    def cut(pdf: pikepdf.Pdf) -> None:
        image = pdf.pages[0].obj.Resources.XObject["/Im0"]
        raw, before = image.read_raw_bytes(), dict(image.items())
        image.write(raw[: len(raw) // 2])
        for key in ("/Filter", "/DecodeParms"):
            if key in before:
                image[key] = before[key]

    return remade(pdf_of((typed_image(), packing, (0.0, 0.0, 8.5, 5.5)), size=(8.5, 5.5)), cut)


def jp2_of(width: int, height: int) -> bytes:
    """A small JPEG 2000 that says that it is so large."""
    out = io.BytesIO()
    Image.new("L", (64, 64), 255).save(out, "JPEG2000")
    data = bytearray(out.getvalue())
    at = data.index(b"ihdr") + 4
    struct.pack_into(">II", data, at, height, width)
    siz = data.index(b"\xff\x51") + 6
    struct.pack_into(">II", data, siz, width, height)
    return bytes(data)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "page-tree.pdf": lambda: remade(text_pdf(TELEGRAM), page_tree_in_a_circle),
    "form.pdf": lambda: remade(text_pdf(TELEGRAM), form_that_draws_itself),
    "doubling.pdf": lambda: remade(text_pdf(TELEGRAM), forms_that_double),
    "resources.pdf": lambda: remade(text_pdf(TELEGRAM), resources_in_a_circle),
    "directories.tif": tiff_in_a_circle,
    "ccitt.pdf": lambda: cut_inside("CCITT"),
    "jbig2.pdf": lambda: cut_inside("JBIG2"),
    "jpx.pdf": lambda: cut_inside("JPX"),
    "large.jp2": lambda: jp2_of(20_000, 20_000),
    "nested.hocr": lambda: b"<html><div class='ocr_page' title='bbox 0 0 9 9'>" + b"<div class='ocr_par'>" * 100_000,
    "nested.xml": lambda: b"<alto>" + b"<Page>" * 100_000,
    "many-words.xml": lambda: alto().replace("<SP/>", '<String CONTENT="a" HPOS="1" WIDTH="1"/>' * 20_000).encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_with_its_pages_or_our_error_that_names_it(tmp_path: Path, name: str) -> None:
    data, begun = HOSTILE[name](), time.process_time()
    faults: list[OnionskinError] = []
    try:
        with opened(tmp_path / name, data) as source:
            pages = list(source.pages)
            assert len(pages) <= 2
            faults += source.faults
    except OnionskinError as fault:
        faults.append(fault)
    assert time.process_time() - begun < SECONDS
    assert all(f"box/{name}" in str(fault) and fault.advice for fault in faults)


def test_a_sheet_as_large_as_a_house_is_refused_by_its_header(tmp_path: Path) -> None:
    with opened(tmp_path / "a.jp2", jp2_of(20_000, 20_000)) as source:
        source.page(PageNumber(1))
        (fault,) = source.faults
    assert isinstance(fault, LimitError)
    assert "20000 by 20000 pixels" in str(fault)


@pytest.mark.parametrize(("name", "kind"), [("a.pdf", "PNG"), ("a.txt", "TIFF"), ("a.xml", "JPEG2000"), ("a", "GIF")])
def test_a_wrong_ending_does_no_harm(tmp_path: Path, name: str, kind: str) -> None:
    out = io.BytesIO()
    typed_image().save(out, kind)
    with opened(tmp_path / name, out.getvalue()) as source:
        assert source.page(PageNumber(1)).width == 1275
        assert source.media_type.startswith("image/")
