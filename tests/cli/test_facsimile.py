"""`onionskin facsimile` writes a paper as page images of its form, or as the clean form."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from onionskin.cli.main import run


@pytest.fixture(scope="module")
def collection(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("facsimile") / "c")
    assert run(["read", str(examples / "telegram-1359.txt"), "-c", where]) == 0
    return where


def test_a_pdf_of_all_pages(collection: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "page.pdf"
    assert run(["facsimile", "os-", "-o", str(target), "--dpi", "100", "-c", collection]) == 0
    assert capsys.readouterr().out.endswith("page.pdf: 2 pages.\n")
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == 2
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_a_tiff_of_all_pages_and_a_png_of_the_first(
    collection: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, count in (("page.tif", 2), ("page.png", 1)):
        assert run(["facsimile", "os-", "-o", str(tmp_path / name), "--dpi", "75", "-c", collection]) == 0
        with Image.open(tmp_path / name) as image:
            assert getattr(image, "n_frames", 1) == count
            assert image.size == (638, 825)
    assert "2 pages, the first of them written" in capsys.readouterr().out


def test_an_aged_page_differs_with_its_seed(collection: str, tmp_path: Path) -> None:
    made: list[bytes] = []
    for seed in "112":
        target = tmp_path / f"{len(made)}.png"
        asked = ["facsimile", "os-", "-o", str(target), "--aged", "--seed", seed, "--dpi", "75", "-c", collection]
        assert run(asked) == 0
        made.append(target.read_bytes())
    assert made[0] == made[1] != made[2]


def test_nothing_is_overwritten_and_other_endings_are_refused(
    collection: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "scan.pdf"
    there.write_bytes(b"the scan itself")
    assert run(["facsimile", "os-", "-o", str(there), "-c", collection]) == 2
    assert there.read_bytes() == b"the scan itself"
    assert run(["facsimile", "os-", "-o", str(tmp_path / "page.gif"), "-c", collection]) == 2
    assert "End it in .pdf, .tif, .tiff, .png" in capsys.readouterr().err
    assert run(["facsimile", "os-none", "-o", str(tmp_path / "page.pdf"), "-c", collection]) == 3


def test_a_form_is_a_pdf_that_can_be_read_again(
    collection: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "copy-3.pdf"
    asked = ["--form", "--copy", "3 of 7, Series A", "--holder", "Vice President"]
    assert run(["facsimile", "os-", "-o", str(target), *asked, "-c", collection]) == 0
    assert capsys.readouterr().out.endswith("copy-3.pdf: 2 pages.\n")
    assert run(["read", str(target), "--text-layer", "keep", "--json", "-c", str(tmp_path / "again")]) == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert record["fields"]["number"]["value"] == "1359"
    assert (record["copy"]["number"], record["copy"]["holder"]) == ("3", "Vice President")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--form", "--aged"], "either --form or --aged"),
        (["--copy", "3"], "give --form with them"),
        (["--form", "--copy", "third"], "Write 3, or 3 of 7"),
    ],
)
def test_what_makes_no_form_is_refused(
    collection: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: list[str], told: str
) -> None:
    assert run(["facsimile", "os-", "-o", str(tmp_path / "x.pdf"), *asked, "-c", collection]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_a_form_is_a_pdf_alone(collection: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["facsimile", "os-", "-o", str(tmp_path / "x.png"), "--form", "-c", collection]) == 2
    assert "End it in .pdf" in capsys.readouterr().err
