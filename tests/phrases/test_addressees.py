"""The line of the addressees, and what a telegram says to whoever handles it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.addressees import read_addressees


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


@given(st.text(st.sampled_from("Amembassy LONDON PRIORITY 1205,-.()/éxX\t"), max_size=60))
def test_what_is_found_stands_where_it_is_said_to(line: str) -> None:
    got = read_addressees(line)
    number = [got.number] if got.number else []
    places = [(each.span, each.text) for each in got.posts]
    places += [(each.span, each.text) for each in [*got.precedence, *number]]
    assert all(span.of(line) == text for span, text in places)
