"""A paper as a manifest of the Presentation API 3.0: https://iiif.io/api/presentation/3.0/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onionskin import __version__
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.record.titles import title
from onionskin.web.iiif.addresses import Addresses
from onionskin.web.iiif.image import service, sizes
from onionskin.web.iiif.typed import MEDIA_TYPE, TypedSheet, typed
from onionskin.web.iiif.words import Said, metadata, said
from onionskin.web.ink import boxes
from onionskin.workbench import PageSight, page_sights

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
_MOST_WORDS = 60
_THUMBNAIL = 200
"""The longer side of a thumbnail, at least, in pixels."""

Json = dict[str, Any]


def manifest(document: Document, addresses: Addresses) -> Json:
    """The paper with its pages; their annotations are named and wait at addresses of their own."""
    shown = sheets(document)
    told: Json = {
        "@context": CONTEXT,
        "id": addresses.manifest(document.id),
        "type": "Manifest",
        "label": said(title(document)),
        "metadata": metadata(document),
        "provider": [provider(addresses)],
        "homepage": [_text(addresses.page(document.id), "The paper in the reading room")],
        "seeAlso": [
            {
                "id": f"{addresses.page(document.id)}.json",
                "type": "Dataset",
                "label": said("The record, with the evidence of every value"),
                "format": "application/json",
            }
        ],
        "partOf": [whole(addresses)],
        "behavior": ["individuals"],
        "items": [_canvas(document, page, shown[page.n], addresses) for page in document.pages],
    }
    if summary := _summary(document):
        told["summary"] = summary
    if owed := _owed(document):
        told["requiredStatement"] = owed
    if thumbnails := [_thumbnail(each, addresses) for each in shown.values() if isinstance(each, PageSight)]:
        told["thumbnail"] = thumbnails[:1]
    if parts := list(_parts(document, shown, addresses)):
        told["structures"] = [
            {
                "id": addresses.part(document.id, "paragraphs"),
                "type": "Range",
                "label": said("Paragraphs"),
                "items": parts,
            }
        ]
    return told


def provider(addresses: Addresses) -> Json:
    """Who gives this: the room, not the archive, which is told among the metadata."""
    home = _text(f"{addresses.room}/", "The reading room")
    return {
        "id": f"{addresses.room}/",
        "type": "Agent",
        "label": said(f"A reading room of Onionskin {__version__}"),
        "homepage": [home],
    }


def whole(addresses: Addresses) -> Json:
    """The collection that everything here is part of."""
    return {
        "id": addresses.collection(),
        "type": "Collection",
        "label": said("Onionskin: the papers of this collection"),
    }


def target(canvas: str, box: Box | None) -> str:
    """A canvas, or a patch of it."""
    return f"{canvas}#xywh={box.left},{box.top},{box.width},{box.height}" if box else canvas


def sheets(document: Document) -> dict[PageNumber, PageSight | TypedSheet]:
    """What each canvas shows: the image of the page, or its text set on a sheet."""
    sights = page_sights(document)
    return {page.n: sights.get(page.n) or typed(page) for page in document.pages}


def place(sheet: PageSight | TypedSheet, page: PageText, span: Span, whole: Box | None = None) -> Box | None:
    """The patch of a canvas on which these characters stand; `whole` where no word of a scan has a box there."""
    return sheet.box(span) if isinstance(sheet, TypedSheet) else Box.around(boxes(page, span, whole))


def _canvas(document: Document, page: PageText, sheet: PageSight | TypedSheet, addresses: Addresses) -> Json:
    canvas = addresses.canvas(document.id, page.n)
    has_image = isinstance(sheet, PageSight)
    told: Json = {
        "id": canvas,
        "type": "Canvas",
        "label": said(f"Page {page.n}" if has_image else f"Page {page.n}: text, of which no image is held"),
        "width": sheet.width,
        "height": sheet.height,
        "items": [
            {
                "id": addresses.notes(document.id, page.n, "image"),
                "type": "AnnotationPage",
                "items": [
                    {
                        "id": f"{canvas}/painting",
                        "type": "Annotation",
                        "motivation": "painting",
                        "body": _image(sheet, addresses) if isinstance(sheet, PageSight) else _typed(sheet, canvas),
                        "target": canvas,
                    }
                ],
            }
        ],
        "annotations": [
            {
                "id": addresses.notes(document.id, page.n, kind),
                "type": "AnnotationPage",
                "label": said(words),
            }
            for kind, words in (("lines", "Lines as they were read"), ("marks", "Markings, stamps and marks"))
        ],
    }
    if isinstance(sheet, PageSight):
        told["thumbnail"] = [_thumbnail(sheet, addresses)]
    return told


def _image(sight: PageSight, addresses: Addresses) -> Json:
    return {
        "id": f"{addresses.image(sight.record, sight.page)}/full/max/0/default.jpg",
        "type": "Image",
        "format": "image/jpeg",
        "width": sight.width,
        "height": sight.height,
        "service": [service(sight, addresses)],
    }


def _typed(sheet: TypedSheet, canvas: str) -> Json:
    return {
        "id": f"{canvas}/text.svg",
        "type": "Image",
        "format": MEDIA_TYPE,
        "width": sheet.width,
        "height": sheet.height,
    }


def _thumbnail(sight: PageSight, addresses: Addresses) -> Json:
    width, height = next((each for each in sizes(sight) if max(each) >= _THUMBNAIL), (sight.width, sight.height))
    return {
        "id": f"{addresses.image(sight.record, sight.page)}/full/{width},{height}/0/default.jpg",
        "type": "Image",
        "format": "image/jpeg",
        "width": width,
        "height": height,
        "service": [service(sight, addresses)],
    }


def _text(address: str, words: str) -> Json:
    return {"id": address, "type": "Text", "label": said(words), "format": "text/html", "language": ["en"]}


def _summary(document: Document) -> Said | None:
    """The beginning of the reading text."""
    words = document.text.reading.split()
    return (
        said(" ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else ""), language="none")
        if words
        else None
    )


def _owed(document: Document) -> dict[str, Said] | None:
    """Where the paper lies, as far as the copy says; whoever shows it says so."""
    copy = document.copy
    repository = document.one("repository")
    held = str(repository.value) if repository and repository.value else copy.archive or copy.holder
    return {"label": said("Held by"), "value": said(held, language="none")} if held else None


def _parts(
    document: Document, shown: Mapping[PageNumber, PageSight | TypedSheet], addresses: Addresses
) -> Iterator[Json]:
    """The paragraphs that have a printed number, each with the patches of page that it stands on."""
    pages = {page.n: page for page in document.pages}
    for paragraph in document.text.paragraphs:
        if not paragraph.label:
            continue
        places = [
            target(addresses.canvas(document.id, ink.page), place(shown[ink.page], pages[ink.page], ink.span, ink.box))
            for ink in paragraph.evidence
            if ink.page in pages
        ]
        if places:
            yield {
                "id": addresses.part(document.id, f"paragraph-{paragraph.n}"),
                "type": "Range",
                "label": said(f"{paragraph.label} {' '.join(paragraph.text.split()[:8])}".strip(), language="none"),
                "items": [{"id": place, "type": "Canvas"} for place in dict.fromkeys(places)],
            }
