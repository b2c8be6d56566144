"""Blanks that a recogniser lost come back where the paper is white, and only there."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from onionskin.scans.spacing import words

STEP = 20
HEIGHT = 40


def strip(typed: str) -> NDArray[np.uint8]:
    """A typed line: every sign but a blank is a dark block in its own place."""
    paper = np.full((HEIGHT, STEP * len(typed)), 230, np.uint8)
    for i, sign in enumerate(typed):
        if sign != " ":
            paper[10:30, i * STEP + 4 : (i + 1) * STEP - 4] = 30
    return paper


def middles(typed: str) -> list[float]:
    return [(i + 0.5) * STEP for i, sign in enumerate(typed) if sign != " "]


def read(recognised: str, typed: str) -> list[str]:
    """What becomes of a line that was read as `recognised` where `typed` stands; `_` is a letter that was not seen."""
    places = middles(typed.replace("_", " "))
    letters = recognised.replace(" ", "")
    return [letters[start:end] for start, end in words(recognised, places, strip(typed.replace("_", "#")))]


@pytest.mark.parametrize(
    ("recognised", "typed", "expected"),
    [
        ("withirrefutableevidence", "with irrefutable evidence", ["with", "irrefutable", "evidence"]),
        ("ofvietnam", "of vietnam", ["of", "vietnam"]),
        ("with evidence", "with evidence", ["with", "evidence"]),
        ("U.S.ACTIVITIES.SOME", "U.S. ACTIVITIES.  SOME", ["U.S.", "ACTIVITIES.", "SOME"]),
        ("INFRMATION", "INF_RMATION", ["INFRMATION"]),
        ("itis", "it is", ["itis"]),
        ("98", "9 8", ["98"]),
        ("RELEASEDECLASSIFY", "RELEASE__DECLASSIFY", ["RELEASE", "DECLASSIFY"]),
    ],
)
def test_a_wide_step_is_a_blank_where_the_paper_is_white(recognised: str, typed: str, expected: list[str]) -> None:
    """A missed letter leaves ink; a line of two short words does not tell its step, and stays as it was read."""
    assert read(recognised, typed) == expected


@pytest.mark.parametrize(
    ("recognised", "expected"),
    [
        ("INDICATE:()", ["INDICATE:", "()"]),
        ("()RELEASE(X)DECLASSIFY", ["()", "RELEASE", "(X)", "DECLASSIFY"]),
        ("section 1(a)", ["section", "1(a)"]),
    ],
)
def test_a_check_box_is_a_word_of_its_own(recognised: str, expected: list[str]) -> None:
    assert read(recognised, recognised) == expected


def test_speckles_in_the_gap_do_not_hide_it() -> None:
    paper = strip("with evidence")
    paper[20:23, 4 * STEP + 8 : 4 * STEP + 11] = 30
    assert words("withevidence", middles("with evidence"), paper) == [(0, 4), (4, 12)]


def test_a_white_strip_is_no_trouble() -> None:
    assert words("withevidence", middles("with evidence"), np.full((HEIGHT, 300), 255, np.uint8))


@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_words_are_all_letters_in_order(typed: list[str], chance: Random) -> None:
    line = " ".join(typed)
    places = [each + 6 * chance.randint(-1, 1) for each in middles(line)]
    ranges = words(line, places, strip(line))
    assert [i for start, end in ranges for i in range(start, end)] == list(range(len("".join(typed))))
    own = {0, *np.cumsum([len(word) for word in typed]).tolist()}
    assert own <= {0, *(end for _, end in ranges)}


def test_a_letter_placed_beyond_its_strip_stands_on_white_paper() -> None:
    line = "with evidence"
    assert words("withevidence", [each + 400 for each in middles(line)], strip(line))[-1][1] == 12
