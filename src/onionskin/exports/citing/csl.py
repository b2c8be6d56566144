"""CSL-JSON, the form of Zotero, Pandoc and every processor of the Citation Style Language, version 1.0.2."""

from __future__ import annotations

from onionskin.exports.citing.item import Item, is_person
from onionskin.record.dates import PartialDate
from onionskin.record.fields import Kind
from onionskin.record.named import Named

LETTERS = frozenset({Kind.TELEGRAM, Kind.AIRGRAM, Kind.DESPATCH, Kind.LETTER, Kind.MEMORANDUM})
"""Kinds that one writes to another."""

Value = str | list[dict[str, str]] | dict[str, object]
Csl = dict[str, Value]


def csl_type(item: Item) -> str:
    """The type of the processor's own list."""
    if item.edition:
        return "chapter"
    if item.kind in LETTERS:
        return "personal_communication"
    return "report" if item.kind is Kind.REPORT else "document"


def csl(item: Item) -> Csl:
    """One entry; what the record does not say is left out."""
    edition = item.edition
    held: dict[str, Value] = {
        "id": item.key,
        "type": csl_type(item),
        "title": item.title,
        "genre": item.kind_words,
        "author": [name_of(each) for each in item.authors],
        "recipient": [name_of(each) for each in item.recipients],
        "archive": item.repository,
        "archive_location": ", ".join(each for each in item.places if each != item.repository),
        "URL": item.url,
        "source": item.file,
        "note": f"Onionskin record {item.id}",
    }
    if item.day:
        held["original-date" if edition else "issued"] = date_of(item.day)
    if edition:
        held |= {
            "container-title": edition.name,
            "volume": edition.volume.removeprefix("Volume "),
            "chapter-number": edition.entry,
            "editor": [editor(each) for each in edition.editors],
            "publisher": edition.publisher,
            "publisher-place": edition.place,
        }
        if edition.year:
            held["issued"] = {"date-parts": [[int(edition.year)]]}
    return {name: value for name, value in held.items() if value}


def name_of(named: Named) -> dict[str, str]:
    """A person by family and given name, all others as they stand."""
    if not is_person(named):
        return {"literal": named.name}
    given = named.given or named.name.removesuffix(named.surname or "").strip()
    return {"family": named.surname or named.name, **({"given": given} if given else {})}


def editor(name: str) -> dict[str, str]:
    """`Charles S. Sampson` is Sampson, Charles S.; `, Jr.` stays with the name as its suffix."""
    whole, _, suffix = name.partition(", ")
    given, _, family = whole.rpartition(" ")
    held = {"family": family, "given": given, "suffix": suffix}
    return {key: value for key, value in held.items() if value}


def date_of(day: PartialDate) -> dict[str, object]:
    """Year, month and day as far as they are known; a date that is only about right is `circa`."""
    parts = [part for part in (day.year, day.month, day.day) if part is not None]
    return {"date-parts": [parts], **({"circa": True} if day.approximate or day.uncertain else {})}
