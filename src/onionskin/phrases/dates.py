"""Dates as clerks and stamps put them: `November 17, 1962`, `Nov 23 9 43 PM '62`, `11/23/62`, `222227Z NOV 78`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onionskin import lexicon
from onionskin.phrases.clocks import ALONE, CLOCK, Clock, clock_of
from onionskin.phrases.damage import APOSTROPHE, digits
from onionskin.phrases.date_patterns import STEMS, YEAR_GROUPS, YEARS, patterns, prefix_words, set_apart, tens_before
from onionskin.phrases.days import PartialDay
from onionskin.phrases.found import Found, longest
from onionskin.phrases.late import LatePattern
from onionskin.phrases.misread_months import month_meant
from onionskin.phrases.years import SURE, Bounds, Said, read_year, run_on, within
from onionskin.record.dates import PartialDate
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

Day = PartialDate | PartialDay
"""A date with its year, or what is printed of one without it."""

BEFORE = LatePattern(rf"{CLOCK} (?: ,? \s? (?:on\s)? ) \Z", re.VERBOSE)
BEHIND_A_YEAR = LatePattern(rf"[ \t\xa0]*,?(?:[ \t\xa0]*\n){{0,2}}[ \t\xa0]*{CLOCK}", re.VERBOSE)
CLOCK_SIGN = re.compile(r"\d[ATZSOgb]?\s{0,2}(?:[AaPp]\s?\.?,?\s?[Mm]\b\.?|ho?u?rs\b|GMT|EST|EDT|Z\b)")
STAMP_SIGN = re.compile(r"[AP]M\s\d")
BEFORE_DATE = re.compile(r"[AaPp]\s?\.?,?\s?[Mm]\.?,?\s{0,2}(?:on\s)?\Z")
A_DIGIT = re.compile(r"\d")
MISREAD_FIGURES = re.compile(
    r"(?<![A-Za-z0-9])(?:[0-9SbBgTAZ]{1,2}([/-]))[0-9SbBgTAZ]{1,2}\1[0-9SbBgTAZ]{2}(?![A-Za-z0-9])"
)
"""A day in figures of which some are misread: `6/Z1/b1`."""
MISREAD_STROKE = re.compile(
    r"(?<![A-Za-z0-9/])(?:(\d\d?)/(\d\d?)[lI|]|(\d\d?)[lI|](\d\d?)/)((?:19)?[3-9]\d)(?![A-Za-z0-9/])"
)
"""One of its two strokes is misread: `1/22l57`, `6l21/61`."""
STAMPED_YEAR = re.compile(
    rf"\s{{0,2}}(?P<year>[{APOSTROPHE}]\s?[0-9OoIlSBAgTZb]{{2}}\b|(?<=\s)[3-7][0-9](?=[^\S\n]*$))", re.MULTILINE
)
FIGURES_READ = 2
"""Figures of a year that must be figures."""


def find_dates(
    text: str, *, not_before: PartialDate | None = None, not_after: PartialDate | None = None
) -> Iterator[Found[Day]]:
    """Every date and clock time in the order of the text; "October 27 and 28" gives two.

    `not_before` and `not_after` are what the caller knows of all dates in `text` (a review stamp is not older than its
    paper): they settle two-digit years, and a date outside them is DOUBTFUL with the bound as its reason. A day or
    month that the calendar has not is DOUBTFUL and keeps what is possible of it: "November 31, 1962" gives 1962-11.
    """
    if not A_DIGIT.search(text):
        return
    bounds = Bounds(not_before, not_after)
    finds = [*_around_months(text, bounds), *_in_figures(text, bounds)]
    clocks = list(_clock_times(text))
    finds += list(_misread_months(text, bounds, [f.span for f in finds], clocks))
    taken = [f.span for f in finds]
    finds += [f for f in clocks if not any(f.span.overlaps(s) for s in taken)]
    yield from longest(finds)


def read_date(
    line: str, *, not_before: PartialDate | None = None, not_after: PartialDate | None = None
) -> Found[Day] | None:
    """The date a short line is about: the most precise in it, the first of equals; a year that stands alone counts.

    Misread digits (`l1/Z3/62`) are allowed for, which `find_dates` does not do in running text.
    """
    finds = list(find_dates(line, not_before=not_before, not_after=not_after))
    if not finds:
        mended = MISREAD_STROKE.sub(lambda m: "/".join(part for part in m.groups() if part), line)
        mended = "".join(digits(c) if c in "OolI|Z" else c for c in mended)
        mended = MISREAD_FIGURES.sub(_figures, mended)
        finds = [
            replace(
                f,
                text=f.span.of(line),
                confidence=min(f.confidence, 0.8),
                reason=_joined("letters read as digits", f.reason),
            )
            for f in find_dates(mended, not_before=not_before, not_after=not_after)
        ]
    if not finds:
        return _loneread_year(line)
    return max(finds, key=lambda f: (_precision(f.value), -f.span.start))


def _figures(m: re.Match[str]) -> str:
    return digits(m[0]) if sum(map(str.isdigit, m[0])) >= FIGURES_READ else m[0]


def _joined(*reasons: str) -> str:
    return "; ".join(r for r in reasons if r)


def _precision(day: Day) -> int:
    parts = (day.month, day.day, day.day and day.hour, day.day and day.minute)
    return 3 * isinstance(day, PartialDate) + sum(p is not None for p in parts)


def _loneread_year(line: str) -> Found[Day] | None:
    m = re.fullmatch(r"[\s(\[]*((?:1[6-9]|20)\d\d)[\s)\].?]*", line)
    if m is None:
        return None
    return Found(Span(*m.span(1)), PartialDate(int(m[1]), uncertain="?" in line), m[1])


def _around_months(text: str, bounds: Bounds) -> Iterator[Found[Day]]:
    """Dates with a month's name: found by its first three letters, then the patterns tried right there."""
    lower, p, done = text.lower(), patterns(), 0
    if len(lower) != len(text):  # a few letters (İ) change their length; then offsets would not agree
        lower = text
    for at in sorted(_positions(lower)):
        if at < done or (at and text[at - 1].isalpha()):
            continue
        name = p.month.match(text, at)
        if name is None or not (
            A_DIGIT.search(text, max(0, at - 9), at) or A_DIGIT.search(text, name.end(), name.end() + 8)
        ):
            continue
        match = _best_around(text, at, done)
        if match is not None:
            yield from _days_of(text, match, bounds, done)
            done = match.end()
    yield from _groups(text, bounds)


