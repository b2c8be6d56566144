"""Which days a printed day may stand for, if some of its figures were taken for others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, product

from onionskin import lexicon
from onionskin.phrases.stamp_days import read_day
from onionskin.record.dates import PartialDate

MOST_CHANGES = 2
LAST_YEAR = 2030


@dataclass(frozen=True, slots=True)
class Variant:
    """A day, and the figures that would have been misread: `(("7", "9"),)` is a 7 read as 9. None: as printed."""

    day: PartialDate
    misread: tuple[tuple[str, str], ...]

    @property
    def reason(self) -> str:
        """In words: `a 7 read as 9`."""
        if not self.misread:
            return "as printed"
        return " and ".join(f"{'an' if ink == '8' else 'a'} {ink} read as {printed}" for ink, printed in self.misread)


@lru_cache(maxsize=256)
def variants(printed: str) -> tuple[Variant, ...]:
    """The days of both centuries that `printed` ("7/12/97") may stand for, those with fewer misread figures first.

    Nothing where it is no day, and none after 2030. Kept, since each stamp of a paper is held against all the others.
    """
    return tuple(_variants(printed))


def _variants(printed: str) -> Iterator[Variant]:
    places = [at for at, char in enumerate(printed) if char in meant()]
    for count in range(MOST_CHANGES + 1):
        for chosen in combinations(places, count):
            for figures in product(*(meant()[printed[at]] for at in chosen)):
                changed = list(printed)
                for at, figure in zip(chosen, figures, strict=True):
                    changed[at] = figure
                misread = tuple((figure, printed[at]) for at, figure in zip(chosen, figures, strict=True))
                yield from (Variant(day, misread) for day in days("".join(changed)))


def days(printed: str) -> Iterator[PartialDate]:
    """The days that a printed day is, in either century where none is printed."""
    typed = read_day(printed)
    if typed is None or typed.day is None:
        return
    for year in (typed.year,) if typed.century else (1900 + typed.year, 2000 + typed.year):
        day = typed.in_year(year)
        if day is not None and year <= LAST_YEAR:
            yield day.date


@cache
def meant() -> dict[str, tuple[str, ...]]:
    """A printed figure to those that the ink may have: `9` to `7`, `8`, ..."""
    out: dict[str, tuple[str, ...]] = {}
    for entry in lexicon.entries("figures"):
        for printed in entry.forms:
            out[printed] = (*out.get(printed, ()), entry.name)
    return out
