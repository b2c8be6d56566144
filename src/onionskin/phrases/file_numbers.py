"""File numbers: the decimal file to January 1963, the subject-numeric file after it, lot files, jobs.

The part of a decimal number after the slash is, from 1940 on, the paper's own date run together: `9–562` is September
5, 1962 and `11-1962` is November 19, 1962, never November 1962. So the number checks the date, and the date the number.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onionskin import lexicon
from onionskin.phrases.damage import DASH
from onionskin.phrases.found import Found, found_in, longest
from onionskin.record.dates import PartialDate
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span


class Scheme(StrEnum):
    """Which filing scheme a number belongs to."""

    DECIMAL = "decimal"
    SUBJECT_NUMERIC = "subject-numeric"
    LOT = "lot"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class FileNumber:
    """A file number taken apart; `normalized` is its one spelling, hyphens typed and zeros as digits.

    `class_` is what the scheme sorts by first: the digit of a decimal number, subject and number of a subject-numeric
    one (`POL 27-14`), the letter of a lot. `country` is as the scheme writes it: `37`, `51K`, `S VIET`, `US-USSR`; a
    decimal number on the relations of two countries (class 6, from 1950) gives both, `11-37`.
    """

    scheme: Scheme
    normalized: str
    class_: str | None = None
    country: str | None = None
    date: PartialDate | None = None

    @property
    def country_name(self) -> str | None:
        """The countries of a decimal number dated 1950 to 1963, where known; an older number has another scheme."""
        if self.scheme is not Scheme.DECIMAL or self.country is None or self.date is None or self.date.year < 1950:
            return None
        known = lexicon.spellings("country_numbers")
        parts = [known.get(part.lower()) for part in self.country.split("-")]
        names = [part.text("country") or "" for part in parts if part is not None]
        return "-".join(names) if len(names) == len(parts) else None


SUFFIX = rf"""\s? / \s? (?P<month> [1lI][0-2OoIl] | [1-9lI] ) \s? [{DASH}~J] \s?
    (?P<day> [0-3OolI]?[0-9OolI] ) (?P<year> [0-9OolI]{{2}} ) (?![0-9A-Za-z])"""

DECIMAL = re.compile(
    rf"""(?P<number>
        [0-9] (?<![A-Za-z0-9./][0-9]) [0-9lIO]{{2}} [A-Za-z]?                             # 737 | 751K
        (?: \. (?=[0-9OolI]) [0-9A-Za-z]{{1,9}} | \.[A-Z]{{2}}                            # .56361 | .51G212 | .oo | .CC
          | 0[0-9]{{1,3}} | (?= \s?/\s? [0-9lI]{{1,2}} \s?[{DASH}] ) )                     # the point lost | 320/9-1158
        (?: \s? (?: [{DASH}] \s? [A-Z]{{2,4}} | \ (?:EAC|Recovery|Palestine) ) )? )      # 785.5–MSP | 740.00119 EAC
    (?: {SUFFIX} | / (?P<serial> [0-9]{{1,4}} ) (?![0-9A-Za-z{DASH}]) )?""",
    re.VERBOSE,
)

COUNTRY = r"(?:(?:[A-Z]\.){2,3}|[A-Z]{1,8})"
SUBJECT = re.compile(
    rf"""(?P<subject> [A-Z] (?<![A-Za-z0-9/.-][A-Z]) [A-Z]{{0,3}} ) (?P<whose> \s?\([A-Z]{{2,6}}\) )? \s
    (?: (?P<number> \d{{1,2}} (?: \s?[{DASH}]\s?\d{{1,2}} )? (?![0-9.,]) ) \s? )?
    (?P<country> (?<=\s) {COUNTRY} (?: [ {DASH}] {COUNTRY} )* (?![a-z]) )?
    (?: / (?P<rest> [A-Z][A-Z0-9]+ ) )?""",
    re.VERBOSE,
)

LOT = re.compile(
    rf"""(?<![A-Za-z0-9./–-]) (?: (?P<label>[Ll]ots?|LOTS?) \s (?:[Ff]iles?|FILES?)? [\s:]* )?
    (?: (?P<year>[4-9][0-9]) \s? [{DASH}]? \s? (?P<letter>[DFMWA]) \s? [{DASH}]? \s?
        (?P<serial>[0-9]{{1,4}}) (?P<part>[A-Z])?
      | (?P<letter_first>[MWF]) \s? [{DASH}]? \s? (?P<serial_alone>[0-9]{{2,3}}) ) (?![A-Za-z0-9/])""",
    re.VERBOSE,
)

DASHED = re.compile(rf"\s?[{DASH}]\s?")
LOT_LABEL = re.compile(r"(?:Lot|LOT)s?\s")
RECORDS_CENTER = re.compile(r"FRC[: ]\s?(?P<year>[4-9][0-9])\s?(?P<letter>[A-Z])\s?(?P<serial>\d{1,4})(?![A-Za-z0-9])")
JOB = re.compile(
    rf"(?:[Jj]ob|JOB)\s?(?:No\.?\s)?(?P<job>[0-9]{{2}}\s?[{DASH}]\s?[A-Z]?[0-9]{{3,6}}[A-Z]?)(?![A-Za-z0-9])"
)


def find_file_numbers(text: str) -> Iterator[Found[FileNumber]]:
    """The file numbers that running text cites; there a decimal number needs its date and a lot its label."""
    finds: list[Found[FileNumber]] = []
    if "/" in text:
        finds += [f for f in _decimals(text) if f.value.date is not None or f.state is ReadingState.DOUBTFUL]
    finds += [f for m in SUBJECT.finditer(text) if (f := _subject_numeric(text, m, running=True))]
    finds += [f for label in LOT_LABEL.finditer(text) for f in _lots(text, label.start(), label.end() + 30)]
    if "FRC" in text or "ob " in text or "OB " in text:
        finds += _others(text)
    yield from longest(finds)


def read_file_number(line: str) -> Found[FileNumber] | None:
    """The file number a line or a filing stamp gives; on a line of its own a number needs neither date nor label."""
    finds = [*_decimals(line), *_lots(line), *_others(line)]
    finds += [f for m in SUBJECT.finditer(line) if (f := _subject_numeric(line, m, running=False))]
    best = longest(finds)
    return max(best, key=lambda f: len(f.span)) if best else None


def _decimals(text: str) -> Iterator[Found[FileNumber]]:
    for m in DECIMAL.finditer(text):
        number = _number(m["number"])
        if number is None:
            continue
        date, reason, doubtful = None, "", False
        end = m.end()
        if m["month"]:
            date, reason = _suffix_date(m["month"], m["day"], m["year"])
            doubtful = bool(reason)
            suffix = "".join(_zeros(m[k]) for k in ("day", "year"))
            normalized = f"{number}/{_zeros(m['month'])}-{suffix}"
        elif m["serial"]:
            normalized = f"{number}/{m['serial']}"
        elif re.fullmatch(r"\d{3}\.\d{1,2}", number) and len(text.strip()) > len(m[0]) + 4:
            continue  # 350.5 in a sentence is an amount
        else:
            normalized = number
        class_, country = number[0], _country(number, date)
        state = ReadingState.DOUBTFUL if doubtful else ReadingState.FOUND
        value = FileNumber(Scheme.DECIMAL, normalized, class_, country, date)
        yield Found(Span(m.start(), end), value, text[m.start() : end], 0.5 if doubtful else 1.0, state, reason)


def _zeros(text: str) -> str:
    return text.translate(str.maketrans("OolI", "0011"))


def _number(printed: str) -> str | None:
    """`75lG.oo` as `751G.00`: digits where digits must stand, dashes typed, the letter of the country large."""
    head, _, tail = re.sub(r"\s+", "", printed).partition(".")
    lost = re.fullmatch(r"([0-9]{3}[A-Za-z])(0[0-9]+)", head)  # 751K00: the point was lost
    head, tail = (lost[1], lost[2]) if lost else (head, tail)
    head = _zeros(head[:3]) + head[3:].upper()
    tail = re.sub(rf"[{DASH}]", "-", tail)
    first = re.match(r"[0-9OolI]+", tail)
    if first and (not first[0].isupper() or re.match(r"O+(?=[^A-Z]|$)", tail)):  # .oo and .OO, but not .CC
        tail = _zeros(first[0]) + tail[len(first[0]) :]
    tail = re.sub(r"(?<=\d)[a-z](?=\.|$|-|\d)", lambda m: m[0].upper(), tail)
    return f"{head}.{tail}".rstrip(".") if head[:3].isdigit() else None


def _suffix_date(month: str, day: str, year: str) -> tuple[PartialDate | None, str]:
    m, d, y = (int(_zeros(part)) for part in (month, day, year))
    full = 1900 + y
    if not 1 <= d <= calendar.monthrange(full, m)[1]:
        return None, f"{calendar.month_name[m]} {full} has no day {d}"
    date = PartialDate(full, m, d)
    if not (1940, 1, 1) <= (full, m, d) <= (1963, 2, 28):
        return date, f"the decimal file carries dates from 1940 to January 1963 only, and this gives {date.edtf}"
    return date, ""


def _country(number: str, date: PartialDate | None) -> str | None:
    """The country number inside a decimal number: classes 4 to 9 from 1950 on, 6 to 8 before."""
    old = date is not None and date.year < 1950
    if number[0] not in ("678" if old else "456789"):
        return None
    first, _, rest = number[1:].partition(".")
    if first.startswith("00"):
        return None
    second = re.fullmatch(r"([0-9]{2}[A-Z]?)(?:-.*)?", rest) if number[0] == "6" and not old else None
    return f"{first}-{second[1]}" if second and second[1] != "00" else first


@cache
def _subjects() -> frozenset[str]:
    return frozenset(e.name for e in lexicon.entries("subjects"))


def _subject_numeric(text: str, m: re.Match[str], *, running: bool) -> Found[FileNumber] | None:
    """A subject, its number, the country; in running text a country or a part is wanted ("POL 27 days" is none)."""
    number, country = _hyphened(m["number"] or ""), _country_words(m["country"] or "")
    if m["subject"] not in _subjects() or not (number or country):
        return None
    if running and not (number and (country or "-" in number)):
        return None
    end = m.start("country") + len(country) if country else m.end("number")
    rest = ""
    if m["rest"] and end == m.start("rest") - 1:
        rest, end = f"/{m['rest']}", m.end()
    subject = m["subject"] + (m["whose"] or "").strip()
    class_ = f"{subject} {number}" if number else subject
    normalized = " ".join(part for part in (class_, _hyphened(country)) if part) + rest
    value = FileNumber(Scheme.SUBJECT_NUMERIC, normalized, class_, _hyphened(country) or None)
    return found_in(text, m.start(), end, value, confidence=0.9 if country else 0.7)


def _hyphened(part: str) -> str:
    return DASHED.sub("-", part)


def _country_words(country: str) -> str:
    """What of a run of capitals is the country: not the classification or precedence that often stands next."""
    out = ""
    for part in re.findall(r"[^ ]+ ?", country):
        if part.strip() in _marking_words() or len(out.split()) >= 3:
            break
        out += part
    return out.rstrip()


@cache
def _marking_words() -> frozenset[str]:
    lists = ("levels", "captions", "precedences")
    return frozenset(w for name in lists for e in lexicon.entries(name) for w in e.name.split()) - {"US"}


def _lots(text: str, start: int = 0, end: int | None = None) -> Iterator[Found[FileNumber]]:
    for m in LOT.finditer(text, start, len(text) if end is None else end):
        letter = m["letter"] or m["letter_first"]
        if m["letter"]:
            normalized = f"{m['year']} {letter} {m['serial']}{m['part'] or ''}"
        else:
            normalized = f"{letter}-{m['serial_alone']}"
            if not m["label"] and m[0].strip() != text.strip():
                continue
        yield Found(Span(*m.span()), FileNumber(Scheme.LOT, normalized, letter), m[0], 1.0 if m["label"] else 0.8)


def _others(text: str) -> Iterator[Found[FileNumber]]:
    for m in RECORDS_CENTER.finditer(text):
        value = FileNumber(Scheme.LOT, f"FRC {m['year']} {m['letter']} {m['serial']}", m["letter"])
        yield Found(Span(*m.span()), value, m[0])
    for m in JOB.finditer(text):
        job = DASHED.sub("-", m["job"])
        yield Found(Span(*m.span()), FileNumber(Scheme.JOB, job), m[0])
