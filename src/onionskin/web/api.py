"""The JSON routes: what a page says, in the record's own vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from onionskin import workbench
from onionskin.web.answers import by_content, json_by_content
from onionskin.web.faults import PROBLEM
from onionskin.web.holdings import Holdings
from onionskin.web.shapes import (
    ExplanationOut,
    FacetsOut,
    FacetValueOut,
    HitOut,
    ListingOut,
    ProblemOut,
    ResultsOut,
    RowOut,
)

LARGEST = 10**9
"""More papers than any collection holds; a database takes no larger offset than it can count."""

RecordId = Annotated[
    str,
    Path(
        description="A record id, or a beginning of one that no other has",
        examples=["os-3f88"],
        pattern=r"^[0-9a-zA-Z-]{1,64}$",
    ),
]
Limit = Annotated[int, Query(ge=1, le=500, description="How many at most")]
Offset = Annotated[int, Query(ge=0, le=LARGEST, description="How many to pass over")]
Words = Annotated[str, Query(max_length=2_000)]
Since = Annotated[
    int | None, Query(ge=0, le=LARGEST, description="Only papers that came after this mark, `seen` of a kept search")
]

PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "What was asked cannot be had, and what to do",
        "content": {PROBLEM: {"schema": ProblemOut.model_json_schema()}},
    },
    "5XX": {
        "description": "A fault of the program or the collection",
        "content": {PROBLEM: {"schema": ProblemOut.model_json_schema()}},
    },
}
RECORD = {
    "description": "One record, as `schemas/record-1.json` describes it and `onionskin read --json` prints it",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["schema", "id", "kind", "source", "copy", "pages", "fields", "text"],
                "properties": {
                    "schema": {"const": "onionskin/record/1"},
                    "id": {"type": "string"},
                    "kind": {"type": "string"},
                    **{key: {"type": "object"} for key in ("source", "copy", "fields", "text")},
                    "pages": {"type": "array", "items": {"type": "object"}},
                },
            }
        }
    },
}


def chosen(
    kind: Words = "",
    year: Words = "",
    from_: Annotated[str, Query(alias="from", max_length=2_000)] = "",
    to: Words = "",
    marking: Words = "",
) -> Mapping[str, str]:
    """The facets of an address that say something, by the workbench's names."""
    held = {"kind": kind, "year": year, "from": from_, "to": to, "marking": marking}
    return {name: value for name, value in held.items() if value}


Chosen = Annotated[Mapping[str, str], Depends(chosen)]


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(tags=["records"], responses=PROBLEMS)

    @router.get("/api/records", response_model=ListingOut, summary="The papers of the collection")
    def records(
        request: Request,
        asked: Chosen,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Response:
        held = workbench.listing(holdings.collection, limit=limit, offset=offset, facets=asked)
        rows = [RowOut.of(row) for row in held.rows]
        body = ListingOut(total=held.total, limit=limit, offset=offset, records=rows, facets=_facets(held))
        return json_by_content(request, body.model_dump(by_alias=True))

    @router.get("/api/facets", response_model=FacetsOut, summary="By what the papers can be sorted into heaps")
    def facets(request: Request, asked: Chosen) -> Response:
        held = workbench.listing(holdings.collection, limit=1, offset=0, facets=asked)
        return json_by_content(request, FacetsOut(total=held.total, facets=_facets(held)).model_dump())

    @router.get("/api/records/{record_id}", responses={200: RECORD}, summary="One record")
    def record(request: Request, record_id: RecordId) -> Response:
        return by_content(request, workbench.show_line(holdings.collection, record_id), "application/json")

    @router.get("/papers/{record_id}.json", responses={200: RECORD}, summary="One record, beside its page")
    def paper_json(request: Request, record_id: RecordId) -> Response:
        return by_content(request, workbench.show_line(holdings.collection, record_id), "application/json")

    @router.get(
        "/api/records/{record_id}/explain/{field:path}",
        response_model=list[ExplanationOut],
        summary="Walk from a value back to the ink",
    )
    def explain(
        request: Request,
        record_id: RecordId,
        field: Annotated[
            str,
            Path(
                description="A field's name, or a JSON pointer without its first slash",
                examples=["date", "stamps/0/date"],
            ),
        ],
    ) -> Response:
        wanted = f"/{field.lstrip('/')}" if "/" in field else field
        held = workbench.explain(holdings.collection, record_id, wanted)
        return json_by_content(request, [ExplanationOut.of(each).model_dump() for each in held])

    @router.get("/api/search", response_model=ResultsOut, summary="Full text and fields")
    def search(  # noqa: PLR0913 - what can be asked of a search
        request: Request,
        *,
        q: Annotated[
            str,
            Query(
                min_length=1,
                max_length=2_000,
                description="The language is explained on the search page; a query that does not parse is refused",
                examples=["Kuznetsov kind:letter"],
            ),
        ],
        limit: Limit = 20,
        offset: Offset = 0,
        sort: Annotated[workbench.Order, Query(description="How the papers follow one another")] = workbench.Order.BEST,
        heaps: Annotated[int, Query(ge=0, le=100, description="How many values of each field are counted")] = 0,
        since: Since = None,
    ) -> Response:
        held = workbench.find(holdings.collection, q, limit=limit, offset=offset, order=sort, heaps=heaps, since=since)
        body = ResultsOut(
            query=str(held.query),
            total=held.total,
            limit=limit,
            offset=offset,
            tolerant=list(held.tolerant),
            hits=[HitOut.of(hit) for hit in held.hits],
            heaps={
                name: [FacetValueOut(value=each.label, count=each.papers) for each in counted]
                for name, counted in held.heaps.items()
            },
        )
        return json_by_content(request, body.model_dump(), headers={"Server-Timing": f"find;dur={held.took_ms:.1f}"})

    return router


def openapi(build: Callable[[], dict[str, Any]]) -> Callable[[Request], Response]:
    """The route that publishes the description of all the others."""

    def published(request: Request) -> Response:
        return json_by_content(request, build())

    return published


def _facets(held: workbench.Listing) -> dict[str, list[FacetValueOut]]:
    return {
        facet.value: [FacetValueOut(value=value, count=count) for value, count in values]
        for facet, values in held.facets.items()
    }