def _positions(lower: str) -> Iterator[int]:
    for stem in STEMS:
        at = lower.find(stem)
        while at >= 0:
            yield at
            at = lower.find(stem, at + 3)


def _best_around(text: str, at: int, done: int) -> re.Match[str] | None:
    """The longest match of the four patterns; of equals the first, since "despatch 25 Feb 16" is February 16."""
    p, start, end = patterns(), max(done, at - 16), at + 90
    tried = [p.month_first.match(text, at, end), p.month_and_year.match(text, at, end)]
    if A_DIGIT.search(text, start, at):
        tried += [p.day_first.search(text, start, end), p.year_first.search(text, start, end)]
    best: re.Match[str] | None = None
    for m in tried:
        if m is None or m.start("month") != at:
            continue
        if not text[at].isupper() and not m["year"]:
            continue  # "no. 12 may be", "3 march units": a small letter needs a year beside it
        if best is None or m.end() - m.start() > best.end() - best.start():
            best = m
    return best


def _days_of(text: str, m: re.Match[str], bounds: Bounds, done: int) -> Iterator[Found[Day]]:
    g: Mapping[str, str | None] = m.groupdict()
    if _in_group(text, m):
        return
    stands = next((name for name in YEAR_GROUPS if g.get(name)), None)
    year, said = read_year(stands and g[stands], bounds)
    if stands and year is not None:
        year, said = run_on(text, Span(*m.span(stands)), year, said)
    month = _month_number(m["month"])
    clock = clock_of(m) if "day" in g else None
    start, weekday, hedge = _prefix(text, m.start(), done)
    said = said.also(Said(f"printed with {hedge!r}" if hedge else "")).also(
        _weekday(weekday, year, month, g.get("day"))
    )
    if clock is None and "day" in g:
        clock, start = _clock_before(text, start)
    if year is not None and start == m.start() and (apart := set_apart(text, m)):
        said = said.also(Said("the stamp sets the figures of its day apart", 0.85))
        yield _made(text, (apart[0], m.end()), (year, month, apart[1]), clock, said, bounds, bool(hedge))
        return
    days = _other_days(m) if "day" in g else []
    if days and year is not None:
        said = said.also(Said("the year stands once for all days", 0.95))
    days = sorted([*days, m.span("day")]) if "day" in g else [(m.end(), m.end())]
    for day in days:
        span = (start if day is days[0] else day[0], m.end() if day is days[-1] else day[1])
        yield _made(
            text,
            span,
            (year, month, text[slice(*day)] or None),
            clock if day is days[-1] else None,
            said,
            bounds,
            bool(hedge),
        )


def _prefix(text: str, start: int, done: int) -> tuple[int, str, str]:
    """What stands before a date and belongs to it: where it begins, the weekday, the words that make it approximate."""
    head = text[max(done, start - 32) : start]
    word = head.rstrip(" ,.\n\t-‐‑–").rpartition(" ")[2].rpartition("\n")[2].lower()
    m = patterns().prefix.search(head) if word in prefix_words() else None
    if m is None or not m[0]:
        return start, "", ""
    return start - len(m[0]), m["weekday"] or "", (m["hedge"] or m["part"] or "").strip()


