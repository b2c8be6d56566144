"""Titles of papers without a form."""

from __future__ import annotations

import pytest

from onionskin.phrases.own_titles import own_title
from onionskin.record.page import PageNumber
from onionskin.record.span import Span
from onionskin.text.clean import Line

NOTES = "Notes on Remarks by the President before the National Security Council"


def _head(*texts: str) -> list[Line]:
    """Lines as they stand, blank ones left out."""
    out, start = [], 0
    for n, text in enumerate(texts):
        out.append(Line(n, PageNumber(1), n + 1, Span(start, start + len(text)), text))
        start += len(text) + 1
    return [line for line in out if not line.blank]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["13-Q0000   Total hy 6c9 .", "hue", "", NOTES, "Tuesday, January 22, 1963"], [NOTES]),
        (
            ["A PLAN FOR THE DEFENSE", "OF THE NORTHERN PROVINCES", ""],
            ["A PLAN FOR THE DEFENSE", "OF THE NORTHERN PROVINCES"],
        ),
        (["DEPARTMENT OF STATE", "WASHINGTON"], []),
        (["foe, ET   .", "Oe ET ws"], []),
        (["Notes on Talks in Bonn", "", "he said that it was late"], []),
        (["SUBJECT: The Northern Provinces"], []),
    ],
)
def test_a_title_stands_right_over_the_text(head: list[str], title: list[str]) -> None:
    """A date may lie between; what engines make of stamps is none."""
    assert [line.text for line in own_title(_head(*head))] == title
