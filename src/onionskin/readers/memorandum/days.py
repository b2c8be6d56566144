"""The day of a memorandum, with the hour and the place printed beside it, and the number that stands by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from onionskin.phrases.clocks import clock_led
from onionskin.phrases.dates import find_dates
from onionskin.phrases.days import PartialDay
from onionskin.phrases.found import Found
from onionskin.phrases.labels import find_labels
from onionskin.phrases.own_dates import of_the_writing
from onionskin.phrases.titles import title_on
from onionskin.phrases.worn_days import worn_day_at_head
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.joining import ends_sentence
from onionskin.text.prose import is_prose, opens_by_citing

FOLD = re.compile(r"\s+")
TEXT_LINES = 3
"""Lines right above a day among which one of running text shows that it stands in the text."""
FILED = re.compile(r"\s*(?:Job|File|Box|Volumes?|Inclusive Dates|Folder)\b\s*(?:#|No\b|Nos\b|:|\d)", re.IGNORECASE)
"""Where a file lies, under the subject of who describes it: `Job # 64-1140/12`. Its numbers may look like days."""
BRACKETED = 0.5
"""Confidence of the only date of a head where it stands in brackets after other words."""
TIMED = re.compile(r"\s*TIME\s*:", re.IGNORECASE)
TIME_LINES = 3
"""Lines with ink below the day among which its hour may be labelled."""
DATED = re.compile(r"\s*(?:date|time)", re.IGNORECASE)
ANOTHERS = re.compile(r"\b(?:dated|dtd\.?)\s*$", re.IGNORECASE)
"""Before the day of a paper that is cited: `HNQA-1140 dated 5 May 1958`."""
OWN_NUMBER = re.compile(r"\s*(?:(?:No|NO)\.?:?\s+)?(?P<number>[A-Z]{2,6}[- ]\d{1,5}(?:[-/]\d{2,4})?)\s*")
"""`DCD-1204-77`, `ER 62-7412`: an office's letters and its number, with the year behind or before."""


def read_day(head: Sequence[Line], findings: Findings) -> Line | None:
    """The date, with the clock time of a conversation where one is printed; the line on which it stands."""
    dated = [
        (date, line)
        for line in head
        if DATED.match(line.text) or not (is_prose(line.text) or opens_by_citing(line.text))
        for date in find_dates(line.text)
        if isinstance(date.value, PartialDate)
        and date.value.day
        and not ANOTHERS.search(line.text[: date.span.start])
        and not _is_another_s(head, line)
    ]
    over = list(takewhile(lambda line: not title_on(line.text), head))
    month = _month_alone(over if dated else head)
    if month and not any(line in over for _, line in dated):
        alone, where = month
        findings.found("date", alone.shifted(where.span.start))
        return where
    if not dated:
        if worn := worn_day_at_head([line for line in head if not _is_another_s(head, line)]):
            findings.found("date", worn)
        return None
    dated = of_the_writing([d.value.year for d, _ in dated if isinstance(d.value, PartialDate)], dated)
    labelled = [(d, line) for d, line in dated if DATED.match(line.text)]
    date, line = (labelled or dated)[0]
    if not isinstance(date.value, PartialDate):
        return None
    when, span = date.value, date.span.shifted(line.span.start)
    clock = _clock_near(head, line, date.span.end) if when.hour is None else None
    if clock:
        hour, at = clock
        when, span = hour.on(when.year, when.month, when.day), Span(min(span.start, at.start), max(span.end, at.end))
    state, confidence, reason = date.state, date.confidence, date.reason
    if not labelled and state is ReadingState.FOUND and line.text[: date.span.start].rstrip().endswith("("):
        # `VIETNAM, SAIGON (8 APRIL 1963)`: where and when the news was come by, in the head of an information report.
        state, confidence, reason = ReadingState.DOUBTFUL, BRACKETED, "a date in brackets may be of what is told"
    findings.field("date", when.edtf, span, state=state, confidence=confidence, reason=reason)
    _place_behind(date.text, line, findings)
    return line


def _is_another_s(head: Sequence[Line], line: Line) -> bool:
    return FILED.match(line.text) is not None or _ends_the_text(head, line)


def _ends_the_text(head: Sequence[Line], line: Line) -> bool:
    """Whether the running text above a line goes on there: `killed by firing squad`, and below it `15 Sept 63.`."""
    at = next(n for n, each in enumerate(head) if each.index == line.index)
    above = list(takewhile(lambda each: not each.blank, reversed(head[:at])))
    open_ = above and not ends_sentence(above[0].text) and not DATED.match(line.text)
    labelled = {label.line for label in find_labels(above)}
    return bool(open_) and any(is_prose(each.text) and each.index not in labelled for each in above[:TEXT_LINES])


def _month_alone(lines: Sequence[Line]) -> tuple[Found[str], Line] | None:
    """A month and its year, alone on a line, where no day is printed: `November 1976`."""
    for line in lines:
        for date in find_dates(line.text):
            if isinstance(date.value, PartialDate) and date.value.month and date.text == line.text.strip():
                return date.with_value(date.value.edtf), line
    return None


def read_number(lines: Sequence[Line], dated: Line, findings: Findings) -> None:
    """The memorandum's own number, alone on the line above or below its date: `DCD-1204-77`."""
    inked = [line for line in lines if not line.blank]
    at = next(n for n, line in enumerate(inked) if line.index == dated.index)
    for line in (*inked[max(0, at - 1) : at], *inked[at + 1 : at + 2]):
        m = OWN_NUMBER.fullmatch(line.text) if line.page == dated.page and not findings.touches(line.ink) else None
        if m:
            findings.field("number", m["number"], Span(*m.span("number")).shifted(line.span.start), confidence=0.75)
            return


def _clock_near(head: Sequence[Line], dated: Line, behind: int) -> tuple[PartialDay, Span] | None:
    """The clock time behind the day on its line, on the next where that says nothing else, or on a line near by that
    is labelled so: `9:35 - 10:15 a.m.` or `TIME: 11:30 a.m.` under `DATE: April 3, 1962`.
    """
    inked = [line for line in head if not line.blank and line.page == dated.page]
    at = inked.index(dated)
    timed = [line for line in inked[max(0, at - 1) : at + 1 + TIME_LINES] if TIMED.match(line.text)]
    for line, start in [(dated, behind), *((line, 0) for line in (*inked[at + 1 : at + 2], *timed))]:
        if led := clock_led(line.text[start:]):
            clock, begins, ends = led
            value = PartialDay(None, None, clock.hour, clock.minute, clock.offset)
            return value, Span(start + begins, start + ends).shifted(line.span.start)
    return None


def _place_behind(date: str, line: Line, findings: Findings) -> None:
    """`DATE, TIME AND PLACE: June 3, 1963, 5 p.m., Oval Office`: what stands behind the day."""
    at = line.text.rfind(date)
    label, rest = line.text[:at], line.text[at + len(date) :]
    words = rest.strip(" ,;.()–—-")
    if at >= 0 and "PLACE" in label.upper() and words and not findings.has("place"):
        start = line.span.start + at + len(date) + rest.index(words)
        findings.field("place", FOLD.sub(" ", words), Span(start, start + len(words)), confidence=0.85)
