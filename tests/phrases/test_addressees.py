"""The line of the addressees, and what a telegram says to whoever handles it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.addressees import _right, read_addressees
from onionskin.record.reading import ReadingState


@pytest.mark.parametrize(
    ("line", "posts", "precedence", "number"),
    [
        ("USUN, New York - PRIORITY 1359", ["USUN, New York"], ["PRIORITY"], "1359"),
        ("Amembassy LIMA 87", ["Amembassy LIMA"], [], "87"),
        ("Amembassy LIMA - PRIORITY No. 87", ["Amembassy LIMA"], ["PRIORITY"], "87"),
        ("Amembassy OSLO NIACT PRIORITY 12", ["Amembassy OSLO"], ["NIACT", "PRIORITY"], "12"),
        ("Amembassy LONDON", ["Amembassy LONDON"], [], None),
        ("AmConsul HONG KONG 41", ["AmConsul HONG KONG"], [], "41"),
    ],
)
def test_posts_precedence_and_number(line: str, posts: list[str], precedence: list[str], number: str | None) -> None:
    got = read_addressees(line)
    assert [post.text for post in got.posts] == posts
    assert [word.value for word in got.precedence] == precedence
    assert (got.number.value if got.number else None) == number
    assert got.anything


@pytest.mark.parametrize("line", ["", "   ", "1359", "the talks will go on", "-"])
def test_a_line_that_addresses_nobody(line: str) -> None:
    assert read_addressees(line).posts == ()
    assert read_addressees(line).number is None


@pytest.mark.parametrize(("word", "post"), [("ACCA", "ACCRA"), ("HAANA", "HABANA"), ("CINCAC", "CINCPAC")])
def test_of_two_words_equally_near_the_first_of_the_alphabet_is_taken(word: str, post: str) -> None:
    """Not whichever comes first in a set, which differs from one process to the next."""
    assert _right(word) == post


def test_where_each_post_has_a_number_none_is_the_telegrams_own() -> None:
    got = read_addressees("AmEmbassy LONDON 1205, Amembassy PARIS 2210")
    assert [number.value for number in got.numbers] == ["1205", "2210"]
    assert got.number is None


@given(st.text(st.sampled_from("Amembassy LONDON PRIORITY 1205,-.()/éxX\t"), max_size=60))
def test_what_is_found_stands_where_it_is_said_to(line: str) -> None:
    got = read_addressees(line)
    places = [(each.span, each.text) for each in got.posts]
    places += [(each.span, each.text) for each in (*got.precedence, *got.numbers)]
    assert all(span.of(line) == text for span, text in places)


@pytest.mark.parametrize("worn", ["Secretary of Sta te", "Seeretary ot State", "SeerefaryofState,"])
def test_the_secretary_is_known_where_no_word_of_his_title_is_whole(worn: str) -> None:
    (found,) = read_addressees(worn, labelled=True).posts
    assert (found.value.name, found.text, found.state) == (
        "Secretary of State",
        worn.rstrip(","),
        ReadingState.DOUBTFUL,
    )
    assert not read_addressees("Secretariat of the State Party", labelled=True).posts


@pytest.mark.parametrize(
    ("line", "value", "printed", "state"),
    [
        ("Amembassy SAIGON 1Z07", "1207", "1Z07", ReadingState.DOUBTFUL),
        ("Amembassy SAIGON 71S", "715", "71S", ReadingState.DOUBTFUL),
        ("Amembassy SAIGON 1207", "1207", "1207", ReadingState.FOUND),
    ],
)
def test_letters_for_figures_of_a_number_are_doubtful(line: str, value: str, printed: str, state: ReadingState) -> None:
    (number,) = read_addressees(line, labelled=True).numbers
    assert (number.value, number.text, number.state) == (value, printed, state)


def test_letters_with_few_figures_are_no_number() -> None:
    assert not read_addressees("Amembassy SAIGON B12", labelled=True).numbers
    assert not read_addressees("Amembassy SAIGON 1Z07").numbers


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("ROME482, NEW DEHI 393", ["ROME", "NEW DEHI"]),
        ("PARIS1234 LONDN", ["PARIS", "LONDN"]),
    ],
)
def test_a_number_that_lost_the_blank_before_it_leaves_each_post_its_ink(line: str, printed: list[str]) -> None:
    """Also where another post of the line is misread and put right."""
    posts = read_addressees(line, labelled=True).posts
    assert [post.span.of(line) for post in posts] == [post.text for post in posts]
    assert [post.text for post in posts] == printed
