"""What the first visitors of a room would wait for, done before it opens."""

from __future__ import annotations

from collections.abc import Callable

from onionskin.workbench.authorities import authority_of_collection
from onionskin.workbench.browsing import calendar, coverage
from onionskin.workbench.collection import Collection
from onionskin.workbench.finding import find
from onionskin.workbench.ledger import Wanted, issues, negotiations, years_of_negotiations
from onionskin.workbench.showing import listing

_ANY = "telegram"
"""A word of these papers: what a search has to read first, it reads for each."""


def warm(collection: Collection, tell: Callable[[str], None] = lambda _: None) -> None:
    """Bring a collection in step and have at hand what every page of the room asks for.

    These are the totals of the whole collection and of its ledger, its authority, and what search counts with. `tell`
    is told where the collection must first be brought in step.
    """
    collection.make_ready(tell)
    authority_of_collection(collection.settings)
    listing(collection, limit=1)
    calendar(collection)
    coverage(collection)
    negotiations(collection)
    years_of_negotiations(collection)
    issues(collection, Wanted(), limit=1)
    find(collection, _ANY, limit=1, heaps=1)
