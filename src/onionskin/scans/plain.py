"""Text files: their form feeds are page turns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from onionskin.errors import EmptySourceError, LimitError, NotFoundError, SourceError, UnknownFormatError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.decode import decode
from onionskin.scans.limits import Limits
from onionskin.scans.sniff import is_text

if TYPE_CHECKING:
    from PIL import Image

_MARKUP = re.compile(
    r"""
      ~~[^~\n]+~~            # ~~TOP SECRET~~: struck
    | [☐☑☒]                  # check boxes
    | \*\*[^*\n]+\*\*        # **bold**
    | ^\#{1,6}[ ]\S          # a heading
    | (?<![\w*])\*\w[^*\n]*\w\*(?![\w*])   # *Moskowitz*: handwriting
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGNS = ("~~", "*", "#", "☐", "☑", "☒")
"""One of which stands in every mark: looking for them is a hundred times faster."""
_SEEN_AS_EMPTY = "\ufeff\u200b"


class TextLeaves:
    """The pages between form feeds. The form feed belongs to neither page, and one at the end begins no page."""

    def __init__(self, pages: list[str], remarks: tuple[str, ...], name: str) -> None:
        self._pages = pages
        self._name = name
        self.remarks = remarks
        self.faults: tuple[SourceError, ...] = ()

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self._pages)

    @property
    def has_markup(self) -> bool:
        """Whether the text bears the marks that vision models print: `~~struck~~`, `☒`, `*handwriting*`."""
        return any(_MARKUP.search(page) for page in self._pages if any(sign in page for sign in _SIGNS))

    def leaf(self, n: PageNumber) -> PageText:
        """The page's text."""
        return PageText(n, self._pages[n - 1])

    def picture(self, n: PageNumber, width: int | None) -> Image.Image:  # noqa: ARG002 - as above
        """Never: a text has no image."""
        raise NotFoundError("a text has no page image", where=self._name, page=n, advice="Ask for the page's text")

    def close(self) -> None:
        """Nothing is held."""


def opened(file: BinaryIO, name: str, limits: Limits) -> TextLeaves:
    """Decode the whole file; its size was held against the limit before."""
    data = file.read()
    decoded = decode(data)
    if not is_text(data):
        raise UnknownFormatError("this begins like a text and goes on as something else", where=name)
    if not decoded.text.strip().strip(_SEEN_AS_EMPTY):
        raise EmptySourceError("there is nothing on it but blanks", where=name)
    pages = decoded.text.split("\f")
    if not pages[-1].strip():
        pages.pop()
    if len(pages) > limits.max_pages:
        raise LimitError(f"it has {len(pages)} pages, and at most {limits.max_pages} are read (max_pages)", where=name)
    return TextLeaves(pages, decoded.doubts, name)
