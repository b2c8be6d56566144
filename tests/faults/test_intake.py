"""Files that fail, each in one way: a clear message with its name and page, and the others are read."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.scans.sheets import TELEGRAM, encrypted, png_bomb, remade, scan_pdf, text_pdf, typed_image

from onionskin.errors import (
    DamagedSourceError,
    EmptySourceError,
    EncryptedSourceError,
    LimitError,
    NotFoundError,
    OnionskinError,
    SourceError,
    UnknownFormatError,
)
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.limits import Limits
from onionskin.scans.source import open_source, page_image
from onionskin.scans.walk import walk

LIMITS = Limits(max_unpacked_bytes=40_000_000)
"""As they are, but for one that takes a second to reach; `measured` uses the usual ones."""
GOOD = "OUTGOING TELEGRAM\nEYES ONLY\n"


def pdf_with_image(width: int, height: int) -> bytes:
    """A page whose image says that it is so large."""

    def enlarge(pdf: pikepdf.Pdf) -> None:
        (image,) = pdf.pages[0].Resources.XObject.values()
        image.Width, image.Height = width, height

    return remade(scan_pdf(Image.new("L", (10, 10), 255)), enlarge)


def pdf_that_unpacks_to(size: int, times_packed: int = 1) -> bytes:
    """A page whose content is blanks, packed once or several times over."""

    def fill(pdf: pikepdf.Pdf) -> None:
        packing = zlib.compressobj(9, wbits=-15)
        million = packing.compress(b" " * 1_000_000) + packing.flush(zlib.Z_FULL_FLUSH)
        data = b"\x78\x9c" + million * (size // 1_000_000) + b"\x03\x00" + bytes(4)
        for _ in range(times_packed - 1):
            data = zlib.compress(data, 9)
        filters = pikepdf.Array([pikepdf.Name.FlateDecode] * times_packed)
        pdf.pages[0].obj.Contents = pdf.make_stream(data, Filter=filters)

    return remade(text_pdf(TELEGRAM), fill, compress_streams=False)


BAD: dict[str, tuple[Callable[[], bytes], type[OnionskinError], str]] = {
    "empty.txt": (lambda: b"", EmptySourceError, "the file is empty"),
    "blank.txt": (lambda: b" \r\n\x0c\n", EmptySourceError, "nothing on it but blanks"),
    "numbers.txt": (
        lambda: random.Random(2).randbytes(5000),
        UnknownFormatError,
        "neither text nor an image nor a PDF",
    ),
    "letter.docx": (lambda: b"PK\x03\x04" + bytes(100), UnknownFormatError, "a ZIP archive or an Office document"),
    "secret.pdf": (lambda: encrypted(text_pdf(TELEGRAM), "secret"), EncryptedSourceError, "asks for a password"),
    "cut.pdf": (lambda: scan_pdf(typed_image())[:9000], DamagedSourceError, "damaged or breaks off"),
    "cut.png": (lambda: b"\x89PNG\r\n\x1a\n\0\0", DamagedSourceError, "header cannot be read"),
    "long.txt": (lambda: b"\x0c".join([b"x"] * 6000), LimitError, r"6000 pages.*\(max_pages\)"),
}
"""Files that cannot be opened."""

BAD_PAGES: dict[str, tuple[Callable[[], bytes], type[OnionskinError], str]] = {
    "bomb.png": (lambda: png_bomb(60_000, 60_000), LimitError, r"60000 by 60000 pixels.*\(max_pixels\)"),
    "long-strip.png": (lambda: png_bomb(20_000, 20_000), LimitError, r"20000 by 20000 pixels.*\(max_pixels\)"),
    "image-bomb.pdf": (lambda: pdf_with_image(60_000, 60_000), LimitError, r"60000 by 60000 pixels.*\(max_pixels\)"),
    "content-bomb.pdf": (lambda: pdf_that_unpacks_to(500_000_000), LimitError, r"\(max_unpacked_bytes\)"),
    "packed-twice.pdf": (lambda: pdf_that_unpacks_to(500_000_000, 2), LimitError, r"\(max_unpacked_bytes\)"),
    "half.png": (lambda: _half(typed_image(), "PNG"), DamagedSourceError, "the image is damaged"),
    "half.jpg": (lambda: _half(typed_image(), "JPEG"), DamagedSourceError, "the image is damaged"),
}
"""Files that open, and whose first page cannot be read."""


def _half(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()[: len(out.getvalue()) // 2]


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_opened_is_named_with_what_to_do(tmp_path: Path, name: str) -> None:
    make, kind, told = BAD[name]
    (tmp_path / name).write_bytes(make())
    with pytest.raises(kind, match=told) as raised:
        open_source(tmp_path / name, LIMITS, name=f"box 3/{name}")
    assert raised.value.where == f"box 3/{name}"
    assert raised.value.advice
    assert raised.value.exit_code == 4


@pytest.mark.parametrize("name", BAD_PAGES)
def test_a_page_that_cannot_be_read_is_empty_and_its_error_names_file_and_page(tmp_path: Path, name: str) -> None:
    make, kind, told = BAD_PAGES[name]
    (tmp_path / name).write_bytes(make())
    with open_source(tmp_path / name, LIMITS, name=f"box 3/{name}") as opened:
        assert [page.text for page in opened.pages] == [""]
        (fault,) = opened.faults
    with pytest.raises(kind, match=told):
        raise fault
    assert (fault.where, fault.page) == (f"box 3/{name}", 1)


@pytest.mark.parametrize("name", BAD_PAGES)
def test_the_reading_room_meets_the_same_error_when_it_draws_the_page(name: str) -> None:
    make, _, _ = BAD_PAGES[name]
    kind = "application/pdf" if name.endswith(".pdf") else "image/png"
    with pytest.raises(SourceError):
        page_image(io.BytesIO(make()), kind, PageNumber(1), width=600, limits=LIMITS)


def test_bad_files_in_a_folder_cost_the_good_ones_nothing(tmp_path: Path) -> None:
    for name, (make, _, _) in {**BAD, **BAD_PAGES}.items():
        (tmp_path / name).write_bytes(make())
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    read, failed = [], []
    for found in walk([tmp_path]):
        if isinstance(found, OnionskinError):
            failed.append(Path(found.where).name)
            continue
        try:
            with open_source(found.path, LIMITS, name=found.name) as opened:
                read += [page.text for page in opened.pages if page.text]
                failed += [fault.where for fault in opened.faults]
        except SourceError as fault:
            failed.append(fault.where)
    assert read == [GOOD]
    assert sorted(failed) == sorted([*BAD, *BAD_PAGES, "gone.txt"])


def test_a_file_that_vanishes_between_walk_and_opening_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    found = next(walk([tmp_path]))
    (tmp_path / "a.txt").unlink()
    assert not isinstance(found, OnionskinError)
    with pytest.raises(NotFoundError, match="the file vanished"):
        open_source(found.path, LIMITS, name=found.name)


@pytest.mark.parametrize(
    ("encoded", "guessed"),
    [
        ("Général Nguyễn said “no”.".encode("utf-16"), False),
        ("Général Nguyễn said “no”, and that was all.".encode("utf-16-le"), False),
        ("Général said “no”.".encode("cp1252"), True),
        ("Général said “no”.\n".encode() + "Général said “no”.\n".encode("cp1252"), True),
    ],
)
def test_other_encodings_are_read_and_guesses_told(tmp_path: Path, encoded: bytes, *, guessed: bool) -> None:
    (tmp_path / "a.txt").write_bytes(encoded)
    with open_source(tmp_path / "a.txt", LIMITS) as opened:
        (page,) = opened.pages
        assert "Général" in page.text
        assert "“no”" in page.text
        assert bool(opened.remarks) is guessed


MEASURED = """
import sys
from pathlib import Path
from onionskin.errors import OnionskinError
from onionskin.scans.limits import Limits
from onionskin.scans.source import open_source
try:
    with open_source(Path(sys.argv[1]), Limits()) as opened:
        for page in opened.pages: print(len(page.text), opened.faults)
