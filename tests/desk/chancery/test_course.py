"""A telegram goes its way by the rules of the procedure, and each refusal names the rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.chancery.desks import CLEARED, COME, EVENING, SENT, USUN, Course, begun, carried, desk
from tests.desk.chancery.every_act import STAGES, roster, stood

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.sight import Sight
from onionskin.errors import ActRefusedError, NotFoundError, UsageError
from onionskin.workbench.desk import Desk


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "c") as opened:
        yield opened


def test_a_telegram_is_cleared_approved_numbered_sent_and_received(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, COME)
    left = held.standing(paper)
    assert left is not None
    assert (left.number, left.series) == ("1359", "Department of State to USUN New York")
    assert left.posts[USUN].control == 1
    assert (left.missing_clearances, left.is_approved, left.has_come) == ((), True, True)


Tried = tuple[Course, str, DeskAct, dict[str, object], str]
REFUSED: list[Tried] = [
    ((), "clerk", DeskAct.TRANSMIT, {}, "not cleared by G, S/S"),
    (CLEARED[:1], "clerk", DeskAct.TRANSMIT, {}, "not cleared by S/S"),
    (CLEARED[:2], "clerk", DeskAct.TRANSMIT, {}, "not approved"),
    (CLEARED[:3], "clerk", DeskAct.TRANSMIT, {}, "nobody with the authority classified it"),
    (CLEARED, "clerk", DeskAct.TRANSMIT, {}, "it has no number"),
    (SENT, "clerk", DeskAct.TRANSMIT, {}, "it was sent already"),
    (SENT, "clerk", DeskAct.NUMBER, {}, "it has the number 1359"),
    (SENT, "ball", DeskAct.AMEND, {"text": "Otherwise."}, "it was sent already"),
    ((), "johnson", DeskAct.CLEAR, {"office": "S/S"}, "not of S/S"),
    ((), "johnson", DeskAct.CLASSIFY, {"level": "TOP SECRET"}, "TS authority needed"),
    (COME, "codeclerk", DeskAct.ACKNOWLEDGE, {"post": USUN}, "EYES ONLY: not named, not passed to"),
    (COME, "codeclerk", DeskAct.RECEIVE, {"post": USUN}, "it was received already"),
    (COME, "clerk", DeskAct.PASS, {"to": ["visitor"]}, "EYES ONLY: visitor is not named, not passed to"),
    (COME, "clerk", DeskAct.COPY, {"holder": "visitor"}, "EYES ONLY: visitor is not named, not passed to"),
]


@pytest.mark.parametrize("tried", REFUSED)
def test_a_refusal_names_the_rule_and_leaves_the_paper_as_it_was(held: Desk, tried: Tried) -> None:
    course, by, act, given, rule = tried
    paper = begun(held)
    carried(held, paper, course)
    before = held.standing(paper)
    with pytest.raises(ActRefusedError) as told:
        held.perform(by, act, paper, given, at=EVENING)
    assert told.value.rule == rule
    assert held.standing(paper) == before


def test_another_version_must_be_cleared_and_approved_anew(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, CLEARED)
    held.perform("ball", DeskAct.AMEND, paper, {"text": "You should see Kuznetsov today."}, at=EVENING)
    left = held.standing(paper)
    assert left is not None
    assert (left.missing_clearances, left.is_approved, left.n) == (("G", "S/S"), False, 2)


def test_who_may_not_know_of_a_paper_is_told_what_one_is_told_of_none(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, COME)
    with pytest.raises(NotFoundError) as hidden:
        held.show("visitor", paper)
    nothing = paper[:-4] + "0000"
    with pytest.raises(NotFoundError) as missing:
        held.show("visitor", nothing)
    assert str(hidden.value).replace(paper, "") == str(missing.value).replace(nothing, "")


def test_eyes_only_shows_a_registry_the_envelope_alone(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, COME)
    assert held.show("clerk", paper).seen.sight is Sight.EXISTENCE
    assert held.show("stevenson", paper).seen.sight is Sight.TEXT
    ((row,),) = (held.papers("clerk")[1],)
    assert (row.subject, row.number) == ("", "1359")


def test_a_number_is_never_given_twice(held: Desk) -> None:
    first, second = begun(held), begun(held)
    carried(held, first, SENT)
    carried(held, second, CLEARED)
    with pytest.raises(ActRefusedError, match="1359 was given already"):
        held.perform("clerk", DeskAct.NUMBER, second, {"number": 1359}, at=EVENING)
    assert held.perform("clerk", DeskAct.NUMBER, second, at=EVENING).yields["number"] == 1360


def test_review_ends_the_level_before_all_may_see_it(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, COME)
    later = "1992-04-03"
    held.perform("requests", DeskAct.REQUEST, paper, {"case": "88-0034"}, at=later)
    for by, rule in (("junior", "TS authority needed"), ("reviewer", "")):
        if rule:
            with pytest.raises(ActRefusedError, match="SENSITIVE: not admitted"):
                held.perform(by, DeskAct.REVIEW, paper, at=later)
        else:
            held.perform(by, DeskAct.REVIEW, paper, at=later)
    with pytest.raises(ActRefusedError, match="still TOP SECRET: declassify it first"):
        held.perform("reviewer", DeskAct.RELEASE, paper, {"authority": "State"}, at=later)
    held.perform("reviewer", DeskAct.DECLASSIFY, paper, {"authority": "State"}, at=later)
    held.perform("reviewer", DeskAct.RELEASE, paper, {"authority": "State"}, at=later)
    assert held.show("visitor", paper).seen.sight is Sight.TEXT
    with pytest.raises(NotFoundError):
        held.show("visitor", paper, on="1990-01-01")


def test_the_drafter_says_to_whom_a_sealed_paper_is_passed(held: Desk) -> None:
    paper = begun(held, to_pass=["EXCOM", "Vice President"])
    carried(held, paper, COME)
    held.perform("clerk", DeskAct.PASS, paper, {"to": ["EXCOM"]}, at=EVENING)
    assert held.perform("clerk", DeskAct.COPY, paper, {"holder": "Vice President"}, at=EVENING).yields["copy"] == 1
    held.perform("ball", DeskAct.PASS, paper, {"to": ["visitor"]}, at=EVENING)
    assert held.show("visitor", paper).seen.sight is Sight.TITLE


def test_a_telegram_that_is_sealed_names_who_may_read_it(held: Desk) -> None:
    paper = begun(held, eyes_only=[])
    carried(held, paper, (*CLEARED, ("clerk", DeskAct.NUMBER, {})))
    with pytest.raises(ActRefusedError, match="nobody is named"):
        held.perform("clerk", DeskAct.TRANSMIT, paper, at=EVENING)


def test_a_paper_is_drafted_at_ones_own_post(held: Desk) -> None:
    with pytest.raises(ActRefusedError, match="not of USUN New York"):
        begun(held, post=USUN)


def test_an_act_is_told_no_earlier_than_the_one_before(held: Desk) -> None:
    paper = begun(held)
    with pytest.raises(UsageError, match="was done at 1962-11-24"):
        held.perform("johnson", DeskAct.CLEAR, paper, {"office": "G"}, at="1962-11-23T20:00:00Z")
    held.perform("johnson", DeskAct.CLEAR, paper, {"office": "G"}, at="1962-11-24")


def test_particulars_out_of_form_are_named(held: Desk) -> None:
    paper = begun(held)
    for given, named in (({"office": "G", "level": "SECRET"}, "level"), ({}, "office")):
        with pytest.raises(UsageError, match=named):
            held.perform("johnson", DeskAct.CLEAR, paper, given, at=EVENING)


@pytest.mark.parametrize(
    "who", ["ball", "johnson", "clerk", "stevenson", "codeclerk", "visitor", "reviewer", "requests"]
)
@pytest.mark.parametrize("done", range(len(COME) + 1))
def test_lists_and_papers_show_a_person_the_same(held: Desk, who: str, done: int) -> None:
    paper = begun(held)
    carried(held, paper, COME[:done])
    rows = {each.id: each.seen for each in held.papers(who)[1]}
    try:
        seen = held.show(who, paper).seen.sight.value
    except NotFoundError:
        seen = 0
    assert rows.get(paper, 0) == seen


def test_who_may_not_know_of_a_paper_does_not_learn_when_it_was_acted_upon(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, CLEARED)
    for by, kind in (("visitor", NotFoundError), ("ball", UsageError)):
        with pytest.raises(kind):
            held.perform(by, DeskAct.AMEND, paper, {"text": "Sooner."}, at="1962-11-22")


@pytest.mark.parametrize("stage", STAGES)
def test_a_paper_with_other_values_is_otherwise_the_same(stage: str) -> None:
    held = stood(STAGES[stage], roster())
    if held is not None:
        assert held.but() == held
        assert held.but(level="SECRET", entry=7) == replace(held, level="SECRET", entry=7)
        with pytest.raises(KeyError):
            held.but(levels="SECRET")
