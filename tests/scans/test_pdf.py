"""A PDF gives its own letters where they are worth having, in their places, and else its pages as images."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pikepdf
import pytest
from fpdf import FPDF
from PIL import Image
from tests.scans.sheets import TELEGRAM, encrypted, remade, scan_pdf, text_pdf, typed_image

from onionskin.errors import DamagedSourceError, EncryptedSourceError, LimitError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.engine import PageImage
from onionskin.scans.leaves import Layered
from onionskin.scans.limits import Limits
from onionskin.scans.pdf import TEXT_LAYER, PdfLeaves, opened
from onionskin.scans.source import page_image, page_sheet

ONE, TWO = PageNumber(1), PageNumber(2)


def leaves(data: bytes, limits: Limits | None = None) -> PdfLeaves:
    return opened(io.BytesIO(data), "box/a.pdf", limits or Limits())


def text_of(data: bytes, n: PageNumber = ONE) -> PageText:
    page = leaves(data).leaf(n)
    assert isinstance(page, PageText)
    return page


def image_of(data: bytes, n: PageNumber = ONE) -> PageImage:
    page = leaves(data).leaf(n)
    assert isinstance(page, PageImage)
    return page


def layered_of(data: bytes) -> Layered:
    page = leaves(data).leaf(ONE)
    assert isinstance(page, Layered)
    return page


def shown(data: bytes, page: PageText) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """What the eye sees, in the pixels of the page's boxes."""
    jpeg, _ = page_image(io.BytesIO(data), "application/pdf", page.n)
    picture = Image.open(io.BytesIO(jpeg)).convert("L")
    assert picture.size == (page.width, page.height)
    return np.array(picture)


def test_drawn_letters_are_taken_line_by_line_and_page_by_page() -> None:
    data = text_pdf(TELEGRAM, ["Soviets can readily interpret"])
    first = text_of(data)
    assert first.text == "\n".join(TELEGRAM) + "\n"
    assert (first.reader, first.dpi, first.width, first.height) == (TEXT_LAYER, 300, 2550, 3300)
    assert text_of(data, TWO).text == "Soviets can readily interpret\n"
    assert [word.span.of(first.text) for word in first.words] == first.text.split()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_all_ink_lies_in_the_boxes_of_words_however_the_page_is_turned(turn: int, *, cropped: bool) -> None:
    def lay(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].rotate(turn, relative=False)
        if cropped:
            pdf.pages[0].cropbox = pikepdf.Rectangle(40, 300, 500, 760)

    data = remade(text_pdf(TELEGRAM), lay)
    page = text_of(data)
    paper = shown(data, page)
    for word in page.words:
        box = word.box
        assert (paper[box.top : box.bottom, box.left : box.right] < 128).any(), word.span.of(page.text)
        paper[box.top : box.bottom, box.left : box.right] = 255
    assert (paper < 128).sum() == 0


def test_letters_beyond_the_edge_of_the_page_are_not_read() -> None:
    """Cropping hides text without taking it out; what nobody sees must not turn up in a search."""

    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].cropbox = pikepdf.Rectangle(0, 640, 612, 792)

    assert text_of(remade(text_pdf(TELEGRAM), crop)).text == "\n".join(TELEGRAM[:3]) + "\n"


def test_letters_outside_unicode_s_first_plane_and_those_that_are_none_can_be_kept() -> None:
    """A lone half of a pair cannot be written down as UTF-8."""
    strange = pikepdf.Array([65, pikepdf.Name("/u1F5C4"), pikepdf.Name("/uniD800"), pikepdf.Name("/uni0001")])

    def rename(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].Resources.Font["/F1"]
        font.Encoding = pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=strange)

    text = text_of(remade(text_pdf(["ABC and other letters that are as they should be"]), rename)).text
    assert text.encode()
    assert text.isprintable() or text.rstrip("\n").isprintable()


def test_a_page_turned_by_a_half_is_read_upright() -> None:
    data = remade(text_pdf(TELEGRAM), lambda pdf: pdf.pages[0].rotate(180, relative=False))
    turned = text_of(data)
    assert sorted(turned.text.split()) == sorted(" ".join(TELEGRAM).split())


