"""Boxes, ticked and not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.boxes import find_boxes

CASES = [
    ("☐ COLLECT ☒ CHARGE TO", [("☐", False), ("☒", True)]),
    ("() RELEASE (X) EXCISE ( ) DENY", [("()", False), ("(X)", True), ("( )", False)]),
    ("[ ] a [x] b [✓] c", [("[ ]", False), ("[x]", True), ("[✓]", True)]),
    ("(__) RELEASE", [("(__)", False)]),
    ("(X RELEASE", [("(X", True)]),
    ("X RELEASE", [("X", True)]),
    ("(o) DENY", [("(o)", None)]),
    ("Mr. X. said (he) was", []),
]


@pytest.mark.parametrize(("line", "boxes"), CASES)
def test_a_line_of_boxes(line: str, boxes: list[tuple[str, bool | None]]) -> None:
    assert [(b.span.of(line), b.ticked) for b in find_boxes(line)] == boxes


@given(st.text(alphabet="()[]{} xX☐☒✓abR_", max_size=40))
def test_boxes_stand_in_order_and_apart(line: str) -> None:
    spans = [b.span for b in find_boxes(line)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
