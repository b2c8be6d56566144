"""Heads of state and of government as letters name them: by name, by post, by the way they are greeted."""

from __future__ import annotations

import re
from functools import cache

from onionskin.lexicon import Entry, entries
from onionskin.record.named import Named

POST = re.compile(
    r"""\b(?: Prime\s+Minister | Premier | (?:First\s+)?Chairman\s+of\s+the\s+(?:Council\s+of\s+(?:Ministers|State)
      |Presidium) | President\s+of\s+(?:the\s+)?(?:[A-Z][\w.]*\s+){0,3}(?:Republic|States|Council|Viet-?Nam|Brazil
      |Mexico|Egypt|Pakistan|Indonesia|India|Cuba|Lebanon) | (?:Federal\s+)?Chancellor\s+of | King\s+of
      | Emperor\s+of | Shah(?:inshah)?\s+of | Sultan\s+of | Amir\s+of )\b""",
    re.VERBOSE,
)
"""`Chairman of the Council of Ministers of the USSR`, `President of the French Republic`."""
MAJESTY = re.compile(
    r"\b(?:Majest(?:y|ies)|Royal Highness|Imperial|Prime Minister|Premier|Chancellor)\b", re.IGNORECASE
)
PRESIDENT = re.compile(r"\bMr\.? (?:President|Chairman)\b|\bExcellency\b|\bMy Dear President\b", re.IGNORECASE)
AT_HOME = re.compile(
    r"\b(?:Senate|Congress|House of Representatives|Committee|Commission|University|College|Company|Corporation|Inc"
    r"|Association|Bank|Foundation|General Assembly|Security Council|Staff)\b"
)
"""What a chairman or president presides over who heads no state."""


@cache
def _known() -> tuple[tuple[Entry, str], ...]:
    return tuple(
        (entry, form.lower().replace("-", " ")) for entry in entries("heads_of_state") for form in entry.spellings
    )


def head_of_state(person: Named, year: int | None) -> str | None:
    """The state whose head the person was in a year, by the list of the lexicon; a given name or initial must not
    speak against it: U. Alexis Johnson was none.
    """
    surname = (person.surname or "").lower().replace("-", " ")
    given = next(iter((person.given or "").split()), "").rstrip(".")
    for entry, form in _known():
        begin, end = entry.number("begin") or 0, entry.number("end") or 0
        served = year is None or begin <= year <= end
        if surname and surname == form and served and _same_given(given, entry.text("given") or ""):
            return entry.text("of")
    return None


def _same_given(printed: str, known: str) -> bool:
    return printed in ("", known) or (len(printed) == 1 and known.startswith(printed))


def heads_a_state(words: str) -> bool:
    """Whether the words name the post of a head of state or of government."""
    return POST.search(words) is not None


def greeted_as_head(salutation: str) -> bool | None:
    """Whether only heads of state and government are greeted so; None where others are too (`Dear Mr. President:`)."""
    if MAJESTY.search(salutation):
        return True
    return None if PRESIDENT.search(salutation) else False


def at_home(words: str) -> bool:
    """Whether the words say that the president or chairman is one of a committee, a company, a university."""
    return AT_HOME.search(words) is not None
