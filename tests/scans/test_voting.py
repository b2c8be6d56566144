"""Two readings become one: a word beats what is none, blanks come back, and numbers that differ stand with both."""

from __future__ import annotations

import pytest

from onionskin.record.geometry import Box
from onionskin.scans.seen import SeenLine, SeenWord
from onionskin.scans.voting import lettered, vote, with_doubts

Placed = tuple[str, int, int]


def line(*words: Placed) -> SeenLine:
    return SeenLine(tuple(SeenWord(text, Box(left, 100, right, 130), 0.9) for text, left, right in words))


def voted(mine: list[Placed], theirs: list[Placed]) -> list[tuple[str, tuple[str, ...] | None]]:
    return [(word.text, word.variants) for each in vote([line(*mine)], [line(*theirs)]) for word in each.words]


@pytest.mark.parametrize(
    ("mine", "theirs", "taken"),
    [
        ("Emhassy", "Embassy", "Embassy"),
        ('"derogetory,', "derogatory", '"derogatory,'),
        ("(tham)", "than.", "(than)"),
        ("need", "heed", "need"),
        ("AMFAUNA", "AMEAUNA", "AMFAUNA"),
        ("Kuznetsov", "|||", "Kuznetsov"),
    ],
)
def test_a_word_of_the_papers_takes_the_place_of_what_is_none(mine: str, theirs: str, taken: str) -> None:
    assert voted([(mine, 0, 100)], [(theirs, 2, 101)]) == [(taken, None)]


@pytest.mark.parametrize(("mine", "theirs"), [("IL-28", "11-21"), ("19sh", "1954"), ("1359", "1369"), ("ll", "11")])
def test_a_number_read_in_two_ways_stands_as_the_first_read_it_with_both(mine: str, theirs: str) -> None:
    assert voted([(mine, 0, 100)], [(theirs, 2, 101)]) == [(mine, (theirs,))]


def test_of_a_number_that_was_read_for_certain_no_other_reading_raises_a_doubt() -> None:
    box = Box(0, 100, 100, 130)
    other = [SeenLine((SeenWord("1369", box, 0.9),))]
    read = [vote([SeenLine((SeenWord("1359", box, sure),))], other)[0].words[0].variants for sure in (0.98, 0.995)]
    assert read == [("1369",), None]


def test_a_number_that_the_other_engine_did_not_see_is_doubtful_unless_the_first_was_sure() -> None:
    def seen(text: str, sure: float) -> SeenLine:
        return SeenLine((SeenWord(text, Box(0, 100, 100, 130), sure),))

    elsewhere = [line(("of", 900, 940))]
    asked = [seen("7710/65", 0.96), seen("7710/65", 0.98), seen("Kuznetsov", 0.5)]
    assert [vote([each], elsewhere)[0].words[0].variants for each in asked] == [(), None, None]
    assert vote([asked[0]], [])[0].words[0].variants is None


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        *(("als0", "also"), ("rep1y,", "reply,"), ("Rep1y", "Reply"), ("sh0uld", "should")),
        *((each, each) for each in ("B1A5", "19sh", "3rd", "1359", "IL-28", "tr1x", "l0", "11th", "0f")),
    ],
)
def test_a_digit_among_small_letters_is_the_letter_that_makes_a_word(read: str, meant: str) -> None:
    (done,) = lettered([line((read, 0, 100))])
    assert done.words[0].text == meant


@pytest.mark.parametrize(("mine", "theirs"), [("1359,", "1359"), ("IL-28", "IL 28".replace(" ", "–"))])
def test_stops_and_dashes_are_no_difference(mine: str, theirs: str) -> None:
    assert voted([(mine, 0, 100)], [(theirs, 2, 101)]) == [(mine, None)]


def test_words_run_together_are_parted() -> None:
    assert voted([("resolutionwhen", 0, 280)], [("resolution", 0, 195), ("when", 205, 280)]) == [
        ("resolution", None),
        ("when", None),
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "taken"),
    [
        ('"itis', ("it", "is"), ('"it', "is")),
        ("itis", ("it,", "is"), ("it", "is")),
        ("itis", ('"it"', "is"), ("it", "is")),
        ("it(is),", ("it", "(is)"), ("it", "(is),")),
    ],
)
def test_they_are_parted_between_letters_whatever_stops_the_other_read(
    mine: str, theirs: tuple[str, str], taken: tuple[str, str]
) -> None:
    beside = [(theirs[0], 0, 100), (theirs[1], 110, 200)]
    assert voted([(mine, 0, 200)], beside) == [(word, None) for word in taken]


def test_a_name_that_two_words_make_up_is_left_whole() -> None:
    assert voted([("Kuznetsov", 0, 180)], [("Kuz", 0, 60), ("netsov", 64, 180)]) == [("Kuznetsov", None)]


def test_words_of_another_line_or_that_reach_beyond_are_no_witnesses() -> None:
    above = SeenLine((SeenWord("1369", Box(0, 20, 100, 50)),))
    assert vote([line(("1359", 0, 100))], [above])[0].words[0].variants == ()
    assert voted([("1359", 0, 80), ("of", 90, 120)], [("1359of", 0, 120)]) == [("1359", None), ("of", None)]


@pytest.mark.parametrize(
    ("text", "sure", "variants"),
    [("1359", 0.7, ()), ("1359", 0.95, None), ("Kuznetsov", 0.4, None), ("IL-28,", 0.8, ())],
)
def test_numbers_that_the_engine_doubts_are_marked(text: str, sure: float, variants: tuple[str, ...] | None) -> None:
    (marked,) = with_doubts([SeenLine((SeenWord(text, Box(0, 0, 9, 9), sure),))])
    assert marked.words[0].variants == variants


@pytest.mark.parametrize(
    ("text", "weakest", "is_doubted"),
    [("1961", 0.97, False), ("1961", 0.5, True), ("1961", None, False), ("letter", 0.5, False)],
)
def test_a_number_is_doubted_for_one_sign_that_was_guessed(text: str, weakest: float | None, is_doubted: bool) -> None:
    (marked,) = with_doubts([SeenLine((SeenWord(text, Box(0, 0, 9, 9), 0.95, weakest=weakest),))])
    assert (marked.words[0].variants == ()) is is_doubted


@pytest.mark.parametrize(
    ("text", "is_doubted"), [("196l)", True), ("l2/7", True), ("1O5", True), ("IL-28", False), ("10th", False)]
)
def test_a_number_half_of_letters_is_doubted(text: str, is_doubted: bool) -> None:
    (marked,) = with_doubts([SeenLine((SeenWord(text, Box(0, 0, 9, 9), 1.0),))])
    assert (marked.words[0].variants == ()) is is_doubted
