"""What was struck on a page beside its type is read by itself, and what only looks like it stays where it is."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.geometry import Box
from onionskin.scans.headed import headed
from onionskin.scans.leaning import apart, page_slope
from onionskin.scans.order import paragraphs
from onionskin.scans.seen import SeenLine, SeenWord

LETTER, HIGH, STEP = 20, 30, 50
STAMP = ("DECLASSIFIED", "E.O. 12356, Sec. 3.4", "Authority NND 981463", "By ND, NARA, Date 6/6/93")
RECEIPT = ("RECEIVED", "S/S-RO", "FEB 18 1957")
TYPED = [
    "DEPARTMENT OF STATE",
    "MEMORANDUM OF CONVERSATION",
    "DATE: June 21, 1968",
    "PLACE: The Secretary's Office",
    "The Secretary opened by saying that he had asked",
    "the Ambassador to come in to discuss the draft.",
]


def line(text: str, left: float, top: float, slope: float = 0.0) -> SeenLine:
    """A line of which each word falls by as much as `slope` says."""
    words, at = [], left
    for word in text.split(" "):
        wide = LETTER * len(word)
        ends = (top + slope * (at - left), top + slope * (at + wide - left))
        words.append(SeenWord(word, Box(round(at), round(min(ends)), round(at + wide), round(max(ends)) + HIGH)))
        at += wide + LETTER
    return SeenLine(tuple(words), slope)


def page(slope: float = 0.0) -> list[SeenLine]:
    return [line(text, 100, 100 + STEP * n, slope) for n, text in enumerate(TYPED)]


def stamp(lines: tuple[str, ...], left: float, top: float, slope: float = 0.0) -> list[SeenLine]:
    """A stamp whose lines stand one under the other as far as it leans."""
    return [line(text, left - slope * 40 * n, top + 40 * n, slope) for n, text in enumerate(lines)]


def read(seen: list[SeenLine]) -> list[str]:
    mixed = list(seen)
    random.Random(3).shuffle(mixed)
    rows = [row for paragraph in paragraphs(mixed) for row in paragraph]
    return [" | ".join(" ".join(word.text for word in part.words) for part in row) for row in rows]


@pytest.mark.parametrize("degrees", [-25, -11, -5, 0, 3, 9, 20])
@pytest.mark.parametrize("lines", [STAMP, RECEIPT])
def test_a_stamp_beside_type_is_read_line_by_line_behind_it(lines: tuple[str, ...], degrees: int) -> None:
    struck = stamp(lines, 850, 130, math.tan(math.radians(degrees)))
    assert read([*page(), *struck]) == [*TYPED, *lines]


def test_a_stamp_that_nothing_stands_beside_stays_where_it_was_struck() -> None:
    assert read([*stamp(RECEIPT, 400, -80), *page()]) == [*RECEIPT, *TYPED]


def test_two_stamps_that_lean_alike_far_apart_are_two() -> None:
    _, blocks = apart([*page(), *stamp(STAMP, 850, 130, 0.2), *stamp(RECEIPT, 850, 900, 0.2)])
    assert sorted(map(len, blocks)) == [len(RECEIPT), len(STAMP)]


def test_paragraphs_that_lean_on_a_warped_page_are_no_stamps() -> None:
    text = "the understanding of October 27 and 28 as he had then put it"
    warped = [line(text, 100, 100 + STEP * n, 0.04) for n in range(9)]
    straight = [line(text, 100, 600 + STEP * n) for n in range(12)]
    assert apart([*warped, *straight]) == ([*warped, *straight], [])


def test_a_form_whose_columns_are_headed_received_is_no_stamp() -> None:
    rows = [
        line(text, left, 100 + STEP * n)
        for n, (office, day) in enumerate([("TO", "RECEIVED"), ("Mr. Ball", "by hand"), ("Mr. Rusk", "by hand")])
        for text, left in ((office, 100), (day, 500))
    ]
    assert headed(rows) == (rows, [])


@given(st.floats(-0.08, 0.08))
def test_how_a_page_falls_is_told_by_its_type_whatever_was_struck_on_it(slope: float) -> None:
    assert page_slope([*page(slope), *stamp(RECEIPT, 850, 130, slope + 0.2)]) == slope
