"""An exercise: its clock and events for who leads it, what is played for all, and the account of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from threading import Lock

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from onionskin.errors import NotAllowedError, UsageError
from onionskin.web.api import PROBLEMS
from onionskin.web.browse import pictures
from onionskin.web.desk.api import told
from onionskin.web.desk.forms import Fields, given
from onionskin.web.desk.frame import Frame
from onionskin.web.desk.who import As, seated, wanted
from onionskin.web.gate import Reader, Role
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.web.shapes import Shape
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_account import WholeAccount, account_of
from onionskin.workbench.desk_exercise import (
    Playing,
    begin_exercise,
    end_exercise,
    plan_to_begin_with,
    playing,
    put_in_due,
    set_pace,
)
from onionskin.workbench.desk_telling import plain
from onionskin.workbench.desk_terms import DeskAct, DeskRole

SEE_OTHER = 303
SECONDS = 1.0
"""Between two looks at what the clock has come to."""
LONGEST_PLAN = 1_000_000
MOST_ARROWS = 120
"""Papers in the picture of an account; of more the first."""


class ExerciseOut(Shape):
    """What is played."""

    title: str
    about: str
    sides: list[str]
    began: str
    now: str
    rate: float = Field(description="So many times as fast as the day; 0 stands still")
    ended: bool
    events: int
    to_come: int


class PlanIn(BaseModel):
    """A plan, as a director writes it."""

    plan: str = Field(max_length=LONGEST_PLAN, description="TOML: title, begins, rate, post, person, event")


class PaceIn(BaseModel):
    """How the clock goes on."""

    rate: float | None = Field(default=None, ge=0)
    to: str = Field(default="", max_length=40, description="Forward to a time: `1962-10-27T18:00-04:00`")


class AccountOut(Shape):
    """The account of an exercise, and what was said on each issue."""

    account: dict[str, object]
    issues: list[dict[str, object]]


class Course:
    """Puts in what the clock has come to, when somebody looks at the desk: nobody sees a tray without it."""

    def __init__(self, holdings: Holdings) -> None:
        """The collection is opened at the first question."""
        self._holdings = holdings
        self._lock = Lock()
        self._looked = 0.0

    def keep_up(self) -> None:
        """At most once in `SECONDS`."""
        with self._lock:
            if time.monotonic() - self._looked < SECONDS:
                return
            self._looked = time.monotonic()
        put_in_due(self._holdings.desk)


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The pages and routes of exercises."""
    router = APIRouter()
    _pages(router, holdings, Frame(holdings, pages))
    _api(router, holdings)
    return router


def _pages(router: APIRouter, holdings: Holdings, frame: Frame) -> None:
    @router.get("/desk/exercise", include_in_schema=False)
    def exercise(request: Request, visitor: Reader) -> Response:
        desk = holdings.desk
        me = frame.person(request, visitor)
        now = playing(desk)
        leads = me.has(DeskRole.DIRECTOR)
        return frame.answer(
            request,
            visitor,
            "exercise.html",
            playing=now,
            leads=leads,
            clock=desk.clock,
            side=now.exercise.side_of(me) if now else "",
            may_begin=visitor.role is Role.OWNER,
            coming=_coming(desk, now) if now and leads else (),
            plan=plan_to_begin_with(me.name),
        )

    @router.post("/desk/exercise/begin", include_in_schema=False)
    def begin(request: Request, visitor: Reader, sent: Fields) -> Response:
        _begun(holdings, visitor.role, sent.get("plan", ""), wanted(request, visitor))
        return RedirectResponse("/desk/exercise", SEE_OTHER)

    @router.post("/desk/exercise/pace", include_in_schema=False)
    def pace(request: Request, visitor: Reader, sent: Fields) -> Response:
        me = frame.person(request, visitor)
        set_pace(holdings.desk, me.name, time=sent.get("to", "").strip(), rate=_rate(sent))
        return RedirectResponse("/desk/exercise#leading", SEE_OTHER)

    @router.post("/desk/exercise/event", include_in_schema=False)
    def event(request: Request, visitor: Reader, sent: Fields) -> Response:
        me = frame.person(request, visitor)
        takes = holdings.desk.procedures.acts[DeskAct.INJECT].takes
        holdings.desk.perform(me.name, DeskAct.INJECT, given={"form": "telegram", **given(sent, takes)})
        return RedirectResponse("/desk/exercise#put-in", SEE_OTHER)

    @router.post("/desk/exercise/end", include_in_schema=False)
    def end(request: Request, visitor: Reader) -> Response:
        end_exercise(holdings.desk, frame.person(request, visitor).name)
        return RedirectResponse("/desk/exercise/account", SEE_OTHER)

    @router.get("/desk/exercise/account", include_in_schema=False)
    def account(request: Request, visitor: Reader) -> Response:
        name = frame.person(request, visitor).name
        if playing(holdings.desk) is None:
            return RedirectResponse("/desk/exercise", SEE_OTHER)
        held = account_of(holdings.desk, name)
        return frame.answer(request, visitor, "account.html", held=held, picture=_picture(held))


