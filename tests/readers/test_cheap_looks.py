"""A cheap look at a whole text passes by no line that the closer look after it would take."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.boxes import HAS_BOX
from onionskin.readers import distribution, form_boxes
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
