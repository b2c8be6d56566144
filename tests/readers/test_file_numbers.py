"""File numbers on lines of their own."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds, paper

from onionskin.readers.file_numbers import FileNumberReader
from onionskin.record.span import Span


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("611.37/7-1751", "611.37/7-1751"),
        ("   737.56361/11-2362   ", "737.56361/11-2362"),
        ("POL 27 CUBA", "POL 27 CUBA"),
    ],
)
def test_a_file_number_on_a_line_of_its_own(line: str, number: str) -> None:
    text = paper(f"{line}\nThe talks will go on.\n")
    result = FileNumberReader().read(text)
    holds(text, FileNumberReader(), result)
    assert [field.reading.value for field in result.fields] == [number]


@pytest.mark.parametrize(
    "line",
    [
        "Please see our file 611.37/7-1751, which has all that was said of it at the time.",
        "November 17, 1962",
        "1359",
        "11/23/62",
        "799 United Nations Plaza",
    ],
)
def test_what_is_no_file_number(line: str) -> None:
    assert FileNumberReader().read(paper(f"{line}\n")).fields == ()


def test_what_marks_answer_for_is_left_alone() -> None:
    text = paper("611.37/7-1751\n")
    assert FileNumberReader().read(text, [Span(0, 13)]).fields == ()
