"""Brackets drawn by hand are found in pairs, and letters, frames and single strokes are none."""

from __future__ import annotations

import numpy as np

from onionskin.record.geometry import Box
from onionskin.scans.marks.brackets import Half, embraces, halves, pairs
from onionskin.scans.marks.ground import Ink


def sheet() -> Ink:
    return np.zeros((300, 700), np.uint8)


def draw(ink: Ink, left: int, top: int, high: int, *, opens: bool, arm: int = 16) -> None:
    """A bracket with its stroke at `left`, three pixels thick."""
    ink[top : top + high, left : left + 3] = 1
    start, end = (left, left + 3 + arm) if opens else (left - arm, left + 3)
    ink[top : top + 3, start:end] = ink[top + high - 3 : top + high, start:end] = 1


def test_a_pair_in_one_row_and_a_tall_one_are_found() -> None:
    for high in (30, 140):
        ink = sheet()
        draw(ink, 100, 100, high, opens=True)
        draw(ink, 500, 100, high, opens=False)
        ((opens, closes),) = pairs(halves(ink))
        assert abs(opens.left - 100) <= 4
        assert abs(closes.right - 503) <= 4
        assert abs(opens.height - high) <= 6


def test_a_passage_may_end_some_rows_below() -> None:
    ink = sheet()
    draw(ink, 400, 60, 30, opens=True)
    draw(ink, 200, 126, 30, opens=False)
    assert len(list(pairs(halves(ink)))) == 1


def test_a_frame_a_bare_stroke_and_a_typed_bracket_are_none() -> None:
    ink = sheet()
    draw(ink, 100, 50, 60, opens=True, arm=200)
    draw(ink, 303, 50, 60, opens=False, arm=200)
    ink[150:200, 100:103] = 1
    draw(ink, 400, 150, 20, opens=True, arm=4)
    assert halves(ink) == []


def test_one_bracket_alone_is_no_pair_nor_are_two_of_different_height() -> None:
    ink = sheet()
    draw(ink, 100, 100, 30, opens=True)
    draw(ink, 500, 90, 80, opens=False)
    assert len(halves(ink)) == 2
    assert list(pairs(halves(ink))) == []


def test_type_must_stand_where_it_opens_and_no_letter_of_a_word_is_a_bracket() -> None:
    opens = Half(Box(100, 100, 104, 130), opens=True)
    assert embraces(opens, [(Box(112, 105, 180, 125), "ASIO")])
    assert embraces(opens, [(Box(100, 105, 180, 125), "[ASIO")])
    assert not embraces(opens, [(Box(20, 105, 90, 125), "ASIO")])
    assert not embraces(opens, [(Box(100, 100, 300, 130), "CABLE")])
    assert not embraces(opens, [(Box(60, 100, 180, 130), "will")])
