"""Kinds, persons and offices, as headings and notes print them, in the record's own terms."""

from __future__ import annotations

import re

from onionskin.phrases.found import Found
from onionskin.record.fields import Kind
from onionskin.record.named import Named, NamedKind

KINDS: tuple[tuple[str, Kind], ...] = (
    ("telegram", Kind.TELEGRAM),
    ("memcon", Kind.MEMORANDUM_OF_CONVERSATION),
    ("telcon", Kind.MEMORANDUM_OF_CONVERSATION),
    ("desp", Kind.DESPATCH),
    ("airgram", Kind.AIRGRAM),
    ("despatch", Kind.DESPATCH),
    ("conversation", Kind.MEMORANDUM_OF_CONVERSATION),
    ("conference", Kind.MEMORANDUM_OF_CONVERSATION),
    ("discussion", Kind.MEMORANDUM_OF_CONVERSATION),
    ("memo", Kind.MEMORANDUM),
    ("letter", Kind.LETTER),
    ("ltr", Kind.LETTER),
    ("minutes", Kind.MINUTES),
    ("record", Kind.MINUTES),
    ("notes", Kind.MINUTES),
    ("debriefing", Kind.MINUTES),
    ("report", Kind.REPORT),
    ("estimate", Kind.REPORT),
    ("evaluation", Kind.REPORT),
    ("review", Kind.REPORT),
    ("tel", Kind.TELEGRAM),
)
"""What a printed noun holds, and the kind of paper that it is; the first that fits."""

SUBKINDS = {
    "circular": "circular",
    "telephone": "telephone",
    "for the record": "for-the-record",
    "for record": "for-the-record",
}
POST = re.compile(
    r"(?:Embassy|Legation|Mission|Consulate|Delegation|Interests Section|Office of the High Commissioner)\b"
)
OFFICE = re.compile(
    r"(?:Department|Bureau|Office|Division|Agency|Board|Council|Committee|Joint Chiefs|White "
    r"House|Policy Planning|Executive Secretariat|Government)\b|[A-Z]{1,4}(?:/[A-Z]+)*\Z"
)
HOLDER = re.compile(r"(?P<office>.+?)\s*\((?P<name>[A-Z][\w.'’ -]+)\)\Z")
TITLE = re.compile(
    r"(?P<title>(?:(?:Acting|Deputy|Under|Assistant|Vice)\s+)*(?:President|Chairman|Secretary(?: of State| of Defense)?"
    r"|Prime Minister|Foreign Minister|Ambassador|Minister|Senator|General|Admiral|King|Queen|Attorney General|Governor"
    r"|Mr\.|Mrs\.|Dr\.))\s+(?=[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)*\Z)"
)


def kind_of(noun: str) -> tuple[Kind, str | None]:
    """The kind of paper that a printed noun names, and its subkind: `Circular Telegram` is a telegram, circular."""
    words = " ".join(noun.lower().split())
    kind = next((kind for part, kind in KINDS if part in words), Kind.OTHER)
    subkind = next((sub for part, sub in SUBKINDS.items() if part in words), None)
    return kind, subkind or (words.replace(" ", "-") if kind is Kind.OTHER else None)


def party(found: Found[str]) -> Named:
    """A sender or addressee.

    `Ambassador in Vietnam (Durbrow)` is the person Durbrow in that office; `Embassy in Egypt` a post.
    """
    words = found.value
    held = HOLDER.fullmatch(words)
    if held is not None:
        return _person(held["name"], found.text, office=held["office"])
    if POST.match(words):
        return Named(words, NamedKind.POST, found.text)
    if OFFICE.search(words):
        return Named(words, NamedKind.OFFICE, found.text)
    return _person(words, found.text)


def agent(found: Found[str]) -> Named:
    """One who drafted, cleared or approved: a name, or the symbol of an office."""
    if OFFICE.search(found.value) or found.value.isupper():
        return Named(found.value, NamedKind.OFFICE, found.text)
    return _person(found.value, found.text)


def _person(words: str, printed: str, office: str | None = None) -> Named:
    title = TITLE.match(words)
    name = words[title.end() :] if title else words
    plain = re.sub(r",?\s+(?:Jr\.|Sr\.|II|III)\Z", "", name).split()
    return Named(
        name,
        NamedKind.PERSON,
        printed,
        office=office,
        surname=plain[-1] if plain else name,
        given=" ".join(plain[:-1]) or None,
        title=title["title"] if title else None,
    )
