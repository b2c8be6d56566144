"""Statements fall under issues by their own phrases and by how rare these are in the collection."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.said import line, statement

from onionskin.ledger.issues import grouped, issue_of
from onionskin.ledger.lines import Line, Phrase
from onionskin.ledger.matters import phrases_of
from onionskin.ledger.rulings import Ruling, RulingVerb

QUARANTINE, BOMBERS = Phrase("quarantine", "quarantine", 0.8), Phrase("bomber", "IL-28", 0.8)


def told(quote: str, name: str, day: str = "1962-11-17") -> Line:
    said = statement(quote)
    return replace(line(said, name, day), phrases=phrases_of(said))


SAID = (
    told("lift the quarantine", "os-1.a"),
    told("the IL-28's will be withdrawn", "os-1.b"),
    told("get the bombers out of Cuba", "os-1.c"),
    told("the IL-28's are to be crated", "os-2.a", "1962-11-16"),
    told("let us know at once", "os-2.b"),
)
PAPERS = {"quarantine": 1, "bomber": 2, "withdrawal": 1}


def test_a_phrase_that_other_papers_have_gathers_better_than_one_of_this_paper_alone() -> None:
    phrases = (QUARANTINE, BOMBERS)
    assert issue_of(phrases, {"quarantine": 1, "bomber": 5}, 100) == BOMBERS
    assert issue_of(phrases, {"quarantine": 5, "bomber": 1}, 100) == QUARANTINE


def test_a_phrase_that_nearly_all_papers_have_parts_nothing() -> None:
    assert issue_of((QUARANTINE, BOMBERS), {"quarantine": 95, "bomber": 12}, 100) == BOMBERS


def test_a_statement_without_a_phrase_has_no_issue() -> None:
    assert issue_of((), {}, 0) is None


def test_issues_have_a_label_of_the_papers_and_their_lines_by_day_and_what_names_nothing_is_last() -> None:
    bombers, quarantine, nothing = grouped(SAID, PAPERS, 2)
    assert (bombers.id, bombers.label) == ("bomber", "IL-28")
    assert [each.id for each in bombers.lines] == ["os-2.a", "os-1.b", "os-1.c"]
    assert (quarantine.id, len(quarantine.lines)) == ("quarantine", 1)
    assert (nothing.id, nothing.label, len(nothing.lines)) == ("", "", 1)


@given(st.permutations(SAID))
def test_the_order_in_which_lines_come_makes_no_difference(lines: list[Line]) -> None:
    assert [(each.id, each.label) for each in grouped(lines, PAPERS, 2)] == [
        (each.id, each.label) for each in grouped(SAID, PAPERS, 2)
    ]


def test_what_people_decided_is_laid_over() -> None:
    rulings = (
        Ruling(RulingVerb.MERGE, "bomber", other="quarantine"),
        Ruling(RulingVerb.RENAME, "bomber", "Bombers for quarantine"),
        Ruling(RulingVerb.SPLIT, "bomber", "Crates", lines=frozenset({"os-2.a"})),
    )
    issues = grouped(SAID, PAPERS, 2, rulings)
    assert [(each.id, each.label, len(each.lines)) for each in issues] == [
        ("bomber", "Bombers for quarantine", 3),
        ("crates", "Crates", 1),
        ("", "", 1),
    ]
