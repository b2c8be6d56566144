"""A word of the grammar is told again after one hurt; a word that is one, a name and a number stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import telegram

from onionskin.ledger.extracting import statements_of
from onionskin.ledger.misread import halves, is_broken, mended
from onionskin.ledger.tokens import tokens_of
from onionskin.lexicon.period import frequencies


@pytest.mark.parametrize(
    ("read", "meant"), [("bclieve", "believe"), ("sbould", "should"), ("tbe", "the"), ("beiieve", "believe")]
)
def test_one_hurt_is_undone(read: str, meant: str) -> None:
    assert mended(read, capitals=False) == meant


@pytest.mark.parametrize("word", ["brandov", "1359", "emboff", "reftel", "il-28", "uar"])
def test_what_is_no_misread_word_stays(word: str) -> None:
    assert mended(word, capitals=False) == word


@given(st.sampled_from(sorted(frequencies())))
def test_no_word_of_the_period_becomes_another(word: str) -> None:
    assert mended(word, capitals=False) == word
    assert halves(word) == ("", "")


def test_a_name_in_a_sentence_stays_a_name() -> None:
    assert "thuan" in tokens_of("We saw Thuan today.", 0, 19).low


def test_words_that_ran_together_are_two_and_a_broken_one_is_one() -> None:
    assert halves("shouldhave") == ("should", "have")
    assert is_broken("bel", "ieve")
    assert not is_broken("be", "fore")


def test_the_places_of_mended_words_are_those_of_the_text() -> None:
    text = "We bel ieve that theyshould go."
    t = tokens_of(text, 0, len(text))
    assert [text[at:end] for at, end in zip(t.starts, t.ends, strict=True)] == [
        "We", "bel ieve", "that", "they", "should", "go",
    ]  # fmt: skip
    assert t.low == ("we", "believe", "that", "they", "should", "go")


def test_a_hurt_telegram_orders_the_same() -> None:
    [said] = statements_of(telegram(body=("You sbould not rai se the matter with him.",)))
    assert (said.type, said.polarity, said.quote) == (
        "instruction",
        "do-not",
        "You sbould not rai se the matter with him",
    )
