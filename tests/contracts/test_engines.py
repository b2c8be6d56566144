"""What `scans.engine` promises, held against every engine."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from tests.scans.sheets import TELEGRAM, typed_image

from onionskin.errors import OnionskinError
from onionskin.record.page import PageNumber
from onionskin.scans.engine import OcrEngine, PageImage
from onionskin.scans.engines.recorded import RecordedEngine, record
from onionskin.scans.limits import Limits
from onionskin.scans.registry import ENGINES, open_engine

SHEET = PageImage(PageNumber(3), np.asarray(typed_image()), 150, "box/telegram.png")
BLANK = PageImage(PageNumber(1), np.full((400, 300), 255, np.uint8), 100, "box/blank.png")
EngineMaker = Callable[[Path], OcrEngine]


def recorded(folder: Path) -> OcrEngine:
    """What RapidOCR read, replayed."""
    engine = open_engine("rapidocr", Limits())
    record([engine.read(SHEET), engine.read(BLANK)], folder / "telegram.json")
    return RecordedEngine(folder / "telegram.json")


MAKERS: dict[str, EngineMaker] = {
    **{name: lambda _, name=name: open_engine(name, Limits()) for name in ENGINES},  # type: ignore[misc]
    "recorded": recorded,
}


@pytest.fixture(scope="module", params=sorted(MAKERS))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> OcrEngine:
    return MAKERS[request.param](tmp_path_factory.mktemp("engine"))


def test_the_page_is_the_image_s(engine: OcrEngine) -> None:
    page = engine.read(SHEET)
    assert (page.n, page.width, page.height, page.dpi) == (3, SHEET.width, SHEET.height, 150)


def test_spans_are_words_in_order_and_boxes_lie_on_the_sheet(engine: OcrEngine) -> None:
    page = engine.read(SHEET)
    assert [word.span.of(page.text) for word in page.words] == page.text.split()
    assert [word.span for word in page.words] == sorted(word.span for word in page.words)
    for word in page.words:
        assert 0 <= word.box.left < word.box.right <= SHEET.width
        assert 0 <= word.box.top < word.box.bottom <= SHEET.height
        assert 0.0 <= word.confidence <= 1.0


def test_lines_end_with_line_feeds_and_no_other_control(engine: OcrEngine) -> None:
    text = engine.read(SHEET).text
    assert text == "" or text.endswith("\n")
    assert text.splitlines() == text.split("\n")[:-1]


def test_a_blank_sheet_is_an_empty_page(engine: OcrEngine) -> None:
    assert (engine.read(BLANK).text, engine.read(BLANK).words) == ("", ())


def test_the_same_sheet_is_read_the_same_from_several_threads(engine: OcrEngine) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert len({page.text for page in pool.map(engine.read, [SHEET, SHEET])}) == 1


def test_a_line_of_pixels_is_no_trouble(engine: OcrEngine) -> None:
    """Slivers come from damaged scans; an engine reads them or raises an error of ours."""
    sliver = PageImage(PageNumber(3), np.zeros((1, 2000), np.uint8), 100, "sliver")
    try:
        engine.read(sliver)
    except OnionskinError as fault:
        assert fault.page == 3  # noqa: PT017 - either outcome keeps the contract


def test_it_says_who_read(engine: OcrEngine) -> None:
    reader = engine.read(SHEET).reader
    assert reader.startswith("rapidocr/") if isinstance(engine, RecordedEngine) else reader == engine.name


def test_the_sheet_is_left_as_it_was(engine: OcrEngine) -> None:
    before = SHEET.pixels.copy()
    engine.read(SHEET)
    assert np.array_equal(before, SHEET.pixels)


def test_rapidocr_reads_a_clean_typed_sheet_word_for_word() -> None:
    page = open_engine("rapidocr", Limits()).read(SHEET)
    assert page.text.split() == " ".join(TELEGRAM).split()
    assert min(word.confidence for word in page.words) > 0.8
