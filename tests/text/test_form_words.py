"""The words that a misread word is held against: no word that is near enough is left out."""

from __future__ import annotations

from random import Random
from string import ascii_lowercase

import pytest
from rapidfuzz.distance import Levenshtein

from onionskin.lexicon.period import running_words
from onionskin.text.form_words import _alike, form_words, meant


def hurt(word: str, edits: int, lot: Random) -> str:
    """The word with so many letters lost, put in or taken for others."""
    letters = list(word)
    for _ in range(edits):
        at = lot.randrange(len(letters))
        letters[at : at + lot.randint(0, 1)] = lot.choice(["", lot.choice(ascii_lowercase)])
    return "".join(letters)


@pytest.mark.parametrize(("shortest", "longest", "most"), [(4, 5, 1), (6, 8, 2), (9, 16, 3)])
def test_no_word_that_near_is_left_out(shortest: int, longest: int, most: int) -> None:
    known = sorted(form_words() | running_words())
    lot = Random(7)
    misread = (hurt(word, lot.randint(1, most), lot) for word in lot.sample([w for w in known if len(w) > 3], 300))
    for word in [each for each in misread if shortest <= len(each) <= longest][:25]:
        near = {each for each in known if Levenshtein.distance(word, each, score_cutoff=most) <= most}
        assert near <= _alike(word, most), word


@pytest.mark.parametrize(
    ("printed", "whole"), [("OFSTATE", "OF STATE"), ("DEPARTMENTOF", "DEPARTMENT OF"), ("OFXQZWV", None)]
)
def test_words_run_together_are_two_whichever_is_short(printed: str, whole: str | None) -> None:
    assert meant(printed) == whole
