"""An exercise is begun from a plan, led by its director, and can be played again from its journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.exercise import exercise_of
from onionskin.errors import NotAllowedError, NotFoundError, UsageError
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import Desk, open_desk
from onionskin.workbench.desk_account import account_of
from onionskin.workbench.desk_exercise import (
    begin_exercise,
    end_exercise,
    plan_to_begin_with,
    playing,
    put_in_due,
    set_pace,
)
from onionskin.workbench.desk_replaying import digest, replayed

PLAN = (Path(__file__).parent / "weekend.toml").read_text("utf-8")


def empty(folder: Path) -> Desk:
    settings = Settings(collection=folder)
    open_collection(settings, create=True).close()
    return open_desk(settings)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Desk]:
    with empty(tmp_path / "c") as desk:
        begin_exercise(desk, "director", PLAN)
        yield desk


def sent(desk: Desk, drafter: str, office: str, registry: str, given: dict[str, object]) -> str:
    paper = desk.perform(drafter, DeskAct.DRAFT, given={"form": "telegram", "approver": office, **given}).paper
    desk.perform(drafter, DeskAct.APPROVE, paper)
    desk.perform(drafter, DeskAct.CLASSIFY, paper, {"level": "SECRET"})
    desk.perform(registry, DeskAct.NUMBER, paper)
    desk.perform(registry, DeskAct.TRANSMIT, paper)
    return paper


INSTRUCTION: dict[str, object] = {
    "post": "Department of State",
    "to": ["USUN New York"],
    "text": "You should see Kuznetsov promptly.",
    "precedence": "PRIORITY",
}


def test_events_come_when_the_clock_has_come_to_them_and_once(held: Desk) -> None:
    assert put_in_due(held) == ()
    set_pace(held, "director", time="1962-10-27T10:00-04:00")
    assert held.counts("clerk") == {"receive": 1}
    assert held.counts("ministryclerk") == {"receive": 1}
    assert put_in_due(held) == ()
    (row,) = held.tray("clerk", "receive")[1]
    assert (row.subject, row.precedence) == ("Ships turn back", 0)


def test_a_flash_lies_before_what_came_earlier(held: Desk) -> None:
    sent(held, "ball", "U", "clerk", {**INSTRUCTION, "told": {"subject": "First"}})
    sent(held, "ball", "U", "clerk", {**INSTRUCTION, "told": {"subject": "Second"}, "precedence": "FLASH"})
    assert [each.subject for each in held.tray("stevenson", "receive")[1]] == ["Second", "First"]


def test_one_side_knows_nothing_of_what_the_other_writes(held: Desk) -> None:
    paper = sent(held, "ball", "U", "clerk", INSTRUCTION)
    for name in ("gromyko", "ministryclerk", "kuznetsov"):
        assert held.papers(name) == (0, ())
        with pytest.raises(NotFoundError):
            held.show(name, paper)


def test_only_the_director_leads(held: Desk) -> None:
    with pytest.raises(NotAllowedError):
        set_pace(held, "ball", rate=60)
    with pytest.raises(NotAllowedError):
        end_exercise(held, "ball")


def test_a_journal_played_again_gives_the_same_state(held: Desk, tmp_path: Path) -> None:
    sent(held, "ball", "U", "clerk", INSTRUCTION)
    set_pace(held, "director", time="1962-10-27T10:00-04:00")
    sent(
        held,
        "gromyko",
        "Minister",
        "ministryclerk",
        {"post": "Foreign Ministry", "to": ["Soviet Mission"], "text": "Wait."},
    )
    end_exercise(held, "director")
    now = playing(held)
    assert now is not None
    assert now.ended
    with empty(tmp_path / "again") as other:
        again = replayed(held, other)
        assert again.differences == ()
        assert again.acts == 11
        assert again.digest == digest(held)
        other.perform("ball", DeskAct.DRAFT, given={"form": "telegram", "post": "Department of State"})
        assert digest(other) != again.digest
        with pytest.raises(UsageError, match="Replay into an empty collection"):
            replayed(held, other)


def test_the_account_tells_what_an_event_led_to_and_who_knew_it_when(held: Desk) -> None:
    paper = sent(held, "ball", "U", "clerk", INSTRUCTION)
    held.perform("stevenson", DeskAct.RECEIVE, paper, {"post": "USUN New York"})
    set_pace(held, "director", time="1962-10-27T10:00-04:00")
    (news,) = [each.id for each in held.tray("clerk", "receive")[1]]
    held.perform("clerk", DeskAct.RECEIVE, news, {"post": "Department of State"})
    set_pace(held, "director", time="1962-10-27T11:00-04:00")
    reply: dict[str, object] = {
        "post": "USUN New York",
        "to": ["Department of State"],
        "text": "Your 1. I saw Kuznetsov.",
    }
    answer = sent(held, "stevenson", "Chief", "stevenson", reply)
    later = sent(held, "ball", "U", "clerk", INSTRUCTION)
    whole = account_of(held, "director")
    told = whole.account
    papers = {each.paper: each for each in told.papers}
    assert papers[answer].answers == (paper,)
    assert papers[paper].received == {"USUN New York": "1962-10-27T13:00:00Z"}
    first, second = told.events
    assert first.reached == {"Department of State": "1962-10-27T14:00:00Z", "Foreign Ministry": ""}
    assert (first.followed, second.put_in) == ((later,), "")
    assert {each.name: each.acts.get("draft", 0) for each in told.persons}["ball"] == 2
    said = [each for issue in whole.issues for each in issue.said]
    assert {(each.side, each.type) for each in said} >= {("United States", "instruction"), ("United States", "report")}


def test_the_account_is_the_directors_alone_until_the_exercise_has_ended(held: Desk) -> None:
    with pytest.raises(NotAllowedError):
        account_of(held, "ball")
    with pytest.raises(NotFoundError):
        account_of(held, "nobody")
    end_exercise(held, "director")
    assert account_of(held, "ball").account.sides == ("United States", "Soviet Union")


BROKEN = [
    (PLAN.replace('side = "Soviet Union"', 'side = "United States"'), "two sides or more"),
    (PLAN.replace('roles = ["director"]', ""), "role of director"),
    (PLAN.replace('"Minister"', '"U"'), "two sides have an office called U"),
    (PLAN.replace('after = "0:45"', 'after = "soon"'), "event 1"),
    (PLAN.replace('name = "kuznetsov"', 'name = "ball"'), "ball stands twice"),
    (PLAN.replace("about =", "notes ="), "'notes'"),
    (PLAN.replace('post = "Soviet Mission"', 'post = "Havana"'), "Havana, which is no post of the plan"),
    (PLAN + "[[", "not TOML"),
]


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_a_plan_that_cannot_be_played_is_told(text: str, told: str) -> None:
    with pytest.raises(UsageError) as fault:
        exercise_of(text, "plan.toml")
    assert told in str(fault.value)


def test_an_exercise_that_goes_on_must_end_before_another(held: Desk) -> None:
    with pytest.raises(UsageError, match="End it first"):
        begin_exercise(held, "director", PLAN)


def test_the_plan_that_comes_with_us_may_be_begun_as_it_stands_by_whoever_leads(tmp_path: Path) -> None:
    with empty(tmp_path / "mine") as mine:
        now = begin_exercise(mine, 'Ann "Nan" Ito', plan_to_begin_with('Ann "Nan" Ito'))
        assert (len(now.exercise.sides), len(now.exercise.persons), len(now.exercise.events)) == (2, 5, 3)
        sent(mine, "secretary", "S", "executive", {**INSTRUCTION, "to": ["Foreign Ministry"]})
        assert mine.counts("deputy") == {"receive": 1}
