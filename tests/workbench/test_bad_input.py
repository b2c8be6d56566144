"""Whatever is wrong with one file: the command line names it and says what to do, and the others are read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.command_line import Run, runner
from tests.published import schema_faults
from tests.scans.sheets import TELEGRAM, encrypted, png_bomb, scan_pdf, text_pdf, typed_image
from tests.workbench.box import faults, typed


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in a folder that has a box with a good first and a good last file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "box").mkdir()
    (tmp_path / "box" / "a.txt").write_text(typed(1))
    (tmp_path / "box" / "z.txt").write_text(typed(2))

    return runner(capsys)


def sparse(path: Path) -> None:
    """A text of 200 MB that takes no room on the disk."""
    with path.open("wb") as file:
        file.write(b"OUTGOING TELEGRAM\n" * 10_000)
        file.truncate(200_000_000)


def bomb(path: Path) -> None:
    path.write_bytes(png_bomb(100_000, 100_000))


BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "an empty file": ("m.txt", lambda path: path.write_bytes(b""), "the file is empty"),
    "nothing but blanks": ("m.txt", lambda path: path.write_bytes(b" \n\f\n"), "blanks"),
    "a binary named .txt": ("m.txt", lambda path: path.write_bytes(bytes(range(256)) * 40), "neither text nor"),
    "an Office document": ("m.docx", lambda path: path.write_bytes(b"PK\x03\x04" + bytes(99)), "Office"),
    "a truncated PDF": ("m.pdf", lambda path: path.write_bytes(scan_pdf(typed_image())[:9000]), "damaged"),
    "an encrypted PDF": ("m.pdf", lambda path: path.write_bytes(encrypted(text_pdf(TELEGRAM), "secret")), "password"),
    "a decompression bomb": (
        "m.png",
        lambda path: path.write_bytes(png_bomb(100_000, 10_000)),
        "m.png, page 1: .*max_pixels",
    ),
    "a text of 200 MB": ("m.txt", sparse, "max_text_bytes"),
    "a link to nowhere": ("m.txt", lambda path: path.symlink_to("nowhere"), "vanished"),
    "a link to itself": ("m.txt", lambda path: path.symlink_to(path), "cannot be read|vanished"),
}


@pytest.mark.parametrize("what", BAD)
def test_the_file_is_named_with_what_to_do_and_the_others_are_read(run: Run, tmp_path: Path, what: str) -> None:
    name, make, told = BAD[what]
    make(tmp_path / "box" / name)
    read = run("read", "box")
    assert read.status == 4
    (line,) = (line for line in read.err.splitlines() if name in line)
    assert re.search(told, line), line
    assert re.search(r"\. [A-Z]", line), "a message ends with what to do next"
    assert "Traceback" not in read.err
    assert {Path(row["source"]).name for row in run("list", "--json").json} >= {"a.txt", "z.txt"}
    assert faults(tmp_path / "onionskin-collection") == []


@pytest.mark.parametrize("what", ["an empty file", "a link to nowhere"])
def test_two_processes_say_the_same(run: Run, tmp_path: Path, what: str) -> None:
    name, make, _ = BAD[what]
    make(tmp_path / "box" / name)
    alone = run("read", "box", "-c", "alone")
    both = run("read", "box", "-c", "both", "--jobs", "2")
    assert (both.status, both.err) == (alone.status, alone.err)
    assert both.out == alone.out.replace("alone", "both")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "box" / "m.txt").write_text(typed(3))
    (tmp_path / "box" / "m.txt").chmod(0)
    read = run("read", "box")
    assert read.status == 4
    assert "m.txt" in read.err


TEXT = typed(3).replace("Foodstuffs", "Café “Foodstuffs”")
ENCODED: dict[str, bytes] = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with its mark": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 without its mark": TEXT.encode("utf-16-le"),
    "Windows-1252": TEXT.encode("cp1252"),
    "UTF-8 and Windows-1252": b"".join(
        line.encode("cp1252" if n % 2 else "utf-8") for n, line in enumerate(TEXT.splitlines(keepends=True))
    ),
    "Windows line ends": TEXT.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": TEXT.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_any_encoding_is_read_to_the_same_record(run: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "m.txt").write_bytes(ENCODED[encoding])
    read = run("read", "m.txt", "--json")
    assert read.status == 0
    (record,) = read.json
    assert schema_faults(record) == []
    assert record["fields"]["number"]["value"] == "3"
    assert record["fields"]["subject"]["value"] == "Airlift of Café “Foodstuffs”, part 3"


def test_a_path_that_is_not_there_among_others_that_are(run: Run) -> None:
    read = run("read", "box", "nowhere.pdf")
    assert read.status == 4
    assert "nowhere.pdf" in read.err
    assert "2 files read" in read.out


def test_a_path_that_is_not_there_and_no_other(run: Run) -> None:
    assert run("read", "nowhere.pdf").status == 3


def test_everything_wrong_at_once(run: Run, tmp_path: Path) -> None:
    """Each is named once, in the order of the names; what is good is read; and the same run again says the same."""
    for at, (name, make, _) in enumerate(BAD.values()):
        make(tmp_path / "box" / f"m{at}.{name.split('.')[1]}")
    first, again = run("read", "box"), run("read", "box")
    assert first.status == again.status == 4
    named = re.findall(r"m(\d)\.\w+[,:]", first.err)
    assert [int(each) for each in named] == list(range(len(BAD)))
    assert {Path(row["source"]).name for row in run("list", "--json").json} >= {"a.txt", "z.txt"}
    assert "3 files unchanged" in again.out
    assert faults(tmp_path / "onionskin-collection") == []
