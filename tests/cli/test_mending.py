"""`onionskin pages` turns a page, reads it again, replaces it and takes that back, and says what came of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from tests.scans.sheets import TELEGRAM, typed_image

from onionskin.cli.main import run


@pytest.fixture
def collection(tmp_path: Path) -> str:
    (tmp_path / "in").mkdir()
    typed_image().rotate(180).save(tmp_path / "in" / "a.png", dpi=(150, 150))
    assert run(["read", str(tmp_path / "in"), "-c", str(tmp_path / "c"), "--ocr", "tesseract", "--no-link"]) == 0
    return str(tmp_path / "c")


def test_a_page_is_turned_read_by_another_engine_and_turned_back(
    collection: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["pages", "reread", "a.png", "1", "tesseract", "--by", "A. Clerk", "-c", collection]) == 0
    assert "read by tesseract; " in capsys.readouterr().out
    assert run(["pages", "turn", "a.png", "1", "180", "--json", "-c", collection]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["words"] >= len(" ".join(TELEGRAM).split()) - 2
    (paper,) = told["papers"]
    assert run(["pages", "undo", paper, "1", "-c", collection]) == 0
    assert "a.png, page 1: " in capsys.readouterr().out
    assert run(["pages", "undo", "a.png", "1", "-c", collection]) == 0
    assert run(["pages", "undo", "a.png", "1", "-c", collection]) == 2
    assert "nobody changed page 1" in capsys.readouterr().err


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A collection of a page that nobody read; what is refused leaves it as it is."""
    place = tmp_path_factory.mktemp("blank")
    (place / "in").mkdir()
    Image.new("L", (850, 1100), 250).save(place / "in" / "a.png", dpi=(100, 100))
    assert run(["read", str(place / "in"), "-c", str(place / "c"), "--ocr", "null", "--no-link"]) == 0
    return str(place / "c")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["turn", "a.png", "1"], "turn takes ID PAGE DEGREES"),
        (["turn", "a.png", "one", "90"], "one is no number"),
        (["turn", "a.png", "1", "91"], "not by 91"),
        (["reread", "a.png", "1", "best", "fast"], "reread takes ID PAGE [ENGINE]"),
        (["paint", "a.png", "1"], "paint is nothing that is done with a page"),
        (["turn", "a.png", "1", "90", "--worst"], "turn goes with no other option"),
    ],
)
def test_what_cannot_be_understood_is_said(
    blank: str, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert run(["pages", *words, "-c", blank]) == 2
    assert told in capsys.readouterr().err