def _clock_before(text: str, start: int) -> tuple[Clock | None, int]:
    """The time that stands before a date and belongs to it ("3 p.m. on November 17"), and where that begins."""
    head = text[max(0, start - 24) : start]
    m = BEFORE.search(head) if BEFORE_DATE.search(head, len(head) - 11) else None
    if m is None or (m.start() and head[m.start() - 1] in "0123456789.,:/$-"):
        return None, start
    return clock_of(m), start - len(head) + m.start()


def _other_days(m: re.Match[str]) -> list[tuple[int, int]]:
    """Where the other days stand in "November 17, 18 and 19" and "27 and 28 October"."""
    g = m.groupdict()
    if g.get("first"):
        return [m.span("first")]
    if not g.get("more"):
        return []
    at = m.start("more")
    return [(at + d.start(), at + d.end()) for d in re.finditer(r"[0-9OoIlSB]*[0-9][0-9OoIlSB]*", m["more"])]


def _in_group(text: str, m: re.Match[str]) -> bool:
    """Whether the month belongs to a date-time group, which has a pattern of its own: `222227Z NOV 78`."""
    before = text[max(0, m.start("month") - 9) : m.start("month")]
    return re.search(r"\d{4}\s?[A-Z]\s{1,2}\Z", before) is not None


def _made(  # noqa: PLR0913, PLR0917 - a date, where it stands and what is known of it
    text: str,
    span: tuple[int, int],
    parts: tuple[int | None, int | None, str | int | None],
    clock: Clock | None,
    said: Said,
    bounds: Bounds,
    approximate: bool = False,
) -> Found[Day]:
    """A find of year, month and day; what no calendar has is left off and said to be."""
    year, month, day = parts
    number = int(digits(day.replace(" ", ""))) if isinstance(day, str) else day
    if year == 0:
        # `05/10/0000` is how a database prints a day whose year nobody entered.
        said, year = said.also(Said("there is no year 0", 0.3, doubtful=True)), None
    if month is not None and not 1 <= month <= 12:
        said, month, number = said.also(Said(f"there is no month {month}", 0.3, doubtful=True)), None, None
    if number is not None and month is not None and not 1 <= number <= _length(year, month):
        reason = f"{calendar.month_name[month]}{f' {year}' if year else ''} has no day {number}"
        said, number = said.also(Said(reason, 0.4, doubtful=True)), None
    hour, minute, offset = (clock.hour, clock.minute, clock.offset) if clock and number else (None, None, None)
    value: Day
    if year is None:
        value = PartialDay(month, number, hour, minute, offset)
    else:
        value = PartialDate(year, month, number, hour, minute, offset, approximate=approximate)
        said = said.also(within(value, bounds))
    state = ReadingState.DOUBTFUL if said.doubtful else ReadingState.FOUND
    return Found(Span(*span), value, text[span[0] : span[1]], said.confidence, state, said.reason)


def _length(year: int | None, month: int) -> int:
    return calendar.monthrange(year or 2000, month)[1]


def _month_number(name: str) -> int:
    return STEMS.index(name[:3].lower()) + 1


def _weekday(name: str, year: int | None, month: int, day: str | None) -> Said:
    if not name or year is None or not day or not 1 <= int(digits(day)) <= _length(year, month):
        return SURE
    printed = lexicon.spellings("weekdays")[name.lower()]
    real = calendar.weekday(year, month, int(digits(day)))
    if real == printed.number("number"):
        return SURE
    return Said(f"that day was a {calendar.day_name[real]}, not a {printed.name}", 0.5, doubtful=True)


def _in_figures(text: str, bounds: Bounds) -> Iterator[Found[Day]]:
    """`11/23/62`, `4-6-88`, `1962/11/17`: United States order, month first, unless that is impossible."""
    for m in patterns().iso.finditer(text):
        yield _made(text, m.span(), (int(m["year"]), int(m["one"]), int(m["two"])), None, SURE, bounds)
    for m in patterns().numeric.finditer(text):
        month, day = int(m["one"]), int(m["two"])
        if max(month, day) > 31 or (month > 12 and day > 12) or not month or not day:
            continue
        if m["sep"] == "." and len(m["year"]) == 2:
            continue  # 4.6.88 is as often the number of a paragraph
        year, said = read_year(m["year"], bounds)
        if month > 12:
            said, month, day = (
                said.also(Said("month first is impossible, so read day first", 0.6, doubtful=True)),
                day,
                month,
            )
        yield _made(text, m.span(), (year, month, day), clock_of(m), said, bounds)


