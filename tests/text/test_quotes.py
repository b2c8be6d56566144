"""Words of a paper are found again in another reading of it, or are said to be lost; never somewhere else."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.decisions import Quote
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.text.quotes import Anchor, Lost, anchored, quoted

ONE, TWO = PageNumber(1), PageNumber(2)
TEXT = (
    "You should see Halloran promptly, to discuss the next steps.\n"
    "On 11-21's we expect the removal within thirty days, and the\n"
    "Minister has told the EEC so. We do not REPEAT not want a long\n"
    "haggle over the EEC, nor another talk with Halloran on Monday."
)


def page(text: str, n: PageNumber = ONE) -> PageText:
    return PageText(n, text)


def quote(words: str, text: str = TEXT, nth: int = 1) -> Quote:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return quoted(page(text), Span(at, at + len(words)))


def place(text: str, wanted: Quote) -> str:
    """The words found, between those about them."""
    found = anchored([page(text)], wanted)
    if isinstance(found, Lost):
        return found.why
    assert found.words == found.span.of(text)
    return f"{text[max(0, found.span.start - 4) : found.span.start]}[{found.words}]"


@pytest.mark.parametrize(
    ("change", "words", "nth", "wanted"),
    [
        (("", ""), "EEC", 1, "the [EEC]"),
        (("", ""), "EEC", 2, "the [EEC]"),
        (("You should see", "INCOMING 4471\n\nYou should  see"), "EEC", 2, "the [EEC]"),
        (("the\nMinister", "the Minister"), "the\nMinister", 1, "and [the Minister]"),
        (("11-21's", "IL-28's"), "11-21's", 1, "\nOn [IL-28's]"),
        (("11-21's", "ll-2l’s"), "11-21's", 1, "\nOn [ll-2l’s]"),
        (("told the EEC", "told the FEC"), "EEC", 1, "the [FEC]"),
        (("told the EEC so", "spoken"), "EEC", 1, "its words are not found again"),
        (("Halloran promptly, to discuss the", "them"), "Halloran", 1, "its words are not found again"),
    ],
)
def test_the_place_is_known_by_its_surroundings(change: tuple[str, str], words: str, nth: int, wanted: str) -> None:
    assert place(TEXT.replace(*change), quote(words, nth=nth)).lstrip("\n") == wanted.lstrip("\n")


def test_two_places_alike_are_no_place() -> None:
    line = "Department of State, see Deptel 1338 of today, and reply.\n"
    wanted = quote("1338", line)
    found = anchored([page("x\n" + line * 2)], wanted)
    assert found == Lost("its words stand on page 1 in two places alike")


def test_a_place_on_another_page_settles_nothing_between_two_alike_on_the_own() -> None:
    line = "Department of State, see Deptel 1338 of today, and reply.\n"
    found = anchored([page("x\n" + line * 2), page(line, TWO)], quote("1338", line))
    assert isinstance(found, Lost)


def test_the_own_page_goes_before_another_with_the_same_words() -> None:
    wanted = Quote(TWO, "TOP SECRET", "", "\nPage 2", 0)
    found = anchored([page("TOP SECRET\nPage 2"), page("TOP SECRET\nPage 2", TWO)], wanted)
    assert isinstance(found, Anchor)
    assert found.page == TWO


def test_a_page_that_moved_is_found_on_its_new_number() -> None:
    found = anchored([page("a cover"), page(TEXT, TWO)], quote("Monday"))
    assert isinstance(found, Anchor)
    assert (found.page, found.words) == (TWO, "Monday")


def noisy(text: str, rate: float, dice: random.Random) -> tuple[str, list[int]]:
    """The text as another engine might read it, and where each of its characters stood before, -1 for none."""
    out, back = "", []
    for at, character in enumerate(text):
        roll = dice.random()
        told = character
        if roll < rate / 3:
            told = ""
        elif roll < rate * 2 / 3:
            told = dice.choice(string.ascii_letters + string.digits)
        elif roll < rate:
            told = character + dice.choice(" .,'-\n")
        out += told
        back += [at, -1][: len(told)]
    return out, back


@given(st.data(), st.sampled_from([0.02, 0.05, 0.1]), st.integers(0, 2**32))
def test_another_reading_keeps_the_place_or_says_that_it_is_lost(data: st.DataObject, rate: float, seed: int) -> None:
    text = (Path(__file__).parents[2] / "examples" / "telegram-1359.txt").read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text) - 20))
    span = Span(start, start + data.draw(st.integers(1, 20)))
    if not span.of(text).strip():
        return
    read, back = noisy(text, rate, random.Random(seed))
    found = anchored([page(read)], quoted(page(text), span))
    if isinstance(found, Anchor):
        stood = [at for at in back[found.span.start : found.span.end] if at >= 0]
        assert stood == [] or min(stood) < span.end + 12
        assert stood == [] or max(stood) >= span.start - 12
