"""Where parties stand in order of time: bombers and quarantine in November 1962, and talks made up beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.ledger.papers import says

from onionskin.ledger.comparing import Change, compared, profiles_of
from onionskin.ledger.issues import Issue, grouped
from onionskin.ledger.lines import Line
from onionskin.ledger.positions import MOVERS, changes, positions
from onionskin.record.statements import Polarity, StatementType, Strength

US, SOVIETS = ("United States", "Soviet Union"), ("Soviet Union", "United States")
POSITION, OFFER = StatementType.POSITION, StatementType.OFFER


def stands(day: str, quote: str, sides: tuple[str, str] = US, type_: StatementType = POSITION, **more: Any) -> Line:
    return replace(says(f"os-{day}", quote, type_, day, **more), sides=sides)


LIFT = stands("1962-11-10", "we cannot lift the quarantine", polarity=Polarity.DO_NOT)
MOVED = stands("1962-11-15", "Kuznetsov told me the quarantine hurts them", SOVIETS, StatementType.REPORT)
LIFTING = stands(
    "1962-11-17",
    "we would be prepared to lift the quarantine",
    type_=OFFER,
    give="lift the quarantine",
    get="IL-28's withdrawn",
    polarity=Polarity.DO,
)
AGAIN = stands(
    "1962-11-18",
    "we would be prepared to lift the quarantine",
    type_=OFFER,
    give="lift the quarantine",
    get="IL-28's withdrawn",
    polarity=Polarity.DO,
)


def test_each_party_has_its_positions_in_order_of_time_with_what_changed_and_what_moved_it() -> None:
    [ours] = positions(Issue("quarantine", "quarantine", (AGAIN, LIFTING, MOVED, LIFT)))
    assert ours.party == "United States"
    assert [(each.line, each.change, each.before) for each in ours.positions] == [
        (LIFT, Change.NEW, None),
        (LIFTING, Change.SOFTENED, LIFT),
        (AGAIN, Change.RESTATED, LIFTING),
    ]
    assert ours.positions[1].reasons == ("no longer refused",)
    assert ours.positions[1].moved_by == (MOVED,)


@pytest.mark.parametrize(
    ("before", "after", "change", "reason"),
    [
        ({"polarity": Polarity.DO}, {"polarity": Polarity.DO_NOT}, Change.HARDENED, "refused now"),
        ({"strength": Strength.MUST}, {"strength": Strength.MAY}, Change.SOFTENED, "may in place of must"),
        ({"strength": Strength.MAY}, {"strength": Strength.SHOULD}, Change.HARDENED, "should in place of may"),
        ({}, {"when": ("if bombers go",)}, Change.HARDENED, "only “if bombers go”"),
        ({"when": ("if bombers go",)}, {}, Change.SOFTENED, "no longer “if bombers go”"),
        ({}, {"give": "lift it"}, Change.SOFTENED, "offers “lift it”"),
        ({}, {"get": "inspection"}, Change.HARDENED, "asks “inspection” for it"),
    ],
)
def test_what_makes_a_position_softer_or_harder(
    before: dict[str, Any], after: dict[str, Any], change: Change, reason: str
) -> None:
    one, two = (
        stands(day, "the quarantine of Soviet ships will be lifted", **more)
        for day, more in (("1962-11-10", before), ("1962-11-17", after))
    )
    found = compared(two, [one], profiles_of([one, two]))
    assert (found.change, found.reasons) == (change, (reason,))


def test_a_refusal_that_hangs_on_a_condition_is_softer_than_one_that_does_not() -> None:
    one = stands("1962-11-10", "we will not lift the quarantine", polarity=Polarity.DO_NOT)
    two = replace(one, statement=replace(one.statement, when="unless the bombers go"), day="1962-11-17", id="os-2.a")
    assert compared(two, [one], profiles_of([one, two])).change is Change.SOFTENED


def test_what_is_softer_in_one_way_and_harder_in_another_has_changed() -> None:
    one = stands("1962-11-10", "the quarantine will be lifted")
    two = stands("1962-11-17", "the quarantine will be lifted", give="lift it", get="bombers")
    found = compared(two, [one], profiles_of([one, two]))
    assert found.change is Change.CHANGED
    assert len(found.reasons) == 3


def test_other_words_on_the_same_issue_are_new() -> None:
    one = stands("1962-11-10", "ships under quarantine must be searched for rockets by our navy")
    two = stands("1962-11-17", "quarantine hurts trade of neutral merchants")
    assert compared(two, [one], profiles_of([one, two, LIFT, AGAIN])).change is Change.NEW


SEEDS = (
    stands("1962-11-17", "in return for which we would be prepared to lift the quarantine", type_=OFFER),
    stands("1962-11-17", "get the bombers out of Cuba"),
    stands("1962-11-23", "we cannot be put in position of giving a blanket guarantee"),
    stands("1962-11-23", "any inspection of US would require inspection of USSR"),
)


def test_two_days_beside_one_another_show_bombers_for_quarantine_and_then_assurances() -> None:
    issues = grouped(SEEDS, {"quarantine": 1, "bomber": 1, "assurance": 1, "inspection": 1}, 2)
    moved = {each.issue: each.change for each in changes(issues, "1962-11-17", "1962-11-23")}
    assert moved == {
        "quarantine": Change.DROPPED,
        "bomber": Change.DROPPED,
        "assurance": Change.NEW,
        "inspection": Change.NEW,
    }


@pytest.mark.parametrize(
    ("lines", "since", "until", "told"),
    [
        ((LIFT, MOVED, LIFTING, AGAIN), "1962-11-16", "1962-11-20", [Change.SOFTENED]),
        ((LIFTING, AGAIN), "1962-11-17", "1962-11-20", []),
        ((LIFT,), "1962-11-16", "1962-11-20", []),
        ((LIFT, LIFTING), "1963-02-01", "1963-02-02", []),
        ((replace(LIFT, day=""), replace(LIFTING, sides=("", ""))), "1962-11-16", "1962-11-20", []),
    ],
    ids=["softened", "merely said again", "nothing said since", "too long ago", "no day, no party"],
)
def test_what_stood_on_one_day_beside_what_stands_on_another(
    lines: tuple[Line, ...], since: str, until: str, told: list[Change]
) -> None:
    moved = changes([Issue("quarantine", "quarantine", lines)], since, until)
    assert [each.change for each in moved] == told
    assert all(len(each.moved_by) <= MOVERS for each in moved)


def test_a_change_quotes_both_sides_of_it() -> None:
    [moved] = changes([Issue("quarantine", "quarantine", (LIFT, MOVED, LIFTING, AGAIN))], "1962-11-16", "1962-11-20")
    assert (moved.before, moved.after, moved.party) == ((LIFT,), (AGAIN,), "United States")
    assert moved.moved_by == (MOVED,)
