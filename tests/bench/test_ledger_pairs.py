"""The reports that are offered for an instruction, counted against the list."""

from __future__ import annotations

import pytest
from bench.ledger.pairs import Found, candidates_of, listed
from bench.truth import half
from tests.ledger.papers import instruction, paper

from onionskin.ledger.matching import Match, Relation


def offered(*scores: float) -> list[Match]:
    return [Match(Relation.REPORTED, "", f"os-{n}", "", score, ()) for n, score in enumerate(scores, start=1)]


@pytest.mark.parametrize(
    ("reports", "first", "among_three", "right"),
    [({"os-1"}, 1, 1, 1), ({"os-3"}, 0, 1, 0), ({"os-9"}, 0, 0, 0), ({"os-1", "os-2"}, 1, 1, 2)],
)
def test_a_report_counts_where_it_is_offered(reports: set[str], first: int, among_three: int, right: int) -> None:
    found = Found()
    found.add(("volume", "d1"), offered(0.95, 0.92, 0.3), reports)
    assert (found.first, found.among_three, found.asserted, found.asserted_right) == (first, among_three, 2, right)
    assert bool(found.misses) is not bool(among_three)


def test_misses_and_scores_are_told_of_the_build_half_alone() -> None:
    found = Found()
    found.add(("volume", "d1"), offered(0.5), set())
    assert found.shown("build")["missed"] == ["volume d1"]
    assert found.shown("score").keys() == {"instructions", "report first", "report among three", "asserted"}


def test_every_listed_instruction_stands_in_its_own_half() -> None:
    for part in ("build", "score"):
        assert listed(part)
        assert all(half(*pair) == part for pair in listed(part))


def test_candidates_are_of_the_fortnight_or_cite_the_instruction_the_nearest_first() -> None:
    order = instruction("os-order", "1962-11-17")
    papers = {
        ("v", name): paper(f"os-{name}", day, **more)
        for name, day, more in (
            ("late", "1962-12-24", {}),
            ("cites", "1962-12-25", {"cites": ("os-order",)}),
            ("week", "1962-11-24", {}),
            ("next", "1962-11-18", {}),
            ("undated", "", {}),
        )
    }
    found = candidates_of(order, {("v", "order"): order, **papers})
    assert [each.record for each in found] == ["os-next", "os-week", "os-cites"]
