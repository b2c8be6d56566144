"""What single engines promise beyond the contract that all keep (`tests/contracts/test_engines.py`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from tests.scans.sheets import TELEGRAM, typed_image

from onionskin.errors import EngineError, LimitError
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Unread, UnreadKind, Word
from onionskin.record.span import Span
from onionskin.scans import page_time
from onionskin.scans.engine import PageImage
from onionskin.scans.engines import rapid, tesseract
from onionskin.scans.engines.recorded import RecordedEngine, record
from onionskin.scans.limits import Limits

SHEET = PageImage(PageNumber(1), np.asarray(typed_image()), 150, "box/telegram.png")


def test_a_page_that_takes_too_long_is_given_up_between_its_lines() -> None:
    with pytest.raises(LimitError, match=r"page 1: reading it took longer than 0 seconds \(max_page_seconds\)"):
        rapid.engine(Limits(max_page_seconds=0)).read(SHEET)


def test_every_word_s_box_holds_its_ink_and_not_its_neighbours() -> None:
    page = rapid.engine(Limits()).read(SHEET)
    left_over = SHEET.pixels.copy()
    for word in page.words:
        inside = left_over[word.box.top : word.box.bottom, word.box.left : word.box.right]
        assert (inside < 128).any(), word.span.of(page.text)
        inside[:] = 255
    assert (left_over < 128).sum() < 0.02 * (SHEET.pixels < 128).sum()


def test_a_sheet_askew_is_read_with_boxes_on_the_sheet_as_it_lies() -> None:
    askew = np.asarray(typed_image(size=(1275, 900)).rotate(1.5, fillcolor=255))
    page = rapid.engine(Limits()).read(PageImage(PageNumber(1), askew, 150))
    assert page.text.split() == " ".join(TELEGRAM).split()
    for word in page.words:
        assert (askew[word.box.top : word.box.bottom, word.box.left : word.box.right] < 128).mean() > 0.05


@pytest.mark.parametrize("degrees", [90, 270])
def test_what_runs_up_the_page_or_down_is_read_either_way(degrees: int) -> None:
    stamp = typed_image(("DECLASSIFIED", "Authority State letter"), size=(700, 250)).rotate(degrees, expand=True)
    page = rapid.engine(Limits()).read(PageImage(PageNumber(1), np.asarray(stamp), 150))
    assert page.text.split() == ["DECLASSIFIED", "Authority", "State", "letter"]
    first, last = page.words[1].box, page.words[3].box
    assert first.top > last.bottom if degrees == 90 else first.bottom < last.top


def test_tesseract_reads_a_sheet_askew_with_boxes_on_the_sheet_as_it_lies() -> None:
    askew = np.asarray(typed_image(size=(1275, 900)).rotate(1.5, fillcolor=255))
    page = tesseract.engine(Limits()).read(PageImage(PageNumber(1), askew, 150))
    assert len(set(page.text.split()) & set(" ".join(TELEGRAM).split())) >= 20
    for word in page.words:
        assert (askew[word.box.top : word.box.bottom, word.box.left : word.box.right] < 128).mean() > 0.05


def test_tesseract_gives_up_a_page_that_takes_too_long() -> None:
    with pytest.raises(LimitError, match=r"page 1: reading it took longer than 0 seconds \(max_page_seconds\)"):
        tesseract.engine(Limits(max_page_seconds=0)).read(SHEET)


def test_tesseract_begins_anew_where_the_clock_ran_out_and_the_processor_was_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    idle = SimpleNamespace(monotonic=lambda: 0.0, process_time=lambda: 0.0)
    monkeypatch.setattr(page_time, "time", idle)
    page = tesseract.engine(Limits(max_page_seconds=0.1)).read(SHEET)
    assert page.words == tesseract.engine(Limits()).read(SHEET).words


def test_waiting_for_another_page_is_not_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]

    class LentAfterAnHour:
        def __enter__(self) -> None:
            clock[0] += 3_600

        def __exit__(self, *_: object) -> None:
            """Nothing to give back."""

    monkeypatch.setattr(tesseract, "_ONE_AT_A_TIME", LentAfterAnHour())
    both = SimpleNamespace(monotonic=lambda: clock[0], process_time=lambda: clock[0])
    monkeypatch.setattr(page_time, "time", both)
    assert tesseract.engine(Limits(max_page_seconds=600)).read(SHEET).words


def test_a_strip_looked_at_once_more_fails_as_a_page_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapid, "_models", lambda _: None)
    with pytest.raises(EngineError, match="page 1: RapidOCR failed"):
        rapid.RapidEngine(9).look_closer(SHEET, Box(10, 10, 300, 60))


def test_a_missing_language_is_told_and_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "LANGUAGE", "no-such-package")
    tesseract._api.cache_clear()
    with pytest.raises(EngineError, match=r"eng\.traineddata is missing.*Install"):
        tesseract.engine(Limits()).read(SHEET)
    tesseract._api.cache_clear()


def test_a_missing_model_is_told_and_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapid, "_DETECTION", Path("/nowhere/PP-OCRv6_det_small.onnx"))
    rapid._models.cache_clear()
    with pytest.raises(EngineError, match=r"the model PP-OCRv6_det_small\.onnx is missing.*Install"):
        rapid.engine(Limits()).read(SHEET)
    rapid._models.cache_clear()


def test_a_fault_within_the_engine_is_ours_and_names_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: int) -> object:
        raise RuntimeError("inference failed")

    monkeypatch.setattr(rapid, "_models", failing)
    with pytest.raises(EngineError, match=r"box/telegram\.png, page 1: RapidOCR failed \(inference failed\)"):
        rapid.engine(Limits()).read(SHEET)


NO_NETWORK = """
import socket
class NoNetwork(Exception): pass
def refuse(*_, **__): raise NoNetwork("the network was asked for")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.getaddrinfo = socket.create_connection = refuse
"""

READ_ONE = """
import sys
from pathlib import Path
from onionskin.scans.limits import Limits
from onionskin.scans.registry import open_engine
from onionskin.scans.source import open_source
with open_source(Path(sys.argv[1]), Limits(), open_engine("best", Limits())) as opened:
    for page in opened.pages:
        print(page.text)
    assert not opened.faults, opened.faults
