"""Pages of scans are listed by how well they were read, and leave as PDF, ALTO or hOCR without harm to anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from tests.scans.layouts.test_formats import TEXT, alto
from tests.scans.sheets import text_pdf
from tests.small_disk import disk

from onionskin.errors import NotReleasedError, OnionskinError, UsageError
from onionskin.settings import Settings
from onionskin.workbench import (
    Collection,
    LayerPolicy,
    PageForm,
    give_pages,
    open_collection,
    page_qualities,
    read,
    worst_pages,
)


def box(path: Path, policy: str = "public") -> Collection:
    """A collection of a scan with its ALTO, a PDF that was never paper, an empty scan and a text."""
    papers = path / "papers" / "box 3"
    papers.mkdir(parents=True)
    Image.new("L", (2550, 3300), 250).save(papers / "a.tif", dpi=(300, 300))
    (papers / "a.xml").write_text(alto())
    (papers / "b.pdf").write_bytes(text_pdf(["OUTGOING TELEGRAM", "SECRET"]))
    Image.new("L", (850, 1100), 250).save(papers / "c.png", dpi=(100, 100))
    (papers / "d.txt").write_text("OUTGOING TELEGRAM\n")
    settings = Settings(collection=path / "c", engine="null", text_layer=LayerPolicy.KEEP, policy=policy)
    collection = open_collection(settings, create=True)
    for outcome in read(collection, [path / "papers"]):
        assert outcome.error is None
    return collection


def test_pages_are_listed_with_what_their_reader_says_of_them(tmp_path: Path) -> None:
    with box(tmp_path) as collection:
        found = {page.source: page for page in page_qualities(collection)}
        assert list(found) == ["box 3/a.tif", "box 3/b.pdf", "box 3/c.png"]
        scan, drawn, empty = found.values()
        assert (scan.reader, scan.words, scan.reason) == ("alto", 6, "the text layer is kept: as asked")
        assert scan.confidence == pytest.approx((0.96 + 0.9 + 0.5 + 3) / 6)
        assert scan.doubtful == pytest.approx(1 / 6)
        assert (drawn.reader, drawn.confidence, drawn.doubtful) == ("pdf-text-layer", None, None)
        assert (empty.reader, empty.words, empty.confidence) == ("-", 0, None)
        assert [page.source for page in worst_pages(collection, 2)] == ["box 3/c.png", "box 3/a.tif"]


@pytest.mark.parametrize("form", PageForm)
def test_they_leave_and_come_back_as_they_were(tmp_path: Path, form: PageForm) -> None:
    """Beside the image, or as a PDF of its own, what was written is intake again."""
    with box(tmp_path) as collection:
        given = list(give_pages(collection, form, tmp_path / "out"))
    written = {each.source: each.path for each in given if each.path}
    scan = tmp_path / "out" / "box 3" / f"a{form.ending}"
    assert written["box 3/a.tif"] == scan
    settings = Settings(collection=tmp_path / "again", engine="null", text_layer=LayerPolicy.KEEP)
    with open_collection(settings, create=True) as again:
        (outcome,) = read(again, [scan])
        (page,) = (page for document in outcome.documents[:1] for page in document.pages)
    assert page.text.split() == TEXT.split()
    assert (page.width, page.height, page.dpi) == (2550, 3300, 300)
    assert abs(page.words[0].box.left - 100) <= 2
    assert abs(page.words[0].box.bottom - 90) <= 2


def test_a_file_that_is_there_is_never_overwritten_and_the_others_are_written(tmp_path: Path) -> None:
    with box(tmp_path) as collection:
        before = (tmp_path / "papers" / "box 3" / "b.pdf").read_bytes()
        given = {each.source: each for each in give_pages(collection, PageForm.PDF, tmp_path / "papers")}
    assert (tmp_path / "papers" / "box 3" / "b.pdf").read_bytes() == before
    assert "is there already" in str(given["box 3/b.pdf"].error)
    assert given["box 3/a.tif"].path == tmp_path / "papers" / "box 3" / "a.pdf"


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    Image.new("L", (850, 1100), 250).save(tmp_path / "a.png")
    (tmp_path / "a.xml").write_text(alto())
    settings = Settings(collection=tmp_path / "c", engine="null", text_layer=LayerPolicy.KEEP)
    with open_collection(settings, create=True) as collection:
        list(read(collection, [tmp_path / "x" / ".." / "a.png"]))
        (given,) = give_pages(collection, PageForm.HOCR, tmp_path / "out")
    assert given.path is not None
    assert (tmp_path / "out") in given.path.parents
    assert ".." not in given.path.parts


def test_a_collection_under_review_gives_nothing(tmp_path: Path) -> None:
    with box(tmp_path, policy="review") as collection:
        for ask in (page_qualities, lambda c: give_pages(c, PageForm.ALTO, tmp_path / "out")):
            with pytest.raises(NotReleasedError):
                list(ask(collection))
    assert not list((tmp_path / "out").rglob("*.*"))


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with box(tmp_path) as collection, pytest.raises(UsageError, match="is no folder to write to"):
        list(give_pages(collection, PageForm.ALTO, tmp_path / "out"))


def test_what_cannot_be_written_is_told_with_its_source(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.xml").write_text(alto())
    with open_collection(Settings(collection=tmp_path / "c", engine="null"), create=True) as collection:
        list(read(collection, [tmp_path / "papers"]))
        (given,) = give_pages(collection, PageForm.PDF, tmp_path / "out")
    assert isinstance(given.error, OnionskinError)
    assert str(given.error) == "a.xml: there is no page image to lay words over. Ask for ALTO or hOCR"


def test_sources_that_differ_in_their_ending_alone_are_both_given(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    for name in ("a.PDF", "a.pdf"):
        (tmp_path / "papers" / name).write_bytes(text_pdf([f"TELEGRAM {name}", "SECRET"]))
    with open_collection(Settings(collection=tmp_path / "c", engine="null"), create=True) as collection:
        list(read(collection, [tmp_path / "papers"]))
        given = list(give_pages(collection, PageForm.HOCR, tmp_path / "out"))
    assert [each.path and each.path.name for each in given] == ["a.hocr", "a.pdf.hocr"]


def test_a_full_disk_leaves_no_half_of_a_file(tmp_path: Path) -> None:
    with box(tmp_path) as collection, disk(tmp_path / "small", 1) as small:
        (small / "filled").write_bytes(bytes(1_044_000))
        given = {each.source: each for each in give_pages(collection, PageForm.PDF, small / "out")}
        assert not [path for path in small.rglob("*.pdf") if path not in {each.path for each in given.values()}]
    assert "cannot be written" in str(given["box 3/a.tif"].error)
