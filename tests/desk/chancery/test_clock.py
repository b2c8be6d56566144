"""The desk's clock keeps the time of day until an exercise sets it, and never goes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.desk.chancery.desks import DEPARTMENT, USUN, desk

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.clock import DeskClock, clock_of, moment
from onionskin.errors import ActRefusedError, UsageError

REAL = datetime(2026, 3, 1, 9, tzinfo=UTC)
MONDAY = moment("1962-10-22T19:00-04:00")


def test_an_hour_of_an_exercise_may_pass_in_a_minute() -> None:
    clock = DeskClock(MONDAY, REAL).run(REAL, 60)
    assert clock.at(REAL + timedelta(minutes=1)) == MONDAY + timedelta(hours=1)
    assert clock_of(clock.body()) == clock


def test_a_clock_that_stands_still_goes_on_where_it_stood() -> None:
    stopped = DeskClock(MONDAY, REAL).run(REAL, 0)
    later = stopped.run(REAL + timedelta(hours=5), 1)
    assert later.at(REAL + timedelta(hours=6)) == MONDAY + timedelta(hours=1)


def test_a_clock_is_never_set_back() -> None:
    with pytest.raises(UsageError, match="never set back"):
        DeskClock(MONDAY, REAL).set_to(REAL, MONDAY - timedelta(seconds=1))


@pytest.mark.parametrize("words", ["Monday", "1962-13-01"])
def test_what_is_no_time_is_told(words: str) -> None:
    with pytest.raises(UsageError, match="is no time"):
        moment(words)


def test_acts_of_a_desk_are_done_at_the_time_of_its_clock(tmp_path: Path) -> None:
    with desk(tmp_path / "c") as held:
        held.set_clock("keeper", time="1962-10-22T19:00-04:00", rate=0)
        paper = held.perform("ball", DeskAct.DRAFT, given={"form": "telegram", "post": DEPARTMENT}).paper
        left = held.standing(paper)
        assert left is not None
        assert left.begun == "1962-10-22T23:00:00Z"


def test_a_director_alone_puts_in_what_comes_from_outside(tmp_path: Path) -> None:
    news = {"form": "telegram", "post": "A news agency", "to": [USUN], "text": "Ships have turned back."}
    with desk(tmp_path / "c") as held:
        held.appoint("keeper", {"name": "director", "roles": ["director"]}, day="1962-01-01")
        with pytest.raises(ActRefusedError, match="only a person with the role of director"):
            held.perform("ball", DeskAct.INJECT, given=news)
        paper = held.perform("director", DeskAct.INJECT, given=news).paper
        held.perform("codeclerk", DeskAct.RECEIVE, paper, {"post": USUN})
        assert held.counts("stevenson") == {"in": 1}
