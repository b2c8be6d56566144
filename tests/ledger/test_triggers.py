"""Whether a condition came about: what later papers tell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.papers import instruction, paper, says

from onionskin.ledger.matching import Match, Relation
from onionskin.ledger.triggers import came_about
from onionskin.record.statements import StatementType

WHEN = ("If Kuznetsov presses Caribbean inspection scheme",)
LINE = says("os-order", "express readiness to discuss this point", StatementType.INSTRUCTION, "1962-11-23", when=WHEN)


def told(quote: str, day: str = "1962-11-25", type_: StatementType = StatementType.REPORT) -> tuple[Match, ...]:
    later = paper("os-later", day, says("os-later", quote, type_, day))
    return came_about(LINE, instruction("os-order", "1962-11-23"), [later], {}, 50)


def test_a_later_report_that_speaks_of_the_condition_tells_that_it_came_about() -> None:
    [match] = told("Kuznetsov then pressed his Caribbean inspection scheme")
    assert (match.relation, match.line, match.record) == (Relation.TRIGGERED, LINE.id, "os-later")
    assert match.reasons[0] == "both name Kuznetsov"
    assert "inspection" in match.reasons[1]
    assert not match.asserted


def test_with_a_not_it_is_less_likely_and_says_so() -> None:
    [plain], [denied] = (
        told("Kuznetsov pressed Caribbean inspection scheme"),
        told("Kuznetsov did not press Caribbean inspection scheme"),
    )
    assert denied.score < plain.score
    assert denied.reasons[-1] == "it says so with a not"


@pytest.mark.parametrize(
    ("quote", "day", "type_"),
    [
        ("Kuznetsov asked after the wheat", "1962-11-25", StatementType.REPORT),
        ("Kuznetsov pressed Caribbean inspection scheme", "1962-11-20", StatementType.REPORT),
        ("press Kuznetsov on Caribbean inspection scheme", "1962-11-25", StatementType.INSTRUCTION),
    ],
    ids=["another matter", "before it", "an instruction tells nothing"],
)
def test_what_does_not_tell_that_it_came_about(quote: str, day: str, type_: StatementType) -> None:
    assert told(quote, day, type_) == ()


def test_what_hangs_on_nothing_has_no_trigger() -> None:
    free = replace(LINE, statement=replace(LINE.statement, when=None))
    later = paper("os-later", "1962-11-25", says("os-later", "Kuznetsov pressed inspection"))
    assert came_about(free, instruction("os-order", "1962-11-23"), [later], {}, 50) == ()
