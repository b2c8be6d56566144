"""RapidOCR: PP-OCRv6 on OpenVINO, or on onnxruntime where that is not installed. The models lie in its package.

Its parts are called one by one and not as a whole, for three reasons. It gives words the confidences of letters (it
pairs the two lists as they come); it loses blanks that its columns still show; it cannot be stopped when a page's time
is up.
"""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import importlib.util
import math
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray
from rapidocr.ch_ppocr_rec.typings import TextRecOutput
from rapidocr.main import RapidOCRError
from rapidocr.utils.process_img import map_boxes_to_original

from onionskin.errors import EngineError, LimitError
from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.scans.engine import OcrEngine, PageImage, faults_of
from onionskin.scans.limits import Limits
from onionskin.scans.page_time import PageTime
from onionskin.scans.preparation import softened
from onionskin.scans.seen import SeenLine, SeenWord, Turn
from onionskin.scans.setting import set_page
from onionskin.scans.spacing import words

# With its telemetry package at hand OpenVINO tells its makers over the network that it was imported. Nothing here may.
sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]

_MODELS = Path(rapidocr.__file__).parent / "models"
_DETECTION, _RECOGNITION = _MODELS / "PP-OCRv6_det_small.onnx", _MODELS / "PP-OCRv6_rec_small.onnx"

_LIBRARY = "RapidOCR"
_BLUR_INCH = 0.0027
"""It learned on photographs: a worn page of black and white alone it reads better softened. More costs clean pages
whole phrases, and wins worn ones next to nothing.
"""
_ROTATED_FROM = 1.5
"""Height to width from which RapidOCR turns a strip by a quarter before reading it."""
_FOUND_ON = 1280
"""Pixels of a page's longer side on which its lines are found: as many as on one of 2,000, in less than half the time.
"""
_SQUEEZED = 0.75
"""Share of its width to which a strip is brought for reading. The recogniser's work goes by the width, and typed
letters are wider than it needs: of 3,000 keyed words it had nearly as many right, in three quarters of the time.
"""
_LENGTHS = 2.0
"""Strips are padded to a multiple of so many heights."""
_HALF_LETTER = 0.67
"""How far a letter reaches from its middle, in steps; a little more than half, for the middles are not exact."""
_THREADS = 1
_MID_GREY = 127
"""What the recogniser itself pads with."""
_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)}
"""The model also reads Chinese, and now and then takes a typed colon for a full-width one."""

Quad = NDArray[np.float32]
"""Corners of a line in page pixels: upper left, upper right, lower right, lower left; 4 by 2."""


