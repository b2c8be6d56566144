"""Which of the dates in a paper's head may be its own: nothing is reviewed before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from onionskin.phrases.years import UNLIKELY_BEFORE

T = TypeVar("T")

REVIEWED = 15
"""Years after which a date beside an older one is a review's or a printer's (no paper was opened sooner)."""


def of_the_writing(years: Sequence[int], dates: Sequence[T]) -> list[T]:
    """The dates, in order, without those that are many years younger than the oldest of them, and without misread ones
    that are too old.
    """
    oldest = min((year for year in years if year >= UNLIKELY_BEFORE), default=min(years, default=0))
    return [date for year, date in zip(years, dates, strict=True) if 0 <= year - oldest < REVIEWED]
