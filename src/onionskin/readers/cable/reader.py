"""The electronic telegram of 1973 and later, as the Department's database and its printouts have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onionskin.phrases.cables import AFTER, ENDS, RELAY, SENDER
from onionskin.phrases.damage import digits
from onionskin.phrases.date_groups import DateGroup, read_date_group
from onionskin.phrases.days import day_of_month_from
from onionskin.phrases.found import Found
from onionskin.phrases.passing import find_asked
from onionskin.phrases.signatures import signature_behind, signature_on
from onionskin.phrases.titles import title_on
from onionskin.readers.cable.addressing import read_addressing
from onionskin.readers.cable.drafting import read_drafting
from onionskin.readers.cable.labels import read_entries, read_notes
from onionskin.readers.cable.numbering import read_direction, read_number
from onionskin.readers.cable.sheet import Section, sections_of
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.marks import InkState, Marking
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

DISTRIBUTED = re.compile(
    r"\s*(?:(?:ACTION|INFO|ORIGIN)\b.*|(?:[A-Z]{1,5}-\d\d\s*)+.*|\(\s*[A-Z]{2,5}\s*\).*|/\d{2,3}\s+[A-Z]{1,2})\s*"
)
LAST_HOUR, LAST_MINUTE = 23, 59
ON_THE_WAY = 7
"""Days from the sending among which a telegram came."""
LONE = re.compile(r"\s*(?P<number>\d{1,3})\s*")


class CableReader:
    """Reads electronic telegrams whole: heading, addressees, drafting, references, and the text of all sections.

    Of the number line it looks at the level too, which the markings answer for: it is the message's own, whatever
    else is quoted below it. So it does at the words behind a label, since a subject may hold those of a mark.
    """

    name = "cable"
    version = "6"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every field of the form; `references` are those of the heading."""
        findings = Findings(text, self.name)
        sections = sections_of(text.masked(taken), text.lines)
        first = sections[0]
        _titles(text, first, findings)
        markings: list[Marking] = []
        _above(first, findings)
        read_number(first, findings)
        for section in sections:
            _level(section, findings, taken, markings)
        read_notes(first.notes, findings)
        references = read_entries(first.entries, findings)
        read_direction(findings)
        _received(first, findings)
        for section in sections[1:]:
            _repeated(section, findings)
        body = [line for section in sections for line in _body(section, findings)]
        for section in sections:
            _ending(section, findings)
        _signature(body, findings)
        for line in body:
            for post in find_asked(line.text):
                findings.field("pass_to", post.value, post.span.shifted(line.span.start), confidence=0.9)
        return findings.result(
            references=tuple(references), markings=tuple(markings), body=tuple(line.ink for line in body)
        )


def _titles(text: CleanText, first: Section, findings: Findings) -> None:
    """The form's printed title over the head of the first page (`Department of State TELEGRAM`)."""
    above = text.lines[: first.head_line.index] if first.head_line is not None else ()
    for line in above:
        if not line.blank and title_on(line.text) is not None:
            findings.claim(line.ink, "form-title", furniture=True)


def _body(section: Section, findings: Findings) -> list[Line]:
    """Lines of the text; of the heading those that no rule answers for go with it."""
    return [*(line for line in section.notes if not findings.covers(line.ink)), *section.text]


def _above(section: Section, findings: Findings) -> None:
    """From the head of the first page to the number line."""
    _furniture(section, findings)
    drafted = {line.index for line in read_drafting(section.above, findings)}
    dated = _dated(section.above)
    for line in section.above:
        if line.index not in drafted:
            _line_above(line, findings, group=read_date_group(line.text) if line is dated else None)
    read_addressing(section.above, findings)


def _received(first: Section, findings: Findings) -> None:
    """The day and hour behind the number in the head of the first page: when the Department's centre had it."""
    head, line = first.head, first.head_line
    said = {f.name: f.reading.value for f in findings.fields if f.name in ("date", "direction")}
    dated = str(said.get("date", ""))
    sent = PartialDate.parse(dated) if dated[:4].isdigit() else None
    if head is None or line is None or head.group is None or sent is None or said.get("direction") != "incoming":
        return
    printed = digits(head.group.of(line.text).removesuffix("Z"))
    day, hour, minute = (int(printed[at : at + 2]) for at in (0, 2, 4))
    came = day_of_month_from(sent, day, ON_THE_WAY)
    if came is not None and hour <= LAST_HOUR and minute <= LAST_MINUTE:
        value = replace(came, hour=hour, minute=minute, offset=0)
        reason = "the head of the page says when it came; the date-time group gives the month and the year"
        state = ReadingState.INFERRED
        at = head.group.shifted(line.span.start)
        findings.field("received", value.edtf, at, state=state, confidence=0.85, reason=reason)


