"""What waits and lies in no tray: papers that were read and no case asked for, and mail that no server took over."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, Depends, Request
from pydantic import Field
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from onionskin.errors import UsageError
from onionskin.web import catalogue
from onionskin.web.api import PROBLEMS, Limit, Offset
from onionskin.web.desk.api import told
from onionskin.web.desk.cases import cases_of
from onionskin.web.desk.frame import Frame
from onionskin.web.desk.who import As, seated
from onionskin.web.gate import Reader
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.web.room import PageNo
from onionskin.web.shapes import Shape
from onionskin.workbench import Row
from onionskin.workbench.desk_cases import Cases, CaseStage
from onionskin.workbench.desk_entering import unentered
from onionskin.workbench.desk_sending import Waiting, waiting_for

SIZE = 50
SEE_OTHER = 303
CASES = 500
"""Cases of a stage from which one chooses."""


class UnenteredRowOut(Shape):
    """A paper that was read: not what stands on it, which not everybody who takes cases may see."""

    id: str
    kind: str
    source: str
    pages: str = Field(description="Pages of the source file", examples=["1-2"])

    @classmethod
    def of(cls, row: Row) -> Self:
        """From a row of the collection."""
        return cls(id=row.id, kind=row.kind, source=row.source, pages=row.pages)


class UnenteredOut(Shape):
    """Papers that no case has asked for yet."""

    total: int
    limit: int
    offset: int
    papers: list[UnenteredRowOut]


class MailRowOut(Shape):
    """A mail that waits for a mail server. Times are UTC, `tried` and `reason` empty before the first try."""

    paper: str
    number: str
    precedence: str
    act: str = Field(description="What it is at the other end", examples=["come"])
    from_: str = Field(alias="from", description="The post of ours that sends it")
    address: str
    queued: str
    tries: int
    tried: str
    reason: str = Field(description="Why the last try failed")

    @classmethod
    def of(cls, each: Waiting) -> Self:
        """From the desk's answer."""
        mail = each.mail
        return cls(
            paper=mail.paper,
            number=each.number,
            precedence=each.precedence,
            act=mail.told["act"],
            address=mail.address,
            queued=mail.queued,
            tries=mail.tries,
            tried=mail.tried,
            reason=mail.reason,
            **{"from": mail.told["sender"]},
        )


class MailOut(Shape):
    """Mail for desks elsewhere that waits, in the order in which it will go."""

    total: int
    limit: int
    offset: int
    mails: list[MailRowOut]


async def _ticked(request: Request) -> tuple[str, list[str]]:
    """The case of a form, and the papers that were ticked."""
    form = await request.form()
    case = form.get("case", "")
    papers = [each for each in form.getlist("paper") if not isinstance(each, UploadFile)]
    return "" if isinstance(case, UploadFile) else case, papers


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The pages and routes of what waits."""
    router = APIRouter()
    router.include_router(_pages(holdings, Frame(holdings, pages)))
    router.include_router(_api(holdings))
    return router


def _pages(holdings: Holdings, frame: Frame) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.get("/desk/unentered")
    def papers(request: Request, visitor: Reader, page: PageNo = 1) -> Response:
        name = frame.person(request, visitor).name
        total, rows = unentered(holdings.desk, holdings.collection, name, limit=SIZE, offset=(page - 1) * SIZE)
        return frame.answer(
            request,
            visitor,
            "unentered.html",
            total=total,
            rows=rows,
            cases=_undecided(cases_of(holdings), name),
            pager=catalogue.pager(total, page, {}, size=SIZE, path="/desk/unentered"),
        )

    @router.post("/desk/unentered")
    def ask(request: Request, visitor: Reader, sent: Annotated[tuple[str, list[str]], Depends(_ticked)]) -> Response:
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        case, ticked = sent
        if not ticked:
            raise UsageError("no paper is ticked", advice="Go back, and tick those that are asked for")
        number = held.number_of(case)
        held.show(name, number)
        held.add(name, number, [held.enter(name, holdings.collection, each) for each in ticked])
        return RedirectResponse(f"/desk/cases/{held.id_of(number)}#papers", SEE_OTHER)

    @router.get("/desk/mail")
    def mail(request: Request, visitor: Reader, page: PageNo = 1) -> Response:
        name = frame.person(request, visitor).name
        total, rows = waiting_for(holdings.desk, name, limit=SIZE, offset=(page - 1) * SIZE)
        pager = catalogue.pager(total, page, {}, size=SIZE, path="/desk/mail")
        return frame.answer(request, visitor, "mail.html", total=total, rows=rows, pager=pager)

    return router


def _undecided(held: Cases, name: str) -> list[tuple[str, str, str]]:
    """The cases in which papers can still be asked for: id, number, what is asked."""
    return [
        (held.id_of(each.number), each.number, each.subject)
        for stage in CaseStage
        if stage is not CaseStage.CLOSED
        for each in held.listed(name, stage=stage.value, limit=CASES)[1]
    ]


def _api(holdings: Holdings) -> APIRouter:
    router = APIRouter(tags=["desk"], responses=PROBLEMS)

    @router.get("/api/desk/unentered", response_model=UnenteredOut, summary="Papers that no case has asked for yet")
    def papers(*, request: Request, visitor: Reader, as_: As = "", limit: Limit = 50, offset: Offset = 0) -> Response:
        """Of those that were read; for who takes cases."""
        desk = holdings.desk
        name = seated(request, desk, visitor, as_).name
        total, rows = unentered(desk, holdings.collection, name, limit=limit, offset=offset)
        found = [UnenteredRowOut.of(each) for each in rows]
        return told(UnenteredOut(total=total, limit=limit, offset=offset, papers=found))

    @router.get("/api/desk/mail", response_model=MailOut, summary="Mail for desks elsewhere that waits")
    def mail(*, request: Request, visitor: Reader, as_: As = "", limit: Limit = 50, offset: Offset = 0) -> Response:
        """Of papers that one may know of."""
        name = seated(request, holdings.desk, visitor, as_).name
        total, rows = waiting_for(holdings.desk, name, limit=limit, offset=offset)
        return told(MailOut(total=total, limit=limit, offset=offset, mails=[MailRowOut.of(each) for each in rows]))

    return router