def test_letters_that_run_up_the_page_stay_together() -> None:
    def add_margin(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"q BT /F1 12 Tf 0 1 -1 0 40 200 Tm (REPRODUCTION IS PROHIBITED) Tj ET Q")

    page = text_of(remade(text_pdf(TELEGRAM), add_margin))
    assert page.text == "\n".join(TELEGRAM) + "\n\nREPRODUCTION IS PROHIBITED\n"


def test_a_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    """PDFium gives a code of its own for it, and no blank after it."""
    assert (
        text_of(text_pdf(["AFECTADA POR LAS CON-", "SECUENCIAS DEL"])).text == "AFECTADA POR LAS CON-\nSECUENCIAS DEL\n"
    )


def test_a_scan_without_letters_is_an_image_of_its_own_dpi() -> None:
    image = image_of(scan_pdf(typed_image()))
    assert (image.width, image.height, image.dpi) == (1275, 825, 150)
    assert 0.01 < (image.pixels < 128).mean() < 0.3


def test_letters_hidden_behind_a_scan_are_its_layer() -> None:
    layered = layered_of(scan_pdf(typed_image(), hidden=["OUTGO1NG TELEGRAH", "by another 0CR"]))
    assert (layered.words.text, layered.words.reader) == ("OUTGO1NG TELEGRAH\nby another 0CR\n", TEXT_LAYER)
    image = layered.image()
    assert (image.width, image.height, image.dpi) == (layered.words.width, layered.words.height, 150)
    assert layered.of_the_scan


def test_letters_beneath_the_image_are_hidden_too() -> None:
    assert layered_of(scan_pdf(typed_image(), beneath=["as some programs do it " * 4] * 6)).of_the_scan


def test_a_stamp_of_whoever_released_the_scan_is_not_its_text() -> None:
    layered = layered_of(scan_pdf(typed_image(), stamped="2025 RELEASE UNDER THE RECORDS ACT OF 1992"))
    assert not layered.of_the_scan


def test_letters_drawn_over_a_tinted_page_are_its_text() -> None:
    paper = Image.new("L", (1275, 1650), 230)
    data = scan_pdf(paper, stamped="")
    overlay = text_pdf([*TELEGRAM, *TELEGRAM])

    def lay_over(pdf: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(overlay)) as other:
            pdf.pages[0].add_overlay(other.pages[0], None)

    assert text_of(remade(data, lay_over)).text.startswith("OUTGOING TELEGRAM\n")


def test_letters_that_mean_nothing_are_looked_at_instead() -> None:
    def forget_names(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].Resources.Font["/F1"]
        font.Encoding = pikepdf.Dictionary(
            Type=pikepdf.Name.Encoding,
            Differences=pikepdf.Array([32, *(pikepdf.Name(f"/g{i}") for i in range(95))]),
        )

    assert image_of(remade(text_pdf(TELEGRAM), forget_names)).dpi == 300


def test_an_empty_page_is_empty_and_no_engine_is_troubled() -> None:
    page = text_of(text_pdf([], TELEGRAM))
    assert (page.text, page.words, page.width) == ("", (), 2550)


def test_a_password_is_asked_for_in_plain_words() -> None:
    with pytest.raises(EncryptedSourceError, match=r"box/a\.pdf: the PDF asks for a password.*Remove the password"):
        leaves(encrypted(text_pdf(TELEGRAM), user="secret"))


def test_a_pdf_that_anybody_may_open_is_opened() -> None:
    assert text_of(encrypted(text_pdf(TELEGRAM), user="")).text.startswith("OUTGOING")


@pytest.mark.parametrize("share", [0.02, 0.4, 0.8])
def test_a_pdf_that_breaks_off_is_damaged(share: float) -> None:
    data = scan_pdf(*[typed_image()] * 3)
    with pytest.raises(DamagedSourceError, match=r"box/a\.pdf: the PDF is damaged or breaks off"):
        leaves(data[: int(len(data) * share)])


