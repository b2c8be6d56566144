"""What a reader gives counts as right where it says the same, and only there."""

from __future__ import annotations

import pytest
from bench.truth.agree import Value, clock, tally

RIGHT: list[tuple[str, Value, Value]] = [
    ("file_number", "684A.86/1–2457", "684A.86/1-2457"),
    ("file_number", "POL 27 S VIET", "POL 27 S VIET."),
    ("file_number", "AID (US) S VIET", "AID(US) S VIET"),
    ("collection", "President's Office Files, USSR", "President’s Office Files, USSR"),
    ("classification", "No classification marking", "no-classification-marking"),
    ("kind", "Memorandum of a Conversation", "memorandum-of-conversation"),
    ("drafted_by", ["Dillon"], ["Acting Secretary Dillon"]),
    ("drafted_by", ["William J. Barnsdale"], ["William J. Barnsdale (EUR/EE)"]),
    ("cleared_by", ["White House"], ["the White House"]),
    ("repeated_to", ["CINCPAC for POLAD"], ["CINCPAC"]),
    ("from", ["Embassy in Egypt"], "the Embassy in Egypt"),
    ("from", ["Read (S/S)"], ["Read"]),
    ("date", "XXXX-10-23", "1962-10-23"),
    ("date", "XXXX-10-21/XXXX-10-25", "1962-10-21/1962-10-25"),
    ("date", "1957-01-27", "1957-01-27T18:00-05:00"),
    ("received", "9:13 p.m.", "1957-02-05T21:13-05:00"),
    ("time", "noon", "12:00 p.m."),
    ("time", "0037Z", "00:37"),
    ("pages", 7, 7),
]
WRONG: list[tuple[str, Value, Value]] = [
    ("drafted_by", ["U. Alexis Johnson"], ["Johnson"]),
    ("drafted_by", ["Johnson"], ["U. Alexis Johnson"]),
    (
        "from",
        ["Assistant Secretary of State for European Affairs (Tyler)"],
        ["Assistant Secretary of State for European Affairs"],
    ),
    ("date", "1962-10-23", "XXXX-10-23"),
    ("date", "XXXX-10-23", "1962-10"),
    ("received", "9:13 p.m.", "9:13 a.m."),
    ("pages", 7, 70),
    ("file_number", "611.61/5-1861", "611.61/5-1861A"),
]


@pytest.mark.parametrize(("field", "true", "read"), RIGHT)
def test_the_same_said_otherwise_is_right(field: str, true: Value, read: Value) -> None:
    assert tally(field, true, read) == (1, 0, 0)


@pytest.mark.parametrize(("field", "true", "read"), WRONG)
def test_something_else_is_one_value_too_many_and_one_missed(field: str, true: Value, read: Value) -> None:
    assert tally(field, true, read) == (0, 1, 1)


def test_each_value_of_a_list_counts_for_itself_and_once() -> None:
    assert tally("tags", ["EMIN", "EIND", "BL"], ["BL", "EMIN", "BL"]) == (2, 1, 1)


def test_what_is_absent_and_not_read_counts_for_nothing() -> None:
    assert tally("received", None, None) == (0, 0, 0)
    assert tally("received", None, "9 p.m.") == (0, 1, 0)
    assert tally("captions", ["Exdis"], []) == (0, 0, 1)


@pytest.mark.parametrize(
    ("printed", "reckoned"),
    [
        ("8 p.m.", "20:00"),
        ("12:33 a.m.", "00:33"),
        ("12:05 p.m.", "12:05"),
        ("Noon", "12:00"),
        ("1159Z", "11:59"),
        ("soon", None),
    ],
)
def test_clock_times_are_reckoned_as_printed(printed: str, reckoned: str | None) -> None:
    assert clock(printed) == reckoned
