"""The pages of a kept source, as they were read, told apart into papers once more."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.errors import UsageError
from onionskin.inventory.facts import facts_of
from onionskin.readers.assemble import Surrogate
from onionskin.record.document import Document
from onionskin.record.mending import NO_ORDERS, without_edition
from onionskin.record.page import PageNumber, PageText
from onionskin.review.release import Policy, release
from onionskin.settings import Settings
from onionskin.store.contract import KeptSource
from onionskin.workbench.assembling import papers_of
from onionskin.workbench.authorities import asked_by_inventory, authority_of_collection
from onionskin.workbench.collection import Collection
from onionskin.workbench.linking import Linking, link_within, still_to_link


def pages_of(collection: Collection, source: str) -> list[PageText]:
    """The pages of a source as its records keep them; those without ink are in none and come back blank."""
    entry = collection.store.source(source)
    held = {page.n: page for document in collection.store.records(source) for page in document.pages}
    count = max([entry.pages if entry else 0, *held])
    return [held.get(PageNumber(n)) or PageText(PageNumber(n), "") for n in range(1, count + 1)]


def taken_apart(collection: Collection, source: str, other: PageText | None = None) -> tuple[Document, ...]:
    """The source's pages, as they were read, taken apart anew and kept: no engine is asked again. `other` is one of
    them that was read in the meantime. Papers of other sources that waited to be linked before go on waiting.
    """
    entry = collection.store.source(source)
    if entry is None:
        raise UsageError("the collection does not hold the source of this record", where=source)
    before = set(collection.store.ids_of(source))
    orders = collection.orders().get(source, NO_ORDERS)
    pages = with_page(pages_of(collection, source), other)
    documents = tuple(papers_of(Surrogate(entry.names[0], source, entry.media_type), pages, orders))
    # A run elsewhere, or an older linker, may have left thousands, for which nobody is to wait here.
    others = frozenset(still_to_link(collection)) - {document.id for document in documents}
    kept = KeptSource(entry.names[0], source, entry.media_type, collection.store.bytes_of(source), entry.pages)
    collection.store.keep(kept, documents, without_edition(entry.reader_version) + orders.edition)
    linking = Linking(collection)
    linking.take_in(documents)
    linking.go_on(but=others)
    collection.index.remove(before - {document.id for document in documents})
    return tuple(collection.store.records(source, linked=True))


def with_page(pages: Sequence[PageText], other: PageText | None) -> list[PageText]:
    """The pages, with another in the place of the one of its number."""
    return [other if other is not None and other.n == each.n else each for each in pages]


FEW_WORDS = (
    "FROM: Amembassy Moscow\nTO: Department of State\nNovember 21, 1962\n\nYou should tell the Secretarv we agree\n",
    "SECRET\n\n- 2 -\n\nto the inspectiom. The Minister will see the xrqs of our telegram 12.\n\ncc: The Embassy\n",
)
"""Something for most readers. Of the misread words one is no word at all: the ledger looks for what nobody mended."""


def warm_up(settings: Settings) -> None:
    """Have the readers, the authority and the words at hand, which the first decision in a room would wait seconds for.

    By reading, linking and telling a paper of a few words on two pages, some of them misread.
    """
    pages = [PageText(PageNumber(n), text) for n, text in enumerate(FEW_WORDS, 1)]
    authority_of_collection(settings)
    for document in link_within(papers_of(Surrogate("", "0" * 64, "text/plain"), pages, NO_ORDERS)):
        facts_of(release(document, Policy.PUBLIC), asked_by_inventory(settings))
