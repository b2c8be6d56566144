"""What stands on a page as annotations: its lines in words, and what its marks say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.record.span import Span
from onionskin.web.iiif.addresses import Addresses
from onionskin.web.iiif.manifest import CONTEXT, Json, place, sheets, target
from onionskin.web.iiif.typed import TypedSheet
from onionskin.web.iiif.words import mark_words, noted, said, unread_words
from onionskin.web.places import extent
from onionskin.workbench import PageSight

Note = tuple[str, Box | None]
"""What is said, and of which patch of the page; None for the page as a whole."""


def lines_page(document: Document, page: PageText, addresses: Addresses) -> Json:
    """Each line of the paper on this page as it was read, supplementing the image; not those of other papers on it."""
    notes = _lines(sheets(document)[page.n], page, extent(document)[page.n])
    return _page(document, page, "lines", "supplementing", "Lines as they were read", notes, addresses)


def marks_page(document: Document, page: PageText, addresses: Addresses) -> Json:
    """What the page's markings, stamps, boxes, strikes and black-outs say, each in words."""
    sheet = sheets(document)[page.n]
    notes = dict.fromkeys(_of_record(document, sheet, page))
    if isinstance(sheet, PageSight):
        notes |= dict.fromkeys(_of_image(page, extent(document)[page.n]))
    return _page(document, page, "marks", "commenting", "Markings, stamps and marks", notes, addresses)


def _page(  # noqa: PLR0913, PLR0917 - a page of annotations and what they are
    document: Document,
    page: PageText,
    kind: str,
    motivation: str,
    words: str,
    notes: Iterable[Note],
    addresses: Addresses,
) -> Json:
    address = addresses.notes(document.id, page.n, kind)
    canvas = addresses.canvas(document.id, page.n)
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationPage",
        "label": said(words),
        "items": [
            {
                "id": f"{address}#{n}",
                "type": "Annotation",
                "motivation": motivation,
                "body": {"type": "TextualBody", "value": told, "format": "text/plain"},
                "target": target(canvas, box),
            }
            for n, (told, box) in enumerate(notes, start=1)
        ],
    }


def _lines(sheet: PageSight | TypedSheet, page: PageText, own: Span) -> Iterator[Note]:
    start = 0
    for line in page.text.split("\n"):
        span = Span(start, start + len(line))
        if line.strip() and span.overlaps(own):
            yield line.strip(), place(sheet, page, span)
        start = span.end + 1


def _of_record(document: Document, sheet: PageSight | TypedSheet, page: PageText) -> Iterator[Note]:
    for told, evidence in noted(document):
        for ink in evidence:
            if isinstance(ink, Ink) and ink.page == page.n:
                yield told, place(sheet, page, ink.span, ink.box)


def _of_image(page: PageText, own: Span) -> Iterator[Note]:
    for mark in page.marks or ():
        if mark.span is None or own.start <= mark.span.start <= own.end:
            yield mark_words(mark, mark.span.of(page.text) if mark.span else ""), mark.box
    for patch in page.unread or ():
        yield unread_words(patch), patch.box
