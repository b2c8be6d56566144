"""The regular expressions of dates, built once from the lexicon's months; `dates` makes values of what they match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onionskin import lexicon
from onionskin.phrases.clocks import CLOCK
from onionskin.phrases.damage import APOSTROPHE, DASH
from onionskin.phrases.late import LatePattern

GAP = r"[ \t\xa0]*+(?:\n[ \t\xa0]*+)?+"
"""What may stand between two parts of a date: nothing (OCR lost the space), spaces, one line break; no blank line.

It gives nothing back once taken: a column of spaces would else be cut in every way there is, once for each gap.
"""

DAY = r"(?:[0-3OoIl][0-9]|[0-3][0-9OoIlSB]|[1-9])"
WHEELS = r"[1-3]\ [0-9] (?= \ {1,3} (?:19|20)[0-9]{2} (?![0-9]) )"
"""A day whose wheels stand apart in a stamp that has its month first: `NOV 2 0 1968`."""
YEAR4 = r"(?:[1lI][6-9]|[2Z][0O])[0-9OoIlSB]{2}(?![0-9])"
YEAR = rf"(?:{YEAR4}|[{APOSTROPHE}]\s?[0-9OoIlSB]{{2}}(?![0-9A-Za-z]))"
BARE_YEAR = r"[3-9][0-9](?![0-9A-Za-z:%]|[.,][0-9]|\s?[a-z])"
"""Two digits after a month, never under 30 ("May 5, 20 men") and never before a small word ("March 3 60 men")."""

NTH = r"(?:\s?(?:st|nd|rd|th|d)\b)?"
END = rf"(?![A-Za-z0-9]|[.,][0-9]|[{DASH}/][0-9])"


NOT_WITHIN = rf"A-Za-z0-9./{DASH}"
"""What stands before no figure of a date. A colon may, behind a label (`DATE:22 NOVEMBER 63`), not behind a figure."""


ALONE = (
    r"(?<![A-HJ-NP-Za-kmnp-z.,/$][0-9]) (?<![0-9]:[0-9]) (?<![A-Za-z0-9.,/$][0-9OoIl][0-9]) (?<![0-9]:[0-9OoIl][0-9])"
)
"""Behind a day: no word, number or clock time runs into it. `O9` is one whose first figure is misread."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns, by where they are tried.

    `month_first` and `month_and_year` match at a month's name, `day_first` and `year_first` are searched for just
    before one, `prefix` ends where a date begins, `before_year` where a year begins.
    """

    month: re.Pattern[str]
    month_first: re.Pattern[str]
    day_first: LatePattern
    year_first: LatePattern
    month_and_year: re.Pattern[str]
    prefix: re.Pattern[str]
    numeric: re.Pattern[str]
    iso: re.Pattern[str]
    group: re.Pattern[str]
    before_year: LatePattern


STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEARS = re.compile(r"[1lI](?<![A-Za-z0-9][1lI]) ?[6-9g] ?[0-9OoIlSBAgTZb] ?[0-9OoIlSBAgTZb](?![A-Za-z0-9])")
"""A year in full behind a month and a day; a figure may be misread (`1g62`), a blank have come in (`196 3`)."""
YEAR_GROUPS = ("year", "year_after", "year2", "year4", "year3")
"""Groups of the patterns in which a year stands, the surest first."""

SET_APART = re.compile(r"(?:(?<![^\n])[ ]{0,2}|(?<=[ ]{3}))(?P<tens>[1-3]) \Z")
BARE_NOUGHT = re.compile(r"(?<![^ ])0[ ]\Z")
"""The second wheel of a 10th, 20th or 30th, which is no day alone."""


def set_apart(text: str, m: re.Match[str]) -> tuple[int, str] | None:
    """Where the day of a stamp begins, and that day, when its wheels stand apart on its line: `2 3 FEB 1965`."""
    day = m.groupdict().get("day") or ""
    lone = m.start() == m.start("month") and not day and BARE_NOUGHT.search(text, max(0, m.start() - 5), m.start())
    if lone:
        return tens_before(text, lone.start(), "0")
    return tens_before(text, m.start("day"), day) if day and m.start("day") == m.start() else None


def tens_before(text: str, at: int, day: str) -> tuple[int, str] | None:
    """The same of a day of one figure that begins at `at`."""
    tens = SET_APART.search(text, max(0, at - 5), at) if len(day) == 1 else None
    return (tens.start("tens"), tens["tens"] + day) if tens else None


@cache
def prefix_words() -> frozenset[str]:
    """The last words of what `Patterns.prefix` reads, so that it need not be tried where none of them stands."""
    weekdays = {s.lower() for e in lexicon.entries("weekdays") for s in e.spellings}
    return frozenset(weekdays | {"circa", "ca", "c", "about", "approximately", "mid", "early", "late", "of"})


def _any_of(name: str) -> str:
    words = sorted((s for e in lexicon.entries(name) for s in e.spellings), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, words)) + ")"


@cache
def patterns() -> Patterns:
    """All patterns, made on first use; those that few dates need are compiled when one does."""
    months, weekdays = _any_of("months"), _any_of("weekdays")
    month = rf"(?P<month>{months}) (?![a-z]) \.?"
    join = rf"(?: {GAP} | [{DASH}/] )"
    clock = rf"(?: {GAP} [,.;]? {GAP} [{DASH}]{{0,2}} {GAP} {CLOCK} )?"
    loose = re.VERBOSE | re.IGNORECASE
    return Patterns(
        month=re.compile(rf"{months} (?![a-z])", loose),
        month_first=_month_first(month + join, clock, loose),
        day_first=_day_first(join, month, clock, loose),
        year_first=_year_first(month, clock, loose),
        month_and_year=re.compile(rf"{month} (?: , | \ of )? \s {GAP} (?P<year>{YEAR4}) (?! [{DASH}][0-9] )", loose),
        prefix=re.compile(
            rf"""(?<![A-Za-z])
            (?P<hedge> (?: circa | ca\. | c\. | on\ or\ about | approximately ) \s )?
            (?P<part> (?: mid | early | late | middle\ of | end\ of | beginning\ of ) [ {DASH}] )?
            (?: (?P<weekday>{weekdays}) \.? ,? {GAP} )? \Z""",
            loose,
        ),
        numeric=re.compile(
            rf"""(?P<one> [0-9] (?<![{NOT_WITHIN}][0-9]) (?<![0-9]:[0-9]) (?<!\b19[0-9]\ [0-9]) [0-9]? )
            \s? (?P<sep>[/.{DASH}]) \s? (?P<two>[0-9]{{1,2}}) \s? (?P=sep) \s?
            (?P<year> [0-9]{{4}} | [0-9]{{2}} ) {END}
            (?: [,;]? \s{{1,3}} {CLOCK} )?""",
            re.VERBOSE,
        ),
        iso=re.compile(
            rf"""(?P<year> [12] (?<![{NOT_WITHIN}:][12]) [0-9]{{3}} ) (?P<sep>[/.-])
            (?P<one>[0-9]{{1,2}}) (?P=sep) (?P<two>[0-9]{{1,2}}) {END}""",
            re.VERBOSE,
        ),
        group=re.compile(  # 222227Z NOV 78; capitals only, or "at 121314a" would do
            rf"""(?P<day> [0-3O] (?<![A-Za-z0-9][0-3O]) [0-9O]) (?P<hh>[0-2O][0-9O]) (?P<mm>[0-5O][0-9O])
            \s? (?P<letter>[A-Z]) (?![A-Za-z0-9])
            (?: \s{{1,2}} (?P<month>{months.upper()}) (?![A-Z]) \.?
                (?: \s{{0,2}} (?P<year> (?:19|20)[0-9]{{2}} | [{APOSTROPHE}]?[0-9]{{2}} ) (?![0-9]) )? )?""",
            re.VERBOSE,
        ),
        before_year=LatePattern(  # Novernber 17, | 24 ocroper
            rf"""(?: (?P<word> (?<![A-Za-z0-9]) (?: [A-Z][a-z]{{0,5}}\ [a-z]{{1,8}} | [A-Za-z0-9|]{{3,10}} ) )
                       [.,]? {GAP} (?P<day>{DAY}) {NTH}
                   | (?<![A-Za-z0-9.,/]) (?P<day_first>{DAY}) {NTH} {GAP}
                       (?P<word_last> [A-Za-z0][A-Za-z0-9|]{{2,9}} ) )
            [,.]? {GAP} \Z""",
            loose,
        ),
    )


def _month_first(head: str, clock: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """`November 17, 1962, 7 p.m.`; `October 27 and 28`; `Nov 23 9 43 PM '62`, the year last, as stamps have it."""
    return re.compile(
        rf"""{head} (?P<day>{WHEELS}|{DAY}) {NTH} (?: (?![A-Za-z0-9]) | (?=19[0-9]{{2}}) )
        (?P<more> (?: {GAP} , {GAP} {DAY} {NTH} )*
                  {GAP} ,? {GAP} (?: and | & | to | through | thru | or | [\-‐‑‒–] ) {GAP}
                  (?P<last>{DAY}) {NTH} (?! [A-Za-z0-9:] | \s?[ap]\.?\s?m\b ) )?
        (?: {GAP} [,.;]? {GAP} (?P<year>{YEAR}) | \s?[{DASH}]\s? (?P<year4>{YEAR4})
            | [ ,{DASH}]+ (?P<year2>{BARE_YEAR}) )?
        {clock}
        (?: {GAP} ,? {GAP} (?: (?P<year_after>{YEAR}) | (?P<year3>{BARE_YEAR}) ) )?""",
        flags,
    )


def _day_first(join: str, month: str, clock: str, flags: re.RegexFlag) -> LatePattern:
    """`17 November 1962`, `17th of November`, `27 and 28 October`, `17-NOV-62`."""
    return LatePattern(
        rf"""(?: (?P<first> [0-9] (?<![A-Za-z0-9.,/:$][0-9]) [0-9]? ) {NTH}
                 {GAP} (?: and | & | to | or | [\-‐‑‒–] ) {GAP} )?
        (?P<day>{DAY}) {ALONE} {NTH} {join} (?: of {GAP} )? {month}
        (?: ,? {join} (?P<year>{YEAR}) | [ ,{DASH}]* (?P<year2>{BARE_YEAR}) )?
        {clock}""",
        flags,
    )


def _year_first(month: str, clock: str, flags: re.RegexFlag) -> LatePattern:
    """`1962 NOV 17 PM 7 43`. No comma behind the year: "Embtel 1890, Dec 10" cites a telegram."""
    return LatePattern(
        rf"""(?<![0-9]) (?P<year> (?: 19[3-9] | 20[0-4] ) [0-9] ) [ .{DASH}]{{0,2}} {GAP}
        {month} [ {DASH}]{{0,2}} {GAP} (?P<day>{DAY}) {NTH} {END}
        {clock}""",
        flags,
    )
