"""Brackets drawn by hand are found in pairs, and letters, frames and single strokes are none."""

from __future__ import annotations

import numpy as np
import pytest

from onionskin.record.geometry import Box
from onionskin.scans.marks.bracket_words import embraces, letter_step, note_over, read_fellows
from onionskin.scans.marks.brackets import Half, halves, pairs
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


def test_a_letter_that_touches_a_bracket_and_a_speck_beside_it_leave_it_one() -> None:
    ink = sheet()
    draw(ink, 100, 100, 100, opens=True)
    ink[140, 103:108] = 1
    ink[197:200, 116:160] = 1
    assert len(halves(ink)) == 1


def test_the_side_of_a_frame_that_leans_is_none() -> None:
    ink = sheet()
    draw(ink, 100, 100, 40, opens=True)
    for n in range(300):
        ink[137 + n // 5 : 140 + n // 5, 115 + n] = 1
    assert halves(ink) == []


STEP = 20.0
OPENS = Half(Box(100, 100, 104, 130), opens=True)


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ((112, 105, 192, 125), "ASIO"),
        ((100, 105, 192, 125), "[ASIO"),
        ((98, 105, 178, 125), "Lany"),
        ((40, 105, 200, 125), "it[which"),
        ((58, 105, 238, 125), "Isuspect"),
        ((30, 105, 172, 125), "257as"),
    ],
)
def test_a_bracket_stands_before_a_word_or_is_read_as_its_like_or_left_out(
    word: tuple[int, int, int, int], letters: str
) -> None:
    assert embraces(OPENS, [(Box(*word), letters)], STEP)


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ((10, 105, 90, 125), "ASIO"),
        ((40, 100, 140, 130), "CABLE"),
        ((60, 100, 140, 130), "will"),
        ((20, 90, 320, 140), "SECRET"),
        ((100, 90, 122, 140), "cia"),
        ((98, 103, 130, 132), "☐"),
    ],
)
def test_no_letter_of_a_word_is_a_bracket_nor_of_larger_type_nor_of_what_was_guessed(
    word: tuple[int, int, int, int], letters: str
) -> None:
    assert not embraces(OPENS, [(Box(*word), letters)], STEP)


def test_a_bracket_as_high_as_some_rows_may_stand_away_from_their_words() -> None:
    tall = Half(Box(100, 100, 104, 200), opens=True)
    assert embraces(tall, [(Box(200, 120, 280, 140), "ASIO")], STEP)
    assert not embraces(OPENS, [(Box(200, 105, 280, 125), "ASIO")], STEP)


def test_the_fellow_that_letters_hide_is_where_one_was_read() -> None:
    words = [(Box(112, 100, 192, 134), "seen"), (Box(200, 100, 400, 134), "advance]by")]
    (closes,) = read_fellows([OPENS], words)
    assert not closes.opens
    assert 340 <= closes.box.left <= closes.box.right <= 360
    assert closes.box.height == OPENS.box.height
    assert list(pairs([OPENS, closes])) == [(OPENS.box, closes.box)]


def test_a_bracket_that_was_read_has_no_fellow_where_none_is_seen_or_both_are() -> None:
    words = [(Box(200, 100, 400, 134), "advance]by")]
    assert list(read_fellows([], words)) == []
    assert list(read_fellows([Half(Box(100, 100, 104, 130), opens=False)], words)) == []
    assert list(read_fellows([OPENS, Half(Box(348, 102, 352, 132), opens=False)], words)) == []


@pytest.mark.parametrize("note", ["1", "A", "(b)(1)", "1.4(d)", "b1"])
def test_a_number_over_the_opening_bracket_is_its_note(note: str) -> None:
    assert note_over(OPENS.box, [(Box(96, 70, 120, 98), note)]) == note


def test_words_of_the_row_above_and_a_number_elsewhere_are_no_note() -> None:
    assert note_over(OPENS.box, [(Box(96, 70, 160, 98), "year")]) is None
    assert note_over(OPENS.box, [(Box(300, 70, 320, 98), "1"), (Box(96, 140, 120, 160), "1")]) is None


def test_the_step_is_that_of_words_long_enough_to_tell() -> None:
    assert letter_step([(Box(0, 0, 80, 20), "ASIO"), (Box(0, 0, 66, 20), "of"), (Box(0, 0, 126, 20), "letter")]) == 20.5
    assert letter_step([]) == 0.0
