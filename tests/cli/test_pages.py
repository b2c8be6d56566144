"""`onionskin pages` tells how scans were read, and writes them out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.workbench.test_pages import box

from onionskin.cli.main import run


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> str:
    """No test of these changes it."""
    place = tmp_path_factory.mktemp("box")
    box(place).close()
    return str(place / "c")


def test_one_page_a_line(collection: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pages", "-c", collection]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["box 3/a.tif", "1", "6", "0.89", "17%", "alto", "the text layer is kept: as asked"]
    assert rows[1][:6] == ["box 3/b.pdf", "1", "3", "-", "-", "pdf-text-layer"]


def test_the_worst_first_and_as_json(collection: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pages", "--worst", "1", "--json", "-c", collection]) == 0
    (page,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (page["source"], page["words"]) == ("box 3/c.png", 0)
    assert run(["pages", "--worst", "-c", collection]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_pages_are_written_and_counted(collection: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pages", "--as", "hocr", "-o", str(tmp_path / "out"), "-c", collection]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'out'}: 2 files written, of 2 pages; none could not be.\n"
    assert run(["pages", "--as", "hocr", "-o", str(tmp_path / "out"), "-c", collection]) == 4
    assert capsys.readouterr().err.count("is there already") == 2


def test_the_form_and_the_folder_go_together(collection: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pages", "--as", "pdf", "-c", collection]) == 2
    assert "--as and -o go together" in capsys.readouterr().err
