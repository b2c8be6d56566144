"""What a blank prints behind its labels is told from what a person wrote there."""

from __future__ import annotations

import pytest

from onionskin.phrases.form_hints import says_something

BLANK = ["(Optional)", "(OPTIONAL)", "(Officer designation, room number, and building)", "•", "(U)", "", "1."]


@pytest.mark.parametrize("words", BLANK)
def test_the_words_of_the_blank_say_nothing(words: str) -> None:
    assert not says_something(words)


@pytest.mark.parametrize("words", ["Cuba", "(U) Staffing of the Mission", "Optional Protocol", "U.S. policy", "NSC 68"])
def test_the_words_of_a_person_do(words: str) -> None:
    assert says_something(words)
