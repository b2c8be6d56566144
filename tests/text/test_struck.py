"""Words under a page's strikes are styled as struck, wherever cleaning moved them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageMark, PageNumber, PageText
from onionskin.record.span import Span
from onionskin.text.clean import Style, clean
from onionskin.text.markup import unmark
from onionskin.text.scroll import scroll_of
from onionskin.text.struck import strike

TEXT = "# TOP SECRET\n**You should** give him the *draft* declaration.\n"


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.integers(1, 3))
def test_struck_are_the_characters_of_the_span_and_no_others(one: int, other: int, page: int) -> None:
    span = Span(min(one, other), max(one, other))
    mark = PageMark(MarkKind.STRIKE, Box(0, 0, 9, 9), span)
    pages = [PageText(PageNumber(n), TEXT, marks=(mark,) if n == page else ()) for n in (1, 2, 3)]
    text = clean(scroll_of(pages), [unmark, strike])
    struck = {
        text.scroll.place(at)
        for styled in text.styles
        if styled.style is Style.STRUCK
        for place in text.map.places(styled.span)
        for at in range(place.start, place.end)
    }
    kept = {
        text.scroll.place(at)
        for place in text.map.places(Span(0, len(text.text)))
        for at in range(place.start, place.end)
    }
    assert struck == {(own, at) for own, at in kept if own.n == page and span.start <= at < span.end}


def test_an_underline_strikes_nothing() -> None:
    mark = PageMark(MarkKind.UNDERLINE, Box(0, 0, 9, 9), Span(2, 5))
    assert not clean(scroll_of([PageText(PageNumber(1), TEXT, marks=(mark,))]), [strike]).styles
