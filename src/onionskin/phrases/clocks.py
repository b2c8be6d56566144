"""Times of day as clerks typed them: `7 p.m.`, `9 43 PM`, `4-17 PM`, `PM 7 43`, `1630 hours`, `noon`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onionskin import lexicon
from onionskin.phrases.damage import DASH, digits

M = r"\s?\.?,?\s?[Mm]\b\.?"
HALF = rf"""(?: (?P<half>[AaPp]){M}
    | (?P<worn> (?-i: F\.?\s?M | P\.?\s?[NH] ) | [on]\.\s?m | [ap]\.?\s?rn ) \b (?! \s? [A-Za-z] ) \.? )"""
"""a.m. or p.m.; `worn`, as engines misread it: `9:16 FM`, `8 PN`, `4:14 o.m.`, `5 n.m.`, `6 p.rn.`."""

HOUR = r"(?:1[0-2]|[1-9])"
CLOCK = rf"""
    (?: at\s+ | about\s+ )?
    (?:
        (?<![\d{DASH}/]) (?P<hour_d>{HOUR}) [{DASH}] (?P<minute_d> 0\d | 1[3-9] | [2-5]\d )                  # 4-17 PM
        \s{{0,2}} (?P<half_d>[AaPp]){M}
      | (?P<hour> [0-2]?[0-9OolI] )                                              # 7 p.m. | 7:43 p.m. | 9 43 PM
        (?: \s?[:.]\s? (?P<minute> [0-5OoSl][0-9OoSlIATZgb] ) | \s (?P<minute_s> [0-5O][0-9OoSlIATZgb] ) )?
        (?: (?: \s?[{DASH}]\s? | \sto\s )   # 1-3 p.m.: the first
                (?: (?P<until>\d\d?)(?:[:.]\d\d)? | midnight | noon ) )?
        (?: \s{{0,2}} | [{DASH}]\s ) {HALF}
      | (?P<half_first>[AaPp])\.?\s?[Mm]\.?\s (?P<hour_s>{HOUR}) [\s:.] (?P<minute_f> [0-5][0-9OoSl] ) \b    # PM 7 43
      | (?P<short>{HOUR}) (?P<short_minute> [0-5]\d ) \s? (?P<half_short>[AaPp])\s?\.?\s?[Mm]\b\.?           # 743 PM
      | (?P<hours> (?:[01][0-9]|2[0-3]) ) :? (?P<hours_minute> [0-5][0-9] )                              # 1630 hours
        (?: \s?(?:hours|hrs)\b\.? | (?= \s?(?:GMT|EST|EDT|Z)\b ) )
      | (?:12(?::00)?\s)? (?P<word> noon | midnight ) \b
    )
    (?: ,?\s? \(? (?P<zone> GMT|EST|EDT|CST|PST|Z ) \b \)? )?
"""
"""The middle of a verbose pattern; the groups are read by `clock_of`."""

MISREAD_HALF = {"f": "p", "n": "p", "o": "a", "a": "a", "p": "p"}
ALONE = re.compile(CLOCK, re.VERBOSE)
LED = re.compile(r"[\s,;(–—-]*(?:(?:TIME|HOUR)\s*[:.]?\s*)?(?:from\s+)?", re.IGNORECASE)
BARE_HOURS = re.compile(r"(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)(?:\s?[-–—]\s?\d\d:?\d\d)?(?=\s*\)?\s*\Z)")
"""`1630` or `1630-1715`, where a time must stand."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    `minute` is None where only the hour is given, `offset` is minutes east of Greenwich where a zone stands.
    """

    hour: int
    minute: int | None
    offset: int | None


def clock_of(m: re.Match[str]) -> Clock | None:
    """The time in a match of a pattern that holds CLOCK, None where no time stands or there is no such time."""
    g = m.groupdict()
    offset = None
    if g["zone"]:
        offset = lexicon.spellings("zones")[g["zone"].lower()].number("offset")
    if g["word"]:
        return Clock(12 if g["word"].lower() == "noon" else 0, 0, offset)
    if g["hours"]:
        return Clock(int(g["hours"]), int(g["hours_minute"]), offset)
    hour, minute = (
        g["hour"] or g["hour_d"] or g["hour_s"] or g["short"],
        g["minute"] or g["minute_d"] or g["minute_s"] or g["minute_f"] or g["short_minute"],
    )
    if hour is None:
        return None
    half = g["half"] or g["half_d"] or g["half_first"] or g["half_short"] or MISREAD_HALF[g["worn"][0].lower()]
    half = half.lower()
    hour, minute = digits(hour), digits(minute) if minute else None
    if not hour.isdigit() or (minute is not None and not minute.isdigit()):
        return None
    h, m_ = int(hour), int(minute) if minute is not None else None
    if not 0 <= h <= 23 or (m_ or 0) > 59:
        return None
    if h <= 12:
        # 11:45 - 12:30 p.m. began in the morning.
        morning = g["until"] is not None and h % 12 > int(g["until"]) % 12
        h = h % 12 + (12 if half == "p" and not morning else 0)
    return Clock(h, m_, offset)


def clock_led(text: str) -> tuple[Clock, int, int] | None:
    """The clock time that words behind a day, or the line below one, begin with, and where it stands; of a range the
    first: `TIME: 4:30 p.m.`, `(3:15 - 4:00 p.m.)`, `Noon`, `TIME: 1630-1715`.
    """
    lead = LED.match(text)
    at = lead.end() if lead else 0
    m = ALONE.match(text, at) or ALONE.match(text[:at] + text[at:].lower(), at)
    if m is not None and (clock := clock_of(m)):
        return clock, m.start(), m.end()
    hours = BARE_HOURS.match(text, at) if "TIME" in text[:at].upper() else None
    return (Clock(int(hours["hour"]), int(hours["minute"]), None), *hours.span()) if hours else None
