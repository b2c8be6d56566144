"""Ink is lit where it stands, however claims lie over one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web import specimens, wordings

from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.web.ink import CONTROLS, Run, boxes, runs, sheets
from onionskin.web.places import claims, light

TEXTS = st.text(alphabet="ab ~*\n\x00\x07é𝄞", max_size=40)


@st.composite
def claimed_pages(draw: st.DrawFn) -> tuple[str, list[tuple[str, Span]], list[Span]]:
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda p: Span(min(p), max(p)))
    claimed = draw(st.lists(st.tuples(st.sampled_from(["/a", "/b", "/c"]), places), max_size=6))
    return text, claimed, draw(st.lists(places, max_size=3))


def characters(cut: Sequence[Run]) -> list[tuple[str, bool, tuple[str, ...]]]:
    """Each character of a page with whether it is lit and who claims it."""
    return [
        (character, run.lit, piece.pointers)
        for run in cut
        for part in run.parts
        for piece in part.pieces
        for character in piece.text
    ]


@given(claimed_pages())
def test_each_character_stays_is_lit_and_is_claimed_exactly_where_spans_say(
    page: tuple[str, list[tuple[str, Span]], list[Span]],
) -> None:
    text, claimed, lit = page
    told = characters(runs(text, claimed, lit))
    assert "".join(character for character, _, _ in told) == text.translate(CONTROLS)
    for at, (_, is_lit, pointers) in enumerate(told):
        assert is_lit == any(span.start <= at < span.end for span in lit)
        assert set(pointers) == {pointer for pointer, span in claimed if span.start <= at < span.end}


@given(claimed_pages())
def test_neighbouring_runs_differ_so_that_no_mark_is_broken_in_two(
    page: tuple[str, list[tuple[str, Span]], list[Span]],
) -> None:
    cut = runs(*page)
    assert all(one.lit != other.lit for one, other in pairwise(cut))


@given(claimed_pages())
def test_a_page_that_is_lit_has_one_anchor_and_it_is_the_first_lit_run(
    page: tuple[str, list[tuple[str, Span]], list[Span]],
) -> None:
    cut = runs(*page, anchor=True)
    lit = [run for run in cut if run.lit]
    assert [run.anchor for run in lit] == [True, *[False] * (len(lit) - 1)][: len(lit)]
    assert not any(run.anchor for run in cut if not run.lit)


def test_struck_and_handwritten_words_have_their_style_and_keep_their_signs() -> None:
    styles = {
        part.style: "".join(p.text for p in part.pieces)
        for run in runs("~~NO~~ *Vale* 2*3*4", ())
        for part in run.parts
    }
    assert styles["struck"] == "~~NO~~"
    assert styles["hand"] == "*Vale*"


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_words_that_stand_thrice_are_lit_in_the_right_place(nth: int) -> None:
    telegram = specimens.telegram()
    asked = light(telegram, f"/markings/{nth + 1}")
    first, _ = sheets(telegram.pages, claims(telegram), asked)
    lit = "".join(character if is_lit else "\0" for character, is_lit, _ in characters(first.runs))
    at = -1
    for _ in range(nth):
        at = wordings.TELEGRAM.index("EYES ONLY", at + 1)
    assert lit.strip("\0") == "EYES ONLY"
    assert lit.index("EYES ONLY") == at


def test_ink_on_two_pages_is_lit_on_both_and_anchored_on_the_first() -> None:
    telegram = specimens.telegram()
    lit = [
        [(run.anchor, "".join(p.text for part in run.parts for p in part.pieces)) for run in sheet.runs if run.lit]
        for sheet in sheets(telegram.pages, claims(telegram), light(telegram, "/text/paragraphs/1"))
    ]
    assert lit == [[(True, "Report soonest.")], [(False, "Proceed accordingly at once.")]]


def test_a_span_over_two_lines_of_a_scan_has_a_box_on_each() -> None:
    page = specimens.scan().pages[0]
    span = Span(page.text.index("Talks"), page.text.index("resumed.") + len("resumed."))
    assert boxes(page, span) == (Box(100, 220, 200, 250), Box(100, 260, 180, 290))


@given(st.integers(0, 60), st.integers(0, 60))
def test_boxes_are_those_of_the_words_a_span_touches(one: int, other: int) -> None:
    page = specimens.scan().pages[0]
    span = Span(min(one, other), max(one, other))
    held = boxes(page, span)
    assert Box.around(held) == page.box_of(span)


def test_a_place_without_words_has_the_box_its_reader_gave() -> None:
    page = PageText(PageNumber(1), "stamp", width=100, height=100)
    assert boxes(page, Span(0, 5), Box(1, 2, 3, 4)) == (Box(1, 2, 3, 4),)
    assert boxes(page, Span(0, 5)) == ()


def test_small_patches_lie_above_large_ones_and_the_lit_ones_are_known() -> None:
    scan = specimens.scan()
    (sheet,) = sheets(scan.pages, claims(scan), light(scan, "from"))
    areas = [patch.box.area for patch in sheet.patches]
    assert areas == sorted(areas, reverse=True)
    assert [(patch.pointers, patch.anchor) for patch in sheet.patches if patch.lit] == [(("/fields/from",), True)]


def test_a_page_that_never_was_an_image_has_no_patches() -> None:
    telegram = specimens.telegram()
    assert all(not sheet.patches for sheet in sheets(telegram.pages, claims(telegram), light(telegram, "date")))
