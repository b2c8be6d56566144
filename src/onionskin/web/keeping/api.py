"""Keeping a collection, for programs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from onionskin.web.answers import json_by_content
from onionskin.web.api import PROBLEMS
from onionskin.web.gate import Owner, Role
from onionskin.web.gate.admission import admitted
from onionskin.web.holdings import Holdings
from onionskin.web.keeping.shapes import JobInFull, JobOut, JobsOut, RereadIn
from onionskin.web.keeping.uploading import taken

Number = Annotated[int, Path(ge=1, le=10**9)]
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

    return router
