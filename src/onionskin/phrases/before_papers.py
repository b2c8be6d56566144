"""What stands before the noun of a cited paper and belongs to it: `copy of the Prime Minister's last` letter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onionskin import lexicon
from onionskin.phrases.cited import BETWEEN_DAYS, Passage
from onionskin.phrases.dates import Day
from onionskin.phrases.found import Found
from onionskin.phrases.word_classes import names_of, word_class
from onionskin.record.quick import quick

LEADS = frozenset({"in", "by", "see", "per", "via", "my", "our", "with"})
NO_OWNER = frozenset(
    {
        "it's",
        "that's",
        "what's",
        "let's",
        "hour's",
        "hours'",
        "minutes'",
        "day's",
        "days'",
        "week's",
        "weeks'",
        "moment's",
    }
)
"""Genitives of nobody: `an hour's conversation with the Ambassador`."""
PRONOUNS = frozenset({"your", "my", "our", "his", "her", "their"})
SURE_PRONOUNS = frozenset({"your", "my", "our"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "any", "no"})

PAIR = re.compile(r"[A-Z][a-z]+-[A-Z][a-z]+")
"""Two whose paper or talk it is: `Macmillan-Eisenhower communique`."""
YEAR = re.compile(r"1[89]\d\d")
INDEFINITE = frozenset({"a", "an", "any", "no", "some", "such", "every", "each"})
SYMBOL = re.compile(r"(?<![A-Za-z/.–-])(?:[A-Z]{1,5}(?:[/–-][A-Z]{1,5}){1,3}|[A-Z]{2,12})\Z")
"""An office or a body by its letters: `G/PM memorandum`, `OAS resolution`, `IO–NEA memorandum`."""
NO_SYMBOL = frozenset({"AM", "PM", "II", "III", "IV", "RE", "REF", "AND", "THE", "NO", "FYI"})
BY_A = re.compile(r"(?<![A-Za-z])(?:in|by|see|via)\s+an?\Z", re.IGNORECASE)
"""`in a separate message`."""
GENITIVE = frozenset({"'s", "’s", "'S", "’S"})
GENITIVE_DAY = re.compile(
    r"""(?<![A-Za-z]) (?P<when> today | tonight | (?:yesterday|tomorrow) (?:\s+(?:morning|afternoon|evening|night))?
    | (?:this|last|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) \s+ (?:morning|afternoon|evening|night|week)
    | (?:last\s+)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day ) ['’]s \Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""`this morning's`, `yesterday's`, `Tuesday evening's`."""
COPY = re.compile(r"(?:\b(?:[Cc]op(?:y|ies)|[Tt]exts?|[Dd]rafts?)\s+of\s+)\Z")


@quick
@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a noun and belongs to it: where that begins, whose it is, the pointing word, the date."""

    start: int
    whose: str | None = None
    pointing: str | None = None
    day: Day | None = None
    copy: bool = False
    when: str | None = None
    """The day in the genitive, in its own words: `this morning`, of "this morning's meeting"."""
    article: bool = False
    said: bool = False
    """Whether a word like "in" or "see" leads to it, or "immediately" stands before it."""
    body: str | None = None
    """The office, body or nation right before the noun: `G/PM`, of "G/PM memorandum"."""
    year: str | None = None
    """The year before a treaty: `1960 exchange of notes`."""
    definite: bool = True
    """Whether no "a" or "any" stands before it."""


def before_noun(passage: Passage, at: int, belonging: str = "before-a-paper") -> Before:
    """The words before a noun, read backwards: adjectives of a class, a date, whose it is, "copy of"."""
    text, start = passage.text, at
    whose: str | None = None
    day: Day | None = None
    when: str | None = None
    told: dict[str, str] = {}
    capitals = text[at : at + 4].isupper()
    for _ in range(6):
        stop = _back(text, start)
        dated = passage.by_end.get(stop)
        if dated is not None and "\n" in text[stop:start] and text[start].isupper():
            break  # a date line above the heading MEMORANDUM
        if dated is not None and day is None:
            day, start = dated.value, _first_of(passage, dated)
            continue
        word = _word_before(text, stop)
        genitive = text[stop - 2 : stop] in GENITIVE
        relative = GENITIVE_DAY.search(text, max(0, stop - 30), stop) if genitive else None
        if relative is not None:
            when, start = " ".join(relative["when"].split()), relative.start()
            break
        owned = _owned(text, stop, word)
        if owned is not None:
            whose, start = owned
            break
        said = _told(text, stop, word, capitals=capitals)
        if said is None and word.lower() not in word_class(belonging):
            break
        what, printed = said or ("", word)
        if what == "place" and "pointing" in told:
            break
        told.setdefault("pointing" if what == "place" else what, printed.lower() if what == "pointing" else printed)
        start = stop - len(printed)
    pointing = told.get("pointing")
    before = Before(start, whose, _of_name(pointing) or pointing, day, when=when, body=told.get("body"))
    return _with_article(text, replace(before, year=told.get("year")))


def _owned(text: str, stop: int, word: str) -> tuple[str, int] | None:
    """Whose it is, by a genitive or a pronoun, and where that begins."""
    low = word.lower().replace("’", "'")
    if low.endswith(("'s", "s'")) and low not in NO_OWNER:
        return _owner(text, stop - len(word), word)
    return (word, stop - len(word)) if low in PRONOUNS else None


def _told(text: str, stop: int, word: str, *, capitals: bool) -> tuple[str, str] | None:
    """What a word before the noun tells, and as it is printed: a pointing word, a body, a year, a place or a month."""
    if word.lower() in word_class("pointing"):
        return "pointing", word
    if word[:1].isupper() and (office := _body(text, stop, word, capitals=capitals)):
        return "body", office
    if PAIR.fullmatch(word) or (word[:1].isupper() and word.lower() in names_of("demonyms")):
        return "body", word
    if YEAR.fullmatch(word):
        return "year", word
    return ("place", word) if _of_name(word) else None


def _with_article(text: str, before: Before) -> Before:
    """The same with what stands before it: an article, a word that leads to it, `copy of`."""
    start = before.start
    stop = _back(text, start)
    article = _word_before(text, stop)
    base = stop - len(article) if article.lower() in ARTICLES else start
    copied = COPY.search(text[max(0, base - 20) : base])
    said = (
        article.lower() in LEADS
        or BY_A.search(text, max(0, stop - 10), stop) is not None
        or text[start : start + 11].lower() == "immediately"
    )
    return replace(
        before,
        start=base - len(copied[0]) if copied else start,
        copy=copied is not None,
        article=article.lower() in ARTICLES,
        said=said,
        definite=article.lower() not in INDEFINITE,
    )


def _body(text: str, stop: int, word: str, *, capitals: bool) -> str | None:
    """The office or body whose name ends at `stop` with a word; in a text of capitals its letters tell nothing."""
    for name in _bodies().get(word.lower(), ()):
        printed = text[max(0, stop - len(name)) : stop]
        if printed.lower() == name.lower() and printed[0].isupper():
            return printed
    m = SYMBOL.search(text, max(0, stop - 24), stop) if word.isupper() and not capitals else None
    return m[0] if m and m[0] not in NO_SYMBOL else None


@cache
def _bodies() -> Mapping[str, Sequence[str]]:
    """Names of bodies by their last word, the longest first."""
    out: dict[str, list[str]] = {}
    for entry in sorted(lexicon.entries("writing_bodies"), key=lambda each: -len(each.name)):
        out.setdefault(entry.name.split()[-1].lower(), []).append(entry.name)
    return out


def _of_name(word: str | None) -> str | None:
    """Whether a month or a place stands before the noun: `in July letter`, `the London communique`."""
    if word is None or not word[:1].isupper() or word == "MAY":
        return None
    low = word.lower()
    return "month" if low in names_of("months") else "place" if low in names_of("posts") else None


def _first_of(passage: Passage, dated: Found[Day]) -> int:
    """Where a date begins with the days joined to it: `April 17–18 meeting`."""
    if not dated.text[:1].isdigit() or "\n" in dated.text:
        return dated.span.start
    earlier = [d for d in passage.dates if d.span.end <= dated.span.start]
    if earlier and BETWEEN_DAYS.fullmatch(passage.text, earlier[-1].span.end, dated.span.start):
        return earlier[-1].span.start
    return dated.span.start


def _back(text: str, at: int) -> int:
    """Where the word before `at` ends: behind one run of blanks; `at` itself where punctuation stands between."""
    stop = at
    while stop > 0 and text[stop - 1] in " \t\n\xa0":
        stop -= 1
    return stop


def _word_before(text: str, stop: int) -> str:
    at = stop
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] in "'’.-"):
        at -= 1
    word = text[at:stop]
    return "" if word.endswith(".") and word.lower() != "u.s." else word


def _owner(text: str, at: int, word: str) -> tuple[str, int]:
    """Who stands in the genitive, with title and given name before it: `Prime Minister Nehru's`."""
    name = re.sub(r"['’][sS]?$", "", word)
    start = at
    for _ in range(3):
        stop = _back(text, start)
        before = _word_before(text, stop) or (text[stop - 3 : stop] if text[stop - 3 : stop] in ("Mr.", "Dr.") else "")
        if (
            stop == start
            or "\n" in text[stop:start]
            or not before[:1].isupper()
            or before.lower() in word_class("no-title")
        ):
            break
        start = stop - len(before)
        name = f"{before} {name}"
    return name, start
