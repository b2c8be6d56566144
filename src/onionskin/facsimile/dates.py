"""A date as clerks stamped and typed it, made of its EDTF: what the forms of each kind have in their places."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime, timedelta, timezone

from onionskin.record.dates import PartialDate


def stamped(edtf: str) -> str:
    """The Department's time stamp: `Nov 23 9 43 PM '62`; without an hour `Nov 23 '62`."""
    date = _parsed(edtf)
    if date is None or not date.day:
        return typed(edtf)
    hour = "" if date.hour is None else f" {_hour(date)} {date.minute or 0:02} {_half(date).upper()}M"
    return f"{calendar.month_abbr[date.month or 1]} {date.day}{hour} '{date.year % 100:02}"


def typed(edtf: str) -> str:
    """As letters have it: `November 17, 1962`, `November 1962`; what is no date of ours as it is."""
    date = _parsed(edtf)
    if date is None:
        return edtf
    month = calendar.month_name[date.month] if date.month else ""
    day = f" {date.day}," if date.day else ""
    return f"{month}{day} {date.year:04}".strip()


def clock(edtf: str) -> str:
    """The hour of the day alone: `9:43 p.m.`, `3 p.m.`; empty where it is not known."""
    date = _parsed(edtf)
    if date is None or date.hour is None:
        return ""
    minute = f":{date.minute:02}" if date.minute else ""
    return f"{_hour(date)}{minute} {_half(date)}.m."


def of_the_post(edtf: str) -> str:
    """A post's own date and hour behind its number: `November 24, 3 p.m.`; the year stands in the receipt."""
    date, hour = _parsed(edtf), clock(edtf)
    if date is None or not date.day:
        return typed(edtf)
    day = f"{calendar.month_name[date.month or 1]} {date.day}"
    return f"{day}, {hour}" if hour else f"{day}, {date.year:04}"


def slashed(edtf: str) -> str:
    """The drafter's day: `11/23/62`."""
    date = _parsed(edtf)
    if date is None or not date.day:
        return typed(edtf)
    return f"{date.month}/{date.day}/{date.year % 100:02}"


def group(edtf: str) -> str:
    """The date-time group of the wire, in Greenwich time: `311441Z OCT 79`; empty where hour or zone is not known."""
    date = _parsed(edtf)
    if date is None or date.hour is None or date.offset is None:
        return ""
    here = timezone(timedelta(minutes=date.offset))
    there = datetime(date.year, date.month or 1, date.day or 1, date.hour, date.minute or 0, tzinfo=here)
    utc = there.astimezone(UTC)
    return f"{utc:%d%H%M}Z {calendar.month_abbr[utc.month].upper()} {utc:%y}"


def _parsed(edtf: str) -> PartialDate | None:
    try:
        return PartialDate.parse(edtf)
    except ValueError:
        return None


def _hour(date: PartialDate) -> int:
    return (date.hour or 0) % 12 or 12


def _half(date: PartialDate) -> str:
    return "a" if (date.hour or 0) < 12 else "p"
