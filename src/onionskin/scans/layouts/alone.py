"""A layout file without its image: a source whose pages are words and their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from onionskin.errors import NotFoundError, SourceError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.layouts.opening import sheets_of
from onionskin.scans.layouts.sheet import Sheet
from onionskin.scans.limits import Limits

if TYPE_CHECKING:
    from PIL import Image


class SheetLeaves:
    """The pages of one layout file. Their boxes are pixels of the image that nobody has."""

    def __init__(self, sheets: list[Sheet], reader: str, name: str) -> None:
        self._sheets = sheets
        self._reader = reader
        self._name = name
        self.count = len(sheets)
        self.faults: tuple[SourceError, ...] = ()
        self.remarks: tuple[str, ...] = ()

    def leaf(self, n: PageNumber) -> PageText:
        """The page's words in the file's order."""
        return self._sheets[n - 1].set(n, self._reader)

    def picture(self, n: PageNumber, width: int | None) -> Image.Image:  # noqa: ARG002 - there is none
        """Never: the image was not beside the file."""
        advice = "Put the image beside the file and read the folder again"
        raise NotFoundError("the page's image was not beside it", where=self._name, page=n, advice=advice)

    def close(self) -> None:
        """Nothing is held."""


def opened(file: BinaryIO, name: str, limits: Limits) -> SheetLeaves:
    """Parse the whole file; its size was held against the limit before."""
    reader, sheets = sheets_of(file.read(), name, limits)
    return SheetLeaves(sheets, reader, name)
