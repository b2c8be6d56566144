"""Engines are known by name, loaded when needed, and missed in plain words."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from onionskin.errors import EngineError, UsageError
from onionskin.record.page import PageNumber
from onionskin.scans import registry
from onionskin.scans.engine import PageImage
from onionskin.scans.limits import Limits
from onionskin.scans.registry import ENGINES, FORMATS, format_of, open_engine

SHEET = PageImage(PageNumber(2), np.full((30, 40), 255, np.uint8), 100, "box/a.png")


def test_an_unknown_engine_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no OCR engine 'tesserakt'.*null, rapidocr, tesseract"):
        open_engine("tesserakt", Limits())


@pytest.mark.parametrize("media_type", sorted(FORMATS))
def test_every_format_has_its_module(media_type: str) -> None:
    assert callable(format_of(media_type))


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_an_engine_is_named_with_its_version_or_its_name(name: str) -> None:
    assert open_engine(name, Limits()).name.split("/")[0] == name


def test_an_engine_that_cannot_be_loaded_fails_on_its_page_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onionskin.scans.engines.rapid", None)
    registry._loaded.cache_clear()
    with pytest.raises(EngineError, match=r"box/a\.png, page 2: the OCR engine 'rapidocr' cannot be loaded.*Install"):
        open_engine("rapidocr", Limits()).read(SHEET)
