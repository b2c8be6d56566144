"""Who reads the pages: Onionskin by its command, and the programs it is held against by theirs."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

DPI = 300
_INCH = 72
_OCR_DOUBTS = {"engines-differ", "engine-unsure"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader made of one page: all its words, and those it says it doubts."""

    text: str
    doubtful: tuple[str, ...] = ()
    unread: int = 0
    """Patches of ink it reports as not read."""
    patches: tuple[tuple[float, float, float, float], ...] = ()
    """Those patches: left, top, right, bottom as shares of the page's width and height."""


@dataclass(frozen=True, slots=True)
class Run:
    """Readings by the name of the page's file, and the processor time of all of them together."""

    readings: Mapping[str, Reading]
    seconds: float


class PeerError(Exception):
    """A reader is not here or did not read."""


def cut(source: Path, page: int, folder: Path) -> Path:
    """One page of a PDF as a PDF of its own."""
    target = folder / f"{source.stem}.{page}.pdf"
    whole, single = pdfium.PdfDocument(source), pdfium.PdfDocument.new()
    single.import_pages(whole, [page - 1])
    single.save(target)
    single.close()
    whole.close()
    return target


def onionskin(profile: str, sheets: Iterable[Path]) -> Run:
    """`onionskin read --ocr PROFILE`, as anybody gives it."""
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        files = Path(scratch) / "files"
        files.mkdir()
        for sheet in sheets:
            shutil.copy(sheet, files)
        command = [sys.executable, "-m", "onionskin", "read", str(files), "--json", "--ocr", profile]
        command += ["--text-layer", "redo", "-c", str(Path(scratch) / "collection")]
        printed, seconds = _timed(command)
    pages: dict[str, dict[int, Mapping[str, Any]]] = {}
    doubts: dict[str, list[str]] = {}
    for line in printed.splitlines():
        record = json.loads(line)
        name = Path(record["source"]["name"]).name
        pages.setdefault(name, {}).update({page["n"]: page for page in record["pages"]})
        held = doubts.setdefault(name, [])
        held += [each["as_printed"] for each in record["doubts"] if each["rule"] in _OCR_DOUBTS]
    return Run({name: _reading(held, doubts[name]) for name, held in pages.items()}, seconds)


def _reading(pages: Mapping[int, Mapping[str, Any]], doubts: Iterable[str]) -> Reading:
    text = "\n".join(pages[n]["text"] for n in sorted(pages))
    patches = tuple(
        (left / page["width"], top / page["height"], right / page["width"], bottom / page["height"])
        for page in pages.values()
        for left, top, right, bottom in (each["box"] for each in page.get("unread", ()))
    )
    return Reading(text, tuple(doubts), len(patches), patches)


def tesseract(sheets: Iterable[Path]) -> Run:
    """Plain Tesseract on the page drawn at 300 dpi, nothing set."""
    readings, total = {}, 0.0
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        for sheet in sheets:
            drawn = Path(scratch) / f"{sheet.stem}.png"
            page = pdfium.PdfDocument(sheet)[0]
            page.render(scale=DPI / _INCH, grayscale=True).to_pil().save(drawn, dpi=(DPI, DPI))
            text, seconds = _timed(["tesseract", str(drawn), "stdout"])
            readings[sheet.name] = Reading(text)
            total += seconds
    return Run(readings, total)


def ocrmypdf(sheets: Iterable[Path], program: str = "ocrmypdf") -> Run:
    """OCRmyPDF with a fresh text layer, nothing else set."""
    readings, total = {}, 0.0
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        for sheet in sheets:
            text, out = Path(scratch) / "text.txt", Path(scratch) / "out.pdf"
            command = [program, "--force-ocr", "--output-type", "pdf", "--jobs", "1", "--sidecar", str(text)]
            _, seconds = _timed([*command, str(sheet), str(out)])
            readings[sheet.name] = Reading(text.read_text("utf-8"))
            total += seconds
    return Run(readings, total)


def _timed(command: list[str]) -> tuple[str, float]:
    """What a command prints, and the processor time that it and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    except FileNotFoundError:
        raise PeerError(f"{command[0]} is not installed") from None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if not done.stdout and done.returncode:
        raise PeerError(f"{command[0]} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
