"""How much of a collection is read, doubtful and missing."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Connection

from onionskin.inventory.calendars import Tally, tallies, undated

_TOTALS = "SELECT count(*), coalesce(sum(doubtful > 0), 0) FROM paper INDEXED BY paper_by_day"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Papers held, those with open doubts, papers cited and not held; sources, threads, persons; and all by year.

    Of the missing, `years` counts those whose date is known.
    """

    papers: int
    doubtful: int
    missing: int
    sources: int
    threads: int
    persons: int
    undated: int
    years: tuple[Tally, ...]


def coverage_of(connection: Connection) -> Coverage:
    """The whole collection."""
    papers, doubtful = connection.execute(_TOTALS).fetchone()
    return Coverage(
        papers=papers,
        doubtful=doubtful,
        missing=_count(connection, "missing"),
        sources=_count(connection, "source"),
        threads=_count(connection, "thread"),
        persons=_count(connection, "party WHERE kind = 'person' AND papers > 0"),
        undated=undated(connection),
        years=tallies(connection, "", 1),
    )


def _count(connection: Connection, what: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {what}").fetchone()  # noqa: S608 - our own words
    return int(count)
