"""What the JSON routes of files and archives answer, as OpenAPI describes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Self

from pydantic import Field

from onionskin.web.shapes import RowOut, Shape
from onionskin.workbench import Folder, Holding, SourceView


class FolderOut(Shape):
    """A folder of sources; its name is empty where theirs have none."""

    folder: str
    sources: int
    papers: int
    doubtful: int
    questions: int = Field(description="Boundaries between papers that are a question for a person")

    @classmethod
    def of(cls, each: Folder) -> Self:
        """From the workbench's."""
        return cls(**asdict(each))


class ShelfOut(Shape):
    """A source in which papers were found."""

    sha256: str
    name: str
    media_type: str
    papers: int
    doubtful: int
    questions: int


class FoldersOut(Shape):
    """A part of the list of folders."""

    total: int
    limit: int
    offset: int
    folders: list[FolderOut]


class ShelvesOut(Shape):
    """A part of the sources of one folder."""

    folder: str
    total: int
    limit: int
    offset: int
    sources: list[ShelfOut]


class SourcePaperOut(Shape):
    """A paper in its source."""

    page: int
    last_page: int
    doubtful: int
    questions: int
    unclaimed: int
    record: RowOut


class SheetOut(Shape):
    """How well a page was read from its image; null where the reader states no confidence."""

    page: int
    words: int
    confidence: float | None
    doubtful: float | None
    unread: int = Field(description="Patches of ink that no word covers")
    reader: str


ENTRY = ("sha256", "media_type", "size", "pages", "first_read", "last_read", "reader_version")
"""What of a source's entry is told as it stands."""


class SourceOut(Shape):
    """A source, its papers as they stand in it, and its pages that were images."""

    sha256: str
    names: list[str]
    media_type: str
    size: int
    pages: int
    first_read: str
    last_read: str
    reader_version: str
    total: int
    limit: int
    offset: int
    papers: list[SourcePaperOut]
    sheets: list[SheetOut]

    @classmethod
    def of(cls, view: SourceView, limit: int, offset: int) -> Self:
        """From the workbench's."""
        papers = []
        for each, row in view.papers:
            told = {name: value for name, value in asdict(each).items() if name != "record"}
            papers.append(SourcePaperOut(**told, record=RowOut.of(row)))
        entry = {name: getattr(view.entry, name) for name in ENTRY}
        return cls(
            **entry,
            names=list(view.entry.names),
            total=view.shelf.papers,
            limit=limit,
            offset=offset,
            papers=papers,
            sheets=[SheetOut(**asdict(each)) for each in view.sheets],
        )


class HoldingOut(Shape):
    """Papers of one archive, or of one file in it; empty names are of papers that name none."""

    archive: str
    file: str
    papers: int
    first: str
    last: str

    @classmethod
    def of(cls, each: Holding) -> Self:
        """From the workbench's."""
        return cls(**asdict(each))


class ArchivesOut(Shape):
    """The archives that papers name; of one that was asked for its files, of a file its papers."""

    archive: str | None
    file: str | None
    total: int
    limit: int
    offset: int
    holdings: list[HoldingOut]
    records: list[RowOut]
