"""The pages of a paper are written with what was found drawn over them, each in its colour and with a legend."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.workbench.test_pages import box

from onionskin.cli.main import run
from onionskin.errors import NotFoundError, NotReleasedError, UsageError
from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageMark, PageNumber, PageText
from onionskin.scans.overlay import overlay
from onionskin.workbench import overlay_pages


def white(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height), 255).save(out, "PNG")
    return out.getvalue()


def test_a_mark_is_drawn_where_it_lies_on_a_picture_of_any_size() -> None:
    mark = PageMark(MarkKind.BLACKOUT, Box(400, 600, 800, 700), lines=2, words=9)
    page = PageText(PageNumber(1), "", (), 1000, 1400, 100, "an engine", marks=(mark,))
    drawn = Image.open(io.BytesIO(overlay(white(500, 700), page)))
    assert drawn.width == 500
    assert drawn.height > 700
    assert drawn.getpixel((300, 300)) == drawn.getpixel((200, 330)) == (0, 0x44, 0xFF)
    assert drawn.getpixel((100, 100)) == (255, 255, 255)


def test_each_page_that_was_an_image_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with box(tmp_path) as collection:
        scan, drawn, text = (document.id for document in collection.store.records())
        (path,) = overlay_pages(collection, scan, tmp_path / "out")
        with Image.open(path) as sheet:
            assert sheet.width == 2550
        with pytest.raises(NotFoundError, match="none of its pages was read from an image"):
            list(overlay_pages(collection, text, tmp_path / "out"))
        (tmp_path / "file").write_text("")
        with pytest.raises(UsageError, match="is no folder to write to"):
            list(overlay_pages(collection, drawn, tmp_path / "file"))
    assert run(["pages", scan, "--overlay", "-o", str(tmp_path / "look"), "-c", str(tmp_path / "c")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'look' / f'{scan}-page-1.png'}\n"
    assert run(["pages", "--overlay", "-c", str(tmp_path / "c")]) == 2


def test_of_a_collection_under_review_none_is(tmp_path: Path) -> None:
    with box(tmp_path, policy="review") as collection, pytest.raises(NotReleasedError):
        list(overlay_pages(collection, next(collection.store.records()).id, tmp_path / "out"))
