"""A layout file and its image are one source: the bytes and pages are the image's, the words are the layout file's."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image
from tests.scans.layouts.test_formats import HOCR_PAGE, PAGE_2019, TEXT, alto
from tests.scans.sheets import scan_pdf, text_pdf, typed_image

from onionskin.record.page import PageNumber
from onionskin.scans.limits import Limits
from onionskin.scans.source import open_source
from onionskin.scans.walk import Found, walk


def found(*paths: Path) -> list[tuple[str, str]]:
    """Names of sources and of their layout files, empty where they have none."""
    items = [item for item in walk(list(paths)) if isinstance(item, Found)]
    return [(item.path.name, item.sidecar.name if item.sidecar else "") for item in items]


def sheet(path: Path, pages: int = 1) -> Path:
    """A letter sheet of 1275 by 1650 pixels."""
    path.parent.mkdir(exist_ok=True, parents=True)
    frames = [Image.new("1", (1275, 1650), 1)] * pages
    frames[0].save(path, save_all=pages > 1, append_images=frames[1:]) if pages > 1 else frames[0].save(path)
    return path


def text(path: Path, content: str) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(content)
    return path


def test_found_by_its_own_reference_whatever_it_is_called(tmp_path: Path) -> None:
    sheet(tmp_path / "a.tif")
    text(tmp_path / "0001.xml", alto(image="file:///D:/scans/a.tif"))
    assert found(tmp_path) == [("a.tif", "0001.xml")]


def test_found_by_its_stem_where_the_reference_leads_nowhere(tmp_path: Path) -> None:
    sheet(tmp_path / "b.png")
    sheet(tmp_path / "c.jpg")
    text(tmp_path / "b.alto.xml", alto(image="gone.tif"))
    text(tmp_path / "c.jpg.hocr", HOCR_PAGE)
    assert found(tmp_path) == [("b.png", "b.alto.xml"), ("c.jpg", "c.jpg.hocr")]


def test_a_layout_file_without_an_image_is_a_source_and_other_xml_is_text(tmp_path: Path) -> None:
    text(tmp_path / "a.xml", alto(image="../../etc/passwd"))
    text(tmp_path / "b.xml", "<TEI>no layout</TEI>")
    sheet(tmp_path / "b.png")
    assert found(tmp_path) == [("a.xml", ""), ("b.png", ""), ("b.xml", "")]


@pytest.mark.parametrize("given", ["", "a.tif", "page/a.xml", "page"])
def test_found_in_the_folder_that_transkribus_makes_whichever_is_named(tmp_path: Path, given: str) -> None:
    sheet(tmp_path / "a.tif")
    text(tmp_path / "page" / "a.xml", PAGE_2019)
    assert found(tmp_path / given) == [("a.tif", "a.xml")]


def test_both_named_are_one_source(tmp_path: Path) -> None:
    image, layout = sheet(tmp_path / "a.tif"), text(tmp_path / "a.xml", alto())
    assert found(image, layout) == found(layout, image) == found(image) == found(layout) == [("a.tif", "a.xml")]


def test_an_hocr_of_several_images_is_the_layer_of_each(tmp_path: Path) -> None:
    first, second = sheet(tmp_path / "a.tif"), sheet(tmp_path / "b.tif")
    body = HOCR_PAGE.split("<body>")[1].split("</body>")[0].replace("a.tif", "b.tif").replace("OUTGOING", "INCOMING")
    layout = text(tmp_path / "all.hocr", HOCR_PAGE.replace("</body>", f"{body}</body>"))
    assert found(tmp_path) == [("a.tif", "all.hocr"), ("b.tif", "all.hocr")]
    for image, word in ((first, "OUTGOING"), (second, "INCOMING")):
        with open_source(image, Limits(), sidecar=layout) as source:
            assert source.page(PageNumber(1)).text.startswith(word)
            assert source.remarks == ()


def test_the_words_lie_on_the_pixels_of_the_image_and_the_hash_is_the_image_s(tmp_path: Path) -> None:
    image, layout = sheet(tmp_path / "a.tif"), text(tmp_path / "a.xml", alto("mm10", 254 / 300))
    with open_source(image, Limits(), sidecar=layout) as source:
        page = source.page(PageNumber(1))
        assert source.sha256 == hashlib.sha256(image.read_bytes()).hexdigest()
        assert source.media_type == "image/tiff"
    assert (page.text, page.width, page.height, page.reader) == (TEXT, 1275, 1650, "alto")
    assert (page.words[1].box.left, page.words[1].box.top, page.words[1].box.right) == (160, 25, 280)


def test_a_page_that_the_layout_file_does_not_have_is_told(tmp_path: Path) -> None:
    image, layout = sheet(tmp_path / "a.tif", pages=2), text(tmp_path / "a.xml", alto())
    with open_source(image, Limits(), sidecar=layout) as source:
        assert [page.text for page in source.pages] == [TEXT, ""]
        assert source.remarks == ("it has 2 pages, and the layout file beside it 1",)


def test_a_damaged_layout_file_costs_its_image_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(scan_pdf(typed_image(), hidden=["OUTGOING TELEGRAM"]))
    layout = text(tmp_path / "a.xml", alto()[:800])
    with open_source(tmp_path / "a.pdf", Limits(), sidecar=layout) as source:
        assert source.page(PageNumber(1)).text == "OUTGOING TELEGRAM\n"
        (fault,) = source.faults
    assert str(fault).startswith(f"{layout}: the file cannot be parsed")


def test_letters_that_are_drawn_are_better_than_what_anybody_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(text_pdf(["INCOMING TELEGRAM"]))
    with open_source(tmp_path / "a.pdf", Limits(), sidecar=text(tmp_path / "a.xml", alto())) as source:
        assert source.page(PageNumber(1)).text == "INCOMING TELEGRAM\n"
