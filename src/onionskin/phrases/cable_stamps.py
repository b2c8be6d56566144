"""Days as message centres stamp them: `27 NOV 63 IN 68499`, `MAY 18 2048Z 61`, `5 FEB 65 13 19Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin import lexicon
from onionskin.phrases.dates import find_dates
from onionskin.phrases.found import Found
from onionskin.record.dates import PartialDate
from onionskin.record.span import Span

MONTHS = r"(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?"
STAMP = re.compile(
    rf"""(?<![\dA-Z]) (?: (?P<day>[0-3]?\d) \s?{MONTHS}\s? (?:19)?(?P<year>[4-8]\d) (?! \d(?!\d) )
    | {MONTHS.replace("month", "month2")} \s?(?P<day2>[0-3]?\d)
        \s+ \d{{2}}\s?\d{{2}}\s?[Z2]? [\s.]{{1,3}} (?P<year2>[4-8]\d) (?!\d) )
    (?: \s?[•·.]?\s? (?P<way>IN|OUT|1N) \s?[-–]?\s? (?P<number>\d{{4,6}}) )? """,
    re.VERBOSE | re.IGNORECASE,
)
"""A day that runs into the number beside it; or with the clock between day and year."""


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
        day = _day(m)
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


def _day(m: re.Match[str]) -> PartialDate | None:
    month = lexicon.spellings("months")[(m["month"] or m["month2"]).lower()].number("number")
    try:
        return PartialDate(1900 + int(m["year"] or m["year2"]), month, int(m["day"] or m["day2"]))
    except ValueError:
        return None
