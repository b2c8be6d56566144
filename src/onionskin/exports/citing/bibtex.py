"""BibTeX, with the fields of biblatex where the old styles have none; those ignore what they do not know."""

from __future__ import annotations

from onionskin.exports.citing.item import Item, is_person
from onionskin.record.named import Named

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        **{each: f"\\{each}" for each in "{}$&#_%"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(item: Item) -> str:
    """One entry: `@incollection` for a paper that an edition prints, else `@misc`."""
    edition = item.edition
    held = {
        "author": " and ".join(_name(each) for each in item.authors),
        "title": f"{{{escaped(item.title)}}}",
        "note": escaped(_note(item)),
        "url": item.url,
    }
    if edition:
        volume = edition.volume.removeprefix("Volume ")
        held |= {
            "booktitle": escaped(edition.name),
            "editor": " and ".join(_editor(each) for each in edition.editors),
            "volume": escaped(volume),
            "chapter": escaped(edition.entry),
            "publisher": f"{{{escaped(edition.publisher)}}}" if edition.publisher else "",
            "address": escaped(edition.place),
            "year": edition.year,
            "origdate": item.day.date.edtf if item.day else "",
        }
    elif item.day:
        held |= {"year": str(item.day.year), "date": item.day.date.edtf}
        held |= {"day": str(item.day.day)} if item.day.day else {}
    else:
        held |= {"howpublished": escaped(item.kind_words)}
    lines = [f"  {name} = {{{value}}}" for name, value in held.items() if value]
    if item.day and item.day.month and not edition:
        lines.append(f"  month = {MONTHS[item.day.month - 1]}")
    kind = "incollection" if edition else "misc"
    return f"@{kind}{{{item.key},\n" + ",\n".join(lines) + "\n}\n"


def escaped(text: str) -> str:
    """What TeX would take for its own, said so that it prints."""
    return " ".join(text.split()).translate(ESCAPED)


def _note(item: Item) -> str:
    where = item.places if item.repository or item.edition else (*item.places, item.file)
    return ", ".join(where)


def _name(named: Named) -> str:
    """`Rusk, Dean`; what is no person stands in braces, or its `and` and `of` would be taken for parts of a name."""
    if not is_person(named):
        return f"{{{escaped(named.name)}}}"
    given = named.given or named.name.removesuffix(named.surname or "").strip()
    return escaped(f"{named.surname}, {given}" if given else f"{named.surname}")


def _editor(name: str) -> str:
    whole, _, suffix = name.partition(", ")
    given, _, family = whole.rpartition(" ")
    return escaped(", ".join(filter(None, (family, suffix, given))))
