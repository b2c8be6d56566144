"""An image, or a PDF, whose words stand in a layout file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onionskin.errors import LimitError, SourceError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.layouts.opening import sheets_of
from onionskin.scans.layouts.references import file_named
from onionskin.scans.layouts.sheet import Sheet
from onionskin.scans.leaves import Layered, Leaf, Leaves
from onionskin.scans.limits import Limits

if TYPE_CHECKING:
    from PIL import Image


class LeavesWithSidecar:
    """The pages of the image; what the layout file says of one is its text layer.

    Where the layout file is damaged there are no sheets, and its `fault` says so.
    """

    def __init__(self, leaves: Leaves, sheets: list[Sheet], reader: str, fault: SourceError | None = None) -> None:
        self._leaves = leaves
        self._sheets = sheets
        self._reader = reader
        self._fault = fault

    @property
    def count(self) -> int:
        """As many as the image has."""
        return self._leaves.count

    @property
    def faults(self) -> tuple[SourceError, ...]:
        """Those of the image, and the layout file's."""
        return (*self._leaves.faults, self._fault) if self._fault else self._leaves.faults

    @property
    def remarks(self) -> tuple[str, ...]:
        """Those of the image, and where the two do not have the same number of pages."""
        if self._fault or len(self._sheets) == self.count:
            return self._leaves.remarks
        told = f"it has {self.count} pages, and the layout file beside it {len(self._sheets)}"
        return (*self._leaves.remarks, told)

    def leaf(self, n: PageNumber) -> Leaf:
        """The image with the words of the layout file; letters that are drawn are better than either."""
        leaf = self._leaves.leaf(n)
        if isinstance(leaf, PageText) or n > len(self._sheets):
            return leaf
        if isinstance(leaf, Layered):
            words = leaf.words
            size, image = (words.width or 1, words.height or 1, words.dpi or 1), leaf.image
        else:
            drawn = leaf
            size, image = (drawn.width, drawn.height, drawn.dpi), lambda: drawn
        return Layered(self._sheets[n - 1].set(n, self._reader, size), image)

    def picture(self, n: PageNumber, width: int | None) -> Image.Image:
        """The image's."""
        return self._leaves.picture(n, width)

    def close(self) -> None:
        """Let go of the image."""
        self._leaves.close()


def with_sidecar(leaves: Leaves, sidecar: Path, image: str, limits: Limits) -> Leaves:
    """The pages with the text layer of `sidecar`; `image` is the file's name, by which the layout file refers to it.

    Where that names several images, its pages of this one are taken; else its pages in order.
    """
    try:
        if sidecar.stat().st_size > limits.max_text_bytes:
            most = f"{limits.max_text_bytes / 1e6:,.0f} MB, the most that is read (max_text_bytes)"
            raise LimitError(f"it is larger than {most}", where=str(sidecar))
        reader, sheets = sheets_of(sidecar.read_bytes(), str(sidecar), limits)
    except SourceError as damage:
        return LeavesWithSidecar(leaves, [], "", damage)
    except OSError as fault:
        unread = SourceError(f"it cannot be read: {fault.strerror}", where=str(sidecar))
        return LeavesWithSidecar(leaves, [], "", unread)
    own = [sheet for sheet in sheets if file_named(sheet.image) == image]
    return LeavesWithSidecar(leaves, own or sheets, reader)
