from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import telegram

from onionskin.record.page import PageNumber
from onionskin.store.summary import UNDATED, Facet, heaps_of, printable, row_of, sort_day, top


@given(st.text())
def test_what_is_listed_stands_on_one_line_and_steers_no_terminal(text: str) -> None:
    seen = printable(text)
    assert seen == " ".join(seen.split())
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in seen)
    assert printable(seen) == seen


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("1962-11-23T21:43:00-05:00", "1962-11-23"),
        ("1962-11~", "1962-11-01"),
        ("1962", "1962-01-01"),
        ("1962-11-17/1962-11-23", "1962-11-17"),
        ("4-6-88", UNDATED),
        ("", UNDATED),
    ],
)
def test_a_date_sorts_by_the_first_day_it_can_mean(edtf: str, day: str) -> None:
    assert sort_day(edtf) == day


def test_pages_that_follow_one_another_are_told_as_a_run() -> None:
    paper = telegram()
    pages = tuple(PageNumber(n) for n in (1, 2, 3, 5, 7, 8))
    assert row_of(replace(paper, source=replace(paper.source, pages=pages))).pages == "1-3, 5, 7-8"


def test_a_paper_lies_once_on_each_of_its_heaps() -> None:
    paper = telegram(level="SECRET", caption="EYES ONLY")
    paper = replace(paper, markings=paper.markings * 2)
    heaps = Counter(heaps_of(paper, row_of(paper)))
    assert set(heaps.values()) == {1}
    assert {value for facet, value in heaps if facet is Facet.MARKING} == {"SECRET", "EYES ONLY"}


def test_equal_heaps_go_by_name() -> None:
    counts = {(Facet.KIND, "letter"): 2, (Facet.KIND, "airgram"): 2, (Facet.KIND, "form"): 3}
    assert top(counts)[Facet.KIND] == (("form", 3), ("airgram", 2), ("letter", 2))
