from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.search.word_places import places
from onionskin.search.words import fold, words


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Kuznetsov's IL-28's", "kuznetsov il 28"),
        ("the Soviets’ reply; Kuznetsov’s", "the soviets reply kuznetsov"),
        ("737.56361/11-2362", "737 56361 11 2362"),
        ("~~TOP SECRET~~ SENSITIVE", "top secret sensitive"),
        ("première Zu\u0308rich \ufb01le", "premiere zurich file"),
        ("snake_case", "snake case"),
        ("Кузнецов", "кузнецов"),
        ("— ☐ …", ""),
    ],
)
def test_a_text_is_divided_and_folded(text: str, read: str) -> None:
    assert " ".join(words(text)) == read


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    found = places(text)
    assert tuple(found.words) == words(text)
    assert [fold(text[start:end]) for start, end in found.spans] == found.words
    assert all(one[1] <= other[0] for one, other in pairwise(found.spans))


@given(st.text(st.sampled_from("aZ9 \n’'sé\u0308\u0323üßﬁ—_½٣К"), max_size=30))
def test_a_text_folded_at_once_says_what_it_says_word_by_word(text: str) -> None:
    """A letter that is no ASCII sends the text the slow way."""
    assert places(text).words == places(text + " Ж").words[:-1]


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@given(st.lists(st.text(max_size=12), max_size=5))
def test_the_index_divides_our_words_as_we_do(texts: list[str]) -> None:
    """The tokenizer of FTS5 must see the same words at the same places, or no phrase would be found."""
    read = words(" ".join(texts))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE text USING fts5(body, content = '', tokenize = 'ascii')")
        connection.execute("CREATE VIRTUAL TABLE seen USING fts5vocab(text, instance)")
        connection.execute("INSERT INTO text (rowid, body) VALUES (1, ?)", (" ".join(read),))
        seen = connection.execute('SELECT term FROM seen ORDER BY "offset"').fetchall()
    assert tuple(term for (term,) in seen) == read
