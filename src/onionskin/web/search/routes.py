"""The search page, its form, the strips of its hits, and whole results to take away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from onionskin import workbench
from onionskin.errors import UsageError
from onionskin.web import catalogue
from onionskin.web.answers import by_content, in_pieces
from onionskin.web.api import LARGEST, PROBLEMS, RecordId, Since, Words
from onionskin.web.faults import fault
from onionskin.web.gate.visitors import visitor
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.web.search.addresses import asked
from onionskin.web.search.beside import MOST, beside
from onionskin.workbench import Order, ResultsForm, SearchForm

METHODS = ["GET", "HEAD"]
HOUR = 3_600
SORTS = {Order.BEST: "best", Order.OLDEST: "oldest", Order.NEWEST: "newest", Order.TITLE: "title"}

Sort = Annotated[Order, Query(description="How the papers follow one another")]
PageNo = Annotated[int, Query(alias="page", ge=1, le=LARGEST // 100)]
Asked = Annotated[str, Query(min_length=1, max_length=2_000, examples=["Kuznetsov kind:letter"])]
RESULTS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "One paper a line, as many as there are",
        "content": {form.media_type: {"schema": {"type": "string"}} for form in ResultsForm},
    }
}
STRIP: dict[int | str, dict[str, Any]] = {
    200: {"description": "A line of the page", "content": {"image/jpeg": {"schema": {"type": "string"}}}}
}


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(responses=PROBLEMS)

    @router.api_route("/search", methods=METHODS, include_in_schema=False)
    def search(
        request: Request, q: Words = "", page: PageNo = 1, sort: Sort = Order.BEST, since: Since = None
    ) -> Response:
        chosen = asked(q, sort, since)
        if not q.strip():
            return by_content(request, shown(pages, chosen, sort), "text/html")
        size, at = catalogue.HITS, (page - 1) * catalogue.HITS
        try:
            held = workbench.find(holdings.collection, q, limit=size, offset=at, order=sort, heaps=MOST, since=since)
        except UsageError as error:
            # The page itself says what is wrong, so that the query stays in its box to be mended.
            told = fault(error)
            return Response(shown(pages, chosen, sort, refused=told), told.status, media_type="text/html")
        pager = catalogue.pager(held.total, page, chosen, size=size, path="/search")
        took = {"Server-Timing": f"find;dur={held.took_ms:.1f}"}
        who = visitor()
        kept = workbench.searches_of(holdings.collection, who.name, q, sort) if who and who.name else ()
        more = {"results": held, "pager": pager, "beside": beside(held, q, chosen), "kept": kept}
        more["under_review"] = holdings.under_review
        if not held.total and not since:
            alone = workbench.each_alone(holdings.collection, q)
            more["alone"] = [(part, total, catalogue.address("/search", asked(part, sort))) for part, total in alone]
        return by_content(request, shown(pages, chosen, sort, **more), "text/html", headers=took)

    @router.api_route("/search/form", methods=METHODS, include_in_schema=False)
    def form(request: Request, sort: Sort = Order.BEST) -> Response:
        typed = {name: value for name, value in request.query_params.items() if name in SearchForm.__slots__}
        typed["from_"] = request.query_params.get("from", "")
        q = workbench.query_of(SearchForm(**typed))
        return RedirectResponse(catalogue.address("/search", asked(q, sort)), 303)

    @router.get(
        "/api/search.{ending}",
        tags=["records"],
        summary="A whole result, as CSV or JSON Lines",
        responses=RESULTS,
        response_class=Response,
    )
    def results(ending: ResultsForm, q: Asked, sort: Sort = Order.BEST, since: Since = None) -> Response:
        lines = workbench.result_lines(holdings.collection, q, ending, sort, since)
        headers = {"Content-Disposition": f'attachment; filename="papers.{ending.value}"', "Cache-Control": "no-store"}
        return StreamingResponse(in_pieces(lines), media_type=ending.media_type, headers=headers)

    @router.get(
        "/api/records/{record_id}/pages/{page}/strip/{start}-{end}",
        tags=["records"],
        summary="The strip of a page's image on which characters stand",
        responses=STRIP,
        response_class=Response,
    )
    def strip(
        request: Request,
        record_id: RecordId,
        page: Annotated[int, Path(ge=1, le=LARGEST)],
        start: Annotated[int, Path(ge=0, le=LARGEST)],
        end: Annotated[int, Path(ge=1, le=LARGEST)],
    ) -> Response:
        data = workbench.strip(holdings.collection, record_id, page, start, end)
        return by_content(request, data, "image/jpeg", fresh=HOUR)

    return router


def shown(pages: Pages, chosen: Mapping[str, str], sort: Order, **more: Any) -> str:  # noqa: ANN401 - the template's
    """The page: results if there are any, or why the query was refused."""
    none = {"results": None, "pager": None, "beside": None, "refused": None, "under_review": False}
    held: dict[str, Any] = {**none, "kept": (), "alone": (), **more}
    form = workbench.form_of(chosen["q"]) if held["refused"] is None else SearchForm(rest=chosen["q"])
    away = [(each.value, catalogue.address(f"/api/search.{each.value}", chosen)) for each in ResultsForm]
    sorts = [
        (each, word, catalogue.address("/search", {**chosen, "sort": asked("", each)["sort"]}))
        for each, word in SORTS.items()
    ]
    whole = catalogue.address("/search", {**chosen, "since": ""}) if chosen["since"] else ""
    more = {"q": chosen["q"], "sort": sort, "sorts": sorts, "form": form, "away": away, "whole": whole}
    return pages.render("search/page.html", **more, **held)
