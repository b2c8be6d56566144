"""The pages on which owners keep their collection."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onionskin import workbench
from onionskin.errors import NotFoundError, NotReleasedError
from onionskin.web.api import Words
from onionskin.web.gate import Owner, Role
from onionskin.web.gate.admission import admitted
from onionskin.web.holdings import Holdings
from onionskin.web.keeping.api import Number, PageNo, along, backup_of, brought_back, removed, replaced
from onionskin.web.keeping.shapes import PageIn
from onionskin.web.keeping.uploading import taken
from onionskin.web.pages import Pages
from onionskin.workbench import Job, JobKind, MendingAsked, PageSight

SEE_OTHER = 303
CALLED = {
    JobKind.UPLOAD: "Upload",
    JobKind.REREAD: "Reading again",
    JobKind.REMOVAL: "Removal",
    JobKind.RETURN: "Bringing back",
    JobKind.PAGE: "Page",
}
QUARTERS = {90: "a quarter with the clock", 180: "upside down", 270: "a quarter against the clock"}
AGAIN_IN = "3"
"""Seconds after which a browser asks again how far work is. By a header: what a page itself says cannot be put off."""


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The pages upon one collection."""
    router = APIRouter(include_in_schema=False)

    @router.get("/collection")
    def collection(_: Owner) -> Response:
        return _page(
            pages,
            "collection",
            jobs=holdings.workshop.latest(),
            removals=workbench.removals(holdings.collection),
            limits=holdings.settings.limits,
            called=holdings.settings.collection.name,
        )

    @router.post("/collection/upload")
    async def upload(request: Request) -> Response:
        who = admitted(request, Role.OWNER)
        intake = await taken(request, holdings.settings)
        return _to_work(await run_in_threadpool(holdings.workshop.take_in, intake, who.name))

    @router.post("/collection/reread")
    def reread(who: Owner, source: Annotated[str, Form(pattern=r"^([0-9a-f]{64})?$")] = "") -> Response:
        return _to_work(holdings.workshop.reread(who.name, source))

    @router.get("/collection/work/{n}")
    def work(n: Number, _: Owner) -> Response:
        return _page(pages, "work", holdings.workshop.job(n), files=holdings.workshop.files(n))

    @router.post("/collection/work/{n}/stop")
    def stop(n: Number, _: Owner) -> Response:
        return _to_work(holdings.workshop.stop(n))

    @router.post("/collection/work/{n}/go-on")
    def go_on(n: Number, _: Owner) -> Response:
        return _to_work(holdings.workshop.go_on(n))

    _mending(router, holdings, pages)
    _removing(router, holdings, pages)
    return router


def _mending(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.get("/collection/page")
    def page(_: Owner, paper: Words, page: PageNo) -> Response:
        state = workbench.mending_state(holdings.collection, paper, page)
        sight = _sight(holdings, paper, page)
        return _page(pages, "page", paper=paper, state=state, sight=sight, quarters=QUARTERS, engines=workbench.ENGINES)

    @router.post("/collection/page")
    def mend(who: Owner, form: Annotated[PageIn, Form()]) -> Response:
        return _to_work(holdings.workshop.mend(form.asked(who.name)))

    @router.post("/collection/page/replace")
    async def replace(
        request: Request,
        paper: Words = "",
        page: PageNo = 1,
        seen: Annotated[int | None, Query(ge=0)] = None,
        scan_page: PageNo = 1,
    ) -> Response:
        who = admitted(request, Role.OWNER)
        asked = MendingAsked(of=paper, page=page, verb="replace", author=who.name, scan_page=scan_page, seen=seen)
        return _to_work(await replaced(request, holdings, asked))


def _removing(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.get("/collection/remove")
    def preview(_: Owner, paper: Words = "", source: Words = "") -> Response:
        gone = along(holdings, paper.strip(), source.strip())
        much = workbench.is_much(gone.papers, len(gone.others))
        return _page(pages, "remove", gone=gone, much=much)

    @router.post("/collection/remove")
    def remove(
        who: Owner,
        paper: Annotated[str, Form(max_length=64)] = "",
        source: Annotated[str, Form(max_length=1_000)] = "",
        reason: Annotated[str, Form(max_length=2_000)] = "",
    ) -> Response:
        return _after(removed(holdings, paper, source, who.name, reason))

    @router.post("/collection/removals/{n}/undo")
    def undo(n: Number, who: Owner) -> Response:
        return _after(brought_back(holdings, n, who.name))

    @router.post("/collection/backup")
    def backup(_: Owner) -> Response:
        return backup_of(holdings)


def _sight(holdings: Holdings, paper: str, page: int) -> PageSight | None:
    """The page as it is shown with its paper; None where a file was named, or no paper stands on the page."""
    try:
        return workbench.page_sight(holdings.collection, paper, page)
    except (NotFoundError, NotReleasedError):
        return None


def _page(pages: Pages, name: str, job: Job | None = None, **told: object) -> Response:
    headers = {"Cache-Control": "no-store"}
    if job is not None and job.under_way:
        headers["Refresh"] = AGAIN_IN
    body = pages.render(f"keeping/{name}.html", here="collection", job=job, called_work=CALLED, **told)
    return Response(body, headers=headers, media_type="text/html")


def _after(done: object) -> Response:
    """To the work where it is one, else to what is removed now."""
    return _to_work(done) if isinstance(done, Job) else RedirectResponse("/collection#removed", SEE_OTHER)


def _to_work(job: Job) -> Response:
    return RedirectResponse(f"/collection/work/{job.n}", SEE_OTHER)
