"""What a collection keeps at hand of the pages that somebody looks at: a viewer asks for forty tiles of one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onionskin.record.page import PageNumber
from onionskin.scans.held import Held

if TYPE_CHECKING:
    from PIL import Image

_SHEETS_BYTES = 256_000_000
"""Some thirty grey pages at 300 dpi, or ten in colours."""
_IMAGES_BYTES = 64_000_000
"""Some hundred whole pages as they are sent."""
_SIGHTS = 500
_SIGHTS_SECONDS = 5.0
"""For so long a paper that may no longer be shown still gives tiles, and no longer."""


@dataclass(frozen=True, slots=True)
class PageSight:
    """A page of a released paper that can be looked at: `width` and `height` are its image's, in pixels.

    Words and marks of the record have their boxes in these pixels. `at` is the page of the file `sha256` that is
    shown, turned with the clock by `turned` degrees: of the source, or of the better scan that stands for it.
    """

    record: str
    page: PageNumber
    width: int
    height: int
    sha256: str
    media_type: str
    at: PageNumber
    turned: int = 0


def _bytes(image: tuple[bytes, str]) -> int:
    return len(image[0])


def _weight(sheet: Image.Image) -> int:
    return sheet.width * sheet.height * len(sheet.getbands())


@dataclass(frozen=True, slots=True)
class Easel:
    """`sights` are the pages of papers by the record's id, `sheets` drawn pages by their file's hash and number, by
    how they are turned, and by how much smaller they are drawn than they are, a power of two; `images` whole pages as
    they are sent, with their media types, by the same and by their width, None for their own.
    """

    sights: Held[str, Mapping[PageNumber, PageSight]] = field(
        default_factory=lambda: Held(_SIGHTS, len, seconds=_SIGHTS_SECONDS)
    )
    sheets: Held[tuple[str, PageNumber, int, int], Image.Image] = field(
        default_factory=lambda: Held(_SHEETS_BYTES, _weight)
    )
    images: Held[tuple[str, PageNumber, int, int | None], tuple[bytes, str]] = field(
        default_factory=lambda: Held(_IMAGES_BYTES, _bytes)
    )
