"""Cards and references made by hand for the tests of linking; every paper is invented."""

from __future__ import annotations

from onionskin.linking.cards import keys_of
from onionskin.linking.holdings import Card, Shelf
from onionskin.record.references import Reference, ReferenceKind, Resolution, ResolutionState

OPEN = Resolution(ResolutionState.CITED_NOT_HELD)


def shelf(*cards: Card) -> Shelf:
    """A collection that holds these papers."""
    held = Shelf()
    for card in cards:
        held.put(card, keys_of(card))
    return held


def telegram(record: str, number: str, day: str, sender: str, *receivers: str, series: str = "") -> Card:
    """A telegram between posts."""
    return Card(record, "s", "telegram", day, number=number, series=series, sender=sender, receivers=receivers)


def cited(text: str, **said: str) -> Reference:
    """A reference to a telegram, as the grammar gives it."""
    told = {name: said.get(name) for name in ("number", "series", "from_", "to", "date", "direction")}
    return Reference(text, ReferenceKind(said.get("kind", "telegram")), (), OPEN, **told)
