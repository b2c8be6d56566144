"""A source is opened within its limits, keeps its bytes under their hash, and loses no page for another's fault."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from onionskin.errors import EmptySourceError, LimitError, NotFoundError, SourceError
from onionskin.record.page import PageNumber
from onionskin.scans import source
from onionskin.scans.limits import Limits
from onionskin.scans.source import open_source, page_image

TELEGRAM = b"OUTGOING TELEGRAM\n\x0cpage two\n"


@pytest.fixture
def telegram(tmp_path: Path) -> Path:
    path = tmp_path / "telegram.txt"
    path.write_bytes(TELEGRAM)
    return path


def test_a_text_is_its_pages_under_the_hash_of_its_bytes(telegram: Path) -> None:
    with open_source(telegram, Limits(), name="box 3/telegram.txt") as opened:
        assert [(page.n, page.text, page.reader) for page in opened.pages] == [
            (1, "OUTGOING TELEGRAM\n", "text"),
            (2, "page two\n", "text"),
        ]
        assert (opened.name, opened.media_type, opened.page_count) == ("box 3/telegram.txt", "text/plain", 2)
        assert opened.sha256 == hashlib.sha256(TELEGRAM).hexdigest()
        assert opened.content == TELEGRAM
        assert (opened.faults, opened.remarks) == ((), ())


def test_a_file_too_large_to_hold_gives_its_path_for_content(telegram: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "HELD_IN_MEMORY", 10)
    with open_source(telegram, Limits()) as opened:
        assert opened.content == telegram
        assert opened.sha256 == hashlib.sha256(TELEGRAM).hexdigest()
        assert [page.text for page in opened.pages] == ["OUTGOING TELEGRAM\n", "page two\n"]


def test_pages_can_be_had_in_any_order_and_again(telegram: Path) -> None:
    with open_source(telegram, Limits()) as opened:
        assert opened.page(PageNumber(2)).text == "page two\n"
        assert [page.n for page in opened.pages] == [1, 2]
        assert [page.n for page in opened.pages] == [1, 2]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "SECRET", "text/plain"),
        ("a.md", "SECRET", "text/markdown"),
        ("a.txt", "~~SECRET~~", "text/markdown"),
        ("a.pdf", "SECRET", "text/plain"),
    ],
)
def test_markdown_is_told_by_its_ending_or_by_its_marks(tmp_path: Path, name: str, text: str, kind: str) -> None:
    (tmp_path / name).write_text(text)
    with open_source(tmp_path / name, Limits()) as opened:
        assert opened.media_type == kind


def test_guesses_about_the_encoding_are_passed_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Gen\xe9ral")
    with open_source(tmp_path / "a.txt", Limits()) as opened:
        assert opened.remarks == ("not UTF-8, and read as Windows-1252: line 1",)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"box/gone\.txt: the file vanished"):
        open_source(tmp_path / "gone.txt", Limits(), name="box/gone.txt")


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        open_source(tmp_path, Limits())


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    with pytest.raises(EmptySourceError, match=r"a\.pdf: the file is empty"):
        open_source(tmp_path / "a.pdf", Limits(), name="a.pdf")


def test_a_file_larger_than_may_be_is_refused_before_it_is_read(telegram: Path) -> None:
    with pytest.raises(LimitError, match="max_bytes"):
        open_source(telegram, Limits(max_bytes=10))
    with pytest.raises(LimitError, match=r"the text is .*max_text_bytes"):
        open_source(telegram, Limits(max_text_bytes=10))


def test_a_text_has_no_page_image(telegram: Path) -> None:
    with telegram.open("rb") as file, pytest.raises(NotFoundError):
        page_image(file, "text/plain", PageNumber(1))


def test_reading_text_loads_nothing_that_is_heavy(telegram: Path) -> None:
    """What the command line pays for `--help`, and a text for its memory."""
    asked = f"""
import sys
from pathlib import Path
from onionskin.scans import registry, source, walk
from onionskin.scans.limits import Limits
with source.open_source(Path({str(telegram)!r}), Limits()) as opened:
    assert len(list(opened.pages)) == 2
print(*sorted({{name.split(".")[0] for name in sys.modules}}))
"""
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert not {"cv2", "numpy", "openvino", "PIL", "pikepdf", "pypdfium2", "rapidocr"} & set(loaded)
