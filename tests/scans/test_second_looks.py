"""Lines that were read badly are read again in other ways, and their readings vote."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from tests.scans.sheets import typed_image

from onionskin.errors import EngineError
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber
from onionskin.scans.engine import PageImage
from onionskin.scans.engines.rapid import RapidEngine
from onionskin.scans.engines.second_looks import with_second_looks
from onionskin.scans.seen import SeenLine, SeenWord, Turn

SHEET = PageImage(PageNumber(1), np.asarray(typed_image()), 150, "box/telegram.png")
CORNERS = ((90.0, 60.0), (500.0, 60.0), (500.0, 100.0), (90.0, 100.0))


def line(text: str, sure: float, turn: Turn = Turn.LEVEL, *, cut: bool = True) -> SeenLine:
    given = text.split()
    boxes = (Box(90 + 100 * i, 60, 180 + 100 * i, 100) for i in range(len(given)))
    words = tuple(SeenWord(word, box, sure) for word, box in zip(given, boxes, strict=True))
    return SeenLine(words, turn=turn, corners=CORNERS if cut else None)


def text_of(lines: Sequence[SeenLine]) -> list[str]:
    return [" ".join(word.text for word in each.words) for each in lines]


class Again:
    """Reads what it was told, one reading for each way, and says what it was asked for."""

    def __init__(self, *readings: SeenLine | None) -> None:
        self.readings = list(readings)
        self.asked: list[tuple[PageImage, list[str]]] = []

    def __call__(self, image: PageImage, lines: Sequence[SeenLine]) -> list[SeenLine | None]:
        self.asked.append((image, text_of(lines)))
        return [self.readings[len(self.asked) - 1]] * len(lines)


def test_the_surest_reading_stands_with_the_words_that_only_others_have() -> None:
    again = Again(line("the noxt steps", 0.85), None, line("tbe next stops", 0.6))
    assert text_of(with_second_looks([line("tne noxt stcps", 0.7)], SHEET, again)) == ["the next steps"]


def test_a_number_that_is_read_in_two_ways_is_doubtful() -> None:
    again = Again(line("August 1960", 0.85), None, None)
    ((month, year),) = (each.words for each in with_second_looks([line("August 196o", 0.7)], SHEET, again))
    assert (month.variants, year.text, year.variants) == (None, "1960", ("196o",))


def test_each_look_is_at_the_page_made_ready_in_another_way() -> None:
    again = Again(None, None, None)
    lines = [line("read badly", 0.7), line("read well", 0.97)]
    assert with_second_looks(lines, SHEET, again) == lines
    assert [asked for _, asked in again.asked] == [["read badly"]] * 3
    assert len({image.pixels.tobytes() for image, _ in again.asked} | {SHEET.pixels.tobytes()}) == 4


@pytest.mark.parametrize(
    "alone", [line("read well", 0.95), line("up the page", 0.5, Turn.UP), line("from elsewhere", 0.5, cut=False)]
)
def test_nothing_is_spent_on_what_was_read_well_or_was_not_cut_out_level(alone: SeenLine) -> None:
    again = Again()
    assert with_second_looks([alone], SHEET, again) == [alone]
    assert again.asked == []


def test_a_look_that_fails_leaves_the_lines_as_they_were_read() -> None:
    def broken(image: PageImage, _lines: Sequence[SeenLine]) -> list[SeenLine | None]:
        raise EngineError("the engine failed", where=image.where, page=image.n)

    lines = [line("read badly", 0.7)]
    assert text_of(with_second_looks(lines, SHEET, broken)) == ["read badly"]


def test_an_engine_reads_its_own_lines_again_where_they_stand() -> None:
    engine = RapidEngine(60, wide_below=1.1)  # squeezed lines end elsewhere by parts of a letter
    lines = engine.look(SHEET)
    again = [each for each in engine.look_again(SHEET, lines) if each]
    assert text_of(again) == text_of(lines)
    assert [each.box for each in again] == [each.box for each in lines]
    white = PageImage(SHEET.n, np.full_like(SHEET.pixels, 255), SHEET.dpi)
    assert engine.look_again(white, lines[:1]) == [None]
