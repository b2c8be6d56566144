"""When an act was done, as a person writes it."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from onionskin.errors import UsageError
from onionskin.record.dates import PartialDate
from onionskin.store.journal import timestamp

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def done_at(words: str) -> str:
    """A time in UTC to the second, or a day alone where no more is known; as `Performed.at` has it.

    `1962-11-23T21:43-05:00` is `1962-11-24T02:43:00Z`. A time names its zone, because the desk has posts in several.
    UsageError for anything else.
    """
    try:
        if _DAY.fullmatch(words):
            return PartialDate.parse(words).edtf
        held = datetime.fromisoformat(words)
        if held.tzinfo is not None:
            return timestamp(held)
    except (ValueError, OverflowError):
        pass
    raise UsageError(
        f"{words!r} is no time of an act",
        advice="Write a day, 1962-11-23, or a time with its zone, 1962-11-23T21:43-05:00",
    )


def local_time(at: str, zone: str) -> str:
    """A time of an act by the clock of a post: `November 23, 1962, 9:43 p.m.`; a day alone where no more is known."""
    if len(at) == len("1962-11-23"):
        return at
    told = datetime.fromisoformat(at).astimezone(ZoneInfo(zone))
    hour, half = told.hour % 12 or 12, "a.m." if told.hour < 12 else "p.m."
    return f"{told:%B} {told.day}, {told.year}, {hour}:{told.minute:02} {half}"