except OnionskinError as fault:
    print(type(fault).__name__, fault)
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1000)
"""
"""Opens a file in a process of its own; the last line is the most memory it ever held, in megabytes."""


def measured(path: Path) -> tuple[str, int]:
    done = subprocess.run([sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True)
    *told, most = done.stdout.splitlines()
    return "\n".join(told), int(most)


def test_a_text_of_200_mb_is_refused_and_costs_no_memory(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        for _ in range(200):
            file.write(b"TELEGRAM\n" * 111_112)
    told, memory = measured(tmp_path / "huge.txt")
    assert "the text is 200 MB, and at most 32 MB are read (max_text_bytes)" in told
    assert memory < 60


@pytest.mark.parametrize("line", ["OUTGOING TELEGRAM\n", "“Général Nguyễn” ☐\r\n", "\U0001f5c4 box\n"])
def test_the_largest_text_that_is_read_fits_into_300_mb(tmp_path: Path, line: str) -> None:
    encoded = line.encode()
    (tmp_path / "large.txt").write_bytes(encoded * (LIMITS.max_text_bytes // len(encoded)))
    told, memory = measured(tmp_path / "large.txt")
    assert told.endswith("()")
    assert memory < 300


@pytest.mark.parametrize("name", [name for name in BAD_PAGES if "bomb" in name or "twice" in name])
def test_bombs_are_not_unpacked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD_PAGES[name][0]())
    assert (tmp_path / name).stat().st_size < 1_000_000
    told, memory = measured(tmp_path / name)
    assert "LimitError" in told
    assert memory < 200


def test_an_engine_that_breaks_costs_its_page_alone(tmp_path: Path) -> None:
    class Broken:
        name = "broken"

        def read(self, image: object) -> PageText:
            raise SourceError("it broke", where=str(image))

    (tmp_path / "a.pdf").write_bytes(scan_pdf(typed_image(), typed_image()))
    with open_source(tmp_path / "a.pdf", LIMITS, Broken()) as opened:
        pages = list(opened.pages)
    assert [(page.text, page.reader, page.width, page.dpi) for page in pages] == [("", "none", 1275, 150)] * 2
    assert len(opened.faults) == 2
