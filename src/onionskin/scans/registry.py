"""Formats and engines by name. What is heavy (numpy, PDFium, OpenVINO) is loaded when first used, and only here.

To add one, write a module that keeps the contract in `leaves` or `engine`, and name it in a table below.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from onionskin.errors import EngineError, UsageError
from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.scans.engine import Look, LooksCloser, OcrEngine, PageImage
from onionskin.scans.leaves import Leaves, OpensLeaves
from onionskin.scans.limits import Limits
from onionskin.scans.page_forms import PageForm, PagesOfSource
from onionskin.scans.seen import SeenLine
from onionskin.scans.text_layers import Judge

if TYPE_CHECKING:
    from PIL import Image

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text/plain": "onionskin.scans.plain",
        "text/markdown": "onionskin.scans.plain",
        "application/pdf": "onionskin.scans.pdf",
        "image/tiff": "onionskin.scans.image",
        "image/png": "onionskin.scans.image",
        "image/jpeg": "onionskin.scans.image",
        "image/jp2": "onionskin.scans.image",
        "image/gif": "onionskin.scans.image",
        "application/alto+xml": "onionskin.scans.layouts.alone",
        "application/vnd.prima.page+xml": "onionskin.scans.layouts.alone",
        "text/vnd.hocr+html": "onionskin.scans.layouts.alone",
    }
)
"""Media type to the module whose function `opened` opens it."""

ENGINES: Mapping[str, str] = MappingProxyType(
    {
        "auto": "onionskin.scans.engines.profiles:auto",
        "fast": "onionskin.scans.engines.profiles:fast",
        "balanced": "onionskin.scans.engines.profiles:balanced",
        "best": "onionskin.scans.engines.profiles:best",
        "rapidocr": "onionskin.scans.engines.rapid:engine",
        "tesseract": "onionskin.scans.engines.tesseract:engine",
        "null": "onionskin.scans.engines.null:engine",
    }
)
"""The engines one can ask for by name, the profiles that put them together first, to the module and its function that
makes them."""


def format_of(media_type: str) -> OpensLeaves:
    """The function that opens files of this type; the type is one that `sniff.media_type` gives."""
    return cast("OpensLeaves", importlib.import_module(FORMATS[media_type]).opened)


def as_jpeg(sheet: Image.Image) -> tuple[bytes, str]:
    """A picture of a page as bytes, and their media type."""
    return cast("tuple[bytes, str]", importlib.import_module("onionskin.scans.picture").as_jpeg(sheet))


def written(form: PageForm, source: PagesOfSource, limits: Limits) -> bytes:
    """A source's pages in one of the forms that others expect. NotFoundError, or SourceError, as the writers say."""
    if form is PageForm.PDF:
        searchable = importlib.import_module("onionskin.scans.pdf_writing").searchable_pdf
        return cast("bytes", searchable(source, limits))
    write = getattr(importlib.import_module("onionskin.scans.layouts.writing"), form.value)
    return cast("bytes", write(list(source.pages.values()), source.image))


def layer_judge(engine: OcrEngine) -> Judge:
    """The judge of one file's text layers, which reads strips with this engine."""
    return cast("Judge", importlib.import_module("onionskin.scans.judging").LayerJudge(engine))


def with_marks(page: PageText, image: PageImage, engine: OcrEngine | None = None) -> PageText:
    """The page with what its image shows beside words, where need be looked at again: see `marks.finding`."""
    look = _look_of(engine) if engine else None
    return cast("PageText", importlib.import_module("onionskin.scans.marks.finding").marked(page, image, look))


def _look_of(engine: object) -> Look | None:
    """How an engine looks at a single line, if it can."""
    return engine.look_closer if isinstance(engine, LooksCloser) else None


def with_sidecar(leaves: Leaves, sidecar: Path, image: str, limits: Limits) -> Leaves:
    """The pages of a file named `image` with the words of the layout file beside it: see `layouts.layered`."""
    layered = importlib.import_module("onionskin.scans.layouts.layered")
    return cast("Leaves", layered.with_sidecar(leaves, sidecar, image, limits))


def open_engine(name: str, limits: Limits) -> OcrEngine:
    """The engine of this name. UsageError where there is none; whether it works shows when it first reads.

    It is loaded at the first page it reads, and once in a process: who reads text alone pays nothing for it.
    """
    if name not in ENGINES:
        known = ", ".join(sorted(ENGINES))
        raise UsageError(f"there is no OCR engine '{name}'", advice=f"Name one of: {known}")
    return _WhenNeeded(name, limits)


class _WhenNeeded:
    """Stands for an engine until it is needed."""

    def __init__(self, engine: str, limits: Limits) -> None:
        self._engine = engine
        self._limits = limits

    @property
    def name(self) -> str:
        """The engine's own."""
        return _loaded(self._engine, self._limits).name

    def read(self, image: PageImage) -> PageText:
        """What the engine reads. EngineError where it cannot be loaded."""
        try:
            engine = _loaded(self._engine, self._limits)
        except ImportError as fault:
            advice = "Install onionskin's requirements again; the page is kept without text"
            told = f"the OCR engine '{self._engine}' cannot be loaded ({fault})"
            raise EngineError(told, where=image.where, page=image.n, advice=advice) from fault
        return engine.read(image)

    def look_closer(self, image: PageImage, box: Box) -> SeenLine | None:
        """What the engine reads there, if it can look at a single line."""
        look = _look_of(_loaded(self._engine, self._limits))
        return look(image, box) if look else None


@functools.cache
def _loaded(name: str, limits: Limits) -> OcrEngine:
    module, maker = ENGINES[name].split(":")
    return cast("OcrEngine", getattr(importlib.import_module(module), maker)(limits))
