"""The pages of a paper that was read under review, as everybody may see them once it is released.

Released in full, a page is shown by an image of its own: its pixels and nothing else, so that neither another page of
its file comes along, nor a text layer, nor what the file says of itself. A page on which another paper stands is not
shown, and no page of a paper that is released in part: what is withheld stands on it. Each says so.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from onionskin.desk.chancery.standing import Standing
from onionskin.errors import NotFoundError
from onionskin.record.document import Document
from onionskin.record.page import PageNumber, PageSurrogate, PageText
from onionskin.record.state import Access
from onionskin.scans.source import page_sheet
from onionskin.store.contract import FOR_A_PAGE, KeptSource
from onionskin.workbench.collection import Collection
from onionskin.workbench.easel import PageSight
from onionskin.workbench.picturing import page_sights

IN_PART = "its image is not shown: the paper was released in part, and what is withheld stands on its pages"
SHARED = "its image is not shown: another paper stands on it too"
PNG = "image/png"
FOLDER = "desk/"
"""Under which the images of pages are kept, by the name of their paper."""


def with_pages(document: Document, held: Standing, origin: Collection | None, target: Collection) -> Document:
    """What the public sees of a paper, with its pages, whose images are kept in `target`; as it is without `origin`."""
    read = _read(origin, held.paper) if origin is not None and held.read else None
    sights = page_sights(read) if read is not None else {}
    if origin is None or read is None or not sights:
        return document
    closed = IN_PART if held.access is not Access.IN_FULL else ""
    others = frozenset() if closed else _others(origin, read)
    pages = []
    for n, page in enumerate((each for each in read.pages if each.n in sights), 1):
        reason = closed or (SHARED if page.n in others else "")
        own = PageNumber(n)
        pages.append(
            PageText(own, "", reason=reason) if reason else _shown(page, own, sights, document, origin, target)
        )
    return replace(document, pages=tuple(pages), source=replace(document.source, pages=tuple(each.n for each in pages)))


def name_of(file: str) -> str:
    """The name under which the image of a page is kept: `desk/os-h008j34u1kvrurps1qfo-1.png`."""
    return FOLDER + file


def paper_of(name: str) -> str:
    """Whose page it is, by its name."""
    return name.removeprefix(FOLDER).rpartition("-")[0]


def _read(origin: Collection, paper: str) -> Document | None:
    try:
        return origin.store.record(paper).document
    except NotFoundError:
        return None


def _others(origin: Collection, read: Document) -> frozenset[PageNumber]:
    """The pages of its file on which other papers stand, also such as somebody removed."""
    return frozenset(
        n for each in _of_file(origin, read.source.sha256) if each.id != read.id for n in each.source.pages
    )


def _of_file(origin: Collection, sha256: str) -> Iterator[Document]:
    yield from origin.store.records(sha256)
    for removal in origin.store.removals():
        for record in removal.records:
            document = origin.store.record(record).document
            if document.source.sha256 == sha256:
                yield document


def _shown(  # noqa: PLR0913, PLR0917 - from where to where
    page: PageText,
    n: PageNumber,
    sights: Mapping[PageNumber, PageSight],
    document: Document,
    origin: Collection,
    target: Collection,
) -> PageText:
    name = name_of(f"{document.id}-{n}.png")
    content = _pixels(origin, sights[page.n], name)
    sha256 = hashlib.sha256(content).hexdigest()
    target.store.keep(KeptSource(name, sha256, PNG, content, 1), (), FOR_A_PAGE)
    return replace(page, n=n, turned=None, surrogate=PageSurrogate(name, sha256, PNG, PageNumber(1)))


def _pixels(origin: Collection, sight: PageSight, name: str) -> bytes:
    """The page as it is looked at. Its name is written into it: two blank pages are two files, and go one by one."""
    with origin.store.opened(sight.sha256) as file:
        limits = origin.settings.limits
        sheet = page_sheet(file, sight.media_type, sight.at, limits=limits, turned=sight.turned)
    if sheet.size != (sight.width, sight.height):
        sheet = sheet.resize((sight.width, sight.height))
    bare = Image.frombytes(sheet.mode, sheet.size, sheet.tobytes())
    called, out = PngInfo(), io.BytesIO()
    called.add_text("Title", name)
    bare.save(out, "PNG", pnginfo=called)
    return out.getvalue()
