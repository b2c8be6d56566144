"""Dates as the clerks of the time wrote them, and the same as EDTF."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

SUMMER_TIME_ENDS_IN_OCTOBER = 1955
"""From this year the capital kept summer time to the end of October; before, to the end of September."""

MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))


def offset(day: date) -> str:
    """Washington's offset from Greenwich on a day after the war: `-05:00`, in summer `-04:00`, as EDTF writes it."""
    end = 10 if day.year >= SUMMER_TIME_ENDS_IN_OCTOBER else 9
    return "-04:00" if _last_sunday(day.year, 4) <= day < _last_sunday(day.year, end) else "-05:00"


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def edtf(moment: datetime, *, washington: bool = True) -> str:
    """`1962-11-23T21:43:00-05:00`; without the zone for the local time of a post."""
    return moment.strftime("%Y-%m-%dT%H:%M:00") + (offset(moment.date()) if washington else "")


def clock(hour: time, *, stops: bool = True, space: str = " ") -> str:
    """`6:45 p.m.`, the full hour as `8 p.m.`; without stops in capitals, `8 PM`."""
    half = "p.m." if hour.hour >= 12 else "a.m."
    figures = str(hour.hour % 12 or 12) + (f":{hour.minute:02d}" if hour.minute else "")
    return f"{figures}{space}{half if stops else half.replace('.', '').upper()}"


def long(day: date) -> str:
    """`November 23, 1962`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def month_day(day: date) -> str:
    """`November 23`."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def slashed(day: date, sign: str = "/") -> str:
    """`11/23/62`, as clerks and reviewers wrote it."""
    return f"{day.month}{sign}{day.day}{sign}{day.year % 100:02d}"


def stamped(moment: datetime) -> str:
    """The telegraph branch's time stamp: `Nov 23 9 43 PM '62`."""
    half = "PM" if moment.hour >= 12 else "AM"
    month, hour = MONTHS[moment.month - 1][:3], moment.hour % 12 or 12
    return f"{month} {moment.day} {hour} {moment.minute:02d} {half} '{moment.year % 100:02d}"


def decimal_suffix(day: date) -> str:
    """The date behind the slash of a decimal file number: 23 November 1962 is `11-2362`."""
    return f"{day.month}-{day.day}{day.year % 100:02d}"
