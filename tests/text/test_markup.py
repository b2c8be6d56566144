"""The Markdown of vision models is taken away, and what it said of the ink is kept."""

from __future__ import annotations

import pytest

from onionskin.record.page import PageNumber, PageText
from onionskin.text.clean import CleanText, clean
from onionskin.text.markup import unmark
from onionskin.text.scroll import scroll_of


def unmarked(text: str) -> CleanText:
    return clean(scroll_of([PageText(PageNumber(1), text)]), [unmark])


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("![Signature](page-2.png) Dean Rusk", "[Signature] Dean Rusk"),
        ("![BY HAND]", "[BY HAND]"),
        ("![img-0.jpeg](img-0.jpeg)", ""),
        ("![](seal.png)", ""),
        ("```\n[DEAN RUSK]\n```\nDistribution:", "\n[DEAN RUSK]\n\nDistribution:"),
        ("```text\nTOP SECRET\n```", "\nTOP SECRET\n"),
        ("> SECRET\n> > Eyes only", "SECRET\nEyes only"),
        ("the text.\n\n---\n\nUSUN", "the text.\n\n\n\nUSUN"),
        ("<signature>Adlai</signature>", "Adlai"),
        ('<td colspan="2">TO</td><td>USUN New York</td>', "  TO    USUN New York  "),
        ("| 1. Chief, EUR | 24 Nov |", "  1. Chief, EUR   24 Nov  "),
    ],
)
def test_markup_of_blocks_goes_and_the_words_in_it_stay(printed: str, left: str) -> None:
    assert unmarked(printed).text == left


@pytest.mark.parametrize(
    "line", ["He refused!", "Go at once! [sic]", "----", "a > b", "It said ``no''", "--- not declassified ---", "- 3 -"]
)
def test_ink_that_only_looks_like_markup_stays(line: str) -> None:
    assert unmarked(line).text == line
