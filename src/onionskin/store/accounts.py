"""Who may come into a collection that is open to a network."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a visitor may do, each all that the one before may: read; decide; keep the collection and its accounts."""

    READER = "reader"
    EDITOR = "editor"
    OWNER = "owner"

    def includes(self, other: Role) -> bool:
        """Whether who has this role may do what the other may."""
        ranks = tuple(Role)
        return ranks.index(self) >= ranks.index(other)
