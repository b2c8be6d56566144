"""What a list says of a person, part by part with its days, and how it agrees with what a paper calls him."""

from __future__ import annotations

import pytest

from onionskin.linking.listed import Part, agreement, parts, titled_in


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("Secretary of State", [(None, None)]),
        ("Ambassador to Iraq until December 14, 1958", [(None, "1958-12-14")]),
        ("Minister of Finance to August 1958; thereafter Ambassador", [(None, "1958-08"), ("1958-08", None)]),
        ("Director from July 1959", [("1959-07", None)]),
        ("Minister to Belgium, 1958–1959", [("1958", "1959")]),
        ("Counselor, August 28, 1955-October 18, 1957", [("1955-08-28", "1957-10-18")]),
        ("Consul until May 1959, and again beginning in June 1961", [("1961-06", "1959-05")]),
        ("candidate, November 1968", [("1968-11", "1968-11")]),
        ("Assistant to the President", [(None, None)]),
    ],
)
def test_each_part_has_the_days_that_the_list_tells(about: str, told: list[tuple[str | None, str | None]]) -> None:
    assert [(each.since, each.until) for each in parts(about)] == told


@pytest.mark.parametrize(
    ("part", "day", "covered"),
    [
        (Part("", "1959-07", None), "1959-06-30", False),
        (Part("", "1959-07", None), "1959-07-01", True),
        (Part("", "1959-07", None), "1959", True),
        (Part("", None, "1958-12-14"), "1958-12-14", True),
        (Part("", None, "1958-12-14"), "1958-12-15", False),
        (Part("", "1961-06", "1959-05"), "1960-01-01", False),
        (Part("", "1961-06", "1959-05"), "1962-01-01", True),
        (Part(""), "1962-01-01", True),
    ],
)
def test_a_part_counts_in_its_time(part: Part, day: str, covered: bool) -> None:
    assert part.covers(day) is covered


def test_only_what_is_over_has_ended() -> None:
    assert Part("", None, "1958").ended("1959-01-01")
    assert not Part("", "1960", None).ended("1959-01-01")
    assert not Part("").ended("1959-01-01")


def test_a_title_is_given_by_the_part_that_has_it() -> None:
    about = "Vice President until November 22, 1963; thereafter President"
    part = titled_in(about, "President")
    assert part is not None
    assert (part.since, part.covers("1962-01-01")) == ("1963-11-22", False)
    assert titled_in("Under Secretary of State", "Secretary") is None


def test_words_agree_both_ways_and_one_alone_tells_nothing() -> None:
    assert agreement("Director of the Bureau of the Budget", "Director, Bureau of the Budget") == 1
    assert agreement("Secretary of State", "Under Secretary of State") == pytest.approx(2 / 3)
    assert agreement("Director", "Director of Customs") == 0
