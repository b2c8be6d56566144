"""The lines that nobody has claimed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.readers.marked import paper

from onionskin.record.span import Span
from onionskin.text.remaining import remaining


def test_a_touched_line_is_gone_and_blank_ones_never_count() -> None:
    lines = paper("one\n\ntwo\nthree").lines
    assert [line.text for line in remaining(lines, [Span(6, 7)])] == ["one", "three"]
    assert [line.text for line in remaining(lines, [])] == ["one", "two", "three"]


@given(
    words=st.lists(st.sampled_from(["a", "bb", "", " ", "ccc"]), max_size=8),
    ends=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=4),
)
def test_it_is_what_a_look_at_every_pair_finds(words: list[str], ends: list[tuple[int, int]]) -> None:
    lines = paper("\n".join(words)).lines
    taken = [Span(start, start + length) for start, length in ends]
    slow = [line for line in lines if not line.blank and not any(t.overlaps(line.span) for t in taken)]
    assert remaining(lines, taken) == slow
