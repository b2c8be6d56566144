"""Formats and engines by name. What is heavy (numpy, PDFium, OpenVINO) is loaded when first used, and only here.

To add one, write a module that keeps the contract in `leaves` or `engine`, and name it in a table below.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from onionskin.errors import UsageError
from onionskin.scans.engine import OcrEngine
from onionskin.scans.leaves import OpensLeaves
from onionskin.scans.limits import Limits

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text/plain": "onionskin.scans.plain",
        "text/markdown": "onionskin.scans.plain",
        "application/pdf": "onionskin.scans.pdf",
        "image/tiff": "onionskin.scans.image",
        "image/png": "onionskin.scans.image",
        "image/jpeg": "onionskin.scans.image",
    }
)
"""Media type to the module whose function `opened` opens it."""

ENGINES: Mapping[str, str] = MappingProxyType(
    {
        "rapidocr": "onionskin.scans.engines.rapid",
        "null": "onionskin.scans.engines.null",
    }
)
"""The engines one can ask for by name to the module whose function `engine` makes them."""


def format_of(media_type: str) -> OpensLeaves:
    """The function that opens files of this type; the type is one that `sniff.media_type` gives."""
    return cast("OpensLeaves", importlib.import_module(FORMATS[media_type]).opened)


def open_engine(name: str, limits: Limits) -> OcrEngine:
    """The engine of this name. UsageError where there is none; whether it works shows when it first reads."""
    if name not in ENGINES:
        known = ", ".join(sorted(ENGINES))
        raise UsageError(f"there is no OCR engine '{name}'", advice=f"Name one of: {known}")
    return cast("OcrEngine", importlib.import_module(ENGINES[name]).engine(limits))
