"""The pages on which owners keep their collection."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onionskin.web.gate import Owner, Role
from onionskin.web.gate.admission import admitted
from onionskin.web.holdings import Holdings
from onionskin.web.keeping.api import Number
from onionskin.web.keeping.uploading import taken
from onionskin.web.pages import Pages
from onionskin.workbench import Job

SEE_OTHER = 303
AGAIN_IN = "3"
"""Seconds after which a browser asks again how far work is. By a header: what a page itself says cannot be put off."""


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The pages upon one collection."""
    router = APIRouter(include_in_schema=False)

    def page(name: str, job: Job | None = None, **told: object) -> Response:
        headers = {"Cache-Control": "no-store"}
        if job is not None and job.under_way:
            headers["Refresh"] = AGAIN_IN
        body = pages.render(f"keeping/{name}.html", here="collection", job=job, **told)
        return Response(body, headers=headers, media_type="text/html")

    def to_work(job: Job) -> Response:
        return RedirectResponse(f"/collection/work/{job.n}", SEE_OTHER)

    @router.get("/collection")
    def collection(_: Owner) -> Response:
        return page(
            "collection",
            jobs=holdings.workshop.latest(),
            limits=holdings.settings.limits,
            called=holdings.settings.collection.name,
        )

    @router.post("/collection/upload")
    async def upload(request: Request) -> Response:
        who = admitted(request, Role.OWNER)
        intake = await taken(request, holdings.settings)
        return to_work(await run_in_threadpool(holdings.workshop.take_in, intake, who.name))

    @router.post("/collection/reread")
    def reread(who: Owner, source: Annotated[str, Form(pattern=r"^([0-9a-f]{64})?$")] = "") -> Response:
        return to_work(holdings.workshop.reread(who.name, source))

    @router.get("/collection/work/{n}")
    def work(n: Number, _: Owner) -> Response:
        return page("work", holdings.workshop.job(n), files=holdings.workshop.files(n))

    @router.post("/collection/work/{n}/stop")
    def stop(n: Number, _: Owner) -> Response:
        return to_work(holdings.workshop.stop(n))

    @router.post("/collection/work/{n}/go-on")
    def go_on(n: Number, _: Owner) -> Response:
        return to_work(holdings.workshop.go_on(n))

    return router
