"""Keeping a collection, for programs."""

from __future__ import annotations

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from onionskin import workbench
from onionskin.errors import UsageError
from onionskin.web.answers import json_by_content
from onionskin.web.api import PROBLEMS, Words
from onionskin.web.gate import Owner, Role
from onionskin.web.gate.admission import admitted
from onionskin.web.holdings import Holdings
from onionskin.web.keeping.shapes import (
    AlongOut,
    BroughtBackOut,
    JobInFull,
    JobOut,
    JobsOut,
    PageIn,
    PageStateOut,
    RemovalIn,
    RemovalOut,
    RemovalsOut,
    RereadIn,
)
from onionskin.web.keeping.uploading import taken
from onionskin.workbench import INCOMING, Job, MendingAsked, Removal

Number = Annotated[int, Path(ge=1, le=10**9)]
PageNo = Annotated[int, Query(ge=1, le=100_000, description="Counted in the file")]
UPLOAD: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                    "required": ["files"],
                }
            }
        },
    }
}
ACCEPTED = 202
AS_WORK: dict[int | str, dict[str, Any]] = {
    ACCEPTED: {"model": JobOut, "description": "It is much, and done as work beside the room"}
}
TAR = "application/x-tar"


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection; all of them are for owners."""
    router = APIRouter(tags=["keeping"], responses=PROBLEMS)

    @router.post(
        "/api/uploads",
        status_code=ACCEPTED,
        response_model=JobOut,
        openapi_extra=UPLOAD,
        summary="Files to be read into the collection",
    )
    async def upload(request: Request) -> Response:
        """The files are written to the disk as they come; reading them is work beside the room."""
        who = admitted(request, Role.OWNER)
        intake = await taken(request, holdings.settings)
        job = await run_in_threadpool(holdings.workshop.take_in, intake, who.name)
        return JSONResponse(JobOut.of(job).model_dump(mode="json"), ACCEPTED)

    @router.get("/api/jobs", response_model=JobsOut, summary="The work beside the room, newest first")
    def jobs(request: Request, _: Owner) -> Response:
        told = JobsOut(jobs=[JobOut.of(job) for job in holdings.workshop.latest()])
        return json_by_content(request, told.model_dump(mode="json"))

    @router.get("/api/jobs/{n}", response_model=JobInFull, summary="A piece of work, and what came of its files")
    def job(request: Request, n: Number, _: Owner) -> Response:
        told = JobInFull.told(holdings.workshop.job(n), holdings.workshop.files(n))
        return json_by_content(request, told.model_dump(mode="json"))

    @router.post(
        "/api/jobs", status_code=ACCEPTED, response_model=JobOut, summary="Read sources again by the readers of today"
    )
    def reread(asked: RereadIn, who: Owner) -> JobOut:
        return JobOut.of(holdings.workshop.reread(who.name, asked.source))

    @router.post("/api/jobs/{n}/stop", response_model=JobOut, summary="Have work stop; what was read is kept")
    def stop(n: Number, _: Owner) -> JobOut:
        return JobOut.of(holdings.workshop.stop(n))

    @router.post("/api/jobs/{n}/go-on", response_model=JobOut, summary="Have work go on where it stopped")
    def go_on(n: Number, _: Owner) -> JobOut:
        return JobOut.of(holdings.workshop.go_on(n))

    _mending(router, holdings)
    _removing(router, holdings)
    return router


def _mending(router: APIRouter, holdings: Holdings) -> None:
    @router.get("/api/pages", response_model=PageStateOut, summary="What was done with a page of a scan")
    def state(_: Owner, source: Words, page: PageNo) -> PageStateOut:
        return PageStateOut.of(workbench.mending_state(holdings.collection, source, page))

    @router.post(
        "/api/pages",
        status_code=ACCEPTED,
        response_model=JobOut,
        summary="A page of a scan turned, read by another engine, or the last of this taken back",
    )
    def mend(asked: PageIn, who: Owner) -> JobOut:
        return JobOut.of(holdings.workshop.mend(asked.asked(who.name)))

    @router.post(
        "/api/pages/replace",
        status_code=ACCEPTED,
        response_model=JobOut,
        openapi_extra=UPLOAD,
        summary="A better scan of a page, to stand in its place",
    )
    async def replace(request: Request, source: Words = "", page: PageNo = 1, scan_page: PageNo = 1) -> Response:
        """One file; `scan_page` is the page of it that shows the sheet. The first scan stays in the collection."""
        who = admitted(request, Role.OWNER)
        asked = MendingAsked(of=source, page=page, verb="replace", author=who.name, scan_page=scan_page)
        job = await replaced(request, holdings, asked)
        return JSONResponse(JobOut.of(job).model_dump(mode="json"), ACCEPTED)


async def replaced(request: Request, holdings: Holdings, asked: MendingAsked) -> Job:
    """The work of replacing a page by the one file of an upload. UsageError for several."""
    intake = await taken(request, holdings.settings)
    try:
        return await run_in_threadpool(holdings.workshop.mend, asked, intake)
    except BaseException:
        await run_in_threadpool(intake.forget)
        raise


def along(holdings: Holdings, paper: str, source: str) -> workbench.Along:
    """What a removal would take along. UsageError where it is not one paper and not one source."""
    if bool(paper) is bool(source):
        raise UsageError("say what is to be removed", advice="Name a paper by its id, or a source by its name or hash")
    if paper:
        return workbench.along_with_paper(holdings.collection, paper)
    return workbench.along_with_source(holdings.collection, source)


def removed(holdings: Holdings, paper: str, source: str, author: str, reason: str) -> Removal | Job:
    """What was removed, or the work that does it beside the room where it is much."""
    gone = along(holdings, paper, source)
    if workbench.is_much(gone.papers, len(gone.others)):
        return holdings.workshop.remove(gone, author, reason)
    return workbench.remove(holdings.collection, gone, author, reason)


def brought_back(holdings: Holdings, entry: int, author: str) -> tuple[str, ...] | Job:
    """The papers that stand again, or the work that has them do so. NotFoundError."""
    held = next((each for each in workbench.removals(holdings.collection) if each.entry == entry), None)
    if held is not None and workbench.is_much(len(held.records)):
        return holdings.workshop.bring_back(entry, author)
    return workbench.bring_back(holdings.collection, entry, author)


def _done(told: BaseModel | Job) -> Response:
    if isinstance(told, Job):
        return JSONResponse(JobOut.of(told).model_dump(mode="json"), ACCEPTED)
    return JSONResponse(told.model_dump(mode="json"))


def _removing(router: APIRouter, holdings: Holdings) -> None:
    @router.get("/api/removals", response_model=RemovalsOut, summary="What is removed now, the latest first")
    def removals(_: Owner) -> RemovalsOut:
        return RemovalsOut(removals=[RemovalOut.of(each) for each in workbench.removals(holdings.collection)])

    @router.get("/api/removals/preview", response_model=AlongOut, summary="What a removal would take along")
    def preview(_: Owner, paper: Words = "", source: Words = "") -> AlongOut:
        return AlongOut.of(along(holdings, paper, source))

    @router.post(
        "/api/removals",
        response_model=RemovalOut,
        responses=AS_WORK,
        summary="Remove a paper, or a source with its papers",
    )
    def remove(asked: RemovalIn, who: Owner) -> Response:
        done = removed(holdings, asked.paper, asked.source, who.name, asked.reason)
        return _done(done if isinstance(done, Job) else RemovalOut.of(done))

    @router.post(
        "/api/removals/{n}/undo",
        response_model=BroughtBackOut,
        responses=AS_WORK,
        summary="Bring back what was removed",
    )
    def undo(n: Number, who: Owner) -> Response:
        done = brought_back(holdings, n, who.name)
        return _done(done if isinstance(done, Job) else BroughtBackOut(records=list(done)))

    @router.post(
        "/api/backup",
        response_class=FileResponse,
        responses={200: {"content": {TAR: {}}, "description": "The collection as one file"}},
        summary="A copy of the whole collection",
    )
    def backup(_: Owner) -> Response:
        return backup_of(holdings)


def backup_of(holdings: Holdings) -> Response:
    """A backup, made now and gone from the disk when it was fetched."""
    settings = holdings.settings
    place = settings.collection / INCOMING
    place.mkdir(exist_ok=True)
    path = place / f"{secrets.token_hex(8)}.tar"
    workbench.back_up(settings, path)
    return FileResponse(
        path,
        media_type=TAR,
        filename=workbench.name_of(settings),
        headers={"Cache-Control": "no-store"},
        background=BackgroundTask(path.unlink, missing_ok=True),
    )