assert sys.modules.get("openvino_telemetry") is None
"""


@pytest.mark.parametrize("cut", ["sockets refused", "no network at all"])
def test_ocr_needs_no_network(tmp_path: Path, cut: str) -> None:
    typed_image().save(tmp_path / "telegram.png")
    command = [sys.executable, "-c", (NO_NETWORK if cut == "sockets refused" else "") + READ_ONE]
    if cut == "no network at all":
        tried = subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False)
        if tried.returncode:
            pytest.skip("this user may not make a network of his own; the other case refuses sockets")
        command = ["unshare", "--net", *command]
    done = subprocess.run([*command, str(tmp_path / "telegram.png")], capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (" ".join(TELEGRAM).split(), "")


def test_a_recording_is_replayed_as_it_was(tmp_path: Path) -> None:
    words = (Word(Span(0, 6), Box(1, 2, 3, 4), 0.25), Word(Span(7, 11), Box(5, 2, 8, 4), 0.5, ("1369",)))
    unread = (Unread(UnreadKind.STAMP, Box(9, 9, 20, 20)),)
    page = PageText(PageNumber(1), "SECRET 1359\n", words, SHEET.width, SHEET.height, 150, "x/1", unread=unread)
    record([page], tmp_path / "a.json")
    assert RecordedEngine(tmp_path / "a.json").read(SHEET) == page


def test_a_recording_of_another_page_is_refused(tmp_path: Path) -> None:
    record([PageText(PageNumber(1), "", (), 10, 10, 150)], tmp_path / "a.json")
    engine = RecordedEngine(tmp_path / "a.json")
    with pytest.raises(EngineError, match="of a page of 10 by 10 pixels"):
        engine.read(SHEET)
    with pytest.raises(EngineError, match="does not have this page"):
        engine.read(PageImage(PageNumber(2), SHEET.pixels, 150))


@pytest.mark.parametrize("content", ["", "{}", '{"pages": [1]}', '{"pages": [{"n": 1}]}'])
def test_what_is_no_recording_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(EngineError, match="no recorded OCR"):
        RecordedEngine(tmp_path / "a.json")
