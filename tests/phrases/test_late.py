"""A late pattern finds what the same pattern finds that was compiled at once; it is compiled when first asked."""

from __future__ import annotations

import re

import pytest

from onionskin.phrases.late import LatePattern

WORDS = "Copy 3 of 9, copy 4 of 9"


def test_it_finds_what_the_pattern_finds() -> None:
    late, at_once = LatePattern(r"copy (\d)", re.IGNORECASE), re.compile(r"copy (\d)", re.IGNORECASE)
    assert [m.span() for m in late.finditer(WORDS)] == [m.span() for m in at_once.finditer(WORDS)]
    found, behind, whole = late.match(WORDS), late.search(WORDS, 5), late.fullmatch(WORDS, 13, 19)
    assert found is not None
    assert behind is not None
    assert whole is not None
    assert (found[1], behind[1], whole[1]) == ("3", "4", "4")
    assert late.fullmatch(WORDS) is None


def test_it_is_compiled_when_it_is_first_asked() -> None:
    late = LatePattern("(")
    with pytest.raises(re.error):
        late.match(WORDS)
