"""A word under a pen is read again without the pen, and only then."""

from __future__ import annotations

import pytest
from tests.scans.marks.sheet import Sheet

from onionskin.record.geometry import Box
from onionskin.scans.engine import PageImage
from onionskin.scans.engines.struck_words import with_struck_words
from onionskin.scans.seen import SeenLine, SeenWord

FAINT, PEN = 0.3, 60
STRUCK = "understanding"


@pytest.fixture
def sheet() -> Sheet:
    sheet = Sheet(ribbon=FAINT)
    sheet.scrawl(sheet.word(STRUCK))
    return sheet


def look(image: PageImage, box: Box) -> SeenLine:
    """Reads the scrawl where there is one, and what is under it where there is none."""
    black = (image.pixels[box.top : box.bottom, box.left : box.right] < PEN).any()
    return SeenLine((SeenWord("wwww", box, 0.7) if black else SeenWord(STRUCK, box, 0.9),))


def lines(sheet: Sheet, printed: str, sure: float) -> list[SeenLine]:
    """What an engine saw of the sheet: for the struck word, what is `printed`."""
    page = sheet.read
    words = [SeenWord(word.span.of(page.text), word.box) for word in page.words]
    return [SeenLine((SeenWord(printed, word.box, sure) if word.text == STRUCK else word,)) for word in words]


def test_the_word_takes_the_place_of_the_scrawl(sheet: Sheet) -> None:
    read = [word.text for line in with_struck_words(lines(sheet, "www", 0.6), sheet.image, look) for word in line.words]
    assert "www" not in read
    assert read.count(STRUCK) == 1
    assert "Kuznetsov" in read


def test_what_the_engine_was_sure_of_stands(sheet: Sheet) -> None:
    def never(image: PageImage, box: Box) -> SeenLine:
        raise AssertionError(f"looked again at {box} of page {image.n}")

    before = lines(sheet, STRUCK, 0.99)
    assert with_struck_words(before, sheet.image, never) == before


def test_a_page_without_a_pen_is_as_it_was() -> None:
    sheet = Sheet(ribbon=FAINT)
    before = lines(sheet, STRUCK, 0.6)
    assert with_struck_words(before, sheet.image, look) == before
