"""Finds: overlaps, moves, and what is left over."""

from onionskin.phrases.damage import digits, nearest, skeleton
from onionskin.phrases.found import doubtful_in, found_in, left_over, longest
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span


def test_of_two_that_overlap_the_longer_stays() -> None:
    text = "letters of October 27 and 28"
    short, long, apart = (found_in(text, *ends, 0) for ends in ((0, 7), (0, 21), (26, 28)))
    assert longest([apart, short, long]) == [long, apart]


def test_of_equals_the_earlier_stays() -> None:
    first, second = found_in("abcd", 0, 3, 1), found_in("abcd", 1, 4, 2)
    assert longest([second, first]) == [first]


def test_a_find_moves_with_its_words() -> None:
    found = doubtful_in("xx ab", 3, 5, 1, "why")
    assert (found.shifted(10).span, found.shifted(10).text, found.shifted(0)) == (Span(13, 15), "ab", found)
    assert (found.with_value("v").value, found.with_value("v").state) == ("v", ReadingState.DOUBTFUL)


def test_what_is_left_over_has_neither_dashes_nor_strike_through() -> None:
    line = "~~TOP SECRET~~ - and more (x)"
    assert left_over(line, [found_in(line, 2, 12, 0)]) == "and more x"
    assert left_over("nothing", []) == "nothing"


def test_damage_is_undone_cautiously() -> None:
    assert digits("I9S2") == "1952"
    assert skeleton("C0NFlDENTIAL") == skeleton("CONFIDENTIAL")
    assert nearest("SECRFT", ["SECRET", "SECRETS", "CONFIDENTIAL"], most=1) == [("SECRET", 1)]
