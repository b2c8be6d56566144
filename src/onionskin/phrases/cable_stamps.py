"""Days as message centres stamp them: `27 NOV 63 IN 68499`, `MAY 18 2048Z 61`, `5 FEB 65 13 19Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin import lexicon
from onionskin.phrases.date_patterns import STEMS
from onionskin.phrases.dates import find_dates
from onionskin.phrases.found import Found
from onionskin.phrases.misread_months import stem_meant
from onionskin.record.dates import PartialDate
from onionskin.record.span import Span

MONTH = r"(?P<month>[A-Z01|]{3})(?P<rest>[A-Z]{0,6})\.?"
CLOCK = r"\d{2}\s?\d{2}\s?[Z2]"
STAMP = re.compile(
    rf"""(?<![\dA-Z/]) (?: (?P<day>(?:(?<![^\n])[1-3]\ (?=\d\ ))?[0-3O]?\d) \s?{MONTH}\s?
      (?:{CLOCK}[\s.]{{1,3}})? ['’]?(?:19)?(?P<year>[4-8]\d) (?! \d(?!\d) )
    | {MONTH.replace("month", "month2").replace("rest", "rest2")} \s?(?P<day2>[0-3O]?\d)
        \s+ {CLOCK} [\s.]{{1,3}} ['’]? (?P<year2>[4-8]\d) (?!\d) )
    (?: \s?[•·.]?\s? (?P<way>[I1l|]?N|OUT) \s?[-–]?\s? (?P<number>\d{{4,6}}) )? """,
    re.VERBOSE | re.IGNORECASE,
)
"""A day that runs into the number beside it; or with the clock between day and year. The month may be misread."""
ALONE = re.compile(r"\s{3,}|$")


@dataclass(frozen=True, slots=True)
class CableStamp:
    """A day of the head, and the number the message got there; `incoming` where that is one of receipt (IN)."""

    span: Span
    day: PartialDate
    number: Found[str] | None = None
    incoming: bool = False


def find_stamps(line: str) -> Iterator[CableStamp]:
    """Stamped days of a line, and other full dates."""
    stamped: list[Span] = []
    for m in STAMP.finditer(line):
        day = _day(m, apart=bool(m["number"]) or _is_alone(line, m))
        if day is None:
            continue
        number = Found(Span(*m.span("number")), m["number"], m["number"], 0.85) if m["number"] else None
        end = m.end("year") if m["year"] else m.end("year2")
        stamped.append(Span(m.start(), m.end()))
        yield CableStamp(Span(m.start(), end), day, number, incoming=bool(number) and m["way"].upper() != "OUT")
    for found in find_dates(line):
        if (
            isinstance(found.value, PartialDate)
            and found.value.day
            and not any(found.span.overlaps(s) for s in stamped)
        ):
            value = found.value
            yield CableStamp(found.span, PartialDate(value.year, value.month, value.day))


def _is_alone(line: str, m: re.Match[str]) -> bool:
    """Whether nothing else is in the stamp's cell of the line."""
    before = line[: m.start()]
    return (not before.strip() or before.endswith("   ")) and ALONE.match(line, m.end()) is not None


def _day(m: re.Match[str], *, apart: bool) -> PartialDate | None:
    """The day; a month that is misread counts only in a stamp that stands alone or has its number behind it."""
    word = (m["month"] or m["month2"]) + (m["rest"] or m["rest2"] or "")
    known = lexicon.spellings("months").get(word.lower())
    meant = known or (lexicon.spellings("months").get(word[:3].lower()) if word[:3].lower() in STEMS else None)
    meant = meant or (stem_meant(word) if apart and len(word) == len(STEMS[0]) else None)
    if meant is None:
        return None
    day = (m["day"] or m["day2"]).replace(" ", "").upper().replace("O", "0")
    try:
        return PartialDate(1900 + int(m["year"] or m["year2"]), meant.number("number"), int(day))
    except ValueError:
        return None
