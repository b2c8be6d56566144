"""What a store says of itself, to compare before and after."""

from __future__ import annotations

from onionskin.store.contract import Store
from onionskin.store.journal import EntryKind


def everything(store: Store) -> object:
    """All that the store says, to compare before and after."""
    return (
        list(store.sources()),
        list(store.records()),
        list(store.digests()),
        list(store.journal()),
        store.summary(),
        [store.bytes_of(source.sha256) for source in store.sources()],
    )


def kinds(store: Store, after: int = 0) -> list[EntryKind]:
    return [entry.kind for entry in store.journal(after=after)]
