"""The routes of the Presentation API: manifests, their pages of annotations, and the collection as a list of papers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from onionskin import workbench
from onionskin.errors import NotFoundError
from onionskin.record.document import Document
from onionskin.record.page import PageText
from onionskin.web.answers import by_content
from onionskin.web.api import LARGEST, PROBLEMS, RecordId
from onionskin.web.catalogue import row_title
from onionskin.web.holdings import Holdings
from onionskin.web.iiif.addresses import Addresses
from onionskin.web.iiif.annotations import lines_page, marks_page
from onionskin.web.iiif.image import PageNo, linked_json
from onionskin.web.iiif.manifest import CONTEXT, Json, manifest, provider, whole
from onionskin.web.iiif.typed import MEDIA_TYPE, typed
from onionskin.web.iiif.words import said

PAPERS = 200
"""In one page of the collection's list."""

ListPage = Annotated[int | None, Query(alias="page", ge=1, le=LARGEST // PAPERS, description="A page of the list")]


class Notes(StrEnum):
    """The pages of annotations of a page."""

    LINES = "lines"
    MARKS = "marks"


def _given(what: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"description": f"{what}, IIIF Presentation API 3.0", "content": {"application/ld+json": {}}}}


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(tags=["IIIF"], responses=PROBLEMS)

    @router.head("/iiif/papers/{record_id}/manifest.json", include_in_schema=False)
    @router.get("/iiif/papers/{record_id}/manifest.json", summary="A paper for viewers", responses=_given("A Manifest"))
    def paper(request: Request, record_id: RecordId) -> Response:
        return linked_json(request, manifest(holdings.document(record_id), Addresses(request)), CONTEXT)

    @router.head("/iiif/papers/{record_id}/canvas/{page}/{notes}.json", include_in_schema=False)
    @router.get(
        "/iiif/papers/{record_id}/canvas/{page}/{notes}.json",
        summary="What stands on a page: its lines, or its marks in words",
        responses=_given("An AnnotationPage"),
    )
    def annotations(request: Request, record_id: RecordId, page: PageNo, notes: Notes) -> Response:
        document, held = _page(holdings, record_id, page)
        make = lines_page if notes is Notes.LINES else marks_page
        return linked_json(request, make(document, held, Addresses(request)), CONTEXT)

    @router.head("/iiif/papers/{record_id}/canvas/{page}/text.svg", include_in_schema=False)
    @router.get(
        "/iiif/papers/{record_id}/canvas/{page}/text.svg",
        summary="A page of which no image is held, its text set on a sheet",
        responses={200: {"description": "The sheet", "content": {MEDIA_TYPE: {}}}},
        response_class=Response,
    )
    def text(request: Request, record_id: RecordId, page: PageNo) -> Response:
        return by_content(request, typed(_page(holdings, record_id, page)[1]).svg(), MEDIA_TYPE)

    @router.head("/iiif/collection.json", include_in_schema=False)
    @router.get("/iiif/collection.json", summary="The papers for viewers", responses=_given("A Collection"))
    def collection(request: Request, page: ListPage = None) -> Response:
        addresses = Addresses(request)
        first = ((page or 1) - 1) * PAPERS
        held = workbench.listing(holdings.collection, limit=PAPERS, offset=first)
        told = _papers(held, page, addresses) if page else _pages(held.total, addresses)
        return linked_json(request, told, CONTEXT)

    return router


def _page(holdings: Holdings, record_id: str, page: int) -> tuple[Document, PageText]:
    document = holdings.document(record_id)
    held = next((each for each in document.pages if each.n == page), None)
    if held is None:
        raise NotFoundError("this page is not the paper's", where=document.id, page=page)
    return document, held


def _pages(total: int, addresses: Addresses) -> Json:
    """The collection as pages of papers by date; one that holds no papers has one page, with none."""
    count = max(1, -(-total // PAPERS))
    return {
        "@context": CONTEXT,
        **whole(addresses),
        "summary": said(f"{total:,} papers, by date"),
        "provider": [provider(addresses)],
        "behavior": ["multi-part"],
        "items": [
            {"id": addresses.collection(n), "type": "Collection", "label": said(_range(n, total))}
            for n in range(1, count + 1)
        ],
    }


def _papers(held: workbench.Listing, page: int, addresses: Addresses) -> Json:
    return {
        "@context": CONTEXT,
        "id": addresses.collection(page),
        "type": "Collection",
        "label": said(_range(page, held.total)),
        "partOf": [whole(addresses)],
        "items": [
            {"id": addresses.manifest(row.id), "type": "Manifest", "label": said(row_title(row))} for row in held.rows
        ],
    }


def _range(page: int, total: int) -> str:
    first = (page - 1) * PAPERS + 1
    return f"Papers {first:,} to {min(page * PAPERS, total):,}" if first <= total else "No papers"
