"""Many words as one pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.alternatives import either

WORDS = st.lists(st.text("abAB .", min_size=1, max_size=4), min_size=1, max_size=8)


def test_words_that_begin_alike_are_tried_together() -> None:
    assert either(["Paris", "Rome", "Prague"]) == "P(?:aris|rague)|Rome"
    assert either(["EC", "EUR", "E"]) == "E(?:C|UR|)"


def test_what_need_not_begin_with_its_letter_is_left_as_it_is() -> None:
    assert either(["A?B", "AC"]) == "A?B|AC"
    assert either([r"\(s\)", "secret"]) == r"\(s\)|secret"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@given(words=WORDS, text=st.text("abAB .", max_size=12))
def test_it_finds_what_the_words_find_in_their_order(flags: int, words: list[str], text: str) -> None:
    told = [re.escape(word) for word in words]
    one, many = re.compile(either(told), flags), re.compile("|".join(told), flags)
    assert [m.span() for m in one.finditer(text)] == [m.span() for m in many.finditer(text)]
