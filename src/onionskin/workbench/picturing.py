"""Pages to be looked at closely: their sizes, and pieces of their images."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from onionskin.errors import NotFoundError
from onionskin.record.document import Document
from onionskin.record.page import PageNumber, PageSurrogate, PageText
from onionskin.scans.cutting import Piece, cut, reduced, reduction
from onionskin.scans.sniff import LAYOUTS
from onionskin.scans.source import page_image as picture
from onionskin.scans.source import page_sheet
from onionskin.workbench.collection import Collection
from onionskin.workbench.easel import PageSight
from onionskin.workbench.showing import show

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["PageSight", "cut_page", "page_image", "page_sight", "page_sights", "surrogate_of"]


def page_sights(document: Document) -> Mapping[PageNumber, PageSight]:
    """The pages of a paper that have an image; none of one read from text or from a layout file alone."""
    source = document.source
    if source.media_type in LAYOUTS:
        return {}  # They have the sizes of an image that nobody gave us.
    return {
        page.n: PageSight(
            document.id, page.n, page.width, page.height, shown.sha256, shown.media_type, shown.page, page.turned or 0
        )
        for page in document.pages
        if page.width and page.height and page.n in source.pages
        for shown in (surrogate_of(document, page),)
    }


def surrogate_of(document: Document, page: PageText) -> PageSurrogate:
    """The page of a file that shows a page of the paper: its source's own, or the better scan that stands for it."""
    source = document.source
    return page.surrogate or PageSurrogate(source.name, source.sha256, source.media_type, page.n)


def page_sight(collection: Collection, record_id: str, page: int) -> PageSight:
    """One page of a released paper. NotFoundError where the page is not the paper's or has no image.

    What it says may be some seconds old; as long a paper that was withdrawn still gives its tiles.
    """
    sights = collection.easel.sights.get(record_id, lambda: page_sights(show(collection, record_id).document))
    sight = sights.get(PageNumber(page))
    if sight is None:
        told = "no such page of this paper has an image" if sights else "the paper was read from text and has no image"
        advice = f"Those that have one: {', '.join(map(str, sights))}" if sights else "Read its text instead"
        raise NotFoundError(told, where=record_id, page=page, advice=advice)
    return sight


def cut_page(collection: Collection, sight: PageSight, piece: Piece) -> bytes:
    """A piece of a page, in the form that was asked for. Errors as `page_image`.

    Small pieces of much of a page are cut from a small drawing of it, which is made in a fraction of the time.
    """
    by = reduction(piece)
    key = (sight.sha256, sight.at, sight.turned, by)
    sheet = collection.easel.sheets.get(key, lambda: _sheet(collection, sight, by))
    return cut(sheet, piece, by)


def _sheet(collection: Collection, sight: PageSight, by: int) -> Image.Image:
    size = reduced((sight.width, sight.height), by)
    whole = collection.easel.sheets.at_hand((sight.sha256, sight.at, sight.turned, 1))
    if whole is not None:
        return whole.reduce(by)
    with collection.store.opened(sight.sha256) as file:
        width = size[0] if by > 1 else None
        limits = collection.settings.limits
        sheet = page_sheet(file, sight.media_type, sight.at, width=width, limits=limits, turned=sight.turned)
    # Boxes were measured on the page as it was drawn when it was read, perhaps by another version of the library.
    return sheet if sheet.size == size else sheet.resize(size)


def page_image(collection: Collection, record_id: str, page: int, *, width: int | None = None) -> tuple[bytes, str]:
    """A page of the paper's source as an image, `width` pixels wide or of its own size, with its media type.

    NotFoundError for a page that is not the paper's, and for a source that is text.
    """
    document = show(collection, record_id).document
    held = next((each for each in document.pages if each.n == page), None)
    if held is None or page not in document.source.pages:
        raise NotFoundError("this page is not the paper's", where=document.id, page=page)
    if not held.width:
        told, advice = held.reason or "the paper was read from text and has no image", "Read its text instead"
        raise NotFoundError(told, where=document.id, page=page, advice=advice)
    shown, limits, turned = surrogate_of(document, held), collection.settings.limits, held.turned or 0

    def drawn() -> tuple[bytes, str]:
        with collection.store.opened(shown.sha256) as file:
            return picture(file, shown.media_type, shown.page, width=width, limits=limits, turned=turned)

    return collection.easel.images.get((shown.sha256, shown.page, turned, width), drawn)