def _dated(lines: Sequence[Line]) -> Line | None:
    """The line of the date-time group: with its month, or else right above the sender."""
    for line in lines:
        group = read_date_group(line.text) if not RELAY.fullmatch(line.text) else None
        if group is not None and group.value.day.month is not None:
            return line
    return next((above for above, line in pairwise(lines) if SENDER.match(line.text)), None)


def _line_above(line: Line, findings: Findings, *, group: Found[DateGroup] | None) -> None:
    if group is None and _relayed(line, findings):
        findings.claim(line.ink, "relay-line", furniture=True)
    elif group is not None and not findings.has("date"):
        day = group.value.day
        whole = isinstance(day, PartialDate)
        reason = group.reason if whole else group.reason or "the year is not printed"
        findings.field(
            "date",
            day.edtf,
            group.span.shifted(line.span.start),
            state=group.state if whole else ReadingState.DOUBTFUL,
            confidence=group.confidence if whole else 0.5,
            reason=reason,
        )
        for word in group.value.precedence:
            at = word.span.shifted(line.span.start)
            reason = word.reason or f"{word.text} before the date-time group"
            findings.field("precedence", word.value, at, state=word.state, confidence=word.confidence, reason=reason)
        findings.claim(line.ink, "date-time-group")
    elif ENDS.fullmatch(line.text):
        findings.claim(line.ink, "text-mark", furniture=True)
    elif DISTRIBUTED.fullmatch(line.text):
        findings.claim(line.ink, "distribution", furniture=True)
    elif m := LONE.fullmatch(line.text):
        number = OtherNumber(m["number"], NumberKind.UNKNOWN)
        reason = "a number alone under the head of the page; the form does not say what it counts"
        findings.field(
            "other_numbers", number, Span(*m.span("number")).shifted(line.span.start), confidence=0.5, reason=reason
        )


def _relayed(line: Line, findings: Findings) -> bool:
    """Whether a line is the communications centre's; its number is one of transmission."""
    relayed = RELAY.fullmatch(line.text)
    if relayed is not None and relayed["number"]:
        number = OtherNumber(relayed["number"], NumberKind.TRANSMISSION)
        findings.field("other_numbers", number, Span(*relayed.span("number")).shifted(line.span.start))
    return relayed is not None


def _furniture(section: Section, findings: Findings) -> None:
    if section.head_line is not None:
        findings.claim(section.head_line.ink, "page-head", furniture=True)


def _level(section: Section, findings: Findings, taken: Sequence[Span], markings: list[Marking]) -> None:
    """The level of the number line: how the telegram was classified, and a marking if no reader of marks has it."""
    if section.number is None or section.number_parts is None or section.number_parts.level is None:
        return
    level = section.number_parts.level
    at = level.span.shifted(section.number.span.start)
    if not findings.has("classification"):
        findings.field("classification", level.value, at, confidence=level.confidence)
    if not any(each.overlaps(at) for each in taken):
        ink = findings.text.ink(at, findings.reader)
        markings.append(Marking(level.text, InkState.STANDING, ink.page, (ink,), level.value, None))


def _repeated(section: Section, findings: Findings) -> None:
    """The heading of a later section says nothing new: its numbers of transmission are kept, the rest is furniture."""
    _furniture(section, findings)
    for line in section.above:
        _relayed(line, findings)
        findings.claim(line.ink, "section-heading", furniture=True)
    labelled = [line for entry in section.entries for line in (entry.line, *entry.more)]
    for line in (*labelled, *((section.number,) if section.number is not None else ())):
        findings.claim(line.ink, "section-heading", furniture=True)


def _ending(section: Section, findings: Findings) -> None:
    """The end mark, and notes below the text that are not its own."""
    for line in section.below:
        after = AFTER.fullmatch(line.text)
        noted = after is not None and after["note"]
        rule = "communications-note" if noted else ("archive-note" if after else "end-mark")
        if after or ENDS.fullmatch(line.text):
            findings.claim(line.ink, rule, furniture=True)
        else:
            findings.claim(line.ink, "page-head", furniture=True)


def _signature(body: Sequence[Line], findings: Findings) -> None:
    """The surname on the last line of the text, or behind its last stop."""
    if not body:
        return
    line = body[-1]
    person = signature_on(line.text) if len(body) > 1 else None
    person = person or signature_behind(line.text)
    if person is not None:
        findings.field("signed_by", person.value, person.span.shifted(line.span.start), confidence=0.9)