class RapidEngine:
    """Reads lines anywhere on the page; words, boxes and confidences come from the columns of its letters."""

    def __init__(self, seconds: float, wide_below: float = 0.0) -> None:
        """`seconds` is how long one page may take, as `PageTime` counts. Lines are read squeezed; those with less
        confidence than `wide_below` are read once more as wide as they are.
        """
        self.name = f"rapidocr/{importlib.metadata.version('rapidocr')}"
        self._seconds = seconds
        self._wide_below = wide_below
        self._one_at_a_time = threading.Lock()

    def read(self, image: PageImage) -> PageText:
        """The page's text; the models are loaded at the first page, which takes a second."""
        text, placed = set_page(self.look(image))
        return PageText(image.n, text, placed, image.width, image.height, image.dpi, self.name)

    def look(self, image: PageImage) -> list[SeenLine]:
        """The page's lines, from the top."""
        with faults_of(_LIBRARY, image), self._one_at_a_time:
            return list(self._lines(image, PageTime(self._seconds)))

    def look_closer(self, image: PageImage, box: Box) -> SeenLine | None:
        """One line of which it is known where it stands; None where nothing is read there."""
        strip = image.pixels[box.top : box.bottom, box.left : box.right]
        if not strip.size:
            return None
        corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
        with faults_of(_LIBRARY, image):
            soft = cv2.cvtColor(softened(strip, image.dpi, _BLUR_INCH), cv2.COLOR_GRAY2BGR)
            with self._one_at_a_time:
                read = _Letters.read(_models(os.getpid()), soft)
            return _line(read, strip, np.array(corners, np.float32)) if read.text else None

    def look_again(self, image: PageImage, lines: Sequence[SeenLine]) -> list[SeenLine | None]:
        """What is read of level lines that this engine has read, where the page is now as `image` has it."""
        with faults_of(_LIBRARY, image), self._one_at_a_time:
            pixels = cv2.cvtColor(image.pixels, cv2.COLOR_GRAY2BGR)
            return [self._again(pixels, np.array(line.corners, np.float32)) for line in lines]

    def _again(self, pixels: NDArray[np.uint8], quad: Quad) -> SeenLine | None:
        models = _models(os.getpid())
        (strip,) = models.crop_text_regions(pixels, quad[np.newaxis])
        read = _Letters.read(models, strip)
        return _line(read, strip[:, :, 0], quad) if read.is_sure(models.text_score) else None

    def _lines(self, image: PageImage, time: PageTime) -> Iterator[SeenLine]:
        models = _models(os.getpid())
        pixels = cv2.cvtColor(softened(image.pixels, image.dpi, _BLUR_INCH), cv2.COLOR_GRAY2BGR)
        small, scaling = models.preprocess_img(pixels)
        try:
            _, found = models.detect_and_crop(small, scaling)
        except RapidOCRError:
            return  # It says so of an empty page.
        quads = map_boxes_to_original(found.boxes.astype(np.float32), scaling, image.height, image.width)
        # The strips are cut from the page as it is, and not from what was scaled down for finding them.
        strips = models.crop_text_regions(pixels, quads)
        for strip, quad in zip(strips, quads, strict=True):
            if time.is_over:
                told = f"reading it took longer than {self._seconds:g} seconds (max_page_seconds)"
                raise LimitError(told, where=image.where, page=image.n)
            read, cut = max(
                ((_Letters.read(models, way.pixels, _SQUEEZED), way) for way in _Cut.of(strip, quad).ways()),
                key=lambda each: each[0].score,
            )
            if read.score < self._wide_below:
                read = _Letters.read(models, cut.pixels)
            if read.is_sure(models.text_score):
                yield replace(_line(read, cut.pixels[:, :, 0], cut.quad), turn=cut.turn)


def engine(limits: Limits) -> OcrEngine:
    """RapidOCR with one thread, as many may run side by side."""
    return RapidEngine(limits.max_page_seconds)


@functools.cache
def _models(process: int) -> rapidocr.RapidOCR:  # noqa: ARG001 - inference threads do not outlive a fork
    """RapidOCR with its models, one to a process. It fetches models it does not find, so it is told where they are."""
    for model in (_DETECTION, _RECOGNITION):
        if not model.is_file():
            advice = "Install the package `rapidocr` again: its wheel carries the models"
            raise EngineError(f"the model {model.name} is missing", where=str(_MODELS), advice=advice)
    has_openvino = importlib.util.find_spec("openvino") is not None
    backend = rapidocr.EngineType.OPENVINO if has_openvino else rapidocr.EngineType.ONNXRUNTIME
    models = rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.return_word_box": True,
            "Global.max_side_len": _FOUND_ON,
            "Det.engine_type": backend,
            "Det.model_path": str(_DETECTION),
            # Dilation merges lines that stand close; without it fewer are lost.
            "Det.use_dilation": False,
            "Rec.engine_type": backend,
            "Rec.model_path": str(_RECOGNITION),
            "Rec.rec_batch_num": 1,
            "EngineConfig.openvino.inference_num_threads": _THREADS,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": _THREADS,
        }
    )
    if has_openvino:
        # By name, since its own import of OpenVINO would be this module's, who has none and who has telemetry alike.
        alphabet = importlib.import_module("onionskin.scans.engines.alphabet")
        alphabet.narrow(models._load_rec_model(), _THREADS)  # noqa: SLF001 - it has no other door
    return models


def _narrower(strip: NDArray[np.uint8], share: float) -> NDArray[np.uint8]:
    height, width = strip.shape[:2]
    size = max(1, round(share * width)), height
    return strip if size[0] == width else np.asarray(cv2.resize(strip, size, interpolation=cv2.INTER_AREA), np.uint8)


