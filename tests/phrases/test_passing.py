"""To whom a telegram is to be passed on: lines, clauses of a line, and sentences behind whom it was sent to."""

from __future__ import annotations

import pytest
from tests.readers.marked import paper

from onionskin.phrases.addressees import read_addressees
from onionskin.phrases.instructions import find_told
from onionskin.phrases.passing import find_pass
from onionskin.phrases.relays import read_relay


def passed(typed: str) -> list[str]:
    lines = [line for line in paper(typed + "\n").lines if not line.blank]
    return [each.value.name for each in find_pass(lines)]


@pytest.mark.parametrize(
    ("typed", "to"),
    [
        ("Department pass CINCARIB", ["CINCARIB"]),
        ("DEPT PASS TREASURY AND NOAA; USCINCEUR FOR POLAD", ["TREASURY", "NOAA"]),
        ("STATE PASS AID, OPIC", ["AID", "OPIC"]),
        ("Dept. pass AID/W", ["AID/W"]),
        ("DEPT PASS DEFENSE FOR ISA", ["DEFENSE"]),
        ("Dept pass Defense for Secretary Marlow and JCS", ["Defense", "JCS"]),
        ("PASS: USIA", ["USIA"]),
        ("Nairobi pass Asmara. Rome pass Naples for CINCSOUTH.", ["Asmara", "Naples"]),
        ("BONN PASS BERLIN; OSLO ALSO RELAY TROMSO", ["Berlin", "TROMSO"]),
        ("Oslo pass Secretary Marlow's delegation at Reykjavik.", ["Reykjavik"]),
        ("Department pass Bonn, Paris\nand London", ["Bonn", "Paris", "London"]),
        (
            "Sent Department 243, repeated information Oslo 31. Department pass Caracas, Bogota,\nQuito and Lima.",
            ["Caracas", "Bogota", "Quito", "Lima"],
        ),
    ],
)
def test_those_to_whom_it_goes(typed: str, to: list[str]) -> None:
    assert passed(typed) == to


@pytest.mark.parametrize(
    "typed",
    [
        "Department please relay London, Paris as desired",
        "DEPARTMENT PASS OTHER POSTS AS APPROPRIATE",
        "London passed note to Moscow.",
        "Relay stations will be built in Morocco.",
        "PASS THROUGH CANAL",
        "HE WILL PASS MESSAGE TO MINISTER",
        "PRESIDENT ASKED PARLIAMENT TO PASS BILL",
        "5. DEPARTMENT PLEASE PASS CANBERRA AND WELLINGTON.",
    ],
)
def test_what_names_nobody_or_stays_in_the_text(typed: str) -> None:
    assert passed(typed) == []


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("White House for Marlow", ["Marlow"]),
        ("USUN for Stevenson", ["Stevenson"]),
        ("LONDON FOR AMBASSADOR MARLOW", ["Marlow"]),
        ("DEPT PASS TREASURY; USCINCEUR FOR POLAD", ["POLAD"]),
        ("Paris for the moment is quiet", []),
        ("We have waited in Paris for Marlow", []),
    ],
)
def test_who_at_one_of_the_posts_is_to_see_it(line: str, whom: list[str]) -> None:
    assert [each.value.name for each in find_told(line)] == whom


def test_who_is_to_see_it_is_no_addressee() -> None:
    line = "PORTO ALEGRE, CINCSO for POLAD"
    assert [post.value.name for post in read_addressees(line).posts] == ["Porto Alegre", "CINCSO"]
    assert read_addressees("Amembassy PARIS FOR USRO 1234").number is not None


def test_those_to_whom_it_is_passed_on_were_not_informed() -> None:
    typed = "Sent Department 243, repeated information Oslo 31, Bergen 12. Department pass CINCARIB."
    relay = read_relay([line for line in paper(typed + "\n").lines if not line.blank], 0)
    assert relay is not None
    assert [post.text for post in relay.posts][:1] == ["Oslo"]
    assert "CINCARIB" not in [post.text for post in relay.posts]
