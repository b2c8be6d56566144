"""The values by which papers are sorted: what a query can name whole, and what stands beside the papers found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from onionskin.record.acts import ActKind
from onionskin.record.document import Document
from onionskin.record.fields import Enclosure, FieldValue, OtherNumber
from onionskin.record.named import Named, NamedKind
from onionskin.record.page import PageText
from onionskin.record.reading import Reading, ReadingState
from onionskin.search.query import FieldName
from onionskin.search.words import words

YEAR, MONTH = "year", "month"
"""Heaps that no query names by these words, but by `date:1962` and `date:1962-11`. A paper whose date can lie in two
years lies on no year's heap."""

REVIEW = {
    ActKind.DECLASSIFIED: "declassified",
    ActKind.RELEASED: "released",
    ActKind.EXCISED: "excised",
    ActKind.DENIED: "denied",
    ActKind.DOWNGRADED: "downgraded",
    ActKind.REFERRED: "referred",
    ActKind.WITHDRAWN: "withdrawn",
    ActKind.REVIEWED: "reviewed",
    ActKind.PUBLISHED: "published",
}
"""What reviewers did, in their own words. Of an act upon a part it says so: `declassified in part`."""
NO_REVIEW = "none shown"

DOUBTED, MANY = 0.8, 0.2
"""A page is damaged where the mean confidence of its words is below the one, or more than the other are below it."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Heap(NamedTuple):
    """A value on which a paper lies: `value` as it is compared ("top secret"), `label` as people write it."""

    name: str
    value: str
    label: str


def heaps_of(document: Document, days: tuple[str, str] | None, called: Mapping[str, str]) -> Iterator[Heap]:
    """Every heap of a paper, each once; `called` has the names of entities by their ids."""
    held: dict[tuple[str, str], Heap] = {}
    for name, label in _told(document, days, called):
        if value := value_of(label):
            held.setdefault((name, value), Heap(name, value, one_line(label)))
    yield from held.values()


def value_of(text: str) -> str:
    """How a whole value is compared: `memorandum-of-conversation` is "memorandum of conversation"."""
    return " ".join(words(text))


@lru_cache(maxsize=256)
def one_line(text: str) -> str:
    """White space folded, and no control characters. The values of one paper are asked for theirs several times."""
    folded = " ".join(text.split())
    return folded if folded.isprintable() else " ".join(_CONTROL.sub(" ", folded).split())


def printed(reading: Reading[FieldValue]) -> str:
    """The value of a field in words, empty where it has none."""
    match reading.value:
        case None:
            return ""
        case Named(name=told) | Enclosure(name=told) | OtherNumber(number=told):
            return one_line(told)
        case plain:
            return one_line(str(plain))


def entities_of(document: Document) -> tuple[str, ...]:
    """The ids of the persons that the paper names."""
    return tuple(dict.fromkeys(each.entity for each in document.mentions if each.entity and _is_person(each.kind)))


def _told(document: Document, days: tuple[str, str] | None, called: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for kind in (document.kind, document.subkind):
        yield FieldName.KIND, (kind or "").replace("-", " ")
    for mark in document.markings:
        yield from ((FieldName.MARKING, each or "") for each in (mark.level, mark.caption))
    for name in ("classification", "captions"):
        yield from ((FieldName.MARKING, each) for each in _values(document, name))
    senders = _values(document, "from") or _values(document, "origin") or _values(document, "signed_by")
    yield from ((FieldName.FROM, each) for each in senders)
    yield from ((FieldName.TO, each) for each in _values(document, "to"))
    yield from ((FieldName.PERSON, each) for each in _persons(document, called))
    yield from ((FieldName.POST, each.name) for each in _named(document, NamedKind.POST))
    yield from ((FieldName.POST, each.text) for each in document.mentions if each.kind is NamedKind.POST)
    yield from ((FieldName.REVIEW, each) for each in _review(document))
    yield from ((FieldName.QUALITY, each) for each in _quality(document))
    if days and days[0][:4] == days[1][:4]:
        yield YEAR, days[0][:4]
        if days[0][:7] == days[1][:7]:
            yield MONTH, days[0][:7]


def _values(document: Document, name: str) -> list[str]:
    held = document.fields.get(name, ())
    return [told for each in ((held,) if isinstance(held, Reading) else held) if (told := printed(each))]


def _named(document: Document, kind: NamedKind) -> Iterator[Named]:
    for held in document.fields.values():
        for reading in (held,) if isinstance(held, Reading) else held:
            if isinstance(reading.value, Named) and reading.value.kind is kind:
                yield reading.value


def _persons(document: Document, called: Mapping[str, str]) -> Iterator[str]:
    """Persons by the names of their entities; those whom nobody knows as the paper names them."""
    mentions = [each for each in document.mentions if _is_person(each.kind)]
    names = {each.text: called[each.entity] for each in mentions if each.entity and each.entity in called}
    known = {words(text)[-1:] for text in names}
    yield from names.values()
    for name in (*(each.name for each in _named(document, NamedKind.PERSON)), *(each.text for each in mentions)):
        # "Rusk" beside "Rusk, Dean" is the same man, and no second heap.
        if words(name)[-1:] not in known:
            yield name


def _is_person(kind: NamedKind) -> bool:
    return kind is NamedKind.PERSON


def _review(document: Document) -> Iterable[str]:
    told = [
        REVIEW[each.act] + (" in part" if each.in_part and each.act in (ActKind.DECLASSIFIED, ActKind.RELEASED) else "")
        for each in document.acts
        if each.act in REVIEW
    ]
    return told or [NO_REVIEW]


def _quality(document: Document) -> Iterator[str]:
    """`doubtful`: a person should look at a value; `unread`: ink that no word covers; `damaged`: words badly read."""
    states = {reading.state for _, reading in document.readings()}
    faults = {
        "doubtful": ReadingState.DOUBTFUL in states or any(each.open for each in document.doubts),
        "unread": any(page.unread for page in document.pages),
        "damaged": ReadingState.ILLEGIBLE in states or any(map(_is_damaged, document.pages)),
    }
    yield from [name for name, there in faults.items() if there] or ["clean"]


def _is_damaged(page: PageText) -> bool:
    """Words of which the reader says nothing, as those of a text layer, are sure by default."""
    if not page.words:
        return False
    sure = [each.confidence for each in page.words]
    return sum(sure) < DOUBTED * len(sure) or sum(each < DOUBTED for each in sure) > MANY * len(sure)
