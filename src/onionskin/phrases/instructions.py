"""Instructions to whoever handles a telegram: whose eyes it is for, and who at one of the posts is to see it."""

from __future__ import annotations

import re

from onionskin.phrases.found import Found
from onionskin.phrases.names import read_persons
from onionskin.phrases.offices import read_offices
from onionskin.phrases.passing import clauses, passes_on
from onionskin.phrases.posts import read_posts
from onionskin.phrases.word_classes import names_of
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.headings import FUNCTION_WORDS

ATTENTION = re.compile(
    r"""\s* (?:\d{1,5}\.\s+)?
    (?: (?:strictly\s+|exclusively\s+|exclusive(?:ly)?\s+)?
    (?P<eyes>eyes\s+only|personal(?:\s+and\s+(?:confidential|private))?|exclusive) \s+ )? (?: (?: for
    (?:\s+the\s+attention\s+of)? | attention | attn ) \s* :? \s+ | (?P<bare> (?<=only\s)(?=[A-Z]) ) )
    (?P<persons> [^.]*? ) (?: \s+ from \s+ (?P<sender>
    [^.]+? ) )? \s* (?P<stop>[.,;]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
FOR = re.compile(
    r"\s*(?P<post>[A-Z][\w.' ]{2,24}?) (?:also |ALSO )?(?:for|FOR)"
    r" (?P<whom>[A-Z][\w.'/]*(?: [A-Z][\w.'/]*){0,3}?)[\s.;]*"
)
"""`CINCPAC FOR POLAD`, `PARIS FOR OECD`, `White House for Marlow`: to one of the addressees alone."""
FOR_WORDS = (" for ", " FOR ")
SURNAME = 4
"""Letters that a surname in capitals has at the least."""


def find_attention(line: str) -> list[Found[Named]]:
    """The persons of `FOR STEVENSON AND McCLOY` or `Eyes only for Ambassador Bruce from the Secretary.`; none for
    prose.

    A bare `FOR ...` counts only where the whole line is names; `EYES ONLY FOR` also at the head of the text, and `EYES
    ONLY AMBASSADOR` alone on its line in capitals.
    """
    m = ATTENTION.match(line)
    if m is None or (m["bare"] is not None and not (line.isupper() and m.end() == len(line.rstrip()))):
        return []
    if not m["eyes"] and (m.end() < len(line.rstrip()) or line.strip()[:3].upper() != line.strip()[:3]):
        return []
    words = m["persons"]
    if len(words.split()) > 10 or (not m["eyes"] and not words[:1].isupper()):
        return []
    return [
        Found(hit.span.shifted(m.start("persons")), hit.value, hit.text, confidence=hit.confidence)
        for hit in read_persons(words)
    ]


def find_told(line: str, addressees: str | None = None) -> list[Found[Named]]:
    """Whom a line names to whom one of the `addressees` (their names in one text) is to show the telegram; where these
    are not given the line must name a post or a house, and say nothing else.
    """
    if not any(word in line for word in FOR_WORDS):
        return []
    parts = list(clauses(line))
    if addressees is None and not all(FOR.fullmatch(part.of(line)) or passes_on(part.of(line)) for part in parts):
        return []
    found = []
    for part in parts:
        m = FOR.fullmatch(part.of(line))
        if m and (_is_known(m["post"]) if addressees is None else m["post"].upper() in addressees):
            found += [each.shifted(part.start + m.start("whom")) for each in _whom(m["whom"])]
    return found


def _is_known(post: str) -> bool:
    return any(found.text == post for found in read_posts(post))


def _whom(words: str) -> list[Found[Named]]:
    """An office, persons, or in capitals a body that no list knows."""
    known = [*read_offices(words), *read_posts(words)]
    if known and known[0].text == words:
        return [Found(known[0].span, known[0].value, words, 0.85)]
    small = {word.lower().strip(".") for word in words.split()}
    if small & FUNCTION_WORDS or small & names_of("ordinary"):
        return []
    persons = read_persons(words)
    whole = bool(persons) and sum(len(person.text) for person in persons) * 10 >= len(words) * 8
    if whole and not (words.isupper() and _is_body(words)):
        return persons
    return [Found(Span(0, len(words)), Named(words, NamedKind.OFFICE, words), words, 0.85)] if words.isupper() else []


def _is_body(words: str) -> bool:
    """Whether capitals are short for a body, or a series of telegrams: `OECD`, `DISTO`; else they are a surname."""
    return " " not in words and (len(words) < SURNAME or words.lower() in names_of("organizations", "series"))
