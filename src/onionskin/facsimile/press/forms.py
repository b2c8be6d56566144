"""A sheet as the registry prints it: clean, each copy with its own mark on every page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onionskin.errors import UsageError
from onionskin.facsimile.marks import CopyMark
from onionskin.facsimile.press.files import pdf_of
from onionskin.facsimile.press.setting import set_words
from onionskin.facsimile.sheets import CoverSheet, Paragraph, Sheet
from onionskin.facsimile.surface import FORM
from onionskin.facsimile.typeset import typeset


@dataclass(frozen=True, slots=True)
class Printed:
    """The form as a PDF, and how many pages it has."""

    pdf: bytes
    pages: int


def printed(sheet: Sheet, copy: CopyMark | None = None, *, title: str = "") -> Printed:
    """The form, its text selectable in the order in which it is read; the same bytes every time.

    `copy` stands at the head of every page, in place of the mark of any other. UsageError of a sheet without words, and
    of letters that cannot be typed.
    """
    if not any(map(_says_something, sheet.lines if isinstance(sheet, CoverSheet) else sheet.paragraphs)):
        raise UsageError("there are no words to print", advice="Give the paper its text, then print it")
    if copy is not None:
        sheet = replace(sheet, marks=sheet.marks.of_copy(copy))
    pages = typeset(sheet, FORM)
    return Printed(pdf_of([set_words(page) for page in pages], title), len(pages))


def _says_something(paragraph: Paragraph) -> bool:
    parts = (paragraph,) if isinstance(paragraph, str) else paragraph
    return any(not isinstance(part, str) or part.strip() for part in parts)
