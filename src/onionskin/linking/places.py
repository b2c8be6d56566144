"""Which mission is meant: `Embassy in Egypt`, `AmEmbassy CAIRO`, `Cairo` are `egypt`; the Department `washington`."""

from __future__ import annotations

import re
from functools import cache

from onionskin import lexicon

HOME = "washington"
UNITED_NATIONS = "united nations"
DEPARTMENT = re.compile(
    r"\b(?:Department|Dept|SecState|Secretary\s+of\s+State|Acting\s+Secretary|Washington|WASHDC|White\s+House)\b",
    re.IGNORECASE,
)
NATIONS = re.compile(r"\bUSUN\b|\bUnited\s+Nations\b|\bUN\b")
ALLIANCE = re.compile(r"\b(?:USNATO|USRO|NATO|North\s+Atlantic)\b")
CAPITAL = frozenset({"embassy", "legation", "liaison-office", "high-commission", "interests-section"})
IN_COUNTRY = re.compile(
    r"(?:Embassy|Legation|Mission|Ambassador|Interests\s+Section|Minister|Liaison\s+Office)\b.*?\b(?:in|to)\s+(?:the\s+)?"
    r"(?P<country>[A-Z][\w.'’ -]*)"
)
AT_CITY = re.compile(r"\b(?:at|in)\s+(?:the\s+)?(?P<city>[A-Z][\w.'’ -]*)")


@cache
def place_of(name: str) -> str:
    """The place whose mission a name means, in small letters; empty where it names none.

    An embassy is known by its country, a consulate by its city, as their telegrams are numbered apart.
    """
    if NATIONS.search(name):
        return UNITED_NATIONS
    if ALLIANCE.search(name):
        return "nato"
    country = IN_COUNTRY.match(name)
    if country is not None:
        return _folded(re.sub(r"\s*\(.*|,.*", "", country["country"]))
    city = _city(name)
    if city:
        return city
    if DEPARTMENT.search(name):
        return HOME
    at = AT_CITY.search(name)
    return _folded(at["city"]) if at else ""


def _city(name: str) -> str:
    """The longest run of words at the end of a name, or within it, that is a city with a mission."""
    known = lexicon.spellings("posts")
    words = re.sub(r"[,.()]", " ", name).split()
    for size in (3, 2, 1):
        for start in range(len(words) - size, -1, -1):
            entry = known.get(" ".join(words[start : start + size]).lower())
            if entry is not None:
                mission, country = entry.text("mission"), entry.text("country")
                return _folded(country if mission in CAPITAL and country else entry.name)
    return ""


def _folded(words: str) -> str:
    return " ".join(words.replace("’", "'").lower().split()).strip(" .'")
