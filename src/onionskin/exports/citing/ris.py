"""RIS, the tagged form of EndNote, RefMan and Zotero: a tag of two characters, two spaces, a hyphen and a space."""

from __future__ import annotations

from collections.abc import Iterator

from onionskin.exports.citing.csl import csl_type, editor, name_of
from onionskin.exports.citing.item import Item

TYPES = {"chapter": "CHAP", "personal_communication": "PCOMM", "report": "RPRT", "document": "UNPB"}


def ris(item: Item) -> str:
    """One reference, its lines ended as the form's description asks."""
    lines = [(tag, " ".join(value.split())) for tag, value in _lines(item)]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value or tag == "ER")


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[csl_type(item)]
    yield "ID", item.key
    yield "TI", item.title
    for each in item.authors:
        yield "AU", _name(name_of(each))
    if item.edition:
        yield from _edition(item)
    elif item.day:
        yield "PY", str(item.day.year)
    if item.day:
        yield (
            "DA",
            "/".join(f"{part:02}" if part else "" for part in (item.day.year, item.day.month, item.day.day)) + "/",
        )
    yield "M3", item.kind_words
    yield "AV", ", ".join(item.places)
    yield "DB", item.repository
    yield "UR", item.url
    yield "N1", f"Onionskin record {item.id}" + (f"; {item.file}" if item.file else "")
    yield "ER", ""


def _edition(item: Item) -> Iterator[tuple[str, str]]:
    edition = item.edition
    if edition is None:
        return
    yield "T2", edition.name
    for each in edition.editors:
        yield "A2", _name(editor(each))
    yield "VL", edition.volume.removeprefix("Volume ")
    yield "SE", edition.entry
    yield "PB", edition.publisher
    yield "CY", edition.place
    yield "PY", edition.year


def _name(parts: dict[str, str]) -> str:
    """`Rusk, Dean`; `Smith, John, Jr.`."""
    return parts.get("literal") or ", ".join(parts[key] for key in ("family", "given", "suffix") if key in parts)
