"""Commitments: how they are to be verified, against what they are given, and whether they are said to be kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.papers import paper, says
from tests.ledger.test_dispositions import saying

from onionskin.ledger.matching import Match, Relation
from onionskin.ledger.pledged import kept_or_broken, with_terms
from onionskin.record.span import Span
from onionskin.record.statements import Place, Polarity, Statement, StatementType

PLEDGE = replace(
    says("os-gives", "the Soviet Union will withdraw the IL-28 bombers", StatementType.COMMITMENT, "1962-11-20"),
    sides=("Soviet Union", "United States"),
)


def with_its_terms(text: str, type_: StatementType = StatementType.COMMITMENT) -> Statement:
    """The first words of a paragraph as a commitment."""
    quote = Span(0, len(text.split(",", maxsplit=1)[0]))
    said = says("os-1", quote.of(text), type_).statement
    [found] = with_terms([replace(said, at=Place(1, quote))], saying(text))
    return found


@pytest.mark.parametrize(
    ("text", "verified", "get"),
    [
        (
            "You would agree to remove these weapons systems from Cuba under appropriate United Nations observation.",
            "under appropriate United Nations observation",
            None,
        ),
        ("The bombers will be removed subject to inspection by the Secretary General.",
         "subject to inspection by the Secretary General", None),
        ("We shall lift the quarantine in return for the removal of the bombers, at once.",
         None, "the removal of the bombers"),
        ("We shall lift the quarantine.", None, None),
    ],
)  # fmt: skip
def test_the_terms_stand_in_the_sentence(text: str, verified: str | None, get: str | None) -> None:
    found = with_its_terms(text)
    assert (found.verified, found.get) == (verified, get)


def test_only_what_is_promised_or_offered_has_terms() -> None:
    text = "He spoke of removal under inspection."
    assert with_its_terms(text).verified == "under inspection"
    assert with_its_terms(text, StatementType.REPORT).verified is None


def told(quote: str, day: str = "1962-12-06", side: str = "United States", **more: object) -> tuple[Match, ...]:
    line = replace(says("os-later", quote, StatementType.REPORT, day, **more), sides=(side, ""))
    return kept_or_broken(PLEDGE, paper("os-gives", "1962-11-20", PLEDGE), [paper("os-later", day, line)], {}, 50)


@pytest.mark.parametrize(
    ("quote", "relation", "word"),
    [
        ("all IL-28 bombers have been withdrawn", Relation.KEPT, "been withdrawn"),
        ("they failed to withdraw the IL-28 bombers", Relation.BROKEN, "failed to withdraw"),
        ("the IL-28 bombers have not been withdrawn", Relation.BROKEN, "not been withdrawn"),
        ("he abides by his word on the IL-28 bombers", Relation.KEPT, "abides by"),
        ("they are violating their word on the IL-28 bombers", Relation.BROKEN, "violating"),
    ],
)
def test_a_later_paper_says_whether_it_was_kept(quote: str, relation: Relation, word: str) -> None:
    [match] = told(quote)
    assert (match.relation, match.line, match.record) == (relation, PLEDGE.id, "os-later")
    assert match.reasons[0] == f"it says “{word}”"
    assert not match.asserted


def test_a_failure_that_is_of_something_else_breaks_no_word() -> None:
    assert told("they failed to grasp what the IL-28 bombers mean") == ()


def test_a_yes_with_a_not_is_a_no() -> None:
    [match] = told("nowhere were IL-28 bombers removed", polarity=Polarity.DO_NOT)
    assert match.relation is Relation.BROKEN


@pytest.mark.parametrize(
    ("quote", "day"),
    [
        ("the IL-28 bombers will be withdrawn", "1962-12-06"),
        ("he asked whether the IL-28 bombers were withdrawn", "1962-12-06"),
        ("the wheat was delivered", "1962-12-06"),
        ("all IL-28 bombers have been withdrawn", "1962-11-19"),
    ],
    ids=["still a promise", "a question", "another matter", "before it was given"],
)
def test_what_tells_nothing_of_it(quote: str, day: str) -> None:
    assert told(quote, day) == ()


def test_who_was_promised_counts_more_than_who_promised() -> None:
    quote = "all IL-28 bombers have been withdrawn"
    [theirs], [own], [nobody] = told(quote), told(quote, side="Soviet Union"), told(quote, side="")
    assert theirs.score > own.score > nobody.score
