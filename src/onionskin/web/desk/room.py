"""The pages of the desk: trays, papers, what may be done with them. Nothing of them stays in a browser."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from onionskin.errors import NotFoundError, UsageError
from onionskin.web import catalogue
from onionskin.web.api import LARGEST, Words
from onionskin.web.desk import cases, drafting, keeping, views
from onionskin.web.desk.api import NOT_KEPT, Day, PaperId
from onionskin.web.desk.forms import Fields, given, number
from onionskin.web.desk.frame import Frame
from onionskin.web.desk.sitting import SEE_OTHER, SIZE, THEN, Sitting, back
from onionskin.web.desk.who import COOKIE, may_choose, wanted
from onionskin.web.gate import Reader
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.workbench.desk_room import left_by, marking_of, pdf_of, view
from onionskin.workbench.desk_terms import DeskAct, DeskRow, Tray

PageNo = Annotated[int, Query(alias="page", ge=1, le=LARGEST // 100)]
Copy = Annotated[int, Query(ge=0, le=10**6)]
Version = Annotated[int, Query(ge=0, le=10**6)]
Done = Annotated[str, Query(pattern=r"^[0-9a-zA-Z-]{0,64}$")]
"""The paper that was acted upon last."""
TITLE = 2
"""What a row shows whose subject may be read."""


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The pages upon one collection's desk. They stand in no OpenAPI; what they do, the JSON routes do too."""
    router = APIRouter(include_in_schema=False)
    frame = Frame(holdings, pages)
    _trays(router, holdings, frame)
    _paper(router, holdings, frame)
    router.include_router(drafting.routes(holdings, frame))
    router.include_router(keeping.routes(holdings, frame))
    router.include_router(cases.routes(holdings, frame))
    return router


def _trays(router: APIRouter, holdings: Holdings, frame: Frame) -> None:
    @router.get("/desk")
    def desk(request: Request, visitor: Reader, done: Done = "") -> Response:
        name = wanted(request, visitor)
        if holdings.desk.roster.person(name, holdings.desk.now()[:10]) is None:
            return frame.begin(request, name)
        counts = holdings.desk.counts(name)
        first = next((tray for tray in views.TRAYS if counts.get(tray) and tray not in views.NO_HURRY), Tray.IN)
        return frame.answer(request, visitor, "trays.html", **_tray(name, first, 1, counts, done))

    @router.get("/desk/trays/{tray}")
    def tray(request: Request, visitor: Reader, tray: Tray, page: PageNo = 1, done: Done = "") -> Response:
        name = frame.person(request, visitor).name
        counts = holdings.desk.counts(name)
        return frame.answer(request, visitor, "trays.html", **_tray(name, tray, page, counts, done))

    @router.get("/desk/papers")
    def papers(request: Request, visitor: Reader, q: Words = "", page: PageNo = 1) -> Response:
        name = frame.person(request, visitor).name
        part = {"limit": SIZE, "offset": (page - 1) * SIZE}
        total, rows = holdings.desk.find(name, q, **part) if q.strip() else holdings.desk.papers(name, **part)
        chosen = {"q": q} if q.strip() else {}
        pager = catalogue.pager(total, page, chosen, size=SIZE, path="/desk/papers")
        return frame.answer(
            request, visitor, "papers.html", rows=rows, total=total, asked=q, pager=pager, marking=_marking(rows)
        )

    @router.post("/desk/as")
    def choose(request: Request, _: Reader, name: Annotated[str, Form(max_length=200)]) -> Response:
        answer = RedirectResponse("/desk", SEE_OTHER)
        if may_choose(request):
            known = holdings.desk.roster.known(name)
            answer.set_cookie(COOKIE, known.name.encode().hex(), httponly=True, samesite="strict")
        return answer

    def _tray(name: str, tray: Tray, page: int, counts: dict[str, int], done: str) -> dict[str, Any]:
        total, rows = holdings.desk.tray(name, tray, limit=SIZE, offset=(page - 1) * SIZE)
        return {
            "tray": tray,
            "done": done and left_by(holdings.desk, name, done),
            "at_once": views.AT_ONCE.get(tray),
            "counts": counts,
            "overdue": holdings.desk.overdue(name),
            "rows": rows,
            "pager": catalogue.pager(total, page, {}, size=SIZE, path=f"/desk/trays/{tray.value}"),
            "marking": _marking(rows),
        }


