"""Damage hurts the page and never the truth."""

from __future__ import annotations

from random import Random

from bench.reading.damage import damaged
from hypothesis import given
from hypothesis import strategies as st

from onionskin.facsimile.ink import Ink, TextPage
from onionskin.record.span import Span

TEXT = "OUTGOING TELEGRAM Department of State\n\nACTION: USUN New York - PRIORITY 1359\n~~TOP SECRET~~ ☐ COLLECT"


@st.composite
def pages(draw: st.DrawFn) -> TextPage:
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=8)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    return TextPage(1, TEXT, tuple(Ink("number", 0, span, span.of(TEXT)) for span in spans))


@given(pages(), st.sampled_from([0.0, 0.02, 0.3, 1.0]), st.integers(0, 1000))
def test_every_ink_is_followed_to_where_it_stands_now(page: TextPage, rate: float, seed: int) -> None:
    worn = damaged(page, rate, Random(seed))
    for each in worn.worn:
        assert each.span.of(worn.text) == each.text
        assert each.hit or each.text == each.ink.text
    assert [each.ink for each in worn.worn] == list(page.inks)


@given(pages())
def test_without_damage_the_page_is_the_page(page: TextPage) -> None:
    worn = damaged(page, 0.0, Random(1))
    assert worn.text == page.text
    assert not any(each.hit for each in worn.worn)


def test_signs_of_the_transcript_are_never_touched() -> None:
    worn = damaged(TextPage(1, TEXT, ()), 1.0, Random(3))
    assert [worn.text.count(sign) for sign in ("~~", "☐", "\n\n")] == [2, 1, 1]
    assert worn.text != TEXT
