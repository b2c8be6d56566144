"""Searches that visitors keep, for programs."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, Path, Request
from pydantic import Field
from starlette.responses import Response

from onionskin import workbench
from onionskin.errors import LoginNeededError
from onionskin.web import catalogue
from onionskin.web.answers import json_by_content
from onionskin.web.api import LARGEST, PROBLEMS
from onionskin.web.gate import Reader, Visitor
from onionskin.web.holdings import Holdings
from onionskin.web.search.addresses import asked
from onionskin.web.shapes import Shape
from onionskin.workbench import Order, SavedSearch, SearchNews

Number = Annotated[int, Path(ge=1, le=LARGEST)]
Name = Annotated[str, Field(min_length=1, max_length=100)]
Query = Annotated[str, Field(min_length=1, max_length=2_000, examples=["Kuznetsov kind:letter"])]


class SavedIn(Shape):
    """A search to be kept."""

    name: Name
    query: Query
    sort: Order = Order.BEST


class ChangeIn(Shape):
    """What is to be otherwise with it; what is not named stays."""

    name: Name | None = None
    query: Query | None = None
    sort: Order | None = None


class SavedOut(Shape):
    """A search that the visitor keeps. `href` finds all its papers, `new_href` those that came since the last look."""

    n: int
    name: str
    query: str
    sort: Order
    since: str = Field(description="When it was kept; UTC, as the next")
    looked: str = Field(description="When its new papers were looked at last")
    seen: int = Field(description="The mark of that look: what came after it is new")
    new: int | None = Field(description="New papers; null where there was no time to count them: ask for this one")
    fault: str = Field(description="Why the query parses no longer; empty where it does")
    href: str
    new_href: str

    @classmethod
    def of(cls, news: SearchNews) -> Self:
        """From the workbench's."""
        saved, order = news.saved, news.order
        same = {name: getattr(saved, name) for name in ("n", "name", "query", "since", "looked", "seen")}
        new_href = found_at("/api/search", saved, order, since=saved.seen)
        return cls(
            **same,
            sort=order,
            new=news.new,
            fault=news.fault,
            href=found_at("/api/search", saved, order),
            new_href=new_href,
        )


class AllSavedOut(Shape):
    """All that the visitor keeps, by name."""

    searches: list[SavedOut]


class LookOut(Shape):
    """What was new until now: `new_href` finds it, today and later."""

    since: int
    new_href: str


def found_at(path: str, saved: SavedSearch, order: Order, since: int | None = None) -> str:
    """Where the papers of a kept search are, or those that came after a mark."""
    return catalogue.address(path, asked(saved.query, order, since))


def author_of(who: Visitor) -> str:
    """Whose searches are meant. LoginNeededError for who reads without an account: nothing could be kept for them."""
    if not who.name:
        raise LoginNeededError("searches are kept for those who have an account")
    return who.name


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection. Whoever has logged in keeps searches of their own."""
    router = APIRouter(tags=["searches"], responses=PROBLEMS)

    @router.get("/api/searches", response_model=AllSavedOut, summary="The searches that the visitor keeps")
    def searches(request: Request, who: Reader) -> Response:
        held = workbench.saved_searches(holdings.collection, author_of(who))
        told = AllSavedOut(searches=[SavedOut.of(each) for each in held])
        return json_by_content(request, told.model_dump(mode="json"))

    @router.post("/api/searches", status_code=201, response_model=SavedOut, summary="Keep a search")
    def save(asked: SavedIn, who: Reader) -> SavedOut:
        collection, author = holdings.collection, author_of(who)
        saved = workbench.save_search(collection, author, asked.name, asked.query, asked.sort)
        return SavedOut.of(workbench.saved_search(collection, author, saved.n))

    @router.get("/api/searches/{n}", response_model=SavedOut, summary="One of them, its new papers counted")
    def search(request: Request, n: Number, who: Reader) -> Response:
        told = SavedOut.of(workbench.saved_search(holdings.collection, author_of(who), n))
        return json_by_content(request, told.model_dump(mode="json"))

    @router.patch("/api/searches/{n}", response_model=SavedOut, summary="Rename it, or ask something else")
    def change(n: Number, to: ChangeIn, who: Reader) -> SavedOut:
        return SavedOut.of(
            workbench.change_search(holdings.collection, author_of(who), n, name=to.name, query=to.query, order=to.sort)
        )

    @router.delete("/api/searches/{n}", status_code=204, responses={**PROBLEMS, 204: {}}, summary="Keep it no longer")
    def forget(n: Number, who: Reader) -> Response:
        workbench.forget_search(holdings.collection, author_of(who), n)
        return Response(status_code=204)

    @router.post(
        "/api/searches/{n}/look", response_model=LookOut, summary="Look at what is new; from now on it is seen"
    )
    def look(n: Number, who: Reader) -> LookOut:
        before = workbench.look(holdings.collection, author_of(who), n)
        order = SearchNews(before, None).order
        return LookOut(since=before.seen, new_href=found_at("/api/search", before, order, since=before.seen))

    return router
