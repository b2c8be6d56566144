"""What people decided of how sources are read, gathered for each source from the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onionskin.record.boundaries import Settled
from onionskin.record.decisions import OF_SOURCES
from onionskin.record.mending import Begun, Mending, Orders
from onionskin.record.page import PageNumber
from onionskin.store.decisions import Kept


@dataclass(slots=True)
class _Gathered:
    """The later word on a place, a page or a beginning goes."""

    places: dict[tuple[PageNumber, int], bool] = field(default_factory=dict)
    pages: dict[PageNumber, Mending] = field(default_factory=dict)
    begun: dict[PageNumber, tuple[Begun, ...]] = field(default_factory=dict)

    def take(self, kept: Kept, *, stands: bool) -> None:
        if stands:
            self.places.update({(place.page, place.offset): place.begins for place in kept.places})
            if kept.mending is not None:
                self.pages[kept.mending.page] = kept.mending.after(self.pages.get(kept.mending.page))
        if kept.after is not None:
            # Also of a decision that was taken back: what was settled before it moved with the page, there and back.
            page, offsets = kept.after.page, dict(kept.after.places)
            self.begun[page] = kept.after.begun
            self.places = {
                (n, offsets.get(offset, offset) if n == page else offset): begins
                for (n, offset), begins in self.places.items()
            }

    def orders(self) -> Orders:
        return Orders(
            tuple(Settled(page, offset, begins) for (page, offset), begins in sorted(self.places.items())),
            self.pages,
            tuple(each for page in sorted(self.begun) for each in self.begun[page]),
        )


def orders(decisions: Iterable[Kept]) -> dict[str, Orders]:
    """By the hash of each source how it is to be read; of all decisions, oldest first, with what took them back."""
    every = [each for each in decisions if each.about in OF_SOURCES and each.source is not None]
    undone = {each.undoes for each in every}
    by_source: dict[str, _Gathered] = {}
    for each in every:
        gathered = by_source.setdefault(each.source or "", _Gathered())
        gathered.take(each, stands=each.undoes is None and each.entry not in undone)
    return {source: gathered.orders() for source, gathered in by_source.items()}
