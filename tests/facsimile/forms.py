"""Forms printed and read again: what a program finds in the text of the PDF, without any looking at it."""

from __future__ import annotations

import io

from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.enclosing import resolve_within
from onionskin.readers.standard import standard_readers
from onionskin.record.document import Document
from onionskin.record.fields import Enclosure, OtherNumber
from onionskin.record.named import Named
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.limits import Limits
from onionskin.scans.pdf import opened


def pages_in(pdf: bytes) -> list[PageText]:
    """The pages as their text layer gives them; a page that would have to be looked at fails the test."""
    leaves = opened(io.BytesIO(pdf), "form.pdf", Limits())
    pages = [leaves.leaf(PageNumber(n)) for n in range(1, leaves.count + 1)]
    leaves.close()
    assert all(isinstance(page, PageText) for page in pages)
    return [page for page in pages if isinstance(page, PageText)]


def read_again(pdf: bytes) -> Document:
    """The one paper that is in it."""
    surrogate = Surrogate("form.pdf", "0" * 64, "application/pdf")
    (paper,) = resolve_within(assemble(surrogate, pages_in(pdf), standard_readers()))
    return paper


def told(document: Document) -> dict[str, object]:
    """Every field's values: of names what a form keeps of them, of numbers and enclosures their words."""
    return {
        name: [_plain(each.value) for each in held] if isinstance(held, tuple) else _plain(held.value)
        for name, held in document.fields.items()
    }


def _plain(value: object) -> object:
    match value:
        case Named(name=name, office=office):
            return name, office
        case OtherNumber(number=number):
            return number
        case Enclosure(name=name):
            return name
        case _:
            return value


def words_of(document: Document) -> list[tuple[str | None, str]]:
    """Labels and words of the paragraphs; a dash as a typewriter has it."""
    return [(each.label, each.text.replace("\u2014", "--")) for each in document.text.paragraphs]
