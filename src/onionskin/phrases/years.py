"""Years of two digits and the days a date must lie between; nothing is settled silently."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onionskin.phrases.damage import digits
from onionskin.record.dates import PartialDate
from onionskin.record.quick import quick
from onionskin.record.span import Span


@quick
@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which days a date must lie, as far as the caller knows; two-digit years are read against them."""

    not_before: PartialDate | None = None
    not_after: PartialDate | None = None


UNBOUND = Bounds()
LATEST = 2035
"""Where the caller sets no bound, no two-digit year is read as a later one."""


@quick
@dataclass(frozen=True, slots=True)
class Said:
    """How sure a value is, and what was assumed or speaks against it."""

    reason: str = ""
    confidence: float = 1.0
    doubtful: bool = False

    def also(self, other: Said) -> Said:
        """Both together: the reasons joined, the lower confidence."""
        reason = "; ".join(r for r in (self.reason, other.reason) if r)
        return Said(reason, min(self.confidence, other.confidence), self.doubtful or other.doubtful)


SURE = Said()
UNLIKELY_BEFORE = 1930
"""No typed paper is so old: `19 June 1961   22 JUN 1901` has a misread year."""
YEAR = 4
"""Figures of a whole year."""
FOURS = frozenset(f"{stroke}{bar}" for stroke in "1il|" for bar in "+tij")
"""What an engine makes of the figure 4."""
RUNS_ON = re.compile(r"(?<=[0-9OoIlSBi|])(?:[a-z]|[+^|»]){1,2}(?![A-Za-z0-9])")
"""What an engine makes of the rest of a figure: `1951+`, `195it`."""
YEARS_REMEMBERED = 512


@lru_cache(maxsize=YEARS_REMEMBERED)
def read_year(printed: str | None, bounds: Bounds) -> tuple[int | None, Said]:
    """The year of four or two digits; the century of two is never chosen silently."""
    if not printed:
        return None, SURE
    bare = digits(printed.lstrip("'’‘`´ "))
    if not bare.isdigit():
        return None, Said(f"the year {printed!r} is not legible", 0.5, doubtful=True)
    if len(bare) == YEAR:
        return int(bare), SURE
    years = [century + int(bare) for century in (1800, 1900, 2000)]
    low = bounds.not_before.year if bounds.not_before else 0
    high = bounds.not_after.year if bounds.not_after else LATEST
    year = 1900 + int(bare)
    fitting = [y for y in years if low <= y <= high]
    if bounds != UNBOUND and fitting:
        year = year if year in fitting else fitting[0]
        return year, Said(f"two digits of a year, read as {year} by the dates it must lie between", 0.98)
    if bare != printed.strip():
        return year, SURE
    assumed = Said(f"two digits of a year, read as {year}", 0.9)
    if year < UNLIKELY_BEFORE:
        assumed = assumed.also(Said("so early a year is unlikely", 0.4, doubtful=True))
    return year, assumed


def run_on(text: str, printed: Span, year: int, said: Said) -> tuple[int, Said]:
    """The year at `printed` where letters or signs run on behind its last figure, which then is misread: of a 4 engines
    make `1+` and `it`.
    """
    m = RUNS_ON.match(text, printed.end) if len(printed) == YEAR else None
    if m is None:
        return year, said
    if text[printed.end - 1 : m.end()].lower() in FOURS:
        year = year // 10 * 10 + 4
    elif printed.of(text).isdigit():
        return year, said  # the sign of a footnote
    whole = text[printed.start : m.end()]
    return year, said.also(Said(f"the last figure of the year {whole!r} is misread", 0.5, doubtful=True))


def within(date: PartialDate, bounds: Bounds) -> Said:
    """What the bounds have against a date: a lower one refutes it, an upper one only counts against it."""
    low, high = bounds.not_before, bounds.not_after
    if low and _key(date, 12, 31) < _key(low, 1, 1):
        return Said(f"it cannot be older than {low.edtf}", 0.3, doubtful=True)
    if high and _key(date, 1, 1) > _key(high, 12, 31):
        return Said(f"it should not be later than {high.edtf}", 0.4, doubtful=True)
    return SURE


def _key(date: PartialDate, month: int, day: int) -> tuple[int, int, int]:
    return date.year, date.month or month, date.day or day
