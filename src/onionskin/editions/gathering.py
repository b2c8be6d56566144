"""The fields of one edited record as they are found, each with its ink."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from onionskin.editions.parties import agent
from onionskin.phrases.cited import CitedPaper
from onionskin.phrases.clocks import ALONE, clock_of
from onionskin.phrases.days import washington
from onionskin.phrases.found import Found, found_in, printed
from onionskin.phrases.headings import DAY, MONTHS, Dateline
from onionskin.record.acts import Act, ActKind
from onionskin.record.dates import PartialDate
from onionskin.record.document import OneOrMany
from onionskin.record.evidence import Inference, Ink
from onionskin.record.fields import FIELDS, Enclosure, FieldValue, Kind
from onionskin.record.named import Named
from onionskin.record.page import PageNumber
from onionskin.record.reading import Reading, ReadingState, found
from onionskin.record.span import Span

READER = "frus-tei/8"
SERIES = re.compile(r"(?P<series>[A-Z][A-Za-z]+)\s(?P<number>\d[\d/]*)\Z")
ZULU = re.compile(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)Z\Z")
HERE = re.compile(r"Washington\b")
DEPARTMENT = re.compile(r"(?:the\s+)?(?:Department of State|Acting Secretary of State|Secretary of State)\b")
CABLES = frozenset((Kind.TELEGRAM, Kind.AIRGRAM, Kind.DESPATCH))
DAY_BEHIND = 25
"""Characters behind the time of receipt in which its day stands."""
ACTS = {
    "drafted_by": ActKind.DRAFTED,
    "cleared_by": ActKind.CLEARED,
    "approved_by": ActKind.APPROVED,
    "signed_by": ActKind.SIGNED,
}


class Gathering:
    """What was found in one division; `fields` is complete when all its parts were read."""

    def __init__(self, text: str, page: PageNumber) -> None:
        """`text` is the page's, into which all spans point."""
        self.text = text
        self.page = page
        self.fields: dict[str, OneOrMany] = {}
        self._acts: list[Act] = []
        self._day: PartialDate | None = None

    @property
    def repository(self) -> str | None:
        """Where the paper lies."""
        held = self.fields.get("repository")
        return str(held.value) if isinstance(held, Reading) else None

    def one(self, name: str, value: FieldValue, at: Found[Any]) -> None:
        """A field of one reading, or the first of a list."""
        reading = self._reading(value, at)
        self.fields[name] = (reading,) if FIELDS[name].many else reading

    def text_of(self, name: str, at: Found[str] | None) -> None:
        """A field whose value is what is printed."""
        if at is not None:
            self.one(name, at.value, at)

    def many(self, name: str, values: Sequence[FieldValue], at: Sequence[Found[Any]]) -> None:
        """A field of several readings; one that holds a single reading takes the first, and all of them are acts."""
        readings = tuple(self._reading(value, each) for value, each in zip(values, at, strict=True))
        if readings:
            self.fields[name] = readings if FIELDS[name].many else readings[0]
        self._tell(name, values, readings)

    def number(self, at: Found[str] | None) -> None:
        """The paper's number; `Delga 618` is number 618 of that series."""
        if at is None:
            return
        series = SERIES.match(at.value)
        self.one("number", series["number"] if series else at.value, at)
        if series:
            self.one("series", series["series"].upper(), at)

    def date(self, read: Dateline, year: tuple[str, str] | None) -> None:
        """Place and day with its clock time; a year that is not printed is that of the chapter."""
        self.text_of("place", read.place)
        if read.day is None or read.edtf is None or "/" in read.edtf:
            return
        span = Span(read.day.span.start, read.time.span.end if read.time else read.day.span.end)
        if read.edtf.startswith("XXXX"):
            if year is None:
                return
            dated = _day(year[0] + read.edtf[4:])
            rule = Inference("year-from-chapter", (f"chapter: {year[1]}",))
            if dated is not None:
                reason = f"the chapter is headed {year[1]!r}"
                ink = Ink(self.page, span, READER)
                printed = span.of(self.text)
                self.fields["date"] = Reading(dated.edtf, ReadingState.INFERRED, printed, 0.95, (ink, rule), reason)
            return
        day = _day(read.edtf)
        if day is None:
            return
        self._day = day
        timed = _timed(day, read.time.value if read.time else "", here=self._here(read))
        self.one("date", timed.edtf, found_in(self.text, span.start, span.end, None))

    def dated_by_edition(self, days: tuple[str, str] | None) -> None:
        """The day, month or year that both ends of the edition's own span share, where nothing printed gives a date."""
        if days is None or "date" in self.fields:
            return
        first, last = (each.split("-") for each in days)
        shared = [a for n, a in enumerate(first) if first[: n + 1] == last[: n + 1]]
        if not shared:
            return
        rule = Inference("edition-dates", (f"doc-dateTime-min: {days[0]}", f"doc-dateTime-max: {days[1]}"))
        reason = "the edition places it " + (f"on {days[0]}" if days[0] == days[1] else f"from {days[0]} to {days[1]}")
        dated = _day("-".join(shared))
        if dated is None:
            return
        self.fields["date"] = Reading(dated.edtf, ReadingState.INFERRED, "", 0.9, (rule,), reason)

    def attachments(self, spans: Sequence[Span]) -> None:
        """The papers that the edition prints with this one, by their headings."""
        heads = [printed(self.text, span.start, span.end) for span in spans]
        self.many("enclosures", [Enclosure(at.value, at.text) for at in heads], heads)

    def _here(self, read: Dateline) -> bool:
        return read.place is not None and HERE.match(read.place.value) is not None

    def received(self, at: Found[str]) -> None:
        """The time of receipt, Washington's; its day is the note's where one stands there, else the paper's own."""
        day = self._day
        behind = DAY.search(self.text, at.span.end, at.span.end + DAY_BEHIND)
        if day is None or (day.day is None and behind is None):
            return
        if behind is not None:
            month, number = MONTHS.index(behind["month"]) + 1, int(behind["day"])
            day = _day(f"{day.year + (month < (day.month or 1) - 6):04}-{month:02}-{number:02}") or day
        timed = _timed(day, at.value, here=True)
        why = "the day is the note's" if behind else "the note gives no day: it is taken to be the paper's own"
        evidence = (Ink(self.page, at.span, READER), Inference("day-of-receipt", (f"date: {day.edtf}",)))
        self.fields["received"] = Reading(timed.edtf, ReadingState.INFERRED, at.text, 0.8, evidence, why)

    def transmitted(self, at: Found[CitedPaper]) -> None:
        """The telegram that carried the paper, as an act: `means` is its words, `telegram 760`."""
        ink = (Ink(self.page, at.span, READER),)
        carrier = at.value
        self._acts.append(
            Act(ActKind.TRANSMITTED, carrier.date, ink, agent=carrier.from_, recipient=carrier.to, means=at.text)
        )

    def repeated(self, at: Sequence[Found[str]]) -> None:
        """To whom else it went."""
        if at:
            self.many("info", [agent(each) for each in at], at)

    def items(self, name: str, spans: Sequence[Span]) -> None:
        """A list that the edition sets on lines of its own."""
        lines = [printed(self.text, span.start, span.end) for span in spans]
        if name == "subject":
            self.text_of(name, lines[0] if lines else None)
        else:
            self.many(name, [agent(each) for each in lines], lines)

    def signature(self, span: Span) -> None:
        """Who signed; the surname alone, as telegrams have it."""
        at = printed(self.text, span.start, span.end)
        self.many("signed_by", [agent(at)], [at])

    def direction(self, kind: Kind) -> None:
        """Outgoing or incoming as the Department saw it, where the heading names the Department on one side."""
        if kind not in CABLES:
            return
        for name, value in (("from", "outgoing"), ("to", "incoming")):
            held = self.fields.get(name)
            reading = held[0] if isinstance(held, tuple) and held else held
            if isinstance(reading, Reading) and DEPARTMENT.match(reading.as_printed):
                rule = Inference("direction-from-heading", (f"{name}: {reading.as_printed}",))
                reason = f"the heading has it {name} the Department"
                self.fields["direction"] = Reading(value, ReadingState.INFERRED, "", 0.95, (rule,), reason)
                return

    def acts(self) -> tuple[Act, ...]:
        """Who did what, as the notes and headings say."""
        return tuple(self._acts)

    def _tell(self, name: str, values: Sequence[FieldValue], readings: Sequence[Reading[FieldValue]]) -> None:
        if name in ACTS:
            named = [value.name if isinstance(value, Named) else str(value) for value in values]
            self._acts += [
                Act(ACTS[name], None, reading.evidence, agent=who) for who, reading in zip(named, readings, strict=True)
            ]

    def _reading(self, value: FieldValue, at: Found[Any]) -> Reading[FieldValue]:
        return found(value, at.span.of(self.text), Ink(self.page, at.span, READER))


def _day(edtf: str) -> PartialDate | None:
    """A day or month of the calendar, None for a day that no calendar has: editions misprint too."""
    try:
        return PartialDate.parse(edtf)
    except ValueError:
        return None


def _timed(day: PartialDate, clock: str, *, here: bool) -> PartialDate:
    """A day with its clock time: with its offset for Z and for Washington, elsewhere local and without one; a month
    has none.

    Of `11-11:45 a.m.` the first is the time, and the half of the day that stands once is that of both.
    """
    if day.day is None:
        return day
    zulu = ZULU.match(clock)
    if zulu is not None:
        return PartialDate(day.year, day.month, day.day, int(zulu["hour"]), int(zulu["minute"]), 0)
    first = re.split(r"\s?[–-]\s?", clock.lower())[0]
    half = clock[len(clock.rstrip("apm. ")) :].strip() if first != clock and not first.endswith(".") else ""
    m = ALONE.search(f"{first} {half}".strip()) if clock else None
    time = clock_of(m) if m else None
    if time is None:
        return day
    timed = PartialDate(day.year, day.month, day.day, time.hour, time.minute, time.offset)
    return washington(timed) if here else timed
