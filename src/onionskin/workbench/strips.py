"""The strip of a page's image on which some words stand: what was found, as the paper shows it."""

from __future__ import annotations

from onionskin.errors import NotFoundError
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.scans.cutting import Piece
from onionskin.workbench.collection import Collection
from onionskin.workbench.picturing import cut_page, page_sight
from onionskin.workbench.showing import show

WIDEST = 900
"""Pixels of a strip."""
LINES = 2.2
"""How high it is, in heights of the words."""


def strip(collection: Collection, record_id: str, page: int, start: int, end: int) -> bytes:
    """The line on which characters `start` to `end` of a page stand, as JPEG.

    NotFoundError where the page has no image, or no box for these characters.
    """
    sight = page_sight(collection, record_id, page)
    document = show(collection, record_id).document
    text = next(each for each in document.pages if each.n == page)
    box = line_box(text, start, end)
    if box is None:
        raise NotFoundError("nobody knows where on the image these words stand", where=record_id, page=PageNumber(page))
    region = Box(box.left, box.top, min(box.right, sight.width), min(box.bottom, sight.height))
    if not region.width or not region.height:
        raise NotFoundError("these words stand outside the image", where=record_id, page=PageNumber(page))
    share = min(1.0, WIDEST / region.width)
    size = (max(1, round(region.width * share)), max(1, round(region.height * share)))
    return cut_page(collection, sight, Piece(region, size))


def line_box(page: PageText, start: int, end: int) -> Box | None:
    """Around the words of the printed line on which the span begins, with room above and below."""
    if not 0 <= start < end <= len(page.text):
        return None
    begin = page.text.rfind("\n", 0, start) + 1
    stop = page.text.find("\n", start)
    line = page.box_of(Span(begin, stop if stop >= 0 else len(page.text)))
    hit = page.box_of(Span(start, min(end, stop) if stop > start else end))
    if line is None or hit is None:
        return None
    room = round(hit.height * (LINES - 1) / 2)
    return Box(max(0, line.left - room), max(0, hit.top - room), line.right + room, hit.bottom + room)
