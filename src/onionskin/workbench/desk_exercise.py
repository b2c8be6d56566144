"""Exercises at the desk: begun, kept going, ended, and played again from the journal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.clock import moment
from onionskin.desk.chancery.exercise import Exercise, event_paper, exercise_of
from onionskin.desk.chancery.persons import DeskRole, told_of
from onionskin.errors import ActRefusedError, NotAllowedError, NotFoundError, OnionskinError, UsageError
from onionskin.store.journal import Entry, EntryKind, timestamp
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_telling import plain


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


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of playing a desk again: acts, and wherever it went otherwise, in words. `digest` is of the state."""

    acts: int
    differences: tuple[str, ...]
    digest: str


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


def replayed(desk: Desk, into: Desk) -> Replayed:
    """Do everything that was told and done at a desk once more at an empty one, under the rules, and compare.

    Numbers are taken anew, and must come out the same; an act that the rules refuse now is a difference.
    """
    if next(into.log.all_told(), None) is not None:
        raise UsageError("something was done at that desk already", advice="Replay into an empty collection")
    acts = 0
    differences: list[str] = []
    for entry in desk.log.all_told():
        if entry.kind is not EntryKind.PERFORMED:
            into.log.tell(entry.kind, entry.author, entry.told)
            continue
        acts += 1
        differences += _again(entry, into)
    before, left = dict(_states(desk)), dict(_states(into))
    differences += [f"{paper}: stands otherwise than it did" for paper in before if left.get(paper) != before[paper]]
    return Replayed(acts, tuple(differences), digest(into))


def _again(entry: Entry, into: Desk) -> Iterator[str]:
    told = entry.told
    paper = entry.record or ""
    try:
        if mail := told["yields"].get("mail", ""):
            done = into.arrive(entry.author, DeskAct(told["act"]), paper, told["takes"], mail, at=told["at"])
        else:
            done = into.perform(entry.author, DeskAct(told["act"]), paper, told["takes"], at=told["at"])
    except OnionskinError as fault:
        yield f"entry {entry.seq}: {fault.what}"
        return
    gave = dict(done.yields) if done else "nothing: its mail was taken before"
    if gave != told["yields"]:
        yield f"entry {entry.seq}: gave {gave}, and {told['yields']} before"


def digest(desk: Desk) -> str:
    """The SHA-256 of how all papers of a desk stand, in the order in which they were begun."""
    whole = sha256()
    for paper, state in _states(desk):
        whole.update(f"{paper} {state}\n".encode())
    return whole.hexdigest()


def _states(desk: Desk) -> Iterator[tuple[str, str]]:
    """Each paper with how it stands as JSON; the numbers of entries are left out, which differ between two journals."""
    for paper in desk.log.all_ids():
        held = desk.standing(paper)
        if held is not None:
            yield paper, json.dumps(plain(replace(held, entry=0)), sort_keys=True)
