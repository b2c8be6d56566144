from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.search.likeness import alike


@pytest.mark.parametrize(
    ("asked", "there", "shown"),
    [
        ("the soviet note", "in tbe sov1ct note of may", "tbe sov1ct note"),
        ("president he said the line", "to thc presidcnt he sajdtheline he intends", "presidcnt he sajdtheline"),
        ("under which no one could", "control under which no on e cou ld arm", "under which no on e cou ld"),
        ("the period of transition", "of the period of transitionfor peace", "the period of transitionfor"),
        ("was formalized through a", "in turkey waa formalizedthrougha nato council", "waa formalizedthrougha"),
    ],
)
def test_a_row_is_seen_through_hurt_letters_and_blanks(asked: str, there: str, shown: str) -> None:
    sight = alike(asked.split(), there)
    assert sight is not None
    assert sight[1] == shown
    assert sight[0] >= 80


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("the soviet note", "the british note of may"),
        ("the period of transition", "the period of recession"),
        ("the soviet note", "note"),
    ],
)
def test_a_row_with_another_word_in_it_is_another(asked: str, there: str) -> None:
    assert alike(asked.split(), there) is None


words = st.text(st.sampled_from("abcdeilnorst"), min_size=3, max_size=9)


@given(st.lists(words, min_size=3, max_size=5), st.lists(words, max_size=3), st.lists(words, max_size=3))
def test_words_as_they_are_spelt_are_wholly_alike(row: list[str], before: list[str], behind: list[str]) -> None:
    assert alike(row, " ".join((*before, *row, *behind))) == (100.0, " ".join(row))
