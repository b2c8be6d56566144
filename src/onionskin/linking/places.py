"""Which mission is meant: `Embassy in Egypt`, `AmEmbassy CAIRO`, `Cairo` are `egypt`; the Department `washington`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onionskin import lexicon

HOME = "washington"
UNITED_NATIONS = "united nations"
ALLIANCE = "nato"
DEPARTMENT = re.compile(
    r"\b(?:Department|Dept|SecState|Secretary\s+of\s+State|Acting\s+Secretary|Washington|White\s+House)\b",
    re.IGNORECASE,
)
NATIONS = re.compile(r"\bUSUN\b|\bUnited\s+Nations\b|\bUN\b")
NORTH_ATLANTIC = re.compile(r"\b(?:USNATO|USRO|NATO|North\s+Atlantic)\b")
CAPITAL = frozenset({"embassy", "legation", "liaison-office", "high-commission", "interests-section"})
AWAY = re.compile(r"(?:Secretary\s+of\s+State|Secretary|President)\b.*?,?\s+(?:at|in)\s+(?P<city>[A-Z][\w.'’ -]*)\Z")
"""The Secretary on his travels: `the Secretary of State, at Bonn`."""
IN_COUNTRY = re.compile(
    r"(?:Embassy|Legation|Mission|Ambassador|Interests\s+Section|Minister|Liaison\s+Office|Chargé|Deputy\s+Chief)\b.*?"
    r"\b(?:in|to)\s+(?:the\s+)?(?P<country>[A-Z][\w.'’ -]*)"
)
AT_CITY = re.compile(r"\b(?:at|in)\s+(?:the\s+)?(?P<city>[A-Z][\w.'’ -]*)")


@lru_cache(maxsize=4096)
def place_of(name: str) -> str:
    """The place whose mission a name means, in small letters; empty where it names none.

    An embassy is known by its country, a consulate by its city, as their telegrams are numbered apart.
    """
    for body, pattern in ((UNITED_NATIONS, NATIONS), (ALLIANCE, NORTH_ATLANTIC)):
        if pattern.search(name):
            return body
    return _mission(name) or (HOME if DEPARTMENT.search(name) else _at(name))


def _mission(name: str) -> str:
    away = AWAY.match(name)
    if away is not None and away["city"].strip() not in ("Washington", "State"):
        return _city(away["city"]) or _folded(away["city"])
    country = IN_COUNTRY.match(name)
    if country is not None:
        return _state(country["country"])
    return _city(name)


def _at(name: str) -> str:
    at = AT_CITY.search(name)
    return _state(at["city"]) if at else ""


def _city(name: str) -> str:
    """The longest run of words, the last of equals, that is a city with a mission."""
    known = lexicon.spellings("posts")
    words = re.sub(r"[,.()]", " ", name).split()
    for size in (3, 2, 1):
        for start in range(len(words) - size, -1, -1):
            entry = known.get(" ".join(words[start : start + size]).lower())
            if entry is not None:
                mission, country = entry.text("mission"), entry.text("country")
                return _folded(country if mission in CAPITAL and country else entry.name)
    return ""


def _state(words: str) -> str:
    """A state by the name that the list of posts has for it: `United Arab Republic` is egypt; a city by its mission."""
    folded = _folded(words)
    known = lexicon.spellings("states").get(folded)
    if known is not None:
        return _folded(known.name)
    return folded if folded in _countries() else _city(words) or folded


@cache
def _countries() -> frozenset[str]:
    """The countries in which there are missions; some have a city's name in theirs, as El Salvador has."""
    return frozenset(_folded(country) for entry in lexicon.entries("posts") if (country := entry.text("country")))


def _folded(words: str) -> str:
    return " ".join(words.replace("’", "'").lower().split()).strip(" .'")
