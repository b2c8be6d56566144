"""The calendar: how many papers there are of each year, month and day, and which."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from sqlite3 import Connection

from onionskin.errors import UsageError
from onionskin.inventory.facts import UNDATED

PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
LENGTHS = (0, 4, 7, 10)
"""Characters of a period of so many parts: none is all time, one a year, two a month, three a day."""

_PAPERS = f"""
SELECT substr(day, 1, :length), count(*), sum(doubtful > 0) FROM paper
WHERE day >= :since AND day < :until AND day < '{UNDATED}' AND precision >= :parts GROUP BY 1
"""  # noqa: S608 - a constant of ours
_MISSING = """
SELECT substr(date, 1, :length), count(*) FROM missing
WHERE sorts >= :since AND sorts < :until AND length(date) >= :length GROUP BY 1
"""
_IN_PERIOD = "FROM paper WHERE day >= :since AND day < :until AND precision >= :parts"
_UNDATED = f"SELECT count(*) FROM paper WHERE day = '{UNDATED}'"  # noqa: S608 - a constant of ours


@dataclass(frozen=True, slots=True)
class Tally:
    """A year, month or day (`1962`, `1962-11`, `1962-11-17`): its papers, those of them with open doubts, and papers
    of that date that are cited and not held.
    """

    period: str
    papers: int
    doubtful: int
    missing: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """The whole of it: years and months that have papers, and how many papers have no date."""

    years: tuple[Tally, ...]
    months: tuple[Tally, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: `parts` are the years, months or days of it that have any paper, in their order.

    `records` are the papers asked for, of `total`; `imprecise` of them are of no known part. `earlier` and `later` are
    the nearest periods of its length that have papers, empty where there is none.
    """

    period: str
    total: int
    imprecise: int
    parts: tuple[Tally, ...]
    earlier: str
    later: str
    records: tuple[str, ...]


def parts_known(period: str) -> int:
    """How many parts a period has: 0 all time, 1 a year, 2 a month, 3 a day. UsageError where it is none."""
    if not period:
        return 0
    m = PERIOD.fullmatch(period)
    month, day = (int(m[name] or 1) if m else 0 for name in ("month", "day"))
    if m is None or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(max(int(m["year"]), 1), month)[1]:
        raise UsageError(f"{period!r} is no year, month or day", advice="Write 1962, 1962-11 or 1962-11-17")
    return sum(m[name] is not None for name in ("year", "month", "day"))


def tallies(connection: Connection, period: str, parts: int) -> tuple[Tally, ...]:
    """The years (`parts` 1), months (2) or days (3) of a period."""
    asked = {**_range(period), "length": LENGTHS[parts], "parts": parts}
    held = {part: (papers, doubtful) for part, papers, doubtful in connection.execute(_PAPERS, asked)}
    missing = dict(connection.execute(_MISSING, asked))
    return tuple(Tally(part, *held.get(part, (0, 0)), missing.get(part, 0)) for part in sorted({*held, *missing}))


def whole(connection: Connection) -> Calendar:
    """The calendar of everything."""
    years, months = (tallies(connection, "", parts) for parts in (1, 2))
    return Calendar(years, months, undated(connection))


def undated(connection: Connection) -> int:
    """How many papers have no date."""
    (count,) = connection.execute(_UNDATED).fetchone()
    return int(count)


def period_of(connection: Connection, period: str, limit: int, offset: int) -> Period:
    """A year, month or day of the calendar. UsageError where it is none."""
    parts = parts_known(period)
    asked = {**_range(period), "parts": parts, "limit": limit, "offset": offset}
    total, finer = connection.execute(
        f"SELECT count(*), coalesce(sum(precision > :parts), 0) {_IN_PERIOD}",
        asked,
    ).fetchone()
    records = connection.execute(
        f"SELECT record {_IN_PERIOD} ORDER BY day, date, n LIMIT :limit OFFSET :offset",
        asked,
    )
    return Period(
        period=period,
        total=total,
        imprecise=0 if parts == len(LENGTHS) - 1 else total - finer,
        parts=tallies(connection, period, parts + 1) if parts < len(LENGTHS) - 1 else (),
        earlier=_beside(connection, parts, "max(day)", "day < :since", asked),
        later=_beside(connection, parts, "min(day)", f"day >= :until AND day < '{UNDATED}'", asked),
        records=tuple(record for (record,) in records),
    )


def _range(period: str) -> dict[str, str]:
    """From its first day to what sorts behind its last."""
    return {"since": period, "until": f"{period}~"}


def _beside(connection: Connection, parts: int, what: str, where: str, asked: dict[str, object]) -> str:
    query = f"SELECT {what} FROM paper WHERE {where} AND precision >= :parts"  # noqa: S608 - our own words
    (day,) = connection.execute(query, asked).fetchone()
    return str(day or "")[: LENGTHS[parts]]
