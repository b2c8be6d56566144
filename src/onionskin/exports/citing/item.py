"""What a citation says of a paper, before any style puts it into its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.record.dates import PartialDate
from onionskin.record.document import Document, Imprint
from onionskin.record.fields import Kind
from onionskin.record.named import Named, NamedKind
from onionskin.record.titles import kind_words, title

FRUS = re.compile(r"(?P<volume>frus\d{4}[\w-]*)/(?P<document>[a-z]+\w*)")
"""A document's id in the Department's own edition: `frus1961-63v05/d293`."""
FRUS_SITE = "https://history.state.gov/historicaldocuments"


@dataclass(frozen=True, slots=True)
class Item:
    """A paper to be cited.

    `title` is what a historian would call it, its date at the end; `heading` the same without it. `day` is None where
    no single date is known, `places` say where the original lies, the narrowest first (file, collection, repository),
    and `file` names the surrogate where nobody says where the original lies. `edition` is where it is printed, `url`
    the edition's own address of it.
    """

    id: str
    kind: Kind
    kind_words: str
    title: str
    heading: str
    subject: str
    authors: tuple[Named, ...]
    recipients: tuple[Named, ...]
    day: PartialDate | None
    places: tuple[str, ...]
    repository: str
    file: str
    edition: Imprint | None
    url: str

    @property
    def key(self) -> str:
        """What a bibliography calls it: `rusk1962-njn1voj`, made of ASCII letters, figures and one hyphen."""
        name = next((each.surname or each.name for each in self.authors), self.kind_words)
        letters = re.sub(r"[^a-z]", "", name.lower())[:24] or "paper"
        return f"{letters}{self.day.year if self.day else ''}-{self.id.removeprefix('os-')[:7]}"


def item_of(document: Document) -> Item:
    """What a record says for a citation."""
    named = title(document)
    source = document.source
    at = ", ".join(map(str, source.pages))
    sheets = f", {'page' if len(source.pages) == 1 else 'pages'} {at}" if at else ""
    frus = next((held for each in source.source_ids if (held := FRUS.fullmatch(each))), None)
    places = tuple(dict.fromkeys(_places(document)))
    return Item(
        id=document.id,
        kind=document.kind,
        kind_words=kind_words(document.kind),
        title=named,
        heading=named.removesuffix(", undated"),
        subject=_text(document, "subject") or _text(document, "title"),
        authors=_names(document, "from"),
        recipients=_names(document, "to"),
        day=_day(document),
        places=places,
        repository=document.copy.archive or _text(document, "repository"),
        file="" if source.edition else f"{source.name.rpartition('/')[2]}{sheets}",
        edition=source.edition,
        url=f"{FRUS_SITE}/{frus['volume']}/{frus['document']}" if frus else "",
    )


def _places(document: Document) -> Iterator[str]:
    copy = document.copy
    yield from filter(None, (_text(document, "document_number"), _text(document, "file_number")))
    if copy.item:
        yield f"item {copy.item}"
    if copy.holder:
        yield f"copy of the {copy.holder}"
    if copy.number:
        yield f"copy {copy.number}"
    yield from filter(None, (_text(document, "collection"), copy.archive or _text(document, "repository")))


def _names(document: Document, name: str) -> tuple[Named, ...]:
    one = document.one(name)
    readings = document.many(name) or ((one,) if one else ())
    return tuple(each.value for each in readings if isinstance(each.value, Named))


def _text(document: Document, name: str) -> str:
    held = document.one(name)
    return " ".join(str(held.value).split()) if held is not None and held.value is not None else ""


def _day(document: Document) -> PartialDate | None:
    try:
        return PartialDate.parse(_text(document, "date"))
    except ValueError:
        return None


def is_person(named: Named) -> bool:
    """Whether a name is a person's, with a surname to sort it by."""
    return named.kind is NamedKind.PERSON and bool(named.surname)
