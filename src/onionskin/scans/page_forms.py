"""The forms in which pages leave again, for those who expect a searchable PDF, ALTO or hOCR of their scans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import BinaryIO

from onionskin.errors import NotFoundError
from onionskin.record.page import PageNumber, PageText


class PageForm(StrEnum):
    """What pages may be written as: one file for each source."""

    PDF = "pdf"
    ALTO = "alto"
    HOCR = "hocr"

    @property
    def ending(self) -> str:
        """Of its files; intake finds them beside their images by it."""
        return {PageForm.PDF: ".pdf", PageForm.ALTO: ".xml", PageForm.HOCR: ".hocr"}[self]


def _none_other(sha256: str) -> BinaryIO:
    raise NotFoundError("there is no other file", where=sha256)


@dataclass(frozen=True, slots=True)
class PagesOfSource:
    """A source's bytes, and what was read of its pages: those that have a size, in order of their numbers.

    `opened` gives the bytes of a better scan that stands for one of them, by their hash.
    """

    name: str
    media_type: str
    file: BinaryIO
    pages: Mapping[PageNumber, PageText]
    opened: Callable[[str], BinaryIO] = _none_other

    @property
    def image(self) -> str:
        """The file's own name, by which a layout file refers to it."""
        return PurePosixPath(self.name).name
