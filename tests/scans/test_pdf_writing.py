"""A searchable PDF shows what the source shows, and its words are found where they stand."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pikepdf
import pytest
from PIL import Image
from tests.scans.packings import pdf_of
from tests.scans.sheets import TELEGRAM, remade, scan_pdf, text_pdf, typed_image
from tests.scans.written import LINES, page

from onionskin.errors import DamagedSourceError, NotFoundError
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.leaves import Layered
from onionskin.scans.limits import Limits
from onionskin.scans.page_forms import PagesOfSource
from onionskin.scans.pdf import opened
from onionskin.scans.pdf_writing import searchable_pdf
from onionskin.scans.sniff import PDF
from onionskin.scans.source import page_image

ONE = PageNumber(1)
SHEET = (1275, 1650)
WHOLE = (0.0, 0.0, 8.5, 11.0)


def written(data: bytes, kind: str, *pages: PageText) -> bytes:
    return searchable_pdf(PagesOfSource("box/a", kind, io.BytesIO(data), {each.n: each for each in pages}), Limits())


def layer(data: bytes, n: int = 1) -> PageText:
    leaf = opened(io.BytesIO(data), "a.pdf", Limits()).leaf(PageNumber(n))
    assert isinstance(leaf, Layered)
    assert leaf.of_the_scan
    return leaf.words


def shown(data: bytes, kind: str = PDF, n: int = 1) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.asarray(Image.open(io.BytesIO(page_image(io.BytesIO(data), kind, PageNumber(n))[0])).convert("L"))


def near(one: Box, other: Box, within: int = 3) -> bool:
    return all(abs(getattr(one, side) - getattr(other, side)) <= within for side in ("left", "top", "right", "bottom"))


def assert_holds(data: bytes, wanted: PageText, n: int = 1) -> None:
    """The words of the record are the layer of the page, each in its place."""
    got = layer(data, n)
    assert got.text.split() == wanted.text.split()
    assert (got.width, got.height) == (wanted.width, wanted.height)
    for one, other in zip(got.words, wanted.words, strict=True):
        assert near(one.box, other.box), one.span.of(got.text)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("mode", "form", "kind"),
    [
        ("1", "TIFF", "image/tiff"),
        ("L", "PNG", "image/png"),
        ("P", "GIF", "image/gif"),
        ("RGB", "JPEG", "image/jpeg"),
        ("CMYK", "JPEG", "image/jpeg"),
        ("RGB", "JPEG2000", "image/jp2"),
        ("L", "JPEG2000", "image/jp2"),
    ],
)
def test_an_image_of_any_kind_is_shown_as_it_is_with_its_words(mode: str, form: str, kind: str) -> None:
    sheet = typed_image(size=SHEET).convert(mode)
    data = saved(sheet, form, dpi=(150, 150))
    pdf = written(data, kind, page())
    assert_holds(pdf, page())
    assert np.abs(shown(pdf).astype(int) - shown(data, kind).astype(int)).mean() < 2


@pytest.mark.parametrize(("form", "kind"), [("JPEG", "image/jpeg"), ("JPEG2000", "image/jp2")])
def test_the_image_s_own_bytes_are_kept(form: str, kind: str) -> None:
    data = saved(typed_image(size=SHEET), form)
    with pikepdf.open(io.BytesIO(written(data, kind, page()))) as pdf:
        assert pdf.pages[0].obj.Resources.XObject["/Page"].read_raw_bytes() == data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_lies_as_exif_says(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    sheet = Image.new("L", (600, 400), 255)
    sheet.paste(0, (0, 0, 200, 100))
    data = saved(sheet, "JPEG", exif=exif, quality=95)
    turned = shown(data, "image/jpeg")
    words = page(width=turned.shape[1], height=turned.shape[0], dpi=150)
    pdf = shown(written(data, "image/jpeg", words))
    assert pdf.shape == turned.shape
    assert np.abs(pdf.astype(int) - turned.astype(int)).mean() < 3


def test_every_frame_is_a_page_whether_it_was_read_or_not() -> None:
    frames = [Image.new("1", SHEET, 1)] * 3
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="group4", dpi=(150, 150))
    pdf = written(data, "image/tiff", page(2))
    with pikepdf.open(io.BytesIO(pdf)) as made:
        assert len(made.pages) == 3
    assert_holds(pdf, page(2), 2)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_words_lie_on_a_scan_however_its_page_is_turned_and_cropped(turn: int, *, cropped: bool) -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        if cropped:
            pdf.pages[0].cropbox = pikepdf.Rectangle(36, 72, 576, 756)

    data = remade(pdf_of((Image.new("L", SHEET, 250), "Flate", WHOLE), size=(8.5, 11.0), turn=turn), crop)
    height, width = shown(data).shape
    words = page(width=width, height=height, dpi=150)
    pdf = written(data, PDF, words)
    assert_holds(pdf, words)
    assert (shown(pdf) == shown(data)).all()


@pytest.mark.parametrize("older", ["invisible", "beneath the image", "in a form"])
def test_an_older_layer_gives_way_and_what_is_seen_stays(older: str) -> None:
    lines = ["OUTGO1NG TELEGRAH", "by another 0CR"]
    scan = typed_image(size=SHEET)
    if older == "beneath the image":
        data = scan_pdf(scan, beneath=lines, stamped="RELEASED 2025")
    else:
        data = scan_pdf(scan, hidden=lines, stamped="RELEASED 2025")
    if older == "in a form":
        data = remade(data, into_a_form)
    pdf = written(data, PDF, page())
    assert layer(pdf).text.split() == ["RELEASED", "2025", *page().text.split()]
    assert (shown(pdf) == shown(data)).all()


def into_a_form(pdf: pikepdf.Pdf) -> None:
    """As programs do that lay their words over a finished page."""
    old = pdf.pages[0]
    old.contents_coalesce()
    form = pdf.make_stream(old.obj.Contents.read_bytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    form.BBox, form.Resources = old.mediabox, old.obj.Resources
    old.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Fm0": form}))
    old.obj.Contents = pdf.make_stream(b"q /Fm0 Do Q")


def test_letters_that_are_drawn_and_layers_that_were_kept_are_left_alone() -> None:
    data = text_pdf(TELEGRAM)
    drawn = opened(io.BytesIO(data), "a.pdf", Limits()).leaf(ONE)
    assert isinstance(drawn, PageText)
    after = opened(io.BytesIO(written(data, PDF, drawn)), "a.pdf", Limits()).leaf(ONE)
    assert isinstance(after, PageText)
    assert after.text == drawn.text


def test_a_search_finds_letters_beyond_latin() -> None:
    pdf = written(saved(typed_image(size=SHEET), "PNG"), "image/png", page())
    assert "Nguyễn" in layer(pdf).text
    assert "\U0001f5c4" in layer(pdf).text
    assert layer(pdf).text.splitlines()[0] == LINES[0]


def test_a_text_has_nothing_to_lay_words_over_and_a_damaged_pdf_is_our_error() -> None:
    with pytest.raises(NotFoundError, match="box/a: there is no page image"):
        written(b"SECRET", "text/plain", page())
    with pytest.raises(DamagedSourceError, match="box/a: the PDF cannot be written again"):
        written(b"%PDF-1.4 and then nothing", PDF, page())
