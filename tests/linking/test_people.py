"""A collection knows its own people by the papers that name them, and forgets a paper that goes."""

from __future__ import annotations

import pytest

from onionskin.linking.people import Acquaintance, People, month_of


def test_papers_of_about_the_same_year_count() -> None:
    people = People(
        [Acquaintance("a", "1961", "ball"), Acquaintance("a", "1962-03", "ball"), Acquaintance("a", "1970", "ball")]
    )
    assert (people.papers("a", month_of("1962")), people.papers("a", month_of("1966")), people.papers("a", None)) == (
        2,
        0,
        3,
    )
    assert people.papers("a", month_of("1962-05-01"), within=2) == 1
    assert people.papers("b", month_of("1962")) == 0


def test_an_undated_paper_counts_for_any_year() -> None:
    assert People([Acquaintance("a", None, "ball")]).papers("a", month_of("1962")) == 1


def test_a_surname_is_known_about_the_time_of_its_papers() -> None:
    people = People([Acquaintance("a", "1961", "ball")])
    assert people.knows("ball", month_of("1962"))
    assert not people.knows("ball", month_of("1962"), least=2)
    assert not people.knows("ball", month_of("1970"))
    assert not people.knows("rusk", month_of("1962"))


def test_what_was_added_can_be_taken_away() -> None:
    met = Acquaintance("a", "1961", "ball")
    people = People([met])
    people.remove(met)
    assert people.papers("a", month_of("1961")) == 0
    assert not people.knows("ball", month_of("1961"))


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("1962-11-17", 23_555),
        ("1962-11~", 23_555),
        ("1962", 23_550),
        ("1962-XX", 23_550),
        ("XXXX-11", None),
        (None, None),
    ],
)
def test_a_month_is_counted_from_what_is_sure_of_a_day(day: str | None, month: int | None) -> None:
    assert month_of(day) == month
