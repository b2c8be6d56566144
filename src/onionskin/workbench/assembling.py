"""A source's pages to its papers, as people decided: where they begin, and which keep their ids all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.enclosing import resolve_within
from onionskin.readers.standard import standard_readers
from onionskin.record.document import Document
from onionskin.record.ids import record_id
from onionskin.record.mending import Begun, Orders
from onionskin.record.page import PageNumber, PageText


def papers_of(surrogate: Surrogate, pages: Sequence[PageText], orders: Orders) -> list[Document]:
    """Every paper on the pages of one source, in order, and what they are to one another."""
    return resolve_within(list(_named(assemble(surrogate, pages, standard_readers(), orders.places), orders.begun)))


def beginning(document: Document, begun: Iterable[Begun] = ()) -> tuple[PageNumber, int]:
    """Page and offset from which the id of a paper follows, or at which one of `begun` keeps its own."""
    for each in begun:
        if each.record == document.id:
            return each.page, each.offset
    page = document.pages[0]
    starts = [0, *(at + 1 for at, character in enumerate(page.text) if character == "\n")]
    named = (at for at in starts if record_id(document.source.sha256, page.n, at) == document.id)
    return page.n, next(named, 0)


def _named(documents: Sequence[Document], begun: Sequence[Begun]) -> Iterator[Document]:
    if not begun:
        yield from documents
        return
    kept = {(each.page, each.offset): each.record for each in begun}
    taken = {document.id for document in documents if beginning(document) not in kept}
    for document in documents:
        own = kept.get(beginning(document), document.id)
        yield document if own == document.id or own in taken else replace(document, id=own)
