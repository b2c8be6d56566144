"""The office that stands beside a name, and names told as those of somebody's kin."""

from __future__ import annotations

import pytest

from onionskin.linking.persons_beside import of_kin, office_beside
from onionskin.record.span import Span


def where(text: str, name: str) -> Span:
    return Span(text.index(name), text.index(name) + len(name))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "From Ann Brandov, Adviser to the Commander in Chief, to the Director, Bureau of Customs (Halloran)",
            "Director, Bureau of Customs",
        ),
        ("to the Special Assistant to the President (Halloran)", "Special Assistant to the President"),
        ("From the Counselor (Brandov) to the Director of Customs (Halloran)", "Director of Customs"),
        ("PARTICIPANTS\nGiles Halloran, Director of Customs\nMr. Brandov", "Director of Customs"),
        ("Giles Halloran (Director of Customs) left. The Secretary of State came.", "Director of Customs"),
        ("He said Assistant Secretary of State Halloran came.", "Assistant Secretary of State"),
        ("He runs the Bureau of Customs. Halloran came.", ""),
        ("Acting Director Brandov and Halloran came.", ""),
        ("See Halloran.", ""),
    ],
)
def test_an_office_stands_before_or_behind_its_name(text: str, office: str) -> None:
    name = "Giles Halloran" if "Giles" in text else "Halloran"
    assert office_beside(text, where(text, name)) == office


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("on departure his cousin Giles Halloran spoke", True),
        ("his younger brother, Giles Halloran", True),
        ("the President’s brother, Giles Halloran", False),
        ("he met Giles Halloran", False),
    ],
)
def test_kin_is_told_by_whose_it_is(text: str, kin: bool) -> None:
    assert of_kin(text, where(text, "Giles Halloran")) is kin
