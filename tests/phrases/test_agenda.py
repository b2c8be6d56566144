"""Numbered headings of meetings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.agenda import find_items
from onionskin.record.page import PageNumber
from onionskin.record.span import Span
from onionskin.text.clean import Line


def _lines(*texts: str) -> list[Line]:
    out, start = [], 0
    for n, text in enumerate(texts):
        out.append(Line(n, PageNumber(1), n + 1, Span(start, start + len(text)), text))
        start += len(text) + 1
    return out


def test_headings_are_counted_on_from_any_number() -> None:
    lines = _lines("2441. U.S. POLICY TOWARD CUBA", "The Council discussed it.", "2442. LAOS", "3. Other Business")
    assert [(item.number, item.words) for item in find_items(lines)] == [
        (2441, "2441. U.S. POLICY TOWARD CUBA"),
        (2442, "2442. LAOS"),
    ]


def test_items_of_an_agenda() -> None:
    lines = _lines("ITEM 1 - Base Rights Negotiations", "ITEM 2 - Air Corridor Incidents")
    assert [item.number for item in find_items(lines)] == [1, 2]


def test_numbered_paragraphs_and_a_heading_alone_are_no_items() -> None:
    assert find_items(_lines("1. We agreed to ask Paris.", "2. We shall wait for the reply", "3. He left.")) == []
    assert find_items(_lines("1. Laos", "He said that it was late.")) == []


@given(st.lists(st.sampled_from(["1. Laos", "2. Berlin", "3. CUBA", "text", "17. Food Shipments", ""]), max_size=12))
def test_items_follow_one_another(texts: list[str]) -> None:
    items = find_items(_lines(*texts))
    assert len(items) != 1
    assert [item.number - items[0].number for item in items] == list(range(len(items)))
