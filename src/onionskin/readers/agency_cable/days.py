"""When a cable was sent and received: its date-time group with the month that a stamp or a box lends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onionskin.phrases.cable_stamps import CableStamp, find_stamps
from onionskin.phrases.citing import DateTimeGroup, find_group, find_row
from onionskin.phrases.dates import Day, find_dates
from onionskin.phrases.found import Found
from onionskin.phrases.own_dates import of_the_writing
from onionskin.readers.agency_cable.labels import KEYS, LABEL
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Inference
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.reading import ReadingState
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

RECEIPT = re.compile(r"TO[RC]\s*[:;.]?\s*$")
"""Before the time of receipt: `TOR:261220Z MAY 72`."""
DAYS_BETWEEN = 3
"""Days by which the stamp of receipt may lie behind the group."""


def read_days(lines: Sequence[Line], head: Sequence[Line], findings: Findings) -> None:
    """The group with the month that a stamp or a DATE box lends it; else that day itself."""
    for line in head:
        whole = [d for d in find_dates(line.text) if _is_sent(d, line.text)]
        if whole and isinstance(whole[0].value, PartialDate):
            findings.field("date", whole[0].value.edtf, whole[0].span.shifted(line.span.start), confidence=0.95)
            return
    group = next(((g, line) for line in head if (g := _group(line.text))), None)
    free = [line for line in lines if not line.blank and not is_prose(line.text)]
    stamps = [(s, line) for line in free for s in find_stamps(line.text)]
    top = [pair for pair in stamps if pair[1] in head] or stamps
    if not top:
        return
    labelled = next((pair for pair in top if (m := LABEL.match(pair[1].text)) and KEYS[m["label"][0]] == "date"), None)
    sent_on = _sent_later(labelled[0], top) if labelled and not group and _is_drafted(head) else None
    if labelled and sent_on:
        drafted, where = labelled
        findings.field("drafted_on", drafted.day.edtf, drafted.span.shifted(where.span.start), confidence=0.85)
        labelled = sent_on
    near = [pair for pair in top if group and _sent(group[0], pair[0])]
    arrived = next((s for s, _ in near if s.incoming), None)
    stamp, line = labelled or (near or of_the_writing([s.day.year for s, _ in top], top))[0]
    span = stamp.span.shifted(line.span.start)
    sent = _sent(group[0], arrived or stamp) if group else None
    if group and sent:
        why = "the group has no month; the stamp beside it gives it"
        lent = (Inference("month-from-stamp", (stamp.day.edtf,)),)
        at = group[0].span.shifted(group[1].span.start)
        findings.field("date", sent.edtf, at, state=ReadingState.INFERRED, confidence=0.9, reason=why, also=lent)
        if arrived and not labelled:
            findings.field("received", stamp.day.edtf, span, confidence=0.85)
    else:
        findings.field("date", stamp.day.edtf, span, confidence=0.85)
    for each, where in top:
        if each.number:
            number = OtherNumber(each.number.value, NumberKind.CONTROL)
            findings.field("other_numbers", number, each.number.span.shifted(where.span.start), confidence=0.8)


def _is_drafted(head: Sequence[Line]) -> bool:
    """Whether the originator's column is printed, whose DATE is the day of the draft."""
    return any((m := LABEL.match(line.text)) and m["label"] in ("ORIG", "UNIT", "EXT") for line in head)


def _sent_later(drafted: CableStamp, stamps: Sequence[tuple[CableStamp, Line]]) -> tuple[CableStamp, Line] | None:
    """The stamp of sending, of the day of the draft or of one soon after."""
    for stamp, line in stamps:
        days = _days(stamp.day) - _days(drafted.day)
        if stamp is not drafted and not stamp.incoming and 0 <= days <= DAYS_BETWEEN:
            return stamp, line
    return None


def _days(day: PartialDate) -> int:
    return date(day.year, day.month or 1, day.day or 1).toordinal()


def _is_sent(found: Found[Day], words: str) -> bool:
    """Whether a date is a whole group in Z that is not the time of receipt."""
    value = found.value
    return isinstance(value, PartialDate) and value.offset == 0 and not RECEIPT.search(words[: found.span.start])


def _group(words: str) -> DateTimeGroup | None:
    row = find_row(words)
    return row[0] if row else find_group(words)


def _sent(group: DateTimeGroup, stamp: CableStamp) -> PartialDate | None:
    """The group's day in the stamp's month or the one before; None where they lie too far apart."""
    if stamp.day.month is None or stamp.day.day is None:
        return None
    stamped = date(stamp.day.year, stamp.day.month, stamp.day.day)
    for back in range(-DAYS_BETWEEN, DAYS_BETWEEN + 1):
        day = date.fromordinal(stamped.toordinal() - back)
        if day.day == group.day:
            return PartialDate(day.year, day.month, day.day, group.hour, group.minute, offset=0)
    return None