def _groups(text: str, bounds: Bounds) -> Iterator[Found[Day]]:
    """Date-time groups; one without its month keeps the day and no month, any zone letter but Z needs the month."""
    for m in patterns().group.finditer(text):
        if (m["letter"] != "Z" and not m["month"]) or m["letter"] == "J":
            continue
        day, hour, minute = (int(digits(m[k])) for k in ("day", "hh", "mm"))
        if not (1 <= day <= 31 and hour <= 23 and minute <= 59):
            continue
        year, said = read_year(m["year"], bounds)
        month = _month_number(m["month"]) if m["month"] else None
        zone = lexicon.spellings("zones")[m["letter"].lower()]
        clock = Clock(hour, minute, zone.number("offset"))
        yield _made(text, m.span(), (year, month, day), clock, said, bounds)


def _misread_months(
    text: str, bounds: Bounds, taken: Sequence[Span], clocks: Sequence[Found[Day]]
) -> Iterator[Found[Day]]:
    """A word before a day and a year that is nearly a month: `Novernber 17, 1962`, `0ctobcr 27, 1962`."""
    for year in YEARS.finditer(text):
        if any(s.start <= year.start() < s.end for s in taken):
            continue
        start = max(0, year.start() - 22)
        m = patterns().before_year.search(text[start : year.start()])
        word = (m["word"] or m["word_last"]) if m else ""
        month, word = month_meant(word, stem=True)
        figures = digits(year[0].replace(" ", ""))
        if m is None or month is None or sum(map(str.isdigit, year[0])) < FIGURES_READ or not figures.isdigit():
            continue
        said = _read_as(word, month.name).also(_read_as(year[0], figures))
        begin, day = start + _begin(m, word), m["day"] or m["day_first"]
        if m["day_first"] and (apart := tens_before(text, begin, day)):
            begin, day = apart
        parts = (int(figures), month.number("number"), day)
        after = BEHIND_A_YEAR.match(text, year.end())
        clock = clock_of(after) if after else None
        end = after.end() if after and clock else year.end()
        yield _made(text, (begin, end), parts, clock, said, bounds)
    yield from _misread_before_clocks(text, bounds, taken, clocks)


def _misread_before_clocks(
    text: str, bounds: Bounds, taken: Sequence[Span], clocks: Sequence[Found[Day]]
) -> Iterator[Found[Day]]:
    """The same before a clock time: `JANURRY 15, 7 PM`, and with a stamp's year behind it, `Scp 15 6 47 PM '58`."""
    for found in clocks:
        if found.span.start == 0 or any(found.span.overlaps(s) for s in taken):
            continue
        start = max(0, found.span.start - 22)
        m = patterns().before_year.search(text[start : found.span.start])
        stamped = STAMPED_YEAR.match(text, found.span.end)
        month, word = month_meant(m["word"] if m else None, stem=stamped is not None)
        if m is None or word is None or month is None or not isinstance(found.value, PartialDay):
            continue
        said = _read_as(word, month.name)
        year, told = read_year(stamped["year"] if stamped else None, bounds)
        parts = (year, month.number("number"), m["day"])
        clock = Clock(found.value.hour or 0, found.value.minute, found.value.offset)
        end = stamped.end() if stamped else found.span.end
        yield _made(text, (start + _begin(m, word), end), parts, clock, said.also(told), bounds)


def _begin(m: re.Match[str], month: str | None) -> int:
    """Where a date begins whose month is `month`: of two words before the day only the second may be it."""
    return m.end("word") - len(month) if m["word"] and month else m.start()


def _read_as(printed: str | None, meant: str) -> Said:
    """What is said of a word or a year that is not printed as it is meant."""
    if printed is None or printed.lower() == meant.lower():
        return SURE
    return Said(f"{printed!r} read as {meant}", 0.7, doubtful=True)


def _clock_times(text: str) -> Iterator[Found[Day]]:
    done = 0
    for start, end in _clock_places(text):
        m = ALONE.search(text, max(start, done), end)
        clock = clock_of(m) if m else None
        if m is None or clock is None or m["word"] or (m.start() and text[m.start() - 1] in "0123456789.,:/$-"):
            continue
        done = m.end()
        value = PartialDay(None, None, clock.hour, clock.minute, clock.offset)
        yield Found(Span(*m.span()), value, m[0])


REACH = 14
"""Characters before `0 p.m.` among which its clock time begins: `12:35 to 12:50 p.m.`"""


def _clock_places(text: str) -> Iterator[tuple[int, int]]:
    """Windows in which a clock time may stand: around `7 p.m.` and `1630 hours`, and after `PM `."""
    done = 0
    signs = (
        CLOCK_SIGN.finditer(text)
        if "M " not in text
        else sorted([*CLOCK_SIGN.finditer(text), *STAMP_SIGN.finditer(text)], key=re.Match.start)
    )
    for m in signs:
        yield max(done, m.start() - REACH), m.end() + 14
        done = m.end()
