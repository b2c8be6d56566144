"""Days as stamps and clerks' hands give them: `4-6-88`, `NOV 2 7 1962`, `20 Mar 2014`, `2005/11/28`, `'62`.

A stamp's day often has no century; it is told apart from one that has, and never guessed here: what else the stamp
prints decides that, and a misread day must stay as printed. `dates` reads the days of papers, and settles their years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onionskin.record.dates import PartialDate
from onionskin.record.span import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DIGIT = r"[0-9OolI|]"
YEAR = r"(?:(?:19|20)\d\d|['’‘]?\d\d)"
ISO = r"(?:19|20)\d\d\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}"
# A dash between months and years of an adjustable stamp, blanks between its digits: "NOV 2 7 1962".
FIGURES = rf"{DIGIT}{{1,2}}\s?[-/.–—]\s?{DIGIT}{{1,2}}\s?[-/.–—]\s?(?:(?:19|20)\d\d|['’]?{DIGIT}{{2}})"
DASHED = r"(?:\d\s?\d?\s?[-–—]\s?(?:19|20)\d\d|[-–—]\s?\d[\s.]*(?:19|20)\d\d)"
"""`AUG 1 - 1955`, `AUG - 1 1955`: the blank wheel of a dater prints a dash."""
MONTH_DAY = rf"{MONTH}[\s.]*(?:\d\s?\d?(?:st|nd|rd|th)?\s?,?[\s.]*{YEAR}|{DASHED})"
DAY_MONTH = rf"\d{{1,2}}(?:st|nd|rd|th)?[\s.-]*{MONTH}[\s,.-]*{YEAR}"
YEAR_MONTH = rf"(?:19|20)\d\d[\s,.-]+{MONTH}[\s.]*\d\s?\d?"
TIMED = rf"{MONTH}[\s.]*\d{{1,2}},?\s+\d{{1,2}}[ :.]?\d\d\s*[AP]\.?\s?M\.?\s*,?\s*{YEAR}"
HOUR_BEHIND = rf"{MONTH}[\s.]*\d{{1,2}}[, ]{{1,3}}(?:19|20)\d\d,?[ ]{{1,4}}\d{{1,2}}[ :.]\d\d\s?[AP]\.?\s?M\b\.?"
"""`APR 7 1961  4:15 PM`."""
SHORT_YEAR = rf"['’‘]\d\d\s+{MONTH}\s*\d{{1,2}}(?:\s+[AP]\.?\s?M\.?\s+\d{{1,2}}[ :.]\d\d)?"
"""`'68 APR 18 PM 4:40`: the apostrophe says which number is the year."""
HALF = r"[AP]\.?\s?M\.?"
CLOCKED = (
    rf"(?:19|20)\d\d\s+{MONTH}\s*\d{{1,2}}(?:\s+{HALF}\s+\d{{1,2}}[ :.]\d\d|[ ]{{1,4}}\d{{1,2}}[ :.]\d\d\s?{HALF})"
)
WITH_HOUR = rf"{TIMED}|{HOUR_BEHIND}|{SHORT_YEAR}|{CLOCKED}"
DAY = rf"(?:(?<![\w/])(?:{ISO}|{WITH_HOUR}|{MONTH_DAY}|{DAY_MONTH}|{YEAR_MONTH}|{FIGURES})(?![\w/]))"
"""One day, without groups, to be set into other patterns; matched without regard to case."""
MONTH_YEAR = rf"{MONTH}[\s,.-]*(?:19|20)\d\d(?![\w/])"
"""`MAY 2003`: a month alone, for stamps that print no day; what looks for days does not look for it."""

ANY_DAY = re.compile(DAY, re.IGNORECASE)
APOSTROPHES = ("'", "’", "‘")
WORD = re.compile(MONTH, re.IGNORECASE)
NUMBER = re.compile(r"\d+")
CLOCK = re.compile(
    r"""(?P<h>\d{1,2}) [ :.]? (?P<m>\d\d) \s* (?P<half>[AP]) \.? \s? M\b \.?
      | (?P<half2>[AP]) \.? \s? M \.? \s+ (?P<h2>\d{1,2}) [ :.] (?P<m2>\d\d)""",
    re.VERBOSE | re.IGNORECASE,
)
FIGURE_FOLD = str.maketrans("OolI|", "00111")
YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
MONTH_ALONE = re.compile(MONTH_YEAR, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A day as printed, perhaps no day of the calendar. `year` has two digits where `century` is False."""

    span: Span
    year: int
    month: int | None
    day: int | None
    century: bool
    clock: tuple[int, int] | None = None

    def in_year(self, year: int) -> PartialDate | None:
        """The day in that year, None where the calendar has no such day."""
        try:
            return PartialDate(year, self.month, self.day, *(self.clock or ()))
        except ValueError:
            return None


def find_day(text: str, start: int = 0, end: int | None = None) -> TypedDay | None:
    """The first day printed in `text[start:end]`; its span is of `text`."""
    m = ANY_DAY.search(text, start, len(text) if end is None else end)
    return read_day(m.group(), m.start()) if m else None


def read_day(printed: str, at: int = 0) -> TypedDay | None:
    """What a whole printed day says; `at` is where it stands. A bare year, a month with its year are days too."""
    span = Span(at, at + len(printed))
    if YEAR_ALONE.fullmatch(printed):
        return TypedDay(span, int(printed), None, None, century=True)
    if word := WORD.search(printed):
        clock = CLOCK.search(printed)
        return _with_clock(printed, span, word, clock) if clock else _with_word(printed, span, word)
    parts = NUMBER.findall(printed.translate(FIGURE_FOLD))
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        return TypedDay(span, int(parts[0]), int(parts[1]), int(parts[2]), century=True)
    month, day = int(parts[0]), int(parts[1])
    if month > 12 >= day:
        month, day = day, month
    return TypedDay(span, int(parts[2]), month, day, century=len(parts[2]) == 4)


def _with_clock(printed: str, span: Span, word: re.Match[str], clock: re.Match[str]) -> TypedDay | None:
    rest = printed[: clock.start()] + " " + printed[clock.end() :]
    hour, minute = int(clock["h"] or clock["h2"]), int(clock["m"] or clock["m2"])
    if hour > 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if (clock["half"] or clock["half2"]).upper() == "P" else 0)
    day = _with_word(rest, span, word)
    return replace(day, clock=(hour, minute)) if day else None


def _with_word(printed: str, span: Span, word: re.Match[str]) -> TypedDay | None:
    month = MONTHS.index(word.group()[:3].lower()) + 1
    if MONTH_ALONE.fullmatch(printed):
        return TypedDay(span, int(printed[-4:]), month, None, century=True)
    before, after = NUMBER.findall(printed[: word.start()]), NUMBER.findall(printed[word.end() :])
    if before and after:
        first, last = before[-1], "".join(after)
        year_first = len(first) == 4 or printed.lstrip()[:1] in APOSTROPHES
        return _ordered(span, month, first, last) if not year_first else _ordered(span, month, last, first)
    digits = "".join(after)
    year = after[-1] if after and len(after[-1]) in (2, 4) and len(after) > 1 else digits[-4:]
    return _ordered(span, month, digits[: len(digits) - len(year)], year)


def _ordered(span: Span, month: int, day: str, year: str) -> TypedDay | None:
    if not day or len(year) not in (2, 4):
        return None
    return TypedDay(span, int(year), month, int(day), century=len(year) == 4)
