"""A file number and the paper's date check one another, where one figure between them was misread."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper

from onionskin.emending.filing import RULE
from onionskin.emending.proposing import propose
from onionskin.record.apparatus import Doubt

TELEGRAM = """
    INCOMING TELEGRAM Department of State

    {number}
    FROM: Habana
    TO: Secretary of State
    NO: 412, November 28, 1962, 7 p.m.

    Talks went well. Report follows by pouch in due course.

    WHITFIELD
    """


def doubts(number: str) -> list[Doubt]:
    return [each for each in propose(paper(TELEGRAM.format(number=number))).doubts if each.rule == RULE]


@pytest.mark.parametrize("number", ["737.56361/1-2862", "737.56361/11-2362", "737.56361/11-2882"])
def test_a_suffix_that_is_one_figure_off_is_doubted_with_the_number_it_would_be(number: str) -> None:
    (doubt,) = doubts(number)
    assert (doubt.about, doubt.as_printed) == ("/fields/file_number", number)
    assert [each.value for each in doubt.candidates] == ["737.56361/11-2862"]


@pytest.mark.parametrize("number", ["737.56361/11-2862", "737.56361/11-2762", "737.56361/11-1462", "POL 27 CUBA"])
def test_the_right_suffix_the_day_before_and_the_day_of_another_paper_are_not(number: str) -> None:
    assert doubts(number) == []
