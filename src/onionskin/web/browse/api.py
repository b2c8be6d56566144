"""The JSON routes of browsing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from onionskin import workbench
from onionskin.web.answers import json_by_content
from onionskin.web.api import PROBLEMS, Limit, Offset, RecordId, Words
from onionskin.web.browse import file_shapes, party_shapes, shapes
from onionskin.web.holdings import Holdings
from onionskin.workbench import PERSONS, POSTS, MissingOrder, PartyOrder, ThreadOrder

Period = Annotated[str, Path(description="A year, a month or a day", examples=["1962-11"], max_length=10)]
Entity = Annotated[str, Path(description="An id of a person, post or name", examples=["person:107127"])]
Sha256 = Annotated[str, Path(description="The SHA-256 of a source", pattern=r"^[0-9a-f]{64}$")]
Letter = Annotated[str, Query(max_length=1, description="Names that begin so")]
Part = Annotated[str, Query(max_length=20, description="from, to, copied, worked-on, took-part, named or maybe")]


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(prefix="/api", tags=["browsing"], responses=PROBLEMS)
    _of_time(router, holdings)
    for path, kinds, what in (("persons", PERSONS, "person"), ("posts", POSTS, "post, office or body")):
        _of_parties(router, holdings, path, kinds, what)
    _of_threads(router, holdings)
    _of_files(router, holdings)
    return router


def _of_time(router: APIRouter, holdings: Holdings) -> None:
    @router.get("/calendar", response_model=shapes.CalendarOut, summary="How many papers there are of each month")
    def calendar(request: Request) -> Response:
        held = workbench.calendar(holdings.collection)
        years, months = ([shapes.TallyOut.of(each) for each in part] for part in (held.years, held.months))
        return _answer(request, shapes.CalendarOut(years=years, months=months, undated=held.undated))

    @router.get("/calendar/{period}", response_model=shapes.PeriodOut, summary="A year, a month or a day")
    def part(request: Request, period: Period, limit: Limit = 50, offset: Offset = 0) -> Response:
        held = workbench.calendar_part(holdings.collection, period, limit=limit, offset=offset)
        return _answer(request, shapes.PeriodOut.of(held, limit, offset))

    @router.get("/coverage", response_model=shapes.CoverageOut, summary="What is read, doubtful and missing")
    def coverage(request: Request) -> Response:
        held = workbench.coverage(holdings.collection)
        return _answer(request, shapes.CoverageOut.of(held, holdings.behind()))


def _of_parties(router: APIRouter, holdings: Holdings, path: str, kinds: tuple[str, ...], what: str) -> None:
    @router.get(
        f"/{path}", response_model=party_shapes.PartyListOut, summary=f"Every {what} that papers name", name=path
    )
    def parties(  # noqa: PLR0913 - what may be asked of a list
        request: Request,
        *,
        letter: Letter = "",
        q: Words = "",
        order: PartyOrder = PartyOrder.NAME,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Response:
        held = workbench.parties(
            holdings.collection, kinds, letter=letter, words=q, order=order, limit=limit, offset=offset
        )
        return _answer(request, party_shapes.PartyListOut.of(held, limit, offset))

    @router.get(
        f"/{path}/{{entity:path}}",
        response_model=party_shapes.PartyOut,
        summary=f"One {what} with its papers",
        name=what,
    )
    def party(request: Request, entity: Entity, part: Part = "", limit: Limit = 50, offset: Offset = 0) -> Response:
        held = workbench.party(holdings.collection, entity, part=part, limit=limit, offset=offset)
        return _answer(request, party_shapes.PartyOut.of(held, limit, offset))


def _of_threads(router: APIRouter, holdings: Holdings) -> None:
    @router.get("/threads", response_model=shapes.ThreadsOut, summary="The threads of the collection")
    def threads(
        request: Request, order: ThreadOrder = ThreadOrder.PAPERS, limit: Limit = 50, offset: Offset = 0
    ) -> Response:
        held = workbench.threads_of(holdings.collection, order=order, limit=limit, offset=offset)
        return _answer(request, shapes.ThreadsOut.of(held, limit, offset))

    @router.get("/threads/{record_id}", response_model=shapes.ThreadOut, summary="The thread of a paper")
    def thread(request: Request, record_id: RecordId) -> Response:
        return _answer(request, shapes.ThreadOut.of(workbench.thread(holdings.collection, record_id)))

    @router.get("/missing", response_model=shapes.MissingListOut, summary="Papers that are cited and not held")
    def missing(  # noqa: PLR0913 - what may be asked of a list
        request: Request,
        *,
        kind: Words = "",
        period: Annotated[str, Query(max_length=10)] = "",
        order: MissingOrder = MissingOrder.DATE,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Response:
        held = workbench.missing_papers(
            holdings.collection, kind=kind, period=period, order=order, limit=limit, offset=offset
        )
        return _answer(request, shapes.MissingListOut.of(held, limit, offset))


def _of_files(router: APIRouter, holdings: Holdings) -> None:
    @router.get("/folders", response_model=file_shapes.FoldersOut, summary="The folders of the sources")
    def folders(request: Request, limit: Limit = 100, offset: Offset = 0) -> Response:
        total, rows = workbench.folders(holdings.collection, limit=limit, offset=offset)
        told = [file_shapes.FolderOut.of(each) for each in rows]
        return _answer(request, file_shapes.FoldersOut(total=total, limit=limit, offset=offset, folders=told))

    @router.get("/files", response_model=file_shapes.ShelvesOut, summary="The sources of one folder")
    def files(request: Request, folder: Words = "", limit: Limit = 100, offset: Offset = 0) -> Response:
        total, rows = workbench.folder(holdings.collection, folder, limit=limit, offset=offset)
        told = [file_shapes.ShelfOut.model_validate(each, from_attributes=True) for each in rows]
        body = file_shapes.ShelvesOut(folder=folder, total=total, limit=limit, offset=offset, sources=told)
        return _answer(request, body)

    @router.get("/files/{sha256}", response_model=file_shapes.SourceOut, summary="One source with its papers and pages")
    def source(request: Request, sha256: Sha256, limit: Limit = 100, offset: Offset = 0) -> Response:
        held = workbench.source(holdings.collection, sha256, limit=limit, offset=offset)
        return _answer(request, file_shapes.SourceOut.of(held, limit, offset))

    @router.get(
        "/archives", response_model=file_shapes.ArchivesOut, summary="Archives, their files, and the papers of one"
    )
    def archives(
        request: Request,
        archive: Annotated[str | None, Query(max_length=2_000)] = None,
        file: Annotated[str | None, Query(max_length=2_000)] = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Response:
        held = workbench.archived(holdings.collection, archive, file, limit=limit, offset=offset)
        body = file_shapes.ArchivesOut(
            archive=archive,
            file=file,
            total=held.total,
            limit=limit,
            offset=offset,
            holdings=[file_shapes.HoldingOut.of(each) for each in held.holdings],
            records=shapes.rows_out(held.papers),
        )
        return _answer(request, body)


def _answer(request: Request, body: BaseModel) -> Response:
    return json_by_content(request, body.model_dump(by_alias=True))
