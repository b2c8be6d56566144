"""What the first visitors of a room would wait for, done before it opens."""

from __future__ import annotations

import os
from collections.abc import Callable

from onionskin.settings import Settings
from onionskin.workbench.authorities import authority_of_collection
from onionskin.workbench.browsing import calendar, coverage
from onionskin.workbench.collection import Collection, open_collection
from onionskin.workbench.finding import find
from onionskin.workbench.ledger import Wanted, issues, negotiations, years_of_negotiations
from onionskin.workbench.showing import listing

GIVING_WAY = 10
"""How much later than others its process has its turn."""
_ANY = "telegram"
"""A word of these papers: what a search has to read first, it reads for each."""


def warm(collection: Collection, tell: Callable[[str], None] = lambda _: None) -> None:
    """Bring a collection in step and have at hand what every page of the room asks for.

    These are the totals of the whole collection and of its ledger, its authority, and what search counts with. `tell`
    is told where the collection must first be brought in step. Where that would take minutes it is left to
    `catch_up`, in a process of its own.
    """
    collection.leave_aside()
    collection.make_ready(tell)
    if behind := collection.behind.most:
        tell(f"{behind} papers are gone through anew while the room is open; until then it shows what it has.")
    authority_of_collection(collection.settings)
    listing(collection, limit=1)
    calendar(collection)
    coverage(collection)
    negotiations(collection)
    years_of_negotiations(collection)
    issues(collection, Wanted(), limit=1)
    find(collection, _ANY, limit=1, heaps=1)


def catch_up(settings: Settings) -> None:
    """Bring a collection in step, however long it takes; for a process of its own, which gives way to others."""
    if hasattr(os, "nice"):
        os.nice(GIVING_WAY)
    with open_collection(settings) as collection:
        collection.make_ready()
