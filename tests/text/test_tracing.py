"""The words of a reading text lead back to the ink they were read from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.evidence import Ink
from onionskin.record.page import PageNumber
from onionskin.record.span import Span
from onionskin.text.tracing import trace

ONE, TWO = PageNumber(1), PageNumber(2)


def led_back(reading: str, *inks: str) -> list[tuple[str, str]]:
    """Each word of the reading beside what its ink says; every ink is a page of its own."""
    pages = {PageNumber(n): text for n, text in enumerate(inks, 1)}
    evidence = [Ink(n, Span(0, len(text)), "typed") for n, text in pages.items()]
    return [
        (each.span.of(reading), " ".join(place.of(pages[each.page]) for place in each.places))
        for each in trace(reading, evidence, pages)
    ]


@pytest.mark.parametrize(
    ("reading", "inks", "pairs"),
    [
        ("which Soviets can", ("which", "Soviets can"), [("which", "which"), ("Soviets", "Soviets"), ("can", "can")]),
        ("a state- ment and wind-up", ("a state-\nment and wind-\nup",), [
            ("a", "a"), ("state-", "state-"), ("ment", "ment"), ("and", "and"), ("wind-up", "wind- up"),
        ]),
        ("our statement is", ("our state-\nment is",), [
            ("our", "our"), ("statement", "state- ment"), ("is", "is"),
        ]),
        ("the Department's reply", ("tbe Departmerit's reply",), [
            ("the", "tbe"), ("Department's", "Departmerit's"), ("reply", "reply"),
        ]),
        ("You should present it, give him", ("present it,\nYou should/give him",), [
            ("You", "You"), ("should", "should"), ("present", "present"), ("it,", "it,"), ("give", "give"),
            ("him", "him"),
        ]),
        ("nothing of it", ("",), []),
    ],
)  # fmt: skip
def test_a_word_leads_to_the_letters_it_was_read_from(
    reading: str, inks: tuple[str, ...], pairs: list[tuple[str, str]]
) -> None:
    assert led_back(reading, *inks) == pairs


def test_only_the_ink_of_the_paragraph_is_asked() -> None:
    page = "the first the second"
    (word,) = trace("the", [Ink(ONE, Span(10, 20), "typed")], {ONE: page, TWO: "the"})
    assert word.places == (Span(10, 13),)


def test_the_number_of_a_paragraph_is_no_word_of_its_text() -> None:
    assert led_back("Tell him. Tell him.", "4. Tell him. Tell him.")[0] == ("Tell", "Tell")
    [first, *_] = trace("We do", [Ink(ONE, Span(0, 8), "typed")], {ONE: "4. We do"})
    assert first.places == (Span(3, 5),)


@given(st.lists(st.sampled_from(["we", "do", "not", "REPEAT", "want", "haggle;"]), max_size=30))
def test_words_that_stand_as_they_are_read_lead_to_themselves_in_their_order(words: list[str]) -> None:
    reading, ink = " ".join(words), "\n".join(words)
    traced = trace(reading, [Ink(ONE, Span(0, len(ink)), "typed")], {ONE: ink})
    assert [(each.span, each.places) for each in traced] == [
        (Span(match.start(), match.end()), (Span(match.start(), match.end()),))
        for match in re.finditer(r"\S+", reading)
    ]
