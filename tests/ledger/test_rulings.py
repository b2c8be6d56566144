"""What people decide of issues and statements, the later word after the earlier."""

from __future__ import annotations

import pytest

from onionskin.ledger.rulings import Ruling, RulingVerb, issue_under, labels_under, slug, verdict_on

MERGE = Ruling(RulingVerb.MERGE, "bomber", other="il-28")
SPLIT = Ruling(RulingVerb.SPLIT, "inspection", "Inspection of the United States", lines=frozenset({"os-1.a"}))


@pytest.mark.parametrize(
    ("line", "issue", "under"),
    [
        ("os-1.a", "il-28", "bomber"),
        ("os-1.a", "bomber", "bomber"),
        ("os-1.a", "inspection", "inspection-of-the-united-states"),
        ("os-1.b", "inspection", "inspection"),
        ("os-1.a", "", ""),
    ],
)
def test_a_line_falls_where_people_put_it(line: str, issue: str, under: str) -> None:
    assert issue_under([MERGE, SPLIT], line, issue) == under


def test_a_merged_issue_goes_on_with_the_one_it_went_into() -> None:
    later = Ruling(RulingVerb.MERGE, "offensive-weapon", other="bomber")
    assert issue_under([MERGE, later], "os-1.a", "il-28") == "offensive-weapon"
    assert issue_under([later, MERGE], "os-1.a", "il-28") == "bomber"


def test_the_later_name_and_the_later_verdict_go() -> None:
    first, second = (Ruling(RulingVerb.RENAME, "bomber", label) for label in ("Planes", "The bombers"))
    assert labels_under([first, SPLIT, second]) == {
        "bomber": "The bombers",
        "inspection-of-the-united-states": "Inspection of the United States",
    }
    yes, no = (Ruling(verb, lines=frozenset({"os-1.a"})) for verb in (RulingVerb.ACCEPT, RulingVerb.REJECT))
    assert verdict_on([yes, no], "os-1.a") is RulingVerb.REJECT
    assert verdict_on([no, yes], "os-1.a") is RulingVerb.ACCEPT
    assert verdict_on([SPLIT, no], "os-1.b") is None


@pytest.mark.parametrize(("words", "made"), [("IL-28's", "il-28-s"), ("  On-site  inspection! ", "on-site-inspection")])
def test_an_issue_has_a_plain_address(words: str, made: str) -> None:
    assert slug(words) == made
