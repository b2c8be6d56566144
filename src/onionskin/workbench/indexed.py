"""The index of a collection, opened; it stands apart so that who looks nothing up loads no search."""

from __future__ import annotations

from functools import partial

from onionskin.search.contract import SearchIndex
from onionskin.search.sqlite_fts import SqliteIndex
from onionskin.settings import Settings
from onionskin.workbench.authorities import entity_names

FILE = "search.db"


def open_index(settings: Settings) -> SearchIndex:
    """The index in the folder of a collection; it is begun where there is none."""
    return SqliteIndex(settings.collection / FILE, called=partial(entity_names, settings))
