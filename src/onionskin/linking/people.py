"""A collection's own people: who is named in its papers, and when; they weigh more than the world's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

MONTH = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?!\d)")
MONTHS_NEAR = 18
"""A paper counts for another that is at most so many months away."""
MONTHS_LATELY = 2
NO_MONTH = -1


def month_of(day: str | None) -> int | None:
    """Months since the year 0 of a day, a month (`1962-11`) or a year, which counts as its June; None of no day."""
    m = MONTH.match(day or "")
    return int(m["year"]) * 12 + int(m["month"] or 6) if m else None


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A person whom one paper alone names beyond doubt: the entity, the day of the paper as far as it is known
    (`1962-11`; None: undated), the folded surname that it used.
    """

    entity: str
    day: str | None
    surname: str


class People:
    """How often the papers of a collection name each person, by month. Counts alone: memory grows with persons, not
    papers.
    """

    def __init__(self, acquaintances: Iterable[Acquaintance] = ()) -> None:
        """Takes the acquaintances of all papers, each once for each paper; see `persons.acquaintances`."""
        self._papers: dict[str, Counter[int]] = {}
        self._surnames: dict[str, Counter[str]] = {}
        for each in acquaintances:
            self.add(each)

    def add(self, met: Acquaintance) -> None:
        """Counts one more paper."""
        month = month_of(met.day)
        self._papers.setdefault(met.entity, Counter())[NO_MONTH if month is None else month] += 1
        self._surnames.setdefault(met.surname, Counter())[met.entity] += 1

    def remove(self, met: Acquaintance) -> None:
        """Takes one paper away again, when it was read anew or withdrawn."""
        month = month_of(met.day)
        self._papers[met.entity][NO_MONTH if month is None else month] -= 1
        self._surnames[met.surname][met.entity] -= 1

    def papers(self, entity: str, month: int | None, *, within: int = MONTHS_NEAR) -> int:
        """In how many papers of about that month the person is named; undated papers are of any time, and for an
        undated paper all count.
        """
        counts = self._papers.get(entity)
        if counts is None:
            return 0
        if month is None:
            return counts.total()
        near = (n for at, n in counts.items() if abs(at - month) <= within)
        return sum(near) + (counts[NO_MONTH] if within == MONTHS_NEAR else 0)

    def has(self, surname: str) -> bool:
        """Whether any paper names one of this folded surname, at whatever time."""
        return surname in self._surnames

    def knows(self, surname: str, month: int | None, *, least: int = 1) -> bool:
        """Whether a folded surname is that of one whom at least so many papers of about that month name."""
        return any(self.papers(entity, month) >= least for entity in self._surnames.get(surname, ()))


NOBODY = People()