def test_a_pdf_whose_end_is_gone_still_gives_its_pages_and_says_so() -> None:
    data = text_pdf(TELEGRAM)
    got = leaves(data[: data.rindex(b"startxref")])
    page = got.leaf(ONE)
    assert isinstance(page, PageText)
    assert page.text.startswith("OUTGOING")
    assert "pages may be missing" in str(got.faults[0])


def test_a_page_that_does_not_unpack_is_told_and_the_others_are_had() -> None:
    def damage(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"\x78\x9c garbage", Filter=pikepdf.Name.FlateDecode)

    got = leaves(remade(text_pdf(TELEGRAM, TELEGRAM), damage))
    first, second = (got.leaf(n) for n in (ONE, TWO))
    assert isinstance(first, PageText)
    assert isinstance(second, PageText)
    assert (first.text, second.text[:8]) == ("", "OUTGOING")
    assert [(type(fault), fault.where, fault.page) for fault in got.faults] == [(DamagedSourceError, "box/a.pdf", 1)]


def test_a_page_that_is_no_page_is_a_fault_of_that_page_alone() -> None:
    def lose(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pikepdf.Dictionary(Nonsense=1)

    got = leaves(remade(text_pdf(TELEGRAM, TELEGRAM), lose))
    with pytest.raises(DamagedSourceError, match=r"box/a\.pdf, page 1: the page is damaged"):
        got.leaf(ONE)
    second = got.leaf(TWO)
    assert isinstance(second, PageText)
    assert second.text.startswith("OUTGOING")


def test_too_many_pages_are_refused_with_the_limit() -> None:
    with pytest.raises(LimitError, match=r"it has 3 pages.*max_pages"):
        leaves(text_pdf([], [], []), Limits(max_pages=2))


def test_a_sheet_too_large_is_refused_and_the_others_are_had() -> None:
    def enlarge(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].mediabox = pikepdf.Rectangle(0, 0, 14_400, 14_400)

    got = leaves(remade(text_pdf(TELEGRAM, TELEGRAM), enlarge))
    with pytest.raises(LimitError, match=r"box/a\.pdf, page 1: the page is 60000 by 60000 pixels.*max_pixels"):
        got.leaf(ONE)
    assert isinstance(got.leaf(TWO), PageText)


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(LimitError, match=r"page 1: drawing the page takes longer than 0 seconds.*max_page_seconds"):
        leaves(scan_pdf(typed_image()), Limits(max_page_seconds=0)).leaf(ONE)


def test_pages_are_drawn_for_many_readers_at_once() -> None:
    """PDFium knows one thread; the reading room has many."""
    data = text_pdf(TELEGRAM)

    def drawn(_: int) -> bytes:
        return page_image(io.BytesIO(data), "application/pdf", ONE, width=300)[0]

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(drawn, range(12)))) == 1


def drawn_mode(data: bytes) -> str:
    return page_sheet(io.BytesIO(data), "application/pdf", ONE, width=200).mode


def test_a_page_without_colours_is_drawn_in_grey_and_one_with_a_coloured_stroke_is_not() -> None:
    assert drawn_mode(scan_pdf(typed_image())) == "L"
    assert drawn_mode(text_pdf(TELEGRAM)) == "L"
    for colour, mode in ((0, "L"), (200, "RGB")):
        sheet = FPDF(unit="pt", format="letter")
        sheet.add_page()
        sheet.set_draw_color(colour, 0, 0)
        sheet.line(60, 70, 200, 70)
        assert drawn_mode(bytes(sheet.output())) == mode


def test_the_picture_has_the_width_asked_for_and_the_colours_of_the_page() -> None:
    red = scan_pdf(Image.new("RGB", (300, 200), "red"))
    jpeg, kind = page_image(io.BytesIO(red), "application/pdf", ONE, width=150)
    picture = Image.open(io.BytesIO(jpeg))
    assert (kind, picture.size, picture.mode) == ("image/jpeg", (150, 100), "RGB")
