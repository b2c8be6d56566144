"""What all pages of the desk have around them: for whom, the marking, and that nothing live belongs here."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from onionskin.web.desk import views
from onionskin.web.desk.api import NOT_KEPT
from onionskin.web.desk.who import may_choose, seated
from onionskin.web.gate import Visitor
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.workbench.desk_exercise import plan_to_begin_with
from onionskin.workbench.desk_terms import DeskRole, Person


class Frame:
    """Answers with pages of the desk."""

    def __init__(self, holdings: Holdings, pages: Pages) -> None:
        """The collection is opened at the first question."""
        self.holdings = holdings
        self.pages = pages

    def person(self, request: Request, visitor: Visitor) -> Person:
        """As whom the visitor asks. LoginNeededError, NotAllowedError."""
        return seated(request, self.holdings.desk, visitor)

    def answer(
        self, request: Request, visitor: Visitor, template: str, *, status: int = 200, **told: object
    ) -> Response:
        """A page for one person."""
        desk = self.holdings.desk
        me = self.person(request, visitor)
        post = desk.roster.posts.get(me.post)
        zone = post.zone if post else "UTC"
        body = self.pages.render(
            f"desk/{template}",
            here="desk",
            me=me,
            chooses=may_choose(request),
            persons=desk.roster.persons(desk.now()[:10]),
            posts=tuple(desk.roster.posts.values()),
            trays=views.TRAYS,
            when=lambda at: views.in_zone(at, zone),
            now=desk.now(),
            zone=zone,
            **{"marking": "", **told},
        )
        return Response(body, status, NOT_KEPT, "text/html")

    def begin(self, request: Request, name: str) -> Response:
        """The page for who is no person of the desk yet. It names others only to who may choose among them."""
        roster = self.holdings.desk.roster
        persons = roster.persons(self.holdings.desk.now()[:10])
        chooses = may_choose(request)
        kept = any(each.has(DeskRole.CUSTODIAN) for each in persons)
        body = self.pages.render(
            "desk/begin.html",
            here="desk",
            called=name,
            persons=persons if chooses else (),
            begun=kept,
            plan="" if kept else plan_to_begin_with(name),
            chooses=chooses,
            posts=tuple(roster.posts.values()) if chooses or not kept else (),
        )
        return Response(body, 200, NOT_KEPT, "text/html")
