"""Officers as agencies address one another: `Chief of Station, JMWAVE`, `SAC, MIAMI (105-1598)`, `Legat, Paris (62-148)
(P)`.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import Levenshtein

from onionskin.lexicon import entries
from onionskin.lexicon.period import frequencies
from onionskin.phrases.found import Found
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span

OFFICER = re.compile(
    r"""
    (?P<title> (?:(?:Acting|Deputy|Asst\.?|Assistant|ACTING|DEPUTY|ASSISTANT)\s+){0,2} [A-Za-z][A-Za-z'’]{2,9}
        (?:\s+(?:of|OF|oi|ol|o[fl1])\s+ [A-Za-z]{3,8})? )
    \s{0,2} [,.]\s*
    (?P<where> [A-Z0-9][\w./&'’-]* (?:\s(?:(?:of|for|the|and|OF|FOR|THE|AND)\s)?[A-Z0-9/][\w./&'’-]*){0,5}
        (?: ,\s?[A-Z][\w./&'’-]*){0,2} | [a-z]{4,8} )
    """,
    re.VERBOSE,
)
"""A title, a comma (which an engine may take for a stop), and where: one cell of a form or line of a head."""
FILES = re.compile(r"(?:\s*\(\s*(?:[A-Z]{0,3}[\d-]{2,}[^()]{0,12}|[A-Z\d]{1,4}\.?|\d*)\s*\)?\.?)+\s*$")
"""The file number and status that a field office sets behind a name: `(62-148) (P.)`, `(RUC)`."""
LEAD = re.compile(r"^[^A-Za-z]{0,6}")
SHORTEST_COMPONENT = 9
SLIP = 5
"""Letters of a title from which one of them may be misread: Chies for Chief."""


@cache
def _titles() -> dict[str, str]:
    return {form.upper(): entry.name for entry in entries("officers") for form in entry.spellings}


def _title(words: str) -> str | None:
    """The title in its normal form, `Chies` as Chief; None for words that are none."""
    prefix: list[str] = []
    parts = words.split()
    while len(parts) > 1 and parts[0].upper().rstrip(".") in {"ACTING", "DEPUTY", "ASSISTANT", "ASST"}:
        prefix.append(parts.pop(0).capitalize())
    said = " ".join(parts).upper()
    known = _titles().get(said) or next(
        (
            name
            for form, name in _titles().items()
            if len(form) >= SLIP
            and abs(len(form) - len(said)) <= 1
            and Levenshtein.distance(form, said) <= 1 + len(form) // 10
        ),
        None,
    )
    return " ".join([*prefix, known]) if known else None


@cache
def _components() -> dict[str, str]:
    return {form.upper(): entry.name for entry in entries("agency_components") for form in entry.spellings}


def _whole(where: str) -> str:
    """A division or staff whose letters were misread, one in four at most: `Taak Farcs W` as Task Force W."""
    said = where.upper()
    if len(said) < SHORTEST_COMPONENT or said in _components():
        return where
    alike = ((form, name) for form, name in _components().items() if _may_be(form, said))
    near = sorted((Levenshtein.distance(form, said), name) for form, name in alike)
    sure = near and near[0][0] * 4 <= len(said) and (len(near) == 1 or near[0][0] < near[1][0])
    return near[0][1] if sure else where


def _may_be(form: str, said: str) -> bool:
    """Whether a component may be what is printed: each word that differs is misread, not another word of the language
    (Domestic Collection Division is no Domestic Operations Division).
    """
    ours, theirs = form.split(), said.split()
    return len(ours) == len(theirs) and all(
        one == other or other.lower() not in frequencies() for one, other in zip(ours, theirs, strict=True)
    )


def read_officer(words: str) -> Found[Named] | None:
    """The officer that a line or cell names and nothing else; a file number behind him is left out of his name."""
    lead = LEAD.match(words)
    start = lead.end() if lead else 0
    bare = FILES.sub("", words[start:]).rstrip(" .,;:·'`-–—")
    m = OFFICER.fullmatch(bare)
    title = _title(m["title"]) if m else None
    if m is None or title is None or (m["where"].islower() and " of " not in title):
        return None  # a station's cryptonym may be misread in small letters, other places may not
    where = _whole(re.sub(r"\s*,\s*", ", ", m["where"]))
    name = f"{title}, {where}"
    value = Named(name, NamedKind.OFFICE, bare, office=name)
    return Found(Span(start, start + len(bare)), value, bare, 0.9 if bare.startswith(title) else 0.8)
