"""Days without a year, two-digit years, and clock times given their zone."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from zoneinfo import ZoneInfo

from onionskin.record.dates import PartialDate


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A day or a time as printed without its year: "November 17, 7 p.m.", "6:43 a.m.", "222227Z".

    What is not printed is None; a date-time group without its month has a day and no month. `offset` as in PartialDate.
    A received stamp or the paper's own date completes it: see `latest_by`.
    """

    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: int | None = None

    @property
    def edtf(self) -> str:
        """`XXXX-11-17`, `XXXX-XX-22`: EDTF's unspecified digits. EDTF has no such clock time; `clock` gives it."""
        return (
            f"XXXX-{self.month:02}"
            if self.month and not self.day
            else f"XXXX-{self.month or 'XX':0>2}-{self.day or 'XX':0>2}"
        )

    @property
    def clock(self) -> str | None:
        """`19:00`, None where no time stands."""
        return None if self.hour is None else f"{self.hour:02}:{self.minute or 0:02}"

    def on(self, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """The full date, what is printed going before what is given; ValueError where that year has no such day."""
        full_day = self.day or day
        clock = (self.hour, self.minute, self.offset) if full_day else (None, None, None)
        return PartialDate(year, self.month or month, full_day, *clock)

    def latest_by(self, limit: PartialDate) -> PartialDate | None:
        """The last such moment not after `limit`, which must have a day: what a received stamp says of the sending.

        A day after `limit` is allowed for, since Moscow's evening is tomorrow's in Tokyo. None where no year fits
        (February 29).
        """
        if limit.month is None or limit.day is None:
            return None
        end = dt.date(limit.year, limit.month, limit.day) + dt.timedelta(days=1)
        for back in range(8 * 12):
            month = (limit.month - 1 - back) % 12 + 1
            year = limit.year + (limit.month - 1 - back) // 12
            if self.month not in (None, month):
                continue
            day = self.day or (limit.day if back == 0 else calendar.monthrange(year, month)[1])
            if day <= calendar.monthrange(year, month)[1] and dt.date(year, month, day) <= end:
                return self.on(year, month, day if self.hour is not None else None)
        return None


def first_from(date: PartialDate, day: PartialDay) -> PartialDate | None:
    """The first such day that is not before a date: `FEB 28` of what was written on February 21, 1956.

    None where a day or a month is missing, and where that year has no such day (February 29).
    """
    if day.month is None or day.day is None or date.month is None or date.day is None:
        return None
    year = date.year + ((day.month, day.day) < (date.month, date.day))
    return day.on(year) if day.day <= calendar.monthrange(year, day.month)[1] else None


def day_of_month_from(date: PartialDate, day: int, within: int = 31) -> PartialDate | None:
    """The first such day of a month among so many from a date on: `20th`, of what was sent on March 19, 1946."""
    if date.month is None or date.day is None:
        return None
    first = dt.date(date.year, date.month, date.day)
    following = (first + dt.timedelta(days=n) for n in range(within))
    return next((PartialDate(on.year, on.month, on.day) for on in following if on.day == day), None)


def washington(date: PartialDate) -> PartialDate:
    """The same clock time with Washington's offset of that day, -05:00 or -04:00; a date without a clock time as it is.

    The rule is New York's by the public zone data, which Washington kept from 1942 on except in the summers of 1946
    and 1947, when it began a few days apart.
    """
    return in_zone(date, "America/New_York")


def in_zone(date: PartialDate, zone: str) -> PartialDate:
    """The same clock time with the offset of `zone`, an IANA name, on that day; an offset already there is kept."""
    if date.hour is None or date.offset is not None or date.month is None or date.day is None:
        return date
    local = dt.datetime(date.year, date.month, date.day, date.hour, date.minute or 0, tzinfo=_zone(zone))
    offset = local.utcoffset()
    return date if offset is None else replace(date, offset=round(offset.total_seconds() / 60))


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
