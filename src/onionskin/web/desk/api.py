"""The desk, for programs: the same acts and answers as on its pages, for one person at a time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel
from starlette.responses import JSONResponse, Response

from onionskin.errors import NotAllowedError, UsageError
from onionskin.web.api import PROBLEMS, Limit, Offset, Words
from onionskin.web.desk.shapes import (
    ActIn,
    ActOut,
    AdoptIn,
    DeskListOut,
    DeskPaperOut,
    DeskRowOut,
    MeOut,
    PersonIn,
    PersonOut,
    PersonsOut,
    PostIn,
    PostOut,
    PostsOut,
    ProceduresOut,
)
from onionskin.web.desk.who import As, may_choose, seated, wanted
from onionskin.web.gate import Reader, Role
from onionskin.web.holdings import Holdings
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_room import custodian, view
from onionskin.workbench.desk_terms import DeskAct, DeskRole, Person, Tray

NOT_KEPT = {"Cache-Control": "no-store"}
"""Nothing of the desk stays in a browser, where the next at this machine would find it."""
PaperId = Annotated[str, Path(description="The id of a paper of the desk", pattern=r"^[0-9a-zA-Z-]{1,64}$")]
Day = Annotated[str, Query(max_length=40, description="A day: `1962-11-24`", examples=["1962-11-24"])]


def told(body: BaseModel) -> Response:
    """JSON that nobody keeps: without a tag too, which would tell whether a paper changed."""
    return JSONResponse(body.model_dump(mode="json", by_alias=True, exclude_none=True), headers=NOT_KEPT)


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection's desk."""
    router = APIRouter(tags=["desk"], responses=PROBLEMS)
    _papers(router, holdings)
    _acting(router, holdings)
    _keeping(router, holdings)
    return router


def appointed(desk: Desk, by: str, asked: PersonIn) -> Person:
    """A person as a form or a program tells."""
    return desk.appoint(by, asked.model_dump(exclude={"day"}), day=asked.day)


def _papers(router: APIRouter, holdings: Holdings) -> None:
    @router.get("/api/desk", response_model=MeOut, summary="Who asks at the desk, and what waits for them")
    def me(request: Request, visitor: Reader, as_: As = "") -> Response:
        desk = holdings.desk
        person = seated(request, desk, visitor, as_)
        return told(
            MeOut(
                person=PersonOut.of(person, whole=True),
                now=desk.now(),
                procedures=desk.procedures.title,
                trays=desk.counts(person.name),
                overdue=desk.overdue(person.name),
            )
        )

    @router.get("/api/desk/trays/{tray}", response_model=DeskListOut, summary="A tray, the most urgent first")
    def tray(  # noqa: PLR0913 - a part of a list, and who asks for it
        *, request: Request, visitor: Reader, tray: Tray, as_: As = "", limit: Limit = 50, offset: Offset = 0
    ) -> Response:
        person = seated(request, holdings.desk, visitor, as_)
        total, rows = holdings.desk.tray(person.name, tray, limit=limit, offset=offset)
        papers = [DeskRowOut.of(each) for each in rows]
        return told(DeskListOut(total=total, limit=limit, offset=offset, papers=papers))

    @router.get("/api/desk/papers", response_model=DeskListOut, summary="The papers one may know of, or words in them")
    def papers(  # noqa: PLR0913 - as above
        *, request: Request, visitor: Reader, as_: As = "", q: Words = "", limit: Limit = 50, offset: Offset = 0
    ) -> Response:
        """With `q` those that hold all its words, of papers whose text one may see."""
        desk = holdings.desk
        name = seated(request, desk, visitor, as_).name
        if q.strip():
            total, rows = desk.find(name, q, limit=limit, offset=offset)
        else:
            total, rows = desk.papers(name, limit=limit, offset=offset)
        found = [DeskRowOut.of(each) for each in rows]
        return told(DeskListOut(total=total, limit=limit, offset=offset, papers=found))

    @router.get(
        "/api/desk/papers/{paper}", response_model=DeskPaperOut, summary="A paper, and what one may do with it now"
    )
    def paper(request: Request, visitor: Reader, paper: PaperId, as_: As = "", on: Day = "") -> Response:
        person = seated(request, holdings.desk, visitor, as_)
        return told(DeskPaperOut.of(view(holdings.desk, person.name, paper, on=on)))


def _acting(router: APIRouter, holdings: Holdings) -> None:
    @router.post("/api/desk/acts", response_model=ActOut, summary="Do an act; a refusal names the rule against it")
    def act(request: Request, visitor: Reader, asked: ActIn, as_: As = "") -> Response:
        person = seated(request, holdings.desk, visitor, as_)
        if asked.at and not may_choose(request):
            raise NotAllowedError("here acts are done now", advice="Leave out `at`")
        if asked.paper and asked.act in {DeskAct.DRAFT, DeskAct.INJECT}:
            raise UsageError("a paper that is begun gets an id of its own", advice="Leave out `paper`")
        done = holdings.desk.perform(
            person.name, asked.act, asked.paper, asked.takes, at=asked.at, version=asked.version
        )
        return told(ActOut.of(done))

    @router.get("/api/desk/procedures", response_model=ProceduresOut, summary="How each act is done here")
    def procedures(request: Request, visitor: Reader, as_: As = "") -> Response:
        seated(request, holdings.desk, visitor, as_)
        return told(ProceduresOut.of(holdings.desk.procedures))

    @router.get("/api/desk/persons", response_model=PersonsOut, summary="Who works at the desk")
    def persons(request: Request, visitor: Reader, as_: As = "") -> Response:
        desk = holdings.desk
        who = seated(request, desk, visitor, as_)
        whole = who.has(DeskRole.CUSTODIAN)
        held = desk.roster.persons(desk.now()[:10])
        return told(PersonsOut(persons=[PersonOut.of(each, whole=whole or each == who) for each in held]))

    @router.get("/api/desk/posts", response_model=PostsOut, summary="From and to where papers go")
    def posts(request: Request, visitor: Reader, as_: As = "") -> Response:
        seated(request, holdings.desk, visitor, as_)
        return told(PostsOut(posts=[PostOut.of(each) for each in holdings.desk.roster.posts.values()]))


def _keeping(router: APIRouter, holdings: Holdings) -> None:
    """What a custodian does; as long as there is none, an owner of the collection."""

    def by(request: Request, visitor: Reader, as_: str) -> str:
        return custodian(holdings.desk, wanted(request, visitor, as_), owner=visitor.role is Role.OWNER)

    @router.post("/api/desk/persons", response_model=PersonOut, summary="Appoint a person, or change what they are")
    def appoint(request: Request, visitor: Reader, asked: PersonIn, as_: As = "") -> Response:
        person = appointed(holdings.desk, by(request, visitor, as_), asked)
        return told(PersonOut.of(person, whole=True))

    @router.post("/api/desk/posts", response_model=PostOut, summary="Open a post, or change what is told of it")
    def open_post(request: Request, visitor: Reader, asked: PostIn, as_: As = "") -> Response:
        return told(PostOut.of(holdings.desk.open_post(by(request, visitor, as_), asked.model_dump())))

    @router.post("/api/desk/procedures", response_model=ProceduresOut, summary="Have other procedures hold from now on")
    def adopt(request: Request, visitor: Reader, asked: AdoptIn, as_: As = "") -> Response:
        return told(ProceduresOut.of(holdings.desk.adopt(by(request, visitor, as_), asked.name, asked.text)))
