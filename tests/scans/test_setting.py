"""Every word's span says in the page's text what was seen at its box."""

from __future__ import annotations

from hypothesis import given
from tests.scans.test_order import anything, typed

from onionskin.record.geometry import Box
from onionskin.scans.seen import SeenLine, SeenWord
from onionskin.scans.setting import set_page


def test_rows_end_with_line_feeds_and_paragraphs_with_an_empty_line() -> None:
    text, words = set_page(typed("SECRET\n\n\n\nYou should see\nKuznetsov promptly"))
    assert text == "SECRET\n\nYou should see\nKuznetsov promptly\n"
    assert [word.span.of(text) for word in words] == text.split()


def test_a_wide_gap_in_a_row_stands_as_three_blanks() -> None:
    text, _ = set_page(typed("FROM:      Moscow and beyond"))
    assert text == "FROM:   Moscow and beyond\n"


def test_boxes_and_confidences_go_with_their_words() -> None:
    box = Box(1, 2, 30, 40)
    _, (word,) = set_page([SeenLine((SeenWord("1359", box, 0.5),))])
    assert (word.box, word.confidence) == (box, 0.5)


def test_nothing_seen_is_an_empty_page() -> None:
    assert set_page([]) == ("", ())


@given(anything)
def test_spans_are_the_words_in_order(seen: list[SeenLine]) -> None:
    text, words = set_page(seen)
    assert [word.span.of(text) for word in words] == text.split()
    assert sorted(word.span for word in words) == [word.span for word in words]
    assert sorted(text.split()) == sorted(word.text for line in seen for word in line.words)
