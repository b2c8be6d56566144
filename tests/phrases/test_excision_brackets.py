"""Brackets that say that words are gone."""

from __future__ import annotations

import pytest

from onionskin.phrases.excision_brackets import find_excision_brackets
from onionskin.record.marks import Extent

CASES = [
    ("[8 words in 1 line withheld: (b)(1)]", Extent(8, "words")),
    ("[2 lines of source text not declassified]", Extent(2, "lines")),
    ("[2-1/2 lines of source text not declassified]", Extent(2.5, "lines")),
    ("[less than 1 line of source text not declassified]", Extent(1, "lines at most")),
    ("[2 paragraphs (11-1/2 lines of source text) not declassified]", Extent(2, "paragraphs")),
    ("[1 name not declassified]", Extent(1, "names")),
    ("[one line not declassified]", Extent(1, "lines")),
    ("[21/2 lines of source text not declassified]", Extent(2.5, "lines")),
    ("[1—1/2 lines of source text not declassified]", Extent(1.5, "lines")),
    ("[l line of source text not dec1assified]", Extent(1, "lines")),
    ("[one-half line of source text not declassified]", Extent(0.5, "lines")),
    ("[1/2 line not declassified]", Extent(0.5, "lines")),
    ("[dollar amount not declassified]", None),
    ("[REDACTED]", None),
    ("[REDACTED - 2 lines]", Extent(2, "lines")),
    ("[text redacted, approximately two lines]", Extent(2, "lines")),
    ("[one line blacked out]", Extent(1, "lines")),
    ("(deleted)", None),
]


@pytest.mark.parametrize(("print_", "extent"), CASES)
def test_a_bracket(print_: str, extent: Extent | None) -> None:
    found = list(find_excision_brackets(f"He said {print_} and left."))
    assert [(b.extent, b.span.of(f"He said {print_} and left.")) for b in found] == [(extent, print_)]


@pytest.mark.parametrize("print_", ["[Secretary Rusk]", "[sic]", "(declassified)", "[2 lines]"])
def test_other_brackets(print_: str) -> None:
    assert not list(find_excision_brackets(print_))
