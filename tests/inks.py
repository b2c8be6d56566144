"""Hypothesis strategies for what every record type is made of: words, spans, dates, pages, and honest ink on them."""

from __future__ import annotations

import calendar
import string
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Deed, Evidence, Inference, Ink
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Word
from onionskin.record.reading import VALUED, Reading, ReadingState
from onionskin.record.span import Span

T = TypeVar("T")
Pages = tuple[PageText, ...]

ODD = "éß–“’☐☒½🕊\u2028\xa0\u200b\x00\x1f"
"""Characters that files hold and programs trip over."""

words = st.text(st.sampled_from(string.ascii_letters + string.digits + " .,:/-()'" + ODD), min_size=1, max_size=14)
confidences = st.floats(0, 1) | st.sampled_from([0, 1])
booleans = st.booleans()


def few(values: SearchStrategy[T], least: int = 0) -> SearchStrategy[tuple[T, ...]]:
    """A short tuple."""
    return st.lists(values, min_size=least, max_size=2).map(tuple)


def maybe(values: SearchStrategy[T]) -> SearchStrategy[T | None]:
    return st.none() | values


@st.composite
def spans(draw: st.DrawFn, longest: int = 200) -> Span:
    start = draw(st.integers(0, longest))
    return Span(start, draw(st.integers(start, longest)))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.integers(0, 900)), draw(st.integers(0, 900))
    return Box(left, top, draw(st.integers(left, 999)), draw(st.integers(top, 999)))


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """A date of any precision, with or without a clock, a zone, a doubt."""
    year = draw(st.integers(1, 9999))
    month = draw(maybe(st.integers(1, 12)))
    day = draw(maybe(st.integers(1, calendar.monthrange(year, month)[1]))) if month else None
    hour = draw(maybe(st.integers(0, 23))) if day else None
    minute = draw(st.integers(0, 59)) if hour is not None else None
    offset = draw(maybe(st.integers(-840, 840))) if hour is not None else None
    return PartialDate(year, month, day, hour, minute, offset, draw(booleans), draw(booleans))


edtf = dates().map(lambda date: date.edtf)


# --- pages and evidence ---------------------------------------------------------------------------------------------


@st.composite
def pages_of_text(draw: st.DrawFn) -> Pages:
    """One to three pages; some were images and have their words in boxes."""
    out = []
    for n in range(1, draw(st.integers(1, 3)) + 1):
        text = "\n".join(draw(st.lists(words, min_size=1, max_size=4)))
        if draw(booleans):
            out.append(PageText(PageNumber(n), text))
            continue
        cut = draw(st.integers(0, len(text)))
        found = tuple(
            Word(Span(*ends), draw(boxes()), draw(confidences))
            for ends in ((0, cut), (cut, len(text)))
            if len({*ends}) > 1
        )
        out.append(PageText(PageNumber(n), text, found, 1700, 2200, 200, "rapidocr/3.10.0"))
    return tuple(out)


@st.composite
def inks(draw: st.DrawFn, pages: Pages) -> Ink:
    """A patch of one of the pages, with at least one character."""
    page = draw(st.sampled_from(pages))
    start = draw(st.integers(0, len(page.text) - 1))
    end = draw(st.integers(start + 1, len(page.text)))
    return Ink(page.n, Span(start, end), draw(words), draw(maybe(boxes())))


deeds = st.builds(Deed, author=words, at=edtf, authority=maybe(words))
inferences = st.builds(Inference, rule=words, rests_on=few(words))


def evidences(pages: Pages) -> SearchStrategy[tuple[Evidence, ...]]:
    return few(st.one_of(inks(pages), deeds, inferences))


@st.composite
def readings(draw: st.DrawFn, values: SearchStrategy[T], pages: Pages) -> Reading[T]:
    """A reading in any of its states; what it says is printed stands on the page."""
    state = draw(st.sampled_from(list(ReadingState)))
    confidence, reason = draw(confidences), draw(st.just("") | words)
    others = draw(few(st.one_of(deeds, inferences)))
    value = draw(values) if state in VALUED else None
    if state in (ReadingState.ABSENT, ReadingState.WITHHELD):
        return Reading(value, state, "", confidence, others, reason)
    ink = draw(inks(pages))
    text = next(page.text for page in pages if page.n == ink.page)
    return Reading(value, state, ink.span.of(text), confidence, (ink, *others), reason)
