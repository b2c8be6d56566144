"""Date-time groups of telegrams: `O R 312245Z AUG 79` is day, clock, zone, month and year, its precedence before it.

Figures and letters are misread for one another (`01233OZ`, `FE8 74`, `2222272 NOV 78`), the year or the month may be
missing, and another letter than Z is another zone: R is Washington's winter.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from onionskin import lexicon
from onionskin.phrases.damage import APOSTROPHE, digits, nearest, skeleton
from onionskin.phrases.date_patterns import STEMS
from onionskin.phrases.days import PartialDay
from onionskin.phrases.found import Found
from onionskin.phrases.precedence import of_letter, read_prosigns
from onionskin.phrases.years import SURE, UNBOUND, Said, read_year
from onionskin.record.dates import PartialDate
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

FIGURE = "0-9OoQDIl|SBZ"
GROUP = re.compile(
    rf"""(?<![A-Za-z0-9/])
    (?: (?P<attached>[ZOPR]) (?=[0-9]{{6}}) )?
    (?P<figures>[{FIGURE}]{{5,7}}) \s?
    (?P<zone> [A-Z] (?![A-Za-z0-9]) | [A-Z] (?=[A-Z]{{3}}\s?[0-9]{{2}}\b) | 2 (?=\s[A-Z]) )
    (?: \s{{0,2}} (?P<month> [A-Z0][A-Z0-9|]{{2}} (?:[A-Z|]{{1,6}})? ) (?![A-Za-z]) \.?
        (?: [,]? \s{{0,2}} (?P<year> (?:19|20|I9|l9)[{FIGURE}]{{2}} | [{APOSTROPHE}]?[{FIGURE}]{{2}} )
            (?![A-Za-z0-9]) )?
    )?""",
    re.VERBOSE,
)
BEFORE = re.compile(
    r"((?:(?<![A-Za-z0-9])[ZOPR0Y]{1,2}\s+){0,3}(?:(?<![A-Za-z0-9])[ZOPR0Y]{1,2}))\s*(?:\bRU[A-Z]{2,5}\s+)*\Z"
)
SIX = 6
LEAST_FIGURES = 4
"""Of the six figures at least so many must be figures: `BOSSIZ` is a word."""
PAIR = re.compile(r"[0-9][0-9]")
"""Of four figures among six, two stand side by side: a cheap look before the pattern."""


@dataclass(frozen=True, slots=True)
class DateGroup:
    """A date-time group: `day` without its year where none is printed, `zone` its letter, the precedence in order."""

    day: PartialDate | PartialDay
    zone: str
    precedence: tuple[Found[str], ...] = ()


def read_date_group(text: str) -> Found[DateGroup] | None:
    """The date-time group of a line, with the prosigns right before it; None where no group stands.

    A day or hour that no calendar or clock has is left off, and the group is DOUBTFUL.
    """
    for m in GROUP.finditer(text) if PAIR.search(text) else ():
        if sum(c.isdigit() for c in m["figures"]) < LEAST_FIGURES:
            continue
        month, said_of_month = _month(m["month"])
        if m["zone"] != "Z" and (month is None or m["zone"] == "J"):
            continue
        if len(m["figures"]) != SIX and month is None:
            continue
        day, said = _day(m, month, said_of_month)
        start = m.start("figures")
        zone = "Z" if m["zone"] == "2" else m["zone"]
        end = m.end() if month is not None or said_of_month.reason else m.end("zone")
        state = ReadingState.DOUBTFUL if said.doubtful else ReadingState.FOUND
        value = DateGroup(day, zone, tuple(_before(text, start, day)))
        return Found(Span(start, end), value, text[start:end], said.confidence, state, said.reason)
    return None


def _before(text: str, at: int, day: PartialDate | PartialDay) -> Iterator[Found[str]]:
    """The prosigns before the group: `O R `; a teletype's routing (`OO RUEHC `) may stand between."""
    head = BEFORE.search(text[:at])
    year = day.year if isinstance(day, PartialDate) else None
    for each in read_prosigns(head[1]) if head else ():
        word = of_letter(each.text[0].replace("0", "O"), year)
        yield replace(each, value=word or each.value).shifted(head.start(1) if head else 0)


def _day(m: re.Match[str], month: int | None, said: Said) -> tuple[PartialDate | PartialDay, Said]:
    figures = digits(m["figures"])
    if figures != m["figures"]:
        said = said.also(Said("letters read as digits", 0.8))
    if m["zone"] == "2":
        said = said.also(Said("'2' read as the zone letter Z", 0.7, doubtful=True))
    if len(figures) != SIX:
        printed_year = read_year(m["year"], UNBOUND)[0] if m["year"] else None
        lost = Said(f"{m['figures']!r} has not six figures, so day and hour are not known", 0.4, doubtful=True)
        return _without_day(printed_year, month), said.also(lost)
    day, hour, minute = int(figures[:2]), int(figures[2:4]), int(figures[4:])
    printed = m["year"]
    year, said_of_year = read_year(printed, UNBOUND) if printed and month else (None, SURE)
    said = said.also(said_of_year)
    longest = calendar.monthrange(year or 2000, month)[1] if month else 31
    if not 1 <= day <= longest:
        where = calendar.month_name[month] if month else "any month"
        return _without_day(year, month), said.also(Said(f"there is no day {day} in {where}", 0.4, doubtful=True))
    zone = lexicon.spellings("zones")["z" if m["zone"] == "2" else m["zone"].lower()].number("offset")
    clock: tuple[int | None, int | None, int | None] = (hour, minute, zone)
    if hour > 23 or minute > 59:
        clock = (None, None, None)
        said = said.also(Said(f"there is no clock time {figures[2:]}", 0.4, doubtful=True))
    if year is None or month is None:
        return PartialDay(month, day, *clock), said
    return PartialDate(year, month, day, *clock), said


def _without_day(year: int | None, month: int | None) -> PartialDate | PartialDay:
    return PartialDate(year, month) if year else PartialDay(month)


def _month(word: str | None) -> tuple[int | None, Said]:
    """The month of a word, misread by a letter at most; a word that is near to none is no part of the group."""
    if word is None:
        return None, SURE
    names = _names()
    if word.lower() in names:
        return names[word.lower()], SURE
    folded = {skeleton(name): number for name, number in names.items()}
    if skeleton(word) in folded:
        return folded[skeleton(word)], Said(f"{word!r} read as {STEMS[folded[skeleton(word)] - 1].upper()}", 0.8)
    near = sorted({number for name, number in names.items() if len(name) == len(word) and _off_by_one(word, name)})
    if len(near) == 1:
        return near[0], Said(f"{word!r} read as {STEMS[near[0] - 1].upper()}", 0.6, doubtful=True)
    if near:
        said = " or ".join(STEMS[each - 1].upper() for each in near)
        return None, Said(f"{word!r} may be {said}", 0.4, doubtful=True)
    return None, SURE


def _off_by_one(word: str, name: str) -> bool:
    return bool(nearest(word.lower(), [name], most=1))


@cache
def _names() -> dict[str, int]:
    return {
        spelling: number
        for spelling, entry in lexicon.spellings("months").items()
        if (number := entry.number("number")) is not None
    }
