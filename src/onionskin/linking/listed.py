"""What a list says of a person, part by part: `Ambassador to Iraq until December 14, 1958; thereafter Counselor`.

Lists of persons, as volumes print them and archives keep them, tell posts in words, with their days as far as they are
known. A part counts on a day of its time; what a paper calls somebody is compared with the words of one part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from onionskin import lexicon
from onionskin.phrases.name_words import ordinary, titles
from onionskin.phrases.word_classes import word_class

SINCE, UNTIL = word_class("since"), word_class("until")
DAY = re.compile(
    rf"(?:\b(?P<lead>{'|'.join(sorted(SINCE | UNTIL, reverse=True))})\s+)?"
    r"(?:(?P<month>[A-Z][a-z]+)\s+)?(?:(?P<day>\d{1,2}),\s+)?\b(?P<year>1[89]\d\d|20\d\d)\b"
)
DASH = ("-", "–", "—")
FOLLOWS = re.compile(r"(?:thereafter|then|subsequently|later)\b")
"""How a part begins that goes on where the one before it ends."""
MINISTER = re.compile(r"(?P<of>\w+) Minister")
"""A minister by what is his: `Finance Minister` is the list's `Minister of Finance`."""
CAPITALISED = re.compile(r"\b[A-Z][a-z]{4,}\b")
WORD = re.compile(r"[A-Z][a-zà-ÿ]+|[A-Z]{2,}")
FEWEST = 2
"""So many words must agree: a title alone is weighed as such."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what a list says: its words, and its first and last day as far as they are told (`1958-12-14`,
    `1959-04`, `1957`).
    """

    words: str
    since: str | None = None
    until: str | None = None

    @property
    def dated(self) -> bool:
        """Whether the list tells a day of it."""
        return self.since is not None or self.until is not None

    def covers(self, day: str) -> bool:
        """Whether a day, month or year can be of its time; `until August 1958, and again beginning in 1959` has two."""
        begun, goes_on = not _before(day, self.since), not _before(self.until, day)
        if self.since and self.until and _before(self.until, self.since):
            return begun or goes_on
        return begun and goes_on

    def may_be(self, day: str | None) -> bool:
        """Whether it can be of the time of a paper, whose day may be unknown."""
        return day is None or self.covers(day)

    def ended(self, day: str) -> bool:
        """Whether it was over by then."""
        return self.until is not None and not self.covers(day) and _before(self.until, day)


def _before(one: str | None, other: str | None) -> bool:
    """Whether a day goes before another, as far as both are told."""
    if one is None or other is None:
        return False
    told = min(len(one), len(other))
    return one[:told] < other[:told]


@lru_cache(maxsize=4096)
def parts(about: str) -> tuple[Part, ...]:
    """The parts of what a list says, in its order.

    >>> [each.until for each in parts("Secretary of State until April 1959; thereafter in private practice")]
    ['1959-04', None]
    """
    return tuple(_parts(about))


def _parts(about: str) -> Iterator[Part]:
    ended: str | None = None
    for words in filter(None, (each.strip() for each in about.split(";"))):
        since, until = _days(words)
        if since is None and FOLLOWS.match(words):
            since = ended
        ended = until or ended
        yield Part(" ".join(DAY.sub(" ", words).split()), since, until)


def _days(words: str) -> tuple[str | None, str | None]:
    since = until = None
    for m in DAY.finditer(words):
        day, lead = _day(m), m["lead"]
        if lead in SINCE or (lead is None and words[m.end() : m.end() + 1] in DASH):
            since = since or day
        elif lead in UNTIL or words[max(0, m.start() - 1) : m.start()] in DASH:
            until = until or day
        else:
            since, until = since or day, until or day
    return since, until


def _day(m: re.Match[str]) -> str:
    month = _months().get(m["month"] or "")
    if month is None:
        return m["year"]
    return f"{m['year']}-{month:02}" + (f"-{int(m['day']):02}" if m["day"] else "")


@cache
def _months() -> dict[str, int]:
    return {e.name: number for e in lexicon.entries("months") if (number := e.number("number")) is not None}


def agreement(called: str, listed: str) -> float:
    """How much of what a paper calls somebody a list says in the same words, and the other way: 0 to 1; capitalised
    words alone, and nothing where fewer than two agree.

    >>> agreement("Special Assistant for Military Affairs", "Special Assistant for Political and Military Affairs")
    0.8
    """
    said, known = telling_words(called), telling_words(listed)
    both = len(said & known)
    return both / max(len(said), len(known)) if both >= FEWEST else 0.0


@lru_cache(maxsize=4096)
def telling_words(words: str) -> frozenset[str]:
    """The capitalised words in small letters."""
    return frozenset(each.lower() for each in WORD.findall(words))


@lru_cache(maxsize=4096)
def titled_in(about: str, title: str) -> Part | None:
    """The part in which a list gives a person a title, the one with days of its own last; a lesser title that holds it
    does not: `Under Secretary` is no Secretary.
    """
    found = [each for each in parts(about) if _gives(each.words, title)]
    return min(found, key=lambda each: each.dated, default=None)


def _gives(words: str, title: str) -> bool:
    lesser = word_class("no-rank" if title == "General" else "lesser")
    whole = "".join(f"(?<!{each} )" for each in sorted(lesser))
    minister = MINISTER.fullmatch(title)
    other = rf"|Minister (?:of|for) (?:National )?{minister['of']}\b" if minister else ""
    return re.search(rf"{whole}\b(?:{re.escape(title)}\b{other})", words, re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def distinctive(about: str) -> tuple[str, ...]:
    """The capitalised words of what a list says, but for such as stand in all papers."""
    words = dict.fromkeys(CAPITALISED.findall(about))
    return tuple(w for w in words if w.lower() not in ordinary() and w.lower() not in titles())
