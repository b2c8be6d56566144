"""The pages of browsing; what they say, the JSON routes say too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response, StreamingResponse

from onionskin import workbench
from onionskin.web.answers import by_content, in_pieces
from onionskin.web.api import RecordId, Words
from onionskin.web.browse import views
from onionskin.web.browse.api import Entity, Letter, Part, Period, Sha256
from onionskin.web.browse.shapes import MissingOut
from onionskin.web.catalogue import address, pager
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.web.room import METHODS, PageNo
from onionskin.workbench import PERSONS, POSTS, Missing, MissingOrder, PartyOrder, ThreadOrder, csv_row

SIZE, LONG = 50, 100
"""Rows of a page of papers, and of a page of names."""
COLUMNS = ("kind", "series", "number", "from", "to", "date", "by", "state", "cited_by")


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(include_in_schema=False)
    pages.know(
        party_address=views.party_address,
        part_words=views.PART_WORDS,
        counted=views.counted,
        tally_words=views.tally_words,
        service_words=views.service_words,
        missing_words=views.missing_words,
        citing_papers=views.citing_papers,
        name_of=views.name_of,
        period_words=views.period_words,
        address=address,
    )
    _of_time(router, holdings, pages)
    for path, kinds in (("persons", PERSONS), ("posts", POSTS)):
        _of_parties(router, holdings, pages, path, kinds)
    _of_threads(router, holdings, pages)
    _of_missing(router, holdings, pages)
    _of_files(router, holdings, pages)
    return router


def _of_time(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.api_route("/calendar", methods=METHODS)
    def calendar(request: Request) -> Response:
        held = workbench.calendar(holdings.collection)
        body = pages.render(
            "browse/calendar.html",
            years=views.years_of(held.years, held.months),
            most=max((each.papers for each in held.months), default=1),
            undated=held.undated,
            picture=views.timeline(held.years, held.months),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/calendar/{period}", methods=METHODS)
    def part(request: Request, period: Period, page: PageNo = 1) -> Response:
        held = workbench.calendar_part(holdings.collection, period, limit=SIZE, offset=(page - 1) * SIZE)
        months = held.period.parts if len(period) == len("1962") else ()
        body = pages.render(
            "browse/period.html",
            period=held.period,
            rows=held.papers,
            missing=held.missing,
            weeks=views.weeks(period, held.period.parts) if len(period) == len("1962-11") else (),
            picture=views.timeline((), ()) if not months else views.months_of(period, months),
            pager=pager(held.period.total, page, {}, size=SIZE, path=f"/calendar/{period}"),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/coverage", methods=METHODS)
    def coverage(request: Request) -> Response:
        held = workbench.coverage(holdings.collection)
        body = pages.render("browse/coverage.html", held=held, picture=views.timeline(held.years))
        return by_content(request, body, "text/html")


def _of_parties(router: APIRouter, holdings: Holdings, pages: Pages, path: str, kinds: tuple[str, ...]) -> None:
    @router.api_route(f"/{path}", methods=METHODS, name=f"{path} page")
    def parties(
        request: Request, letter: Letter = "", find: Words = "", order: PartyOrder = PartyOrder.NAME, page: PageNo = 1
    ) -> Response:
        held = workbench.parties(
            holdings.collection, kinds, letter=letter, words=find, order=order, limit=LONG, offset=(page - 1) * LONG
        )
        asked = {"letter": letter, "find": find, "order": "" if order is PartyOrder.NAME else order.value}
        body = pages.render(
            "browse/parties.html",
            path=path,
            held=held,
            asked=asked,
            letter=letter,
            find=find,
            order=order.value,
            pager=pager(held.total, page, asked, size=LONG, path=f"/{path}"),
        )
        return by_content(request, body, "text/html")

    @router.api_route(f"/{path}/{{entity:path}}", methods=METHODS, name=f"{path} one")
    def party(request: Request, entity: Entity, part: Part = "", page: PageNo = 1) -> Response:
        held = workbench.party(holdings.collection, entity, part=part, limit=SIZE, offset=(page - 1) * SIZE)
        base = views.party_address(held.known.party)
        body = pages.render(
            "browse/party.html",
            path=path,
            held=held,
            party=held.known.party,
            rows=held.papers,
            part=part,
            parts=views.part_choices(held, base, part),
            holders=views.holders_then(held),
            picture=views.over_time(held),
            pager=pager(held.known.total, page, {"part": part}, size=SIZE, path=base),
        )
        return by_content(request, body, "text/html")


def _of_threads(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.api_route("/threads", methods=METHODS)
    def threads(request: Request, order: ThreadOrder = ThreadOrder.PAPERS, page: PageNo = 1) -> Response:
        held = workbench.threads_of(holdings.collection, order=order, limit=SIZE, offset=(page - 1) * SIZE)
        asked = {"order": "" if order is ThreadOrder.PAPERS else order.value}
        body = pages.render(
            "browse/threads.html",
            held=held,
            order=order.value,
            pager=pager(held.total, page, asked, size=SIZE, path="/threads"),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/threads/{record_id}.svg", methods=METHODS)
    def picture(request: Request, record_id: RecordId) -> Response:
        svg = views.thread_picture(workbench.thread(holdings.collection, record_id))
        return by_content(request, svg, "image/svg+xml")

    @router.api_route("/threads/{record_id}", methods=METHODS)
    def thread(request: Request, record_id: RecordId) -> Response:
        held = workbench.thread(holdings.collection, record_id)
        titles = views.titled(held.papers)
        body = pages.render(
            "browse/thread.html",
            held=held,
            lines=views.thread_lines(held),
            titles=titles,
            title=titles[held.record],
            picture=views.thread_picture(held),
        )
        return by_content(request, body, "text/html")


def _of_missing(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.api_route("/missing", methods=METHODS)
    def missing(
        request: Request,
        kind: Words = "",
        period: Annotated[str, Query(max_length=10)] = "",
        order: MissingOrder = MissingOrder.DATE,
        page: PageNo = 1,
    ) -> Response:
        held = workbench.missing_papers(
            holdings.collection, kind=kind, period=period, order=order, limit=SIZE, offset=(page - 1) * SIZE
        )
        asked = {"kind": kind, "period": period, "order": "" if order is MissingOrder.DATE else order.value}
        citing = {each.record for row in held.rows for each in views.citing_papers(row)[:3]}
        body = pages.render(
            "browse/missing.html",
            held=held,
            asked=asked,
            kind=kind,
            period=period,
            order=order.value,
            titles=views.titled(workbench.rows_of(holdings.collection, sorted(citing))),
            pager=pager(held.total, page, asked, size=SIZE, path="/missing"),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/missing.csv", methods=METHODS)
    def as_csv() -> Response:
        return _download(_csv(workbench.missing_papers(holdings.collection).rows), "text/csv", "missing.csv")

    @router.api_route("/missing.jsonl", methods=METHODS)
    def as_lines() -> Response:
        rows = workbench.missing_papers(holdings.collection).rows
        lines = (json.dumps(MissingOut.of(each).model_dump(by_alias=True), ensure_ascii=False) + "\n" for each in rows)
        return _download(lines, "application/x-ndjson", "missing.jsonl")


def _of_files(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.api_route("/files", methods=METHODS)
    def files(request: Request, folder: Words = "", page: PageNo = 1) -> Response:
        at = {"limit": LONG, "offset": (page - 1) * LONG}
        total, rows = workbench.folder(holdings.collection, folder, **at)
        folders = workbench.folders(holdings.collection, limit=1_000) if not folder else (0, ())
        body = pages.render(
            "browse/files.html",
            folder=folder,
            folders=[each for each in folders[1] if each.folder != folder],
            total=total,
            rows=rows,
            picture=views.by_source(rows),
            pager=pager(total, page, {"folder": folder}, size=LONG, path="/files"),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/files/{sha256}", methods=METHODS)
    def source(request: Request, sha256: Sha256, page: PageNo = 1) -> Response:
        held = workbench.source(holdings.collection, sha256, limit=LONG, offset=(page - 1) * LONG)
        body = pages.render(
            "browse/source.html",
            held=held,
            pager=pager(held.shelf.papers, page, {}, size=LONG, path=f"/files/{sha256}"),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/archives", methods=METHODS)
    def archives(
        request: Request,
        archive: Annotated[str | None, Query(max_length=2_000)] = None,
        file: Annotated[str | None, Query(max_length=2_000)] = None,
        page: PageNo = 1,
    ) -> Response:
        held = workbench.archived(holdings.collection, archive, file, limit=LONG, offset=(page - 1) * LONG)
        asked = {name: value for name, value in (("archive", archive), ("file", file)) if value is not None}
        body = pages.render(
            "browse/archives.html",
            archive=archive,
            file=file,
            held=held,
            asked=urlencode(asked),
            pager=views.pager_keeping(held.total, page, asked, LONG, "/archives"),
        )
        return by_content(request, body, "text/html")


def _download(lines: Iterable[str], media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-cache"}
    return StreamingResponse(in_pieces(lines), media_type=f"{media_type}; charset=utf-8", headers=headers)


def _csv(papers: Iterable[Missing]) -> Iterator[str]:
    yield csv_row(COLUMNS)
    for each in papers:
        citing = "; ".join(f"{one.record} {one.text}" for one in each.cited_by)
        told = (each.kind, each.series, each.number, each.from_, each.to, each.date, each.by, each.state, citing)
        yield csv_row(told)
