"""Exercises at the desk: begun, kept going and ended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.clock import moment
from onionskin.desk.chancery.exercise import Exercise, event_paper, exercise_of
from onionskin.desk.chancery.persons import DeskRole, told_of
from onionskin.errors import ActRefusedError, NotAllowedError, NotFoundError, UsageError
from onionskin.store.journal import EntryKind, timestamp
from onionskin.workbench.desk import Desk


@dataclass(frozen=True, slots=True)
class Playing:
    """An exercise of this desk: the entry with which it began, by whom; `ended` is that which ended it, 0 before."""

    exercise: Exercise
    begun: int
    director: str
    ended: int = 0

    def due(self, now: str) -> tuple[int, ...]:
        """The numbers of the events that the clock has come to."""
        return tuple(each.n for each in self.exercise.due(moment(now)))


def playing(desk: Desk) -> Playing | None:
    """The exercise that was begun last, None where there never was one."""
    held: Playing | None = None
    for entry in desk.log.told(EntryKind.EXERCISE):
        told = entry.told
        if "plan" in told:
            held = Playing(exercise_of(told["plan"], told["name"]), entry.seq, entry.author)
        elif held is not None:
            held = Playing(held.exercise, held.begun, held.director, entry.seq)
    return held


def begin_exercise(desk: Desk, director: str, text: str, name: Path | str = "plan") -> Playing:
    """Begin an exercise: posts and persons are appointed, and the clock is set. UsageError for a plan out of form.

    `director` must have that role in the plan. An exercise that goes on must end first.
    """
    exercise = exercise_of(text, str(name))
    now = playing(desk)
    if now is not None and not now.ended:
        raise UsageError(f"{now.exercise.title!r} is being played", advice="End it first")
    if not any(each.name == director and each.has(DeskRole.DIRECTOR) for each in exercise.persons):
        raise UsageError(f"{director} is no director in this plan", where=str(name))
    entry = desk.log.tell(EntryKind.EXERCISE, director, {"plan": text, "name": str(name)})
    for post in exercise.posts:
        desk.open_post(director, told_of(post))
    desk.set_clock(director, time=exercise.begins.isoformat(), rate=exercise.rate)
    for person in exercise.persons:
        desk.appoint(director, told_of(person))
    return Playing(exercise, entry.seq, director)


def plan_to_begin_with(director: str) -> str:
    """A small plan that comes with us, as somebody who leads it may begin it."""
    plan = files("onionskin.lexicon").joinpath("exercises/two-sides.plan").read_text(encoding="utf-8")
    return plan.replace('name = "director"', f"name = {json.dumps(director, ensure_ascii=False)}")


def put_in_due(desk: Desk) -> tuple[Performed, ...]:
    """Put in the events that the clock has come to and that are not in yet; whoever comes second finds it done."""
    now = playing(desk)
    if now is None or now.ended:
        return ()
    out = []
    due = {event_paper(now.begun, event): event for event in now.exercise.due(moment(desk.now()))}
    begun = desk.log.begun(due)
    for paper, event in due.items():
        if paper in begun:
            continue
        try:
            when = timestamp(now.exercise.begins + event.after)
            out.append(desk.perform(now.director, DeskAct.INJECT, paper, event.takes, at=when))
        except ActRefusedError:
            if desk.standing(paper) is None:  # Not because another was quicker.
                raise
    return tuple(out)


def set_pace(desk: Desk, director: str, *, time: str = "", rate: float | None = None) -> None:
    """Stop the clock (rate 0), let it go on, or leap forward; what falls due is put in. NotAllowedError, UsageError."""
    _refuse_unless_director(desk, director)
    desk.set_clock(director, time=time, rate=rate)
    put_in_due(desk)


def end_exercise(desk: Desk, director: str) -> Playing:
    """End it: the clock stands, and who played may read the account of it. NotFoundError, NotAllowedError."""
    _refuse_unless_director(desk, director)
    now = playing(desk)
    if now is None or now.ended:
        raise NotFoundError("no exercise is being played")
    desk.set_clock(director, rate=0)
    entry = desk.log.tell(EntryKind.EXERCISE, director, {"ended": now.begun})
    return Playing(now.exercise, now.begun, now.director, entry.seq)


def _refuse_unless_director(desk: Desk, name: str) -> None:
    if not desk.roster.known(name).has(DeskRole.DIRECTOR):
        raise NotAllowedError("only the director leads an exercise", where=name, advice="Ask the director")
