"""Dates with the precision they were given, written as EDTF (ISO 8601-2)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from onionskin.record.quick import quick

EDTF_DATE = re.compile(
    r"""
    (?P<year>\d{4}) (?: - (?P<month>\d\d) (?: - (?P<day>\d\d)
        (?: T (?P<hour>\d\d) : (?P<minute>\d\d) : 00 (?P<zone> Z | (?!-00:00) [+-]\d\d:[0-5]\d )? )?
    )? )? (?P<qualifier> [~?%] )?
    """,
    re.VERBOSE | re.ASCII,
)


@quick
@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day of the calendar as far as the paper gives it: a year alone stays a year alone.

    `hour` without `minute` is a clock time to the hour ("7 p.m."). `offset` is minutes east of Greenwich, None where
    the zone is not known: -300 is Washington in winter. `approximate` and `uncertain` are EDTF's `~` and `?`.
    The Gregorian calendar is checked; the century is never guessed here.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: int | None = None
    approximate: bool = False
    uncertain: bool = False

    def __post_init__(self) -> None:
        """Refuse a day that no calendar has and a precision with a hole in it."""
        if not 1 <= self.year <= 9999:
            raise ValueError(f"no year {self.year}")
        if (self.day and not self.month) or (self.hour is not None and not self.day):
            raise ValueError("a day needs its month, a clock time its day")
        if self.minute is not None and self.hour is None:
            raise ValueError("a minute needs its hour")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"no month {self.month}")
        if self.day is not None and not 1 <= self.day <= calendar.monthrange(self.year, self.month or 1)[1]:
            raise ValueError(f"no day {self.year:04}-{self.month:02}-{self.day:02}")
        if self.hour is not None and not (0 <= self.hour <= 23 and 0 <= (self.minute or 0) <= 59):
            raise ValueError(f"no time {self.hour}:{self.minute}")
        if self.offset is not None and (self.hour is None or abs(self.offset) > 14 * 60):
            raise ValueError("a zone needs a clock time, and none lies more than 14 hours from Greenwich")

    @property
    def edtf(self) -> str:
        """`1962-11-23T21:43:00-05:00`, `1962-11-17`, `1962-11~`. EDTF wants seconds; we never know them, so they are
        00.
        """
        out = f"{self.year:04}"
        if self.month is not None:
            out += f"-{self.month:02}"
        if self.day is not None:
            out += f"-{self.day:02}"
        if self.hour is not None:
            out += f"T{self.hour:02}:{self.minute or 0:02}:00"
            if self.offset is not None:
                out += f"{'-' if self.offset < 0 else '+'}{abs(self.offset) // 60:02}:{abs(self.offset) % 60:02}"
        return out + {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
            (self.approximate, self.uncertain), ""
        )

    @property
    def date(self) -> PartialDate:
        """The same day without its clock time."""
        return PartialDate(self.year, self.month, self.day, approximate=self.approximate, uncertain=self.uncertain)

    def __str__(self) -> str:
        """The EDTF form."""
        return self.edtf

    @staticmethod
    def parse(text: str) -> PartialDate:
        """Read what `edtf` wrote; ValueError for anything else (intervals and sets are not single dates)."""
        m = EDTF_DATE.fullmatch(text)
        if m is None:
            raise ValueError(f"not an EDTF date of ours: {text!r}")
        zone = m["zone"]
        offset = None
        if zone:
            offset = 0 if zone == "Z" else (1 if zone[0] == "+" else -1) * (int(zone[1:3]) * 60 + int(zone[4:6]))
        part = {k: int(m[k]) if m[k] else None for k in ("month", "day", "hour", "minute")}
        mark = m["qualifier"] or ""
        return PartialDate(
            int(m["year"]),
            **part,
            offset=offset,
            approximate=mark in ("~", "%") and bool(mark),
            uncertain=mark in ("?", "%") and bool(mark),
        )


def earliest(edtf: str) -> tuple[int, int, int]:
    """The first day an EDTF date can mean, for sorting and ranges: `1962` gives (1962, 1, 1)."""
    d = PartialDate.parse(edtf)
    return d.year, d.month or 1, d.day or 1


def latest(edtf: str) -> tuple[int, int, int]:
    """The last day an EDTF date can mean: `1962-11~` gives (1962, 11, 30)."""
    d = PartialDate.parse(edtf)
    month = d.month or 12
    return d.year, month, d.day or calendar.monthrange(d.year, month)[1]
