"""What a format promises: the pages of one opened file, each as text or as an image that an engine can read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from onionskin.errors import SourceError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.engine import PageImage
from onionskin.scans.limits import Limits

if TYPE_CHECKING:
    # Who reads texts alone never loads the library of pictures.
    from PIL import Image


@dataclass(frozen=True, slots=True)
class Layered:
    """A page that is an image, with the words that another program read on it and left in the file, or beside it.

    `image` draws the page when it is called, and raises as `Leaves.leaf` does. `of_the_scan` is false where the words
    are only a stamp that somebody drew over it: they are no reading of the page.
    """

    words: PageText
    image: Callable[[], PageImage]
    of_the_scan: bool = True


Leaf = PageText | PageImage | Layered


class Leaves(Protocol):
    """One opened file, page by page, in any order and again; nothing is held between two pages.

    Used by one thread at a time, though several files may be open in several threads. `leaf` and `picture` raise
    SourceError with the page, and the other pages can still be had: DamagedSourceError, or LimitError before the work
    that would exceed a limit is begun.
    """

    @property
    def count(self) -> int:
        """How many pages, at least 1 and at most `Limits.max_pages`."""
        ...

    @property
    def faults(self) -> tuple[SourceError, ...]:
        """What is wrong with the file as a whole though its pages can be had; may grow as they are."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """What had to be guessed, in sentences for people."""
        ...

    def leaf(self, n: PageNumber) -> Leaf:
        """The page as text where its characters are what one sees, else as an image, with its text layer if any."""
        ...

    def picture(self, n: PageNumber, width: int | None) -> Image.Image:
        """The page for the eye, grey (`L`) or in colours (`RGB`), loaded and nobody else's; `width` in pixels, or its
        own size. NotFoundError for a text. One that is smaller than the page is the last thing asked of these leaves:
        decoders that can make it so at once cannot go back.
        """
        ...

    def close(self) -> None:
        """Let go of what the format's library holds; the file itself is the caller's."""
        ...


class OpensLeaves(Protocol):
    """The function `opened` that a format's module has."""

    def __call__(self, file: BinaryIO, name: str, limits: Limits) -> Leaves:
        """Look at the file as a whole. `name` is for messages.

        Raises EmptySourceError, EncryptedSourceError, DamagedSourceError, UnknownFormatError, or LimitError.
        """
        ...
