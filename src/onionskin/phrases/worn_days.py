"""A day that stands alone in a cell and is worn: `2l Auc 63`, `Hay 5, 1964`, `NOV 29 1g63`, `l0/28/64`.

Where nothing else is in a cell and its words have the shape of a day, letters may be misread that in running text may
not. What comes of it is always DOUBTFUL, and says what was read as what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice

from onionskin.phrases.columns import CELL
from onionskin.phrases.damage import digits
from onionskin.phrases.found import Found
from onionskin.phrases.misread_months import month_meant, stem_meant
from onionskin.record.dates import PartialDate
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

DAY = r"(?P<day>[0-3OIl|]\s?[0-9OIl|SBZ]|[1-9OIl|SBZ])(?:st|nd|rd|th)?"
WORD = r"(?P<word>[A-Za-z0-9|!]{3,10})\.?"
YEAR = r"(?:(?P<century>[1Il|]\s?[9gqD])\s?|['’]\s?)?(?P<year>[3-7SbhZ]\s?[0-9OIl|SBZbgqh])"
LABEL = r"(?:\W*(?:DATE|Date)\s*[:;.·]*\s*)?"
WORN = re.compile(
    rf"""{LABEL} (?: {DAY} [\s.,-]{{0,3}} {WORD} [\s.,-]{{0,3}} {YEAR}
      | {WORD.replace("word", "word2")} [\s.,]{{1,3}} {DAY.replace("day", "day2")} \s{{0,2}} [.,\s] \s{{0,2}}
        {YEAR.replace("year", "year2").replace("century", "century2")}
      | (?P<month3>[0-9OIl|]{{1,2}}) \s? (?P<sep>[/-]) \s? (?P<day3>[0-9OIl|SBZ]{{1,2}}) \s? (?P=sep) \s?
        (?P<year3>[3-7] \.?\s? [0-9OIl|SBZbgqh]) ) \W*""",
    re.VERBOSE,
)
FIGURES = str.maketrans({"h": "4", "b": "6", "q": "9", "g": "9", "!": "1"})
"""What typewriters' figures look like to engines, beside what `damage.digits` undoes."""
SURE = 0.6
HEAD = 16
"""Lines with ink at the head of a paper among which its day may stand alone."""
NO_MONTH = frozenset("act can car day doc far jay job man map mat net pan par pay rec say sec set sub way".split())  # noqa: SIM905
"""Words of filing and of every day that are a letter from a month: DOC 12 1963."""


def find_worn_day(line: str) -> Found[PartialDate] | None:
    """The first cell of a line that is a worn day and nothing else; None where none is, or a month may be two."""
    for cell in CELL.finditer(line):
        m = WORN.fullmatch(cell[0])
        value = _value(m) if m else None
        if m and value:
            start = cell.start() + min(m.start(name) for name in PARTS if m[name])
            end = cell.start() + max(m.end(name) for name in PARTS if m[name])
            printed = line[start:end]
            why = f"{printed!r} read as {value.edtf}: it stands alone, and no other month is so near"
            return Found(Span(start, end), value, printed, SURE, ReadingState.DOUBTFUL, why)
    return None


def first_worn_day(lines: Iterable[Line]) -> Found[str] | None:
    """The first worn day of a head as EDTF, its span of the text that the lines belong to; prose has none."""
    for line in lines:
        worn = find_worn_day(line.text) if not line.blank and not is_prose(line.text) else None
        if worn:
            span = worn.span.shifted(line.span.start)
            return Found(span, worn.value.edtf, worn.text, worn.confidence, worn.state, worn.reason)
    return None


def worn_day_at_head(lines: Iterable[Line]) -> Found[str] | None:
    """The first worn day among the first lines with ink; see `first_worn_day`."""
    return first_worn_day(islice((line for line in lines if not line.blank), HEAD))


PARTS = ("day", "word", "year", "word2", "day2", "year2", "month3", "day3", "year3")


def _value(m: re.Match[str]) -> PartialDate | None:
    year, day = (_number(m[f"{part}"] or m[f"{part}2"] or m[f"{part}3"]) for part in ("year", "day"))
    month = _number(m["month3"]) if m["month3"] else _month(m["word"] or m["word2"])
    if year is None or day is None or month is None:
        return None
    try:
        date(1900 + year, month, day)
    except ValueError:
        return None
    return PartialDate(1900 + year, month, day)


def _number(printed: str) -> int | None:
    figures = digits(re.sub(r"[\s.]", "", printed).translate(FIGURES))
    return int(figures) if figures.isdigit() else None


def _month(word: str) -> int | None:
    if sum(c.isdigit() for c in word) * 2 > len(word) or word.lower() in NO_MONTH:
        return None
    stem = stem_meant(word) if len(word) == len("Jan") else None
    meant = stem or month_meant(word, stem=True)[0]
    return meant.number("number") if meant else None
