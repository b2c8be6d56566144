"""When a telegram was sent and received: the time stamp, the number line, the received stamp, and the year one lends
another.

An incoming telegram of 1962 prints `NO: 1587, November 17, 7 p.m.` in the post's own time and no year; the year is in
`Rec'd: November 17, 1962 1:03 p.m.`, which is Washington's time. An outgoing one is stamped `Nov 23 9 43 PM '62`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onionskin.phrases.dates import find_dates
from onionskin.phrases.days import PartialDay, day_of_month_from, in_zone, washington
from onionskin.phrases.found import Found
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.posts import read_posts, zone_of
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Inference
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose

WASHINGTON = "America/New_York"
NUMBER = re.compile(
    r"\s*(?:.{0,40}?\bN[O0o]\.?\s*[:;]?\s*)?"
    r"(?:(?!JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{3,9}\s+)?\d{1,5}(?=,\s)"
)
"""The telegram's number before its date: `NO: POLTO 1824, DECEMBER 3, 2 PM`, `955, October 13, 2 p.m.`."""
HEADED = frozenset({"number", "date", "received", "from", "to", "control"})
"""Labels whose line is no running text, however many words it has."""
NUMBERED_DAY = re.compile(
    r"\s*(?P<whole>(?P<clock>\d{1,2}(?:[:. ]\d\d)?\s?[AaPp]\.?\s?[Mm]\.?)\s*,?\s*(?:on\s+(?:the\s+)?)?"
    r"(?P<day>[0-3]?\d)\s?(?:st|nd|rd|d|th)\b)"
)
"""The received line of the 1940s: `7:42 p.m., 20th`."""
WIDTH = 80
"""Characters a line of the head may have and still hold the telegram's own date."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date of the head, the span of the paper's text it stands at, and the label it stands under."""

    found: Found[PartialDate | PartialDay]
    span: Span
    label: str | None

    @property
    def worth(self) -> int:
        """How likely it is to be the telegram's own: a clock time says most, then the label."""
        value = self.found.value
        return (
            4 * (value.hour is not None and value.day is not None)
            + 2 * (self.label in ("date", "number"))
            + (value.day is not None)
            + isinstance(value, PartialDate)
        )


class TimingReader:
    """Reads the date and the time of receipt of a telegram."""

    name = "timing"
    version = "6"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields date and received."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        inked = [line for line in lines if not line.blank]
        labels = list(find_labels(inked))
        incoming = any((hit := title_on(line.text)) and hit.title.direction == "incoming" for line in inked) or any(
            label.key == "received" for label in labels
        )
        moments = list(_moments(lines, labels))
        received = _received(text.without(taken), lines, labels, moments, findings)
        # A worn label leaves a letter before its day: `Ree'd JUNE 4` is no second day.
        own = [m for m in moments if m.label != "received" and not findings.touches(m.span)]
        if own:
            zone = _zone(labels, findings) if incoming else WASHINGTON
            _own(max(own, key=lambda m: m.worth), own, received, findings, zone)
        return findings.result()


def _zone(labels: Sequence[Labelled], findings: Findings) -> str | None:
    """The zone of the post that sent an incoming telegram, whose clock stamped it; None where it is not known."""
    for label in labels:
        if label.key == "from":
            for post in read_posts(label.value.of(findings.text.text)):
                return zone_of(post.value.name)
    return None


def _moments(lines: Sequence[Line], labels: Sequence[Labelled]) -> Iterator[_Moment]:
    """Dates on the lines of the head, in order; the text's own dates are not among them."""
    by_line: dict[int, list[Labelled]] = {}
    for label in labels:
        by_line.setdefault(label.line, []).append(label)
    prose = 0
    for line in lines:
        if line.blank:
            continue
        headed = any(label.key in HEADED for label in by_line.get(line.index, ()))
        running = not headed and is_prose(line.text)
        prose += running
        if running or (len(line.text.strip()) > WIDTH and not headed):
            continue
        # "NO: 1824, December 3": the number is no year.
        number = NUMBER.match(line.text) if "," in line.text else None
        words = " " * number.end() + line.text[number.end() :] if number else line.text
        for found in find_dates(words):
            span = found.span.shifted(line.span.start)
            # Below the text only a time stamp alone on its line can be the telegram's own: a transcript may put it
            # there.
            stamped = found.value.hour is not None and len(found.text) * 10 >= len(line.text.strip()) * 7
            if prose > 1 and not stamped:
                continue
            under = [x for x in by_line.get(line.index, ()) if x.label.end <= span.start]
            yield _Moment(found, span, under[-1].key if under else None)


