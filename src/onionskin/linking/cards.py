"""A record as other papers know it: its card, and the keys by which they find it."""

from __future__ import annotations

from collections.abc import Iterator

from onionskin.linking.holdings import Card, key
from onionskin.linking.places import place_of
from onionskin.record.document import Document
from onionskin.record.fields import FieldValue, Kind
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import Reading

EDITED = "application/tei+xml"
NUMBERED = frozenset({Kind.TELEGRAM, Kind.AIRGRAM, Kind.DESPATCH, Kind.MEMORANDUM, Kind.REPORT})
UNDATED = "?"


def card_of(document: Document, place: int = 0) -> Card:
    """What others need to know of a record; `place` is its own among the records of its source."""
    senders = _named(document, "from", "origin")
    receivers = _named(document, "to", "attention")
    return Card(
        record=document.id,
        source=document.source.sha256[:16],
        kind=document.kind.value,
        date=_text(document, "date"),
        received=_text(document, "received"),
        number=_text(document, "number").lstrip("0"),
        series=_text(document, "series"),
        direction=_text(document, "direction"),
        sender=next(_places(senders), ""),
        receivers=tuple(dict.fromkeys(_places(receivers))),
        writers=_surnames([*senders, *_named(document, "signed_by")]),
        addressees=_surnames(receivers),
        subject=_text(document, "subject") or _text(document, "title"),
        file_number=_text(document, "file_number"),
        pages=_count(document),
        words=document.text.reading.count(" ") + 1 if document.text.reading else 0,
        edited=document.source.media_type == EDITED,
        source_ids=document.source.source_ids,
        subkind=document.subkind or "",
        place=place,
    )


def keys_of(card: Card) -> Iterator[int]:
    """Keys by which references find the record: its number with its year, its day, its writers with their month."""
    year = card.year or UNDATED
    if card.number:
        yield key("number", card.number, year)
    if len(card.day) == len("1962-11-17"):
        yield key("day", card.day)
        for name in card.writers:
            yield key("by", name, card.day[:7])
    for each in card.source_ids:
        yield key("called", each)


def _named(document: Document, *names: str) -> list[Named]:
    """The persons, posts and offices of some fields, in order."""
    readings: list[Reading[FieldValue]] = []
    for name in names:
        one = document.one(name)
        readings += [one] if one is not None else document.many(name)
    return [reading.value for reading in readings if isinstance(reading.value, Named)]


def _places(named: list[Named]) -> Iterator[str]:
    return filter(None, (place_of(_words(each)) for each in named))


def _surnames(named: list[Named]) -> tuple[str, ...]:
    persons = (each for each in named if each.kind is NamedKind.PERSON)
    return tuple(dict.fromkeys((each.surname or each.name).casefold() for each in persons))


def _words(named: Named) -> str:
    return f"{named.office} {named.name}" if named.office else named.name


def _text(document: Document, name: str) -> str:
    reading = document.one(name)
    return str(reading.value) if reading is not None and isinstance(reading.value, str) else ""


def _count(document: Document) -> int:
    held = document.one("page_count")
    if held is not None and isinstance(held.value, int):
        return held.value
    return 0 if document.source.media_type == EDITED else len(document.source.pages)
