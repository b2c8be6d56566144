"""Replays what another engine read: tests without OCR, and new readings without reading the ink again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onionskin.errors import EngineError
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Unread, UnreadKind, Word
from onionskin.record.span import Span
from onionskin.scans.engine import PageImage


class RecordedEngine:
    """The pages of one file as they were written by `record`; asked for another page it raises EngineError."""

    def __init__(self, path: Path) -> None:
        """`path` is a file that `record` wrote. EngineError where it is not."""
        try:
            stored = json.loads(path.read_text("utf-8"))
            self._pages = {page.n: page for page in map(_page, stored["pages"])}
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise EngineError(f"this is no recorded OCR ({fault})", where=str(path)) from fault
        self.name = f"recorded/{path.stem}"

    def read(self, image: PageImage) -> PageText:
        """The page of this number, as it was read then. EngineError where the image is of another size."""
        page = self._pages.get(image.n)
        if page is None:
            raise EngineError("the recording does not have this page", where=image.where, page=image.n)
        if (page.width, page.height) != (image.width, image.height):
            told = f"the recording is of a page of {page.width} by {page.height} pixels"
            raise EngineError(told, where=image.where, page=image.n)
        return page


def record(pages: Iterable[PageText], path: Path) -> None:
    """Write the pages of one file down, to be replayed."""
    stored = {"pages": [_stored(page) for page in pages]}
    path.write_text(json.dumps(stored, ensure_ascii=False, indent=1), "utf-8")


def _stored(page: PageText) -> dict[str, Any]:
    words = [
        [*_corners(word.box), word.span.start, word.span.end, word.confidence, word.variants] for word in page.words
    ]
    unread = None if page.unread is None else [[each.kind.value, *_corners(each.box)] for each in page.unread]
    return {
        "n": page.n,
        "text": page.text,
        "words": words,
        "unread": unread,
        "width": page.width,
        "height": page.height,
        "dpi": page.dpi,
        "reader": page.reader,
    }


def _corners(box: Box) -> tuple[int, int, int, int]:
    return box.left, box.top, box.right, box.bottom


def _page(stored: dict[str, Any]) -> PageText:
    words = tuple(
        Word(Span(start, end), Box(*corners), confidence, None if variants is None else tuple(variants))
        for *corners, start, end, confidence, variants in stored["words"]
    )
    left = stored["unread"]
    unread = None if left is None else tuple(Unread(UnreadKind(kind), Box(*corners)) for kind, *corners in left)
    return PageText(
        PageNumber(stored["n"]),
        stored["text"],
        words,
        stored["width"],
        stored["height"],
        stored["dpi"],
        stored["reader"],
        unread=unread,
    )
