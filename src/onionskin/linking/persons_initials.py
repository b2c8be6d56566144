"""Initials that stand for a person whom the same paper names: `Sec called AWD`, of a paper that has Allen W. Dulles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onionskin.linking.authorities.entity import Entity
from onionskin.linking.authorities.register import Authority
from onionskin.linking.persons_known import overlaps, places_read, places_taken
from onionskin.phrases.name_words import not_persons
from onionskin.phrases.word_classes import names_of
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import NamedKind
from onionskin.record.references import EntityCandidate, Mention

READER = "initials-of-the-named/1"
LETTERS = re.compile(
    r"(?<![\w./&'’-])(?:(?:[A-Z]\.[ ]?){2}[A-Z]\.?+|[A-Z]{3})(?![\w/&'’-]|\.\w|[ ]?[A-Z]\.|(?<=\.)[ ][A-Z][a-z])"
)
"""Three initials alone, with stops or without; not those before a surname, nor a part of an office's symbol."""
SCORE = 0.95
"""Two given names and a surname agree; of twelve such places in five volumes all were right."""


def with_initials(document: Document, authority: Authority) -> Document:
    """The document with a mention for the initials of each person linked in it, where no two of them share those."""
    meant = _initials(document, authority)
    if not meant:
        return document
    pages, taken = {page.n: page for page in document.pages}, places_taken(document)
    found = []
    for ink in places_read(document):
        page = pages.get(ink.page)
        for m in LETTERS.finditer(page.text, ink.span.start, ink.span.end) if page is not None else ():
            span, entity = replace(ink.span, start=m.start(), end=m.end()), meant.get(_bare(m[0]))
            if page is not None and entity is not None and not overlaps(span, taken.get(page.n, [])):
                found.append(_mention(m[0], Ink(page.n, span, READER, page.box_of(span)), entity))
    return replace(document, mentions=(*document.mentions, *found)) if found else document


def _mention(words: str, ink: Ink, entity: Entity) -> Mention:
    reason = f"the initials of {entity.name}, whom the paper names"
    candidate = EntityCandidate(entity.id, SCORE, (reason,))
    return Mention(words, NamedKind.PERSON, (ink,), entity=entity.id, candidates=(candidate,))


def _bare(words: str) -> str:
    return "".join(c for c in words if c.isalpha()).lower()


def _initials(document: Document, authority: Authority) -> dict[str, Entity]:
    """The initials of those who are linked, to whom they mean; letters of a body, or of two persons, to nobody."""
    found: dict[str, set[str]] = {}
    linked = {each.entity for each in document.mentions if each.kind is NamedKind.PERSON and each.entity}
    entities = {key: entity for key in linked if (entity := authority.get(key)) is not None}
    for key, entity in entities.items():
        for letters in _of(entity):
            found.setdefault(letters, set()).add(key)
    bodies = names_of("offices") | not_persons()
    return {
        letters: entities[key]
        for letters, keys in found.items()
        if len(keys) == 1 and letters not in bodies
        for key in keys
    }


def _of(entity: Entity) -> Iterator[str]:
    """The first letters of two given names and the surname, by each form that has them."""
    for form in entity.name_forms():
        if len(form.given) > 1 and not form.whole:
            yield form.given[0][0] + form.given[1][0] + form.surname[0][0]
