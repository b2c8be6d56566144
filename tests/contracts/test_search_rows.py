"""Rows of words that OCR misread beyond what a single word can be known by."""

from __future__ import annotations

import pytest
from tests.contracts.finding import find, raw, released
from tests.papers import telegram

from onionskin.search.contract import SearchIndex
from onionskin.search.words import words

GARBLED = "Tbe Sov1ct note was handed over at noou."


@pytest.mark.parametrize(
    ("query", "stands"),
    [
        ("soviet note was handed", "sov1ct note was handed"),
        ("handed over at noon", "handed over at noou"),
        ("the soviet note", "tbe sov1ct note"),
    ],
)
def test_a_row_of_words_is_found_though_some_are_misread_beyond_one_words_reach(
    index: SearchIndex, query: str, stands: str
) -> None:
    garbled = telegram(1, body=(GARBLED,))
    other = telegram(2, body=("The Soviet bombers are noted; a paper was sent over to him by hand, at midday.",))
    index.add(released(garbled, other))
    found = find(index, query)
    assert found.hits[0].record == garbled.id
    assert f"{stands} for {query}" in found.tolerant
    assert words(raw(found.hits[0], garbled)) == words(stands)


def test_a_row_is_found_whose_last_word_ran_into_a_long_one(index: SearchIndex) -> None:
    merged = telegram(1, body=("They affirm the freedom of religian jn vnandreiteratingwhat was promised.",))
    index.add(released(merged))
    found = find(index, "religion in vn")
    assert [hit.record for hit in found.hits] == [merged.id]
    assert found.tolerant == ("religian jn vnandreiteratingwhat for religion in vn",)


@pytest.mark.parametrize("query", ["soviet vote was cast", "bombers were handed over", "note 17 was handed"])
def test_other_words_in_a_row_are_not_misread_ones(index: SearchIndex, query: str) -> None:
    index.add(released(telegram(1, body=(GARBLED, "Note 11 was handed back."))))
    assert find(index, query).total == 0


def test_what_a_row_of_misread_words_is_found_by_does_not_pass_over_the_rest(index: SearchIndex) -> None:
    index.add(released(telegram(1, body=(GARBLED,))))
    assert find(index, "soviet note was handed to:lima").total == 0
    assert find(index, "soviet note was handed -noou").total == 0
