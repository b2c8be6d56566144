"""For whose eyes a telegram is, and where it is to be passed."""

from __future__ import annotations

import pytest
from tests.readers.marked import paper

from onionskin.phrases.instructions import find_attention, find_told
from onionskin.phrases.passing import find_asked, find_pass


@pytest.mark.parametrize(
    ("line", "surnames"),
    [
        ("FOR STEVENSON AND McCLOY", ["Stevenson", "McCloy"]),
        ("EYES ONLY FOR AMBASSADOR PENHALLOW", ["Penhallow"]),
        ("Eyes only for Ambassador Penhallow from the Secretary.", ["Penhallow"]),
        ("PERSONAL FOR HATHAWAY FROM RUSK", ["Hathaway"]),
    ],
)
def test_the_persons_it_is_for(line: str, surnames: list[str]) -> None:
    found = find_attention(line)
    assert [each.value.surname for each in found] == surnames
    for each in found:
        assert each.span.of(line) == each.text


@pytest.mark.parametrize(
    "line",
    [
        "",
        "For the moment, we should continue on our present course.",
        "FOR",
        "for Kuznetsov and perhaps Mikoyan to see President in Washington",
        "We have waited for Ambassador Penhallow.",
    ],
)
def test_prose_is_for_nobody(line: str) -> None:
    assert find_attention(line) == []


def passed(typed: str) -> list[tuple[str, str]]:
    text = paper(typed)
    lines = [line for line in text.lines if not line.blank]
    return [(each.value.name, each.span.of(text.text)) for each in find_pass(lines)]


def test_a_line_that_says_where_it_goes() -> None:
    assert passed("PASS TO EXCOM\n") == [("EXCOM", "EXCOM")]


def test_a_narrow_column_is_read_as_one_line() -> None:
    assert passed("PASS\nELEC.\nTO\nEXCOM\n\nYou should see him promptly.\n") == [("EXCOM", "EXCOM")]


@pytest.mark.parametrize(
    "line", ["It came to pass that they agreed.", "Pass laws were repealed.", "PASS", "The note was passed to him."]
)
def test_what_is_no_instruction(line: str) -> None:
    assert passed(f"{line}\n") == []


@pytest.mark.parametrize(
    ("line", "posts"),
    [
        ("5. DEPARTMENT PLEASE PASS CANBERRA AND WELLINGTON.", ["Canberra", "Wellington"]),
        ("Dept pls pass London.", ["London"]),
        ("7. DEPT REPEAT TO PARIS, ROME", ["Paris", "Rome"]),
        ("DEPARTMENT PLEASE PASS LONDON AS DESIRED.", []),
        ("3. DEPARTMENT PASSED NOTE TO EMBASSY.", []),
    ],
)
def test_a_sentence_asks_the_department_to_pass_it_on(line: str, posts: list[str]) -> None:
    assert [each.value.name for each in find_asked(line)] == posts


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("CINCPAC FOR POLAD", "POLAD"),
        ("PARIS FOR OECD", "OECD"),
        ("LONDON FOR MARLOW", None),
        ("REQUEST FOR APPROVAL", None),
        ("PARIS FOR THE MOMENT SAYS NOTHING AT ALL", None),
    ],
)
def test_one_of_those_addressed_is_to_show_it_to_somebody(line: str, whom: str | None) -> None:
    told = find_told(line, "CINCPAC AMEMBASSY PARIS")
    assert [each.value.name for each in told] == ([whom] if whom else [])
