"""A cheap look at a whole text passes by no line that the closer look after it would take."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases import letters
from onionskin.phrases.boxes import HAS_BOX
from onionskin.phrases.name_words import title_at, title_pattern
from onionskin.readers import distribution, form_boxes, leaves
from onionskin.readers.stamps import regions, slips
from onionskin.record.page import PageNumber, PageText
from onionskin.text.clean import CleanText, raw_text
from onionskin.text.scroll import scroll_of

LOOKS = (
    pytest.param(form_boxes.CUE, form_boxes.CUES, id="form boxes"),
    pytest.param(distribution.CUE, distribution.CUES, id="distribution"),
    pytest.param(regions.HOT, regions.CUES, id="boxed stamps"),
    pytest.param(slips.CUE, slips.CUES, id="archivists' stamps"),
)
LINES = st.lists(st.text(st.sampled_from("abzİıſK ()[]xX☐☒/_"), max_size=12), min_size=1, max_size=12)


def _text(*pages: str) -> CleanText:
    return raw_text(scroll_of([PageText(PageNumber(n), words) for n, words in enumerate(pages, 1)]))


@pytest.mark.parametrize(("closer", "cues"), LOOKS)
@given(data=st.data())
def test_every_sign_holds_one_of_its_cues(closer: re.Pattern[str], cues: tuple[str, ...], data: st.DataObject) -> None:
    """What the pattern matches is among the lines that hold a cue, wherever it stands in the text."""
    sign = data.draw(st.from_regex(closer, fullmatch=True)).strip("\n\f")
    text = _text(f"Dear Mr. Ambassador:\n{sign}", "page two")
    matched = {line.index for line in text.lines if closer.search(line.text)}
    assert matched <= text.lines_holding(*cues)


@given(LINES, LINES)
def test_lines_with_a_box_are_those_that_have_one(first: list[str], second: list[str]) -> None:
    """No line with a box is passed by, though other brackets may face each other over a line end."""
    text = _text("\n".join(first), "\n".join(second))
    assert {line.index for line in text.lines if HAS_BOX.search(line.text)} <= text.lines_with(HAS_BOX)


@given(LINES, st.sampled_from(("a", "ab", "zz", "b ", "x")))
def test_lines_that_hold_a_word_are_those_whose_small_letters_do(lines: list[str], word: str) -> None:
    """Capitals count as small letters, and letters that change their length in small leave every offset right."""
    text = _text("\n".join(lines))
    assert len(text.lowered) == len(text.text)
    assert {line.index for line in text.lines if word in line.text.lower()} <= text.lines_holding(word)


@given(st.from_regex(letters.REGARDS, fullmatch=True) | st.from_regex(letters.ON_BEHALF, fullmatch=True))
def test_what_stands_under_a_text_is_known_by_its_first_letter(line: str) -> None:
    assert letters.under_the_text(line)


@given(st.data())
def test_a_title_is_looked_for_wherever_one_stands(data: st.DataObject) -> None:
    text = data.draw(st.from_regex(title_pattern())).replace("\0", " ")
    places = [m.start() for m in title_pattern().finditer(text)]
    assert all(title_at(text, at) is not None or "." in text[at:] for at in places)


@given(st.text(st.sampled_from("0123ABxyz/.- "), max_size=30))
def test_a_papers_number_has_three_figures_in_a_row_of_characters(line: str) -> None:
    assert leaves.TOKEN.search(line) is None or leaves.THREE_FIGURES.search(line) is not None
