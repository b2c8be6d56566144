"""The columns of Markdown's tables stand under one another when the bars are taken out."""

from __future__ import annotations

from onionskin.record.page import PageNumber, PageText
from onionskin.text.clean import clean
from onionskin.text.markup import unmark
from onionskin.text.scroll import scroll_of


def unmarked(text: str) -> str:
    return clean(scroll_of([PageText(PageNumber(1), text)]), [unmark]).text


def test_a_cell_stands_under_its_label_though_it_is_bold_or_its_row_is_short() -> None:
    table = "| **Drafted by:** | Cleared by: |\n|---|---|\n| ARA:RMSayre | ARA - Mr. Mann |\n| | L - Mr. Kearney |"
    labels, first, second = (line for line in unmarked(table).split("\n") if line.strip())
    assert labels.index("Cleared") == first.index("ARA - Mr.") == second.index("L - Mr.")


def test_a_row_alone_without_a_ruled_line_keeps_a_blank_for_each_bar() -> None:
    assert unmarked("| 1. Chief, EUR | 24 Nov |") == "  1. Chief, EUR   24 Nov  "


def test_a_cell_of_running_text_does_not_set_the_others_apart() -> None:
    long = "he agreed with all that had been said of it and went on " * 2
    table = f"| A | B |\n|:--|--:|\n| {long}| C |\n| D | E |"
    assert "D   E" in unmarked(table)
