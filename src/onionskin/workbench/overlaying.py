"""The pages of a paper with all that was found drawn over them: one looks, and sees what was missed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onionskin.errors import NotFoundError, StorageError, UsageError
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber
from onionskin.scans.overlay import overlay
from onionskin.scans.source import page_image
from onionskin.workbench.collection import Collection
from onionskin.workbench.picturing import surrogate_of
from onionskin.workbench.showing import show


def overlay_pages(collection: Collection, record_id: str, folder: Path) -> Iterator[Path]:
    """Write `ID-page-N.png` for each page of the paper that was read from an image; the paths as they are written.

    What was there under that name is written anew. NotFoundError, NotReleasedError; UsageError where `folder` is none,
    NotFoundError where the paper never was an image.
    """
    document = show(collection, record_id).document
    pages = [page for page in document.pages if page.width and page.height]
    if not pages:
        raise NotFoundError("none of its pages was read from an image", where=document.id)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        told = f"{folder} is no folder to write to: {fault.strerror}"
        raise UsageError(told, advice="Name another with -o") from None
    for page in pages:
        shown = surrogate_of(document, page)
        with collection.store.opened(shown.sha256) as file:
            picture, _ = page_image(
                file,
                shown.media_type,
                shown.page,
                width=page.width,
                limits=collection.settings.limits,
                turned=page.turned or 0,
            )
        path = folder / f"{document.id}-page-{page.n}.png"
        try:
            path.write_bytes(overlay(picture, page, _of_record(document, page.n)))
        except OSError as fault:
            raise StorageError(f"{path} cannot be written: {fault.strerror}", where=document.id) from None
        yield path


def _of_record(document: Document, n: PageNumber) -> Iterator[tuple[str, Box]]:
    """The patches of the page that the paper's stamps, markings and form boxes cite."""
    parts = (
        *((f"stamp: {stamp.form}", stamp.impressions) for stamp in document.stamps),
        *((f"marking: {marking.state}", marking.evidence) for marking in document.markings),
        *((f"form box: {box.label}", box.evidence) for box in document.form_boxes),
    )
    for name, evidence in parts:
        for each in evidence:
            if isinstance(each, Ink) and each.page == n and each.box:
                yield name, each.box
