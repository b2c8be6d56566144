"""Lines that users bring are taken one by one; a bad one says its number and stops nothing."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from onionskin.linking.authorities.entity import Entity
from onionskin.linking.authorities.importing import BadLine, read_lines


def test_good_lines_are_taken_and_bad_ones_told() -> None:
    good = json.dumps({"id": "a", "name": "Halloran, Ann"})
    lines = [good, "", "{", "[]", '{"id": "b"}', good, '{"id": "c", "name": "Brandov, V."}']
    made = list(read_lines(lines))
    assert [each.id for each in made if isinstance(each, Entity)] == ["a", "c"]
    bad = {each.number: each.why for each in made if isinstance(each, BadLine)}
    assert list(bad) == [3, 4, 5, 6]
    assert "'name'" in bad[5]
    assert "line 1" in bad[6]


@given(st.lists(st.text(max_size=40), max_size=5))
def test_no_line_is_ever_lost_or_fatal(lines: list[str]) -> None:
    assert len(list(read_lines(lines))) == sum(1 for line in lines if line.strip())
