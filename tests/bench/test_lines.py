"""Lines that nobody claims are counted and grouped by their look."""

from __future__ import annotations

import pytest
from bench.lines import lines_of, shape


@pytest.mark.parametrize(
    ("line", "look"),
    [
        ("2. Mr. Able (EUR)", "9. Aa. Aa (A)"),
        ("  COPY FLOWN TO WHITE HOUSE", "A+"),
        ("page 12 of 30", "a 9 a 9"),
        ("PER/EB, Able and Baker", "A/A, Aa a Aa"),
    ],
)
def test_a_line_has_a_look(line: str, look: str) -> None:
    assert shape(line) == look


def test_the_share_is_of_lines_with_ink() -> None:
    unclaimed = [{"page": 1, "line": 3, "text": "COPY NO"}, {"page": 1, "line": 4, "text": "FILE NO"}]
    lines = lines_of([{"text": {"transcription": "One\n\nTwo\nCOPY NO\fFILE NO"}, "unclaimed": unclaimed}])
    assert (lines.all, lines.unclaimed, lines.share) == (4, 2, 0.5)
    assert lines.commonest(5) == [("A+", 2, "COPY NO")]
