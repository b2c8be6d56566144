from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.search.pieces import SELDOM, Threes

ROW = ("my", "representative", "said", "the", "line")


@pytest.mark.parametrize(
    ("word", "at"),
    [
        ("representatjve", 1),
        ("reprcsentativc", 1),
        ("myrentesentatjve", 0),
        ("sajdtheline", 2),
        ("linehe", 4),
        ("tbe", 3),
        ("tative", 1),
    ],
)
def test_a_word_that_a_machine_made_of_the_row_is_one_of_its_pieces(word: str, at: int) -> None:
    [piece] = Threes([(word, 3), ("unrelated", 3)]).of_row(ROW)
    assert (piece.word, piece.at, piece.papers) == (word, at, 3)
    assert 0 < piece.like < 1


def test_a_word_that_many_papers_have_is_itself() -> None:
    assert Threes([("representatjve", SELDOM + 1)]).of_row(ROW) == []


def test_no_words_have_no_pieces() -> None:
    assert Threes([]).of_row(ROW) == []


@given(st.text(st.sampled_from("aeinorst0é"), min_size=6, max_size=12), st.data())
def test_a_word_with_one_letter_hurt_is_near(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    hurt = word[:at] + "x" + word[at + 1 :]
    [piece] = Threes([(hurt, 1)]).of_row(("unlike", word))
    assert piece.like == pytest.approx(1 - 1 / len(word))
