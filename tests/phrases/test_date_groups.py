"""Date-time groups of telegrams: misread, with parts missing, in other zones; and the prosigns before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.date_groups import read_date_group
from onionskin.phrases.parsing import parse
from onionskin.phrases.precedence import read_prosigns


@pytest.mark.parametrize(
    ("line", "date", "precedence"),
    [
        ("R 151530Z JAN 73", "1973-01-15T15:30:00+00:00", ["ROUTINE"]),
        ("O R 312245Z AUG 79 ZFF4", "1979-08-31T22:45:00+00:00", ["IMMEDIATE", "ROUTINE"]),
        ("Z O 012330Z FEB 1976", "1976-02-01T23:30:00+00:00", ["FLASH", "IMMEDIATE"]),
        ("O 222227Z OCT 62", "1962-10-22T22:27:00+00:00", ["OPERATIONAL IMMEDIATE"]),
        ("OO RUEHC 121200Z MAY 75", "1975-05-12T12:00:00+00:00", ["IMMEDIATE"]),
        ("ROUTINE 222227Z NOV 78", "1978-11-22T22:27:00+00:00", ["ROUTINE"]),
        ("DTG 151355Z AUGUST 1974", "1974-08-15T13:55:00+00:00", []),
        ("R 012330R FEB 74", "1974-02-01T23:30:00-05:00", ["ROUTINE"]),
        ("R222227ZNOV78", "1978-11-22T22:27:00+00:00", ["ROUTINE"]),
        ("R 01233OZ FEB 74", "1974-02-01T23:30:00+00:00", ["ROUTINE"]),
        ("R O12330Z JUL 7S", "1975-07-01T23:30:00+00:00", ["ROUTINE"]),
        ("P R 012330Z 0CT 74", "1974-10-01T23:30:00+00:00", ["PRIORITY", "ROUTINE"]),
        ("R 012330Z FE8 74", "1974-02-01T23:30:00+00:00", ["ROUTINE"]),
        ("R 012330Z", "XXXX-XX-01", ["ROUTINE"]),
        ("R 012330Z FEB", "XXXX-02-01", ["ROUTINE"]),
    ],
)
def test_what_a_group_says(line: str, date: str, precedence: list[str]) -> None:
    """The day with its zone, as far as it is printed, and every prosign before it."""
    read = parse("dtg", line)
    assert (read["state"], read["date"], read["precedence"]) == ("found", date, precedence)


@pytest.mark.parametrize(
    ("line", "date", "said"),
    [
        ("R 322330Z FEB 74", "1974-02", "no day 32"),
        ("R 302330Z FEB 74", "1974-02", "no day 30 in February"),
        ("R 012530Z FEB 74", "1974-02-01", "no clock time 2530"),
        ("R 2222272 NOV 78", "1978-11-22T22:27:00+00:00", "'2' read as the zone letter Z"),
        ("R 012330Z JAM 74", "1974-01-01T23:30:00+00:00", "'JAM' read as JAN"),
        ("R 012330Z MAP 74", "XXXX-XX-01", "'MAP' may be MAR or MAY"),
        ("0 012330Z FEB 74", "1974-02-01T23:30:00+00:00", "'0' read as O"),
    ],
)
def test_what_cannot_be_is_doubtful(line: str, date: str, said: str) -> None:
    """A day or hour that does not exist is left off; a letter that was guessed is said."""
    read = parse("dtg", line)
    assert (read["state"], read["date"]) == ("doubtful", date)
    assert said in read["reason"]


@pytest.mark.parametrize(
    "line", ["HELLO", "BOSSIZ FEB 74", "012330J FEB 74", "012330R", "STATE 012330", "737.56361/11-1762"]
)
def test_what_is_no_group(line: str) -> None:
    """Words, numbers, the letter that no zone has, and other letters without a month."""
    assert read_date_group(line) is None
    assert parse("dtg", line)["state"] == "absent"


ANY = st.text(alphabet="0123456789OIlZRSPFEBMAY \n/", max_size=20)


@given(st.tuples(ANY, st.sampled_from(["", "012330Z FEB 74", "O1233OZ"]), ANY).map("".join))
def test_any_text_gives_its_own_words(text: str) -> None:
    """Whatever is found stands at its place."""
    found = read_date_group(text)
    assert found is None or found.span.of(text) == found.text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("O", ["IMMEDIATE"]),
        ("P R", ["PRIORITY", "ROUTINE"]),
        ("ZZ OO", ["FLASH", "IMMEDIATE"]),
        ("OR", []),
        ("PROOF", []),
        ("O TO", []),
    ],
)
def test_prosigns_alone(line: str, words: list[str]) -> None:
    """Only where nothing else stands on the line."""
    assert [found.value for found in read_prosigns(line)] == words
    assert parse("precedence", line)["precedence"] == words


def test_precedence_of_a_whole_heading_line() -> None:
    """Prosigns and words together, in the order printed."""
    assert parse("precedence", "O R 312245Z AUG 79")["precedence"] == ["IMMEDIATE", "ROUTINE"]
    assert parse("precedence", "ROUTlNE")["precedence"] == ["ROUTINE"]
