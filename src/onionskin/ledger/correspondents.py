"""Who writes a paper and to whom, and whom it names: what its pronouns may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from onionskin.ledger.vocabulary import word_class
from onionskin.phrases.heads_of_state import head_of_state, heads_a_state
from onionskin.record.document import Document
from onionskin.record.named import Named, NamedKind

HOME = "United States"
"""Whose papers these are: the Department, its officers and its Presidents speak for it."""
ABROAD = word_class("ministers-abroad")
EMBASSY, AMBASSADOR = "Embassy in ", "Ambassador in "
"""A telegram of an embassy is signed by its head."""


def parties_named(document: Document) -> Iterator[str]:
    """Words of the places, offices and bodies that the paper names."""
    for mention in document.mentions:
        if mention.kind is not NamedKind.HAPPENING:
            yield from (word.lower() for word in mention.text.split() if word[:1].isupper())


def writer_of(document: Document) -> str:
    """Whom *we* means: the post or the state for which a paper is written."""
    sender = document.one("from")
    named = sender.value if sender is not None else None
    if not isinstance(named, Named):
        return HOME
    if named.kind is NamedKind.POST:
        return named.name
    if named.kind is NamedKind.PERSON:
        state = head_of_state(named, year_of(document))
        if state is not None:
            return state
        if heads_a_state(named.as_printed) and "President" not in named.as_printed:
            return named.name
        if any(f"{each} " in f"{named.as_printed.lower()} " for each in ABROAD):
            return named.name
    return HOME


def self_of(document: Document) -> str:
    """Whom *I* means, where it is somebody else than *we*: the head of an embassy, the officer who writes a letter."""
    sender = document.one("from")
    named = sender.value if sender is not None else None
    if not isinstance(named, Named):
        return ""
    if named.kind is NamedKind.POST and named.name.startswith(EMBASSY):
        return f"{AMBASSADOR}{named.name.removeprefix(EMBASSY)}"
    if named.kind is NamedKind.PERSON and named.surname and head_of_state(named, year_of(document)) is None:
        return named.surname
    return ""


def year_of(document: Document) -> int | None:
    """The year of a paper, None where it has none."""
    date = document.one("date")
    year = str(date.value)[:4] if date is not None and date.value else ""
    return int(year) if year.isdecimal() else None


def readers_of(document: Document) -> tuple[str, ...]:
    """Whom *you* means: the attention line's persons, else the addressees."""
    named = [each.value for each in document.many("attention")] or [each.value for each in document.many("to")]
    return tuple(each.surname or each.name for each in named if isinstance(each, Named))


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(sorted(map(str.capitalize, word_class("offices-of-one"))))
    return re.compile(rf"\b(?=[A-Z])((?:(?:Foreign|Prime|Vice|Deputy) )*(?:{titles}))\s+([A-Z][a-z][\w’'-]+)")


def titled_in(text: str) -> Mapping[str, str]:
    """By a title in small letters the one whom a paper names with it, where it names but one: `the General` is
    `General Brandov`.
    """
    found: dict[str, set[str]] = {}
    for m in _titled().finditer(text):
        found.setdefault(m[1].lower(), set()).add(m[0].removesuffix("’s").removesuffix("'s"))
    return {title: next(iter(names)) for title, names in found.items() if len(names) == 1}


def surnames_of(document: Document) -> Iterator[tuple[str, str]]:
    """The surnames of all whom a paper names, in small letters and as they are printed."""
    for name in ("to", "attention", "participants"):
        for reading in document.many(name):
            if isinstance(reading.value, Named) and reading.value.surname:
                yield reading.value.surname.lower(), reading.value.surname
    for mention in document.mentions:
        if mention.kind is NamedKind.PERSON and mention.text:
            surname = mention.text.split()[-1].strip(".,’'")
            yield surname.lower(), surname
