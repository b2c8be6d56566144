"""Spans and boxes: places on a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.inks import boxes, spans

from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Word
from onionskin.record.span import Span, outside

TEXT = "ACTION: Amembassy LIMA - PRIORITY 87"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_what_cannot_be_a_place_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_says_what_stands_at_it() -> None:
    assert Span(34, 36).of(TEXT) == "87"
    assert len(Span(34, 36)) == 2
    assert Span(0, 2).shifted(34).of(TEXT) == "87"


@given(spans(), spans())
def test_overlapping_is_sharing_a_character(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(spans(), spans())
def test_what_covers_holds_every_character(a: Span, b: Span) -> None:
    if a.covers(b):
        assert set(range(b.start, b.end)) <= set(range(a.start, a.end))


@given(spans(60), st.lists(spans(60), max_size=5))
def test_outside_gives_exactly_the_characters_that_nothing_covers(span: Span, taken: list[Span]) -> None:
    free = list(outside(span, taken))
    covered = {at for t in taken for at in range(t.start, t.end)}
    assert [at for each in free for at in range(each.start, each.end)] == [
        at for at in range(span.start, span.end) if at not in covered
    ]
    assert all(len(each) for each in free)
    assert free == sorted(free)


@pytest.mark.parametrize("edges", [(5, 0, 4, 9), (0, 5, 9, 4)])
def test_a_box_that_is_inside_out_is_refused(edges: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="not a box"):
        Box(*edges)


def test_a_box_has_its_measures() -> None:
    box = Box(10, 20, 40, 60)
    assert (box.width, box.height, box.area) == (30, 40, 1200)


@given(st.lists(boxes(), min_size=1, max_size=5))
def test_the_box_around_boxes_holds_them_all_and_nothing_more(held: list[Box]) -> None:
    around = Box.around(held)
    assert around is not None
    assert around.left == min(b.left for b in held)
    assert around.top == min(b.top for b in held)
    assert around.right == max(b.right for b in held)
    assert around.bottom == max(b.bottom for b in held)


def test_there_is_no_box_around_nothing() -> None:
    assert Box.around([]) is None


def test_the_box_of_a_stretch_is_around_the_words_it_touches() -> None:
    page = PageText(
        PageNumber(1),
        "PRIORITY 87 LIMA",
        (
            Word(Span(0, 8), Box(100, 50, 300, 80)),
            Word(Span(9, 11), Box(320, 52, 360, 80)),
            Word(Span(12, 16), Box(400, 49, 500, 81)),
        ),
    )
    assert page.box_of(Span(9, 11)) == Box(320, 52, 360, 80)
    assert page.box_of(Span(6, 10)) == Box(100, 50, 360, 80)
    assert page.box_of(Span(8, 9)) is None