def _padded(strip: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """OpenVINO keeps what it worked out for every width it meets; made a few widths, strips need half the memory."""
    height, width = strip.shape[:2]
    wanted = math.ceil(math.ceil(width / height / _LENGTHS) * _LENGTHS * height)
    padding = np.full((height, wanted - width, 3), _MID_GREY, np.uint8)
    return np.concatenate((strip, padding), axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """One line cut out of the page, and where its corners lie there; it runs level unless it is much higher than wide.
    RapidOCR then turns it as if it ran down the page.
    """

    pixels: NDArray[np.uint8]
    quad: Quad
    turn: Turn

    @classmethod
    def of(cls, pixels: NDArray[np.uint8], quad: Quad) -> _Cut:
        """As RapidOCR cut it."""
        return cls(pixels, quad, Turn.DOWN if _is_turned(quad) else Turn.LEVEL)

    def ways(self) -> Iterator[_Cut]:
        """As it is; and the other way up where it may run up the page: the recogniser reads half of it on its head."""
        yield self
        if self.turn is not Turn.LEVEL:
            upright = np.ascontiguousarray(self.pixels[::-1, ::-1])
            yield _Cut(upright, np.roll(self.quad, 2, axis=0), Turn.UP)


@dataclass(frozen=True, slots=True)
class _Letters:
    """What the recogniser read on one strip: its text, and the middle and confidence of each character but blanks;
    `score` is how sure it is of the whole.
    """

    text: str
    middles: list[float]
    sure: list[float]
    score: float

    def is_sure(self, least: float) -> bool:
        """Whether anything was read, and surely enough."""
        return bool(self.text) and self.score >= least

    @classmethod
    def read(cls, models: rapidocr.RapidOCR, strip: NDArray[np.uint8], squeezed: float = 1.0) -> _Letters:
        """The one line of a strip, which may be squeezed to a share of its width; the middles are the strip's own."""
        padded = _padded(_narrower(strip, squeezed))
        read: TextRecOutput = models.recognize_txt([padded])
        (text,), (info,), (score,) = read.txts, read.word_results, read.scores
        if not text.strip():
            return cls("", [], [], score)
        column = padded.shape[1] / squeezed / info.line_txt_len
        middles = [(at + 0.5) * column for columns in info.word_cols for at in columns]
        sure = [each for letter, each in zip(text, info.confs, strict=True) if not letter.isspace()]
        return cls(text.translate(_FULL_WIDTH), middles, sure, score)


def _line(read: _Letters, strip: NDArray[np.uint8], quad: Quad) -> SeenLine:
    """The words of one strip, with their boxes on the page."""
    letters, length = "".join(read.text.split()), strip.shape[1]
    half = _HALF_LETTER * float(np.median(np.diff(read.middles))) if len(letters) > 1 else strip.shape[0] / 4
    seen = [
        SeenWord(
            letters[start:end],
            _box((read.middles[start] - half) / length, (read.middles[end - 1] + half) / length, quad),
            float(np.mean(read.sure[start:end])),
            weakest=float(np.min(read.sure[start:end])),
        )
        for start, end in words(read.text, read.middles, strip)
    ]
    across = quad[1] - quad[0]
    slope = float(across[1] / across[0]) if abs(across[0]) > abs(across[1]) else 0.0
    return SeenLine(tuple(seen), slope, corners=tuple((float(x), float(y)) for x, y in quad))


def _box(start: float, end: float, quad: Quad) -> Box:
    """The part of a quad between two shares of its length, as an upright box."""
    corner, across, down = quad[0], quad[1] - quad[0], quad[3] - quad[0]
    if _is_turned(quad):
        across, down = down, across
    start, end = max(0.0, start), min(1.0, end)
    corners = np.array([corner + along * across + aside * down for along in (start, end) for aside in (0, 1)])
    left, top = np.floor(corners.min(axis=0)).astype(int).tolist()
    right, bottom = np.ceil(corners.max(axis=0)).astype(int).tolist()
    return Box(max(0, left), max(0, top), right, bottom)


def _is_turned(quad: Quad) -> bool:
    return bool(np.hypot(*(quad[3] - quad[0])) >= _ROTATED_FROM * np.hypot(*(quad[1] - quad[0])))