def _marking(rows: tuple[DeskRow, ...]) -> str:
    return marking_of(tuple(each.bears for each in rows if each.seen >= TITLE))


def _paper(router: APIRouter, holdings: Holdings, frame: Frame) -> None:
    @router.get("/desk/papers/{paper}")
    def paper(  # noqa: PLR0913 - what its address may say
        request: Request, visitor: Reader, paper: PaperId, *, on: Day = "", tray: Tray | None = None, done: Done = ""
    ) -> Response:
        name = frame.person(request, visitor).name
        shown = view(holdings.desk, name, paper, on=on)
        return frame.answer(
            request,
            visitor,
            "paper.html",
            paper=shown.told,
            sheet=views.sheet(shown.told),
            doings=views.doings(shown.may),
            rest=[each for each in shown.may if each.rule],
            amends=any(each.act is DeskAct.AMEND and not each.rule for each in shown.may),
            rules={act: each.who for act, each in holdings.desk.procedures.acts.items()},
            tray=tray,
            following=Sitting(holdings.desk, name, tray).following(paper) if tray else None,
            done=done and left_by(holdings.desk, name, done),
            stood=shown.stood,
            on=on,
            marking=shown.told.marking,
        )

    @router.post("/desk/papers/{paper}/acts")
    def act(request: Request, visitor: Reader, paper: PaperId, sent: Fields) -> Response:
        name = frame.person(request, visitor).name
        procedure = holdings.desk.procedures.acts.get(_act(sent.get("act", "")))
        if procedure is None:
            raise UsageError("no procedure of this desk knows that act", where=paper)
        acts: list[tuple[DeskAct, dict[str, object]]] = [(procedure.act, given(sent, procedure.takes))]
        if sent.get("then") and procedure.act in THEN:
            acts.append((THEN[procedure.act], {}))
        tray = sent.get("tray", "")
        sitting = Sitting(holdings.desk, name, Tray(tray)) if tray in tuple(Tray) else None
        ahead = sitting.following(paper) if sitting else None
        holdings.desk.perform_together(name, acts, paper, version=number(sent, "version"))
        if sitting is None:
            return back(holdings.desk, name, paper)
        return sitting.onward(paper, ahead, listed=bool(sent.get("listed")))

    @router.get("/desk/papers/{paper}/versions")
    def versions(request: Request, visitor: Reader, paper: PaperId, a: Version = 0, b: Version = 0) -> Response:
        name = frame.person(request, visitor).name
        shown = view(holdings.desk, name, paper).told
        held = {each.n: each for each in shown.versions}
        right = held.get(b) or shown.version
        left = held.get(a) or (held.get(right.n - 1, right) if right else None)
        if left is None or right is None:
            raise NotFoundError("its versions are not for you to see", where=paper)
        old, new = views.compared(left.text, right.text)
        return frame.answer(
            request, visitor, "versions.html", paper=shown, sides=((left, old), (right, new)), marking=shown.marking
        )

    @router.get("/desk/papers/{paper}/form.pdf")
    def form(request: Request, visitor: Reader, paper: PaperId, copy: Copy = 0) -> Response:
        name = frame.person(request, visitor).name
        data = pdf_of(holdings.desk, name, paper, copy=copy)
        named = f'inline; filename="{paper}{f"-copy-{copy}" if copy else ""}.pdf"'
        return Response(data, headers={**NOT_KEPT, "Content-Disposition": named}, media_type="application/pdf")


def _act(words: str) -> DeskAct:
    try:
        return DeskAct(words)
    except ValueError:
        raise UsageError("that is no act of the desk", advice="Load the page again") from None
