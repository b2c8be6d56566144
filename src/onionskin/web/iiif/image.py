"""The Image API 3.0 at level 2 over every page of the collection that has an image: https://iiif.io/api/image/3.0/."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from starlette.responses import RedirectResponse, Response

from onionskin import workbench
from onionskin.web.answers import by_content, json_by_content
from onionskin.web.api import PROBLEMS, RecordId
from onionskin.web.holdings import Holdings
from onionskin.web.iiif.addresses import Addresses
from onionskin.web.iiif.asking import asked
from onionskin.workbench import PageSight

CONTEXT = "http://iiif.io/api/image/3/context.json"
PROFILE = "http://iiif.io/api/image/3/level2.json"
TILE = 512
_SMALLEST = 128
"""The longer side of the smallest size that is offered of the whole page, in pixels."""
_FRESH = 60
"""Seconds: a page may be turned or replaced."""

PageNo = Annotated[int, Path(ge=1, le=1_000_000, description="The page's number in its file", examples=[1])]
Segment = Annotated[str, Path(max_length=60)]
IMAGES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The piece; its one address for caches stands in `Link` as canonical",
        "content": {form: {"schema": {"type": "string", "format": "binary"}} for form in ("image/jpeg", "image/png")},
    }
}


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(tags=["IIIF"], responses=PROBLEMS)

    @router.head("/iiif/3/{record_id}/{page}", include_in_schema=False)
    @router.get("/iiif/3/{record_id}/{page}", status_code=303, summary="Where a page's image says what it can")
    def base(request: Request, record_id: RecordId, page: PageNo) -> Response:
        sight = workbench.page_sight(holdings.collection, record_id, page)
        return RedirectResponse(f"{Addresses(request).image(sight.record, sight.page)}/info.json", 303)

    @router.head("/iiif/3/{record_id}/{page}/info.json", include_in_schema=False)
    @router.get(
        "/iiif/3/{record_id}/{page}/info.json",
        summary="What a page's image can",
        responses={200: {"content": {"application/ld+json": {}}, "description": "IIIF Image API 3.0, `info.json`"}},
    )
    def info(request: Request, record_id: RecordId, page: PageNo) -> Response:
        sight = workbench.page_sight(holdings.collection, record_id, page)
        headers = {"Link": f'<{PROFILE}>;rel="profile"'}
        return linked_json(request, described(sight, Addresses(request)), CONTEXT, headers)

    address = "/iiif/3/{record_id}/{page}/{region}/{size}/{rotation}/{quality_and_format}"

    @router.head(address, include_in_schema=False)
    @router.get(address, summary="A piece of a page", responses=IMAGES, response_class=Response)
    def piece(  # noqa: PLR0913 - the standard's address has so many segments
        request: Request,
        record_id: RecordId,
        page: PageNo,
        *,
        region: Segment,
        size: Segment,
        rotation: Segment,
        quality_and_format: Segment,
    ) -> Response:
        sight = workbench.page_sight(holdings.collection, record_id, page)
        wanted = asked(region, size, rotation, quality_and_format, (sight.width, sight.height))
        data = workbench.cut_page(holdings.collection, sight, wanted.piece)
        service = Addresses(request).image(sight.record, sight.page)
        links = {"Link": f'<{service}/{wanted.canonical}>;rel="canonical", <{PROFILE}>;rel="profile"'}
        return by_content(request, data, wanted.piece.form.media_type, headers=links, fresh=_FRESH)

    return router


def described(sight: PageSight, addresses: Addresses) -> dict[str, Any]:
    """A page's `info.json`. Pieces are enlarged on request, up to the page's own size."""
    scales = [1]
    while max(sight.width, sight.height) / scales[-1] > TILE:
        scales.append(scales[-1] * 2)
    return {
        "@context": CONTEXT,
        **service(sight, addresses),
        "protocol": "http://iiif.io/api/image",
        "width": sight.width,
        "height": sight.height,
        "maxWidth": sight.width,
        "maxHeight": sight.height,
        "maxArea": sight.width * sight.height,
        "sizes": [{"width": w, "height": h} for w, h in sizes(sight)],
        "tiles": [{"width": TILE, "height": TILE, "scaleFactors": scales}],
        "extraQualities": ["color", "gray", "bitonal"],
        "extraFeatures": ["canonicalLinkHeader", "mirroring", "profileLinkHeader", "regionSquare", "sizeUpscaling"],
    }


def service(sight: PageSight, addresses: Addresses) -> dict[str, str]:
    """The image service as others refer to it."""
    return {"id": addresses.image(sight.record, sight.page), "type": "ImageService3", "profile": "level2"}


def sizes(sight: PageSight) -> list[tuple[int, int]]:
    """Sizes of the whole page that suit thumbnails and sheets of contacts, the smallest first."""
    out = [(sight.width, sight.height)]
    while max(out[-1]) > _SMALLEST * 2:
        scale = 2 ** len(out)
        out.append((max(1, round(sight.width / scale)), max(1, round(sight.height / scale))))
    return out[::-1]


def linked_json(
    request: Request, content: dict[str, Any], context: str, headers: dict[str, str] | None = None
) -> Response:
    """JSON-LD by the name that the visitor knows it by; plain JSON for those who ask for nothing in particular."""
    name = f'application/ld+json;profile="{context}"'
    wants = "application/ld+json" in request.headers.get("accept", "")
    media_type = name if wants else "application/json"
    return json_by_content(request, content, media_type=media_type, headers={"Vary": "Accept", **(headers or {})})
