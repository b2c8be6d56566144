"""Whom a post sent its telegram to, and file numbers that are worn."""

from __future__ import annotations

import pytest

from onionskin.phrases.passing import find_pass
from onionskin.phrases.relays import read_relay
from onionskin.phrases.worn_file_numbers import find_worn_file_number
from onionskin.record.page import PageNumber
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import Line


def _lines(*texts: str) -> list[Line]:
    out, start = [], 0
    for n, text in enumerate(texts):
        out.append(Line(n, PageNumber(1), n + 1, Span(start, start + len(text)), text))
        start += len(text) + 1
    return out


RELAYS = [
    (["ACTION DEPARTMENT 1824, INFORMATION COPENHAGEN 435, BONN 20"], ["Copenhagen", "Bonn"], "1824"),
    (["SENT DEPARTMENT 17; REPEATED INFO PARIS 4"], ["Paris"], "17"),
    (["ACTIONDEPARTMENT 1147, INF0RMATION THE HAGUE 319, AMMAN 12"], ["The Hague", "Amman"], "1147"),
    (["DEPARTMENT 1142. INFORMATION KARACHI 69"], ["Karachi"], "1142"),
    (["ACTION DEPARTMENT PRIORITY 1456, INFORMATION ROUTINE PARIS 234, BONN 5"], ["Paris", "Bonn"], "1456"),
    (["ACTION DEPARTMENT 1456, INFORMATION PARIS ROUTINE 234"], ["Paris"], "1456"),
    (["RCTION DEFARTMENT 2236, NFORMATION VIENTIANF 275"], ["Vientiane"], "2236"),
    (["ACTION DEPARTMENT 229, INFORMATIONCARACAS 203"], ["Caracas"], "229"),
    (
        ["ACTION DEPARTMENT 3128, INFORMATION VIENTIANE 628, CAIRO 601, RIO DE", "JANEIRO 12"],
        ["Vientiane", "Cairo", "Rio de Janeiro"],
        "3128",
    ),
    (["We informed the Department of this at once, and information is scarce in Cairo"], [], None),
    (["ACTION: Amembassy PARIS 1338"], [], None),
    (["THE DEPARTMENT SHOULD KNOW THAT WE HAVE NO INFORMATION FROM CAIRO"], [], None),
]


@pytest.mark.parametrize(("texts", "posts", "number"), RELAYS)
def test_a_list_of_posts_is_known_though_it_is_misread(texts: list[str], posts: list[str], number: str | None) -> None:
    lines = _lines(*texts)
    relay = read_relay(lines, 0)
    assert [post.value.name for post in relay.posts] == posts if relay else posts == []
    assert (relay.number.value if relay and relay.number else None) == number
    whole = "\n".join(texts)
    assert all(post.span.of(whole) == post.text for post in (relay.posts if relay else ()))


def test_a_post_that_is_misread_is_doubtful() -> None:
    relay = read_relay(_lines("ACTION DEPARTMENT 423, INFORMATIN DJAKRRTA 33"), 0)
    assert relay is not None
    assert relay.posts[0].state is ReadingState.DOUBTFUL


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("611.61/11=1257", "611.61/11-1257"),
        ("6B4A.86/1-2446", "684A.86/1-2446"),
        ("   783 A.00/1-1157", "783A.00/1-1157"),
        ("396.1-GE/6=352", "396.1-GE/6-352"),
        ("611.61/13-4557", None),
        ("350.5 miles", None),
        ("Approved 3/4-59", None),
    ],
)
def test_a_worn_file_number_alone_on_its_line(line: str, number: str | None) -> None:
    """A date that the calendar has not makes it none."""
    worn = find_worn_file_number(line)
    assert (worn.value if worn else None) == number
    assert worn is None or (worn.span.of(line) == worn.text and worn.state is ReadingState.DOUBTFUL)


@pytest.mark.parametrize(
    "line", ["PASS TO WHITE HOUSE", "PASSTO WHITE HOUSE", "PAS5 TO WHITE HOUSE", "FASS TO WHITE HOUSE"]
)
def test_an_instruction_to_pass_is_known_though_it_is_misread(line: str) -> None:
    assert [target.value.name for target in find_pass(_lines(line))] == ["White House"]
