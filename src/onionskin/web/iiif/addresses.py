"""Where things are for viewers. An address, once given, is somebody's footnote: none of these may change.

A page is named by its paper and its number in the file, not by the file's hash: whether it may be shown is a fact about
the paper, and a paper's id is the same in any collection that holds the same bytes and outlives every later reading.
"""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request


class Addresses:
    """Absolute addresses of one room, by the name under which the visitor asked; the Doorkeeper knows its names."""

    def __init__(self, request: Request) -> None:
        self.room = str(request.base_url).rstrip("/")

    def collection(self, page: int | None = None) -> str:
        """The collection, or a page of its list."""
        return f"{self.room}/iiif/collection.json" + (f"?page={page}" if page else "")

    def manifest(self, record: str) -> str:
        """A paper's manifest."""
        return f"{self._paper(record)}/manifest.json"

    def canvas(self, record: str, page: int) -> str:
        """A page as a canvas, which annotations aim at."""
        return f"{self._paper(record)}/canvas/{page}"

    def notes(self, record: str, page: int, kind: str) -> str:
        """A page of annotations: `kind` is `lines` or `marks` upon a page of paper, or `image`, which paints it."""
        return f"{self._paper(record)}/canvas/{page}/{kind}.json"

    def part(self, record: str, name: str) -> str:
        """A part of a paper's outline."""
        return f"{self._paper(record)}/range/{name}"

    def image(self, record: str, page: int) -> str:
        """A page's image service, without a slash at its end."""
        return f"{self.room}/iiif/3/{quote(record)}/{page}"

    def page(self, record: str) -> str:
        """The paper's own page in the room."""
        return f"{self.room}/papers/{quote(record)}"

    def _paper(self, record: str) -> str:
        return f"{self.room}/iiif/papers/{quote(record)}"
