"""The page of the searches that a visitor keeps, and what its forms lead to."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from onionskin import workbench
from onionskin.web.gate import Reader
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.web.search.routes import SORTS
from onionskin.web.search.saved_api import Number, author_of, found_at
from onionskin.workbench import Order, SearchNews

SEE_OTHER = 303
AGAIN_IN = "1"
"""Seconds after which a browser asks again for what was not counted yet."""

Name = Annotated[str, Form(max_length=1_000)]
Query = Annotated[str, Form(max_length=2_000)]
Sort = Annotated[Order, Form()]


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The pages upon one collection."""
    router = APIRouter(include_in_schema=False)

    @router.get("/searches")
    def searches(who: Reader) -> Response:
        held = workbench.saved_searches(holdings.collection, author_of(who))
        kept = [(each, found_at("/search", each.saved, each.order)) for each in held]
        body = pages.render("search/saved.html", here="saved", kept=kept, sorts=SORTS)
        headers = {"Cache-Control": "no-store"}
        if any(each.new is None and not each.fault for each in held):
            headers["Refresh"] = AGAIN_IN
        return Response(body, headers=headers, media_type="text/html")

    @router.post("/searches")
    def save(who: Reader, name: Name, q: Query, sort: Sort = Order.BEST) -> Response:
        saved = workbench.save_search(holdings.collection, author_of(who), name, q, sort)
        return RedirectResponse(found_at("/search", saved, sort), SEE_OTHER)

    @router.post("/searches/{n}/look")
    def look(n: Number, who: Reader) -> Response:
        before = workbench.look(holdings.collection, author_of(who), n)
        return RedirectResponse(found_at("/search", before, SearchNews(before, None).order, before.seen), SEE_OTHER)

    @router.post("/searches/{n}")
    def change(n: Number, who: Reader, name: Name, q: Query, sort: Sort) -> Response:
        workbench.change_search(holdings.collection, author_of(who), n, name=name, query=q, order=sort)
        return RedirectResponse(f"/searches#s{n}", SEE_OTHER)

    @router.post("/searches/{n}/remove")
    def forget(n: Number, who: Reader) -> Response:
        workbench.forget_search(holdings.collection, author_of(who), n)
        return RedirectResponse("/searches", SEE_OTHER)

    return router