def _api(router: APIRouter, holdings: Holdings) -> None:
    tagged = APIRouter(tags=["desk"], responses=PROBLEMS)

    @tagged.get("/api/desk/exercise", response_model=ExerciseOut, summary="What is played, and what the clock shows")
    def exercise(request: Request, visitor: Reader, as_: As = "") -> Response:
        seated(request, holdings.desk, visitor, as_)
        return _told(holdings.desk)

    @tagged.post("/api/desk/exercise", response_model=ExerciseOut, summary="Begin an exercise")
    def begin(request: Request, visitor: Reader, asked: PlanIn, as_: As = "") -> Response:
        _begun(holdings, visitor.role, asked.plan, wanted(request, visitor, as_))
        return _told(holdings.desk)

    @tagged.post("/api/desk/exercise/pace", response_model=ExerciseOut, summary="Stop the clock, let it go on, or leap")
    def pace(request: Request, visitor: Reader, asked: PaceIn, as_: As = "") -> Response:
        me = seated(request, holdings.desk, visitor, as_)
        set_pace(holdings.desk, me.name, time=asked.to, rate=asked.rate)
        return _told(holdings.desk)

    @tagged.post("/api/desk/exercise/end", response_model=ExerciseOut, summary="End the exercise")
    def end(request: Request, visitor: Reader, as_: As = "") -> Response:
        end_exercise(holdings.desk, seated(request, holdings.desk, visitor, as_).name)
        return _told(holdings.desk)

    @tagged.get("/api/desk/exercise/account", response_model=AccountOut, summary="The account of the exercise")
    def account(request: Request, visitor: Reader, as_: As = "") -> Response:
        held = account_of(holdings.desk, seated(request, holdings.desk, visitor, as_).name)
        return told(AccountOut.model_validate({"account": plain(held.account), "issues": plain(held.issues)}))

    router.include_router(tagged)


def _told(desk: Desk) -> Response:
    now, clock = _played(desk), desk.clock
    plan = now.exercise
    return told(
        ExerciseOut(
            title=plan.title,
            about=plan.about,
            sides=list(plan.sides),
            began=plan.begins.isoformat(),
            now=desk.now(),
            rate=clock.rate if clock else 1.0,
            ended=bool(now.ended),
            events=len(plan.events),
            to_come=len(_coming(desk, now)),
        )
    )


def _played(desk: Desk) -> Playing:
    now = playing(desk)
    if now is None:
        raise UsageError("no exercise was begun at this desk", advice="A director begins one from a plan")
    return now


def _coming(desk: Desk, now: Playing) -> tuple[Mapping[str, object], ...]:
    """The events that are still to come, in their order, each with its time."""
    due = set(now.due(desk.now()))
    later = [each for each in now.exercise.events if each.n not in due]
    return tuple(
        {"at": (now.exercise.begins + each.after).isoformat(), **each.takes}
        for each in sorted(later, key=lambda each: each.after)
    )


def _begun(holdings: Holdings, role: Role, plan: str, director: str) -> None:
    """An owner begins an exercise, for a plan makes persons; it must have who asks for its director."""
    if role is not Role.OWNER:
        raise NotAllowedError("only an owner of the collection begins an exercise")
    if not plan.strip() or len(plan) > LONGEST_PLAN:
        raise UsageError("a plan is wanted", advice="Paste the TOML of a plan")
    begin_exercise(holdings.desk, director, plan)


def _rate(sent: Mapping[str, str]) -> float | None:
    words = sent.get("rate", "").strip()
    try:
        return float(words) if words else None
    except ValueError:
        raise UsageError(f"{words!r} is no pace", advice="Write a number: 60 is an hour in a minute") from None


def _picture(held: WholeAccount) -> str:
    """Who wrote to whom, as of a thread: an arrow for each paper, hollow as long as it had not come."""
    sent = [each for each in held.account.papers if each.sent][:MOST_ARROWS]
    arrows = [
        pictures.Arrow(
            key=each.paper,
            sender=each.origin,
            receiver=each.to[0] if each.to else "",
            day=each.sent[:10],
            words=f"{each.origin} to {', '.join(each.to)}, {each.sent}: {each.subject}",
            href=f"/desk/papers/{each.paper}",
            held=all(each.received.values()),
        )
        for each in sent
    ]
    drawn = {each.paper for each in sent}
    steps = [(each.paper, other) for each in sent for other in each.answers if other in drawn]
    return pictures.thread(arrows, steps, f"{len(arrows)} papers of {held.account.title}") if arrows else ""