def _received(
    words: str, lines: Sequence[Line], labels: Sequence[Labelled], moments: Sequence[_Moment], findings: Findings
) -> PartialDate | None:
    """The received line in Washington's time; its clock time may stand on the line below its day."""
    for label in labels:
        if label.key != "received":
            continue
        below = next((x for x in lines[label.line + 1 :] if not x.blank), None)
        end = below.span.end if below and not is_prose(below.text) else label.value.end
        stretch = Span(label.value.start, max(end, label.value.end))
        if numbered := _numbered_day(stretch, words, moments):
            findings.claim(label.label, "label:received", furniture=True)
            moment = washington(numbered[0])
            reason = "the month and the year are not printed here; the telegram's own date gives them"
            findings.field(
                "received", moment.edtf, numbered[1], state=ReadingState.INFERRED, confidence=0.9, reason=reason
            )
            return moment
        for found in find_dates(stretch.of(words)):
            day = found.value
            value = _year_from(day, [m.found.value for m in moments]) if isinstance(day, PartialDay) else day
            if value is not None:
                findings.claim(label.label, "label:received", furniture=True)
                moment = washington(value)
                findings.field(
                    "received", moment.edtf, found.span.shifted(stretch.start), state=found.state, reason=found.reason
                )
                return moment
    return None


def _numbered_day(stretch: Span, words: str, moments: Sequence[_Moment]) -> tuple[PartialDate, Span] | None:
    """`7:42 p.m., 20th`: the clock and the day of the month alone, the first such day from the telegram's own on."""
    own = next((m.found.value for m in moments if m.label != "received" and _is_whole(m.found.value)), None)
    m = NUMBERED_DAY.match(stretch.of(words))
    clock = next(iter(find_dates(m["clock"])), None) if m else None
    if m is None or clock is None or clock.value.hour is None or not isinstance(own, PartialDate) or own.day is None:
        return None
    came = day_of_month_from(own, int(m["day"]))
    if came is None:
        return None
    moment = replace(came, hour=clock.value.hour, minute=clock.value.minute, offset=clock.value.offset)
    return moment, Span(*m.span("whole")).shifted(stretch.start)


def _is_whole(date: PartialDate | PartialDay) -> bool:
    return isinstance(date, PartialDate) and date.day is not None


def _year_from(day: PartialDay, others: Sequence[PartialDate | PartialDay]) -> PartialDate | None:
    full = next((d for d in others if isinstance(d, PartialDate) and d.day), None)
    return day.latest_by(full) if full else None


def _own(
    moment: _Moment, others: Sequence[_Moment], received: PartialDate | None, findings: Findings, zone: str | None
) -> None:
    value, found = moment.found.value, moment.found
    if isinstance(value, PartialDate):
        whole = _in(zone, _with_clock(value, moment, others))
        findings.field(
            "date", whole.edtf, moment.span, state=found.state, confidence=found.confidence, reason=found.reason
        )
        return
    limit = received or next(
        (m.found.value for m in others if isinstance(m.found.value, PartialDate) and m.found.value.day), None
    )
    full = value.latest_by(limit) if limit and value.day else None
    if full is None:
        return
    said = "the received stamp" if received else "another date in the heading"
    whole = _in(zone, full)
    findings.field(
        "date",
        whole.edtf,
        moment.span,
        state=ReadingState.INFERRED,
        confidence=0.95 if received else 0.8,
        reason=f"the year is not printed here; {said} gives it",
        also=(Inference("year-from-received" if received else "year-from-heading", (limit.edtf if limit else "",)),),
    )


def _in(zone: str | None, date: PartialDate) -> PartialDate:
    return in_zone(date, zone) if zone else date


def _with_clock(whole: PartialDate, moment: _Moment, others: Sequence[_Moment]) -> PartialDate:
    """A clock time that stands alone on the next line belongs to the day above it."""
    if whole.hour is not None or not whole.day:
        return whole
    for other in others:
        value = other.found.value
        alone = isinstance(value, PartialDay) and value.month is None and value.day is None and value.hour is not None
        if alone and isinstance(value, PartialDay) and 0 < other.span.start - moment.span.end < WIDTH:
            return value.on(whole.year, whole.month, whole.day)
    return whole
