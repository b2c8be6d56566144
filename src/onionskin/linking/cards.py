"""A record as other papers know it: its card, and the keys by which they find it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onionskin.linking.authorities.folding import called
from onionskin.linking.fingerprints import fingerprint
from onionskin.linking.holdings import Card, key
from onionskin.linking.places import place_of
from onionskin.linking.topics import topics
from onionskin.phrases.file_numbers import find_file_numbers
from onionskin.phrases.references import find_references
from onionskin.record.acts import ActKind
from onionskin.record.document import Document
from onionskin.record.fields import FieldValue, Kind
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import Reading

EDITED = "application/tei+xml"
UNDATED = "?"
HEADING = 400
"""Characters in which a heading stands."""
BETWEEN = re.compile(r"\b(?:[Bb]etween|[Ww]ith|[Aa]mong)\s[^.\n]*")
SURNAME = re.compile(
    r"(?<=[a-z]\s)[A-Z][a-z][\w'’-]+(?=,|\.|\sand\s|\Z)|(?<=\()[A-Z][\w'’-]+(?=\))|(?<=[a-z]\.\s)[A-Z][a-z][\w'’-]+(?=,)"
)
"""The last name of a phrase, or the one in parentheses: `the Secretary of State (Rusk) and Foreign Minister Malik,`."""
NO_SURNAME = frozenset(
    (
        *(
            "affairs",
            "ambassador",
            "assistant",
            "chairman",
            "chancellor",
            "counselor",
            "council",
            "defense",
            "delegation",
        ),
        *("department", "deputy", "director", "embassy", "foreign", "general", "government", "minister", "mission"),
        *(
            "office",
            "officers",
            "officials",
            "policy",
            "president",
            "representative",
            "republic",
            "secretary",
            "security",
        ),
        *("senate", "staff", "state", "states", "treasury", "union", "washington"),
    )
)
"""Words at the end of an office, which stand where a surname does."""
LETTERED = re.compile(r"(?P<letters>[A-Z]{1,2})\s?[-–]\s?0*(?P<number>\d+)")


def card_of(document: Document) -> Card:
    """What others need to know of a record."""
    return replace(heading_of(document), prints=len(fingerprint(document.text.reading)))


def heading_of(document: Document) -> Card:
    """The card without its fingerprint: for those whom the record tells whom to look for."""
    senders = _named(document, "from", "origin")
    receivers = _named(document, "to", "attention")
    series, number = _number(document)
    return Card(
        record=document.id,
        source=document.source.sha256[:16],
        kind=document.kind.value,
        date=_text(document, "date") or _day_of_file(document),
        received=_text(document, "received"),
        number=number,
        series=series,
        direction=_text(document, "direction"),
        sender=next(_places(senders), ""),
        receivers=tuple(dict.fromkeys(_places(receivers))),
        writers=_conversing(document) or _surnames([*senders, *_named(document, "signed_by")]),
        addressees=_surnames(receivers),
        subject=_text(document, "subject") or _text(document, "title"),
        file_number=_text(document, "file_number"),
        pages=_count(document),
        words=document.text.reading.count(" ") + 1 if document.text.reading else 0,
        edited=document.source.media_type == EDITED,
        source_ids=document.source.source_ids,
        subkind=document.subkind or "",
        level=_text(document, "classification"),
        carried_by=tuple(_carriers(document)),
    )


def keys_of(card: Card) -> Iterator[int]:
    """Keys by which references find the record: its number with its year, its day, its writers with their month."""
    year = card.year or UNDATED
    numbers = [card.number, *(each.split("/")[0] for each in card.carried_by)]
    yield from (key("number", number, year) for number in dict.fromkeys(numbers) if number)
    if len(card.day) == len("1962-11-17"):
        yield key("day", card.day)
        for name in card.writers:
            yield key("by", name, card.day[:7])
        yield from (key("about", each, card.day[:7]) for each in topics(card.subject))


def _number(document: Document) -> tuple[str, str]:
    """Series and number without the letters before it: `A-145` is airgram 145 of the series A."""
    series, number = _text(document, "series"), _text(document, "number")
    lettered = LETTERED.fullmatch(number)
    if lettered is not None:
        return series or lettered["letters"], lettered["number"]
    return series, number.lstrip("0")


def _day_of_file(document: Document) -> str:
    """The day in the file number, which is the paper's: `974.7301/4-357` is 3 April 1957; empty where none is there."""
    for each in find_file_numbers(_text(document, "file_number")):
        if each.value.date is not None and each.value.date.day:
            return each.value.date.edtf
    return ""


def _carriers(document: Document) -> Iterator[str]:
    """Telegrams that a note says carried the paper."""
    for act in document.acts:
        if act.act is not ActKind.TRANSMITTED or not act.means:
            continue
        for cited in find_references(act.means):
            value = cited.value
            if value.number:
                ends = (place_of(act.agent or value.from_ or ""), place_of(act.recipient or value.to or ""))
                yield "/".join((value.number.lstrip("0"), value.series or "", *ends))


def _named(document: Document, *names: str) -> list[Named]:
    """The persons, posts and offices of some fields, in order."""
    readings: list[Reading[FieldValue]] = []
    for name in names:
        one = document.one(name)
        readings += [one] if one is not None else document.many(name)
    return [reading.value for reading in readings if isinstance(reading.value, Named)]


def _conversing(document: Document) -> tuple[str, ...]:
    """Who took part in a conversation: its list of participants, or what its heading says, `between Rusk and Malik`."""
    if document.kind is not Kind.MEMORANDUM_OF_CONVERSATION:
        return ()
    heading = document.pages[0].text[:HEADING] if document.pages else ""
    between = BETWEEN.search(heading)
    said = [m[0].casefold() for m in SURNAME.finditer(between[0])] if between else []
    every = [*said, *_surnames(_named(document, "participants"))]
    return tuple(dict.fromkeys(each for each in every if each not in NO_SURNAME))


def _places(named: list[Named]) -> Iterator[str]:
    return filter(None, (place_of(_words(each)) for each in named))


def _surnames(named: list[Named]) -> tuple[str, ...]:
    """The surnames of persons; `Mr. President` has none."""
    persons = (each for each in named if each.kind is NamedKind.PERSON and (each.surname or called(each.name).words))
    return tuple(dict.fromkeys((each.surname or each.name).casefold() for each in persons))


def _words(named: Named) -> str:
    """What says the place: an officer's post, `Ambassador to Germany`, not his name."""
    return named.office or named.name


def _text(document: Document, name: str) -> str:
    reading = document.one(name)
    return str(reading.value) if reading is not None and isinstance(reading.value, str) else ""


def _count(document: Document) -> int:
    held = document.one("page_count")
    if held is not None and isinstance(held.value, int):
        return held.value
    return 0 if document.source.media_type == EDITED else len(document.source.pages)
