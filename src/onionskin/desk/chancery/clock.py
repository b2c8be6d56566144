"""The desk's clock: the time of day, or that of an exercise, which may stand still or run faster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from onionskin.errors import UsageError
from onionskin.store.journal import timestamp

FASTEST = 10_000.0
"""A day of an exercise in nine seconds; more is a leap, which `set_to` makes."""


@dataclass(frozen=True, slots=True)
class DeskClock:
    """It showed `time` when it was really `since` (both UTC), and goes `rate` times as fast since; 0 stands still."""

    time: datetime
    since: datetime
    rate: float = 1.0

    def at(self, real: datetime) -> datetime:
        """What it shows at a real moment."""
        return self.time + timedelta(seconds=(real - self.since).total_seconds() * self.rate)

    def run(self, real: datetime, rate: float) -> DeskClock:
        """The same clock going on at another rate. UsageError for a rate below 0 or above `FASTEST`."""
        if not 0 <= rate <= FASTEST:
            raise UsageError(f"a clock goes from 0 (it stands still) to {FASTEST:,.0f} times as fast as the day")
        return DeskClock(self.at(real), real, rate)

    def set_to(self, real: datetime, time: datetime) -> DeskClock:
        """Forward to a time. UsageError for one that is past: acts would stand before those that led to them."""
        if time < self.at(real):
            raise UsageError(f"the desk's clock shows {timestamp(self.at(real))}, and is never set back")
        return DeskClock(time, real, self.rate)

    def body(self) -> dict[str, Any]:
        """As the journal keeps it."""
        return {"time": self.time.isoformat(), "since": self.since.isoformat(), "rate": self.rate}


def clock_of(told: Mapping[str, Any]) -> DeskClock:
    """A clock out of the journal."""
    return DeskClock(datetime.fromisoformat(told["time"]), datetime.fromisoformat(told["since"]), float(told["rate"]))


def moment(words: str) -> datetime:
    """A time as a person gives it, UTC where they name no zone: `1962-10-22T19:00-05:00`. UsageError."""
    try:
        held = datetime.fromisoformat(words)
    except ValueError:
        raise UsageError(f"{words!r} is no time", advice="Write it so: 1962-10-22T19:00-05:00") from None
    return held.astimezone(UTC) if held.tzinfo else held.replace(tzinfo=UTC)
