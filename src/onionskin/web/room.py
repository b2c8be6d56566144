"""The pages: the list, a paper and its images."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from onionskin import workbench
from onionskin.web import catalogue, views
from onionskin.web.answers import by_content
from onionskin.web.api import LARGEST, Chosen, RecordId, Words
from onionskin.web.browse.views import overview
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages, StaticFiles
from onionskin.web.work.room import Entry, on_paper

PageNo = Annotated[int, Query(alias="page", ge=1, le=LARGEST // 100)]
VIEWS = (("image", "Image"), ("transcription", "Transcription"), ("both", "Both"))
"""What can stand beside a scan's reading text, the first unless another is asked for; others have no choice."""
MINUTE, YEAR = 60, 31_536_000
"""Seconds in which nobody need ask again: for a page's picture, and for a file whose address has its version."""
METHODS = ["GET", "HEAD"]


def routes(holdings: Holdings, pages: Pages, static: StaticFiles) -> APIRouter:
    """The routes upon one collection. They stand in no OpenAPI; what they say, the JSON routes say too."""
    router = APIRouter(include_in_schema=False)

    @router.api_route("/", methods=METHODS)
    def papers(
        request: Request,
        asked: Chosen,
        page: PageNo = 1,
    ) -> Response:
        size = catalogue.PAGE_SIZE
        held = workbench.listing(holdings.collection, limit=size, offset=(page - 1) * size, facets=asked)
        whole = held.total and not asked and page == 1
        body = pages.render(
            "list.html",
            rows=held.rows,
            total=held.total,
            facets=catalogue.facets({facet.value: values for facet, values in held.facets.items()}, asked),
            asked=asked,
            pager=catalogue.pager(held.total, page, asked),
            under_review=holdings.under_review,
            overview=overview(workbench.coverage(holdings.collection)) if whole else None,
        )
        return by_content(request, body, "text/html")

    @router.api_route("/papers/{record_id}", methods=METHODS)
    def paper(request: Request, record_id: RecordId, light: Words = "", view: Words = "", done: Entry = 0) -> Response:
        released = holdings.paper(record_id)
        document = released.document
        if document.id != record_id:
            kept = urlencode({name: value for name, value in (("light", light), ("view", view)) if value})
            return RedirectResponse(f"/papers/{document.id}" + (f"?{kept}" if kept else ""))
        shown = views.paper(document, light)
        citing = workbench.cited_by(holdings.collection, document.id)
        titles = holdings.titles((*views.cited(document), *(step.record for step in citing)))
        names = workbench.entity_names(holdings.settings, views.entities(document))
        ways = VIEWS if shown.has_images else ()
        chosen_way = view if view in dict(ways) else next((name for name, _ in ways), "")
        body = pages.render(
            "paper.html",
            paper=shown,
            titles=titles,
            entities=names,
            citing=citing,
            cited=workbench.cite(released),
            view=chosen_way,
            views=ways,
            **on_paper(holdings, document, done),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/papers/{record_id}/pages/{page}/image", methods=METHODS)
    def image(
        request: Request, record_id: RecordId, page: int, width: Annotated[int | None, Query(ge=16, le=8_000)] = None
    ) -> Response:
        data, media_type = workbench.page_image(holdings.collection, record_id, page, width=width)
        return by_content(request, data, media_type, fresh=MINUTE)

    @router.api_route("/static/{name}", methods=METHODS)
    def file(request: Request, name: str) -> Response:
        data, media_type = static.read(name)
        return by_content(request, data, media_type, fresh=YEAR if request.url.query == static.versions[name] else 0)

    return router
