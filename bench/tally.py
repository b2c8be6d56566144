"""Counts of what was read rightly, wrongly and not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

FILE = "file"
"""The kind of a score that counts what belongs to no paper of a file."""


@dataclass(slots=True)
class Tally:
    """Items of one field: read rightly, read but not there, there but not read."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, other: Tally) -> None:
        """Counts the other's items as well."""
        self.right += other.right
        self.extra += other.extra
        self.missed += other.missed

    @property
    def precision(self) -> float | None:
        """Of what was read, the part that is right; None when nothing was."""
        read = self.right + self.extra
        return self.right / read if read else None

    @property
    def recall(self) -> float | None:
        """Of what stands there, the part that was read; None when nothing does."""
        there = self.right + self.missed
        return self.right / there if there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None when there was nothing to read and nothing was read."""
        whole = 2 * self.right + self.extra + self.missed
        return 2 * self.right / whole if whole else None


@dataclass(frozen=True, slots=True)
class Miss:
    """One value that was not read as it stands: file and field, what was expected, what came and from where."""

    file: str
    paper: str
    field: str
    expected: str
    got: str
    evidence: str = ""


@dataclass(slots=True)
class Wear:
    """How fields fared whose characters were damaged: as they stood before, as they stand now, otherwise."""

    restored: int = 0
    as_printed: int = 0
    otherwise: int = 0


@dataclass(slots=True)
class PaperScore:
    """What was counted on one paper, by field, and every value that went wrong."""

    file: str
    kind: str
    traits: frozenset[str]
    fields: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[Miss] = field(default_factory=list)
    wear: defaultdict[str, Wear] = field(default_factory=lambda: defaultdict(Wear))

    def count(self, name: str, *, right: int = 0, extra: int = 0, missed: int = 0) -> None:
        """Adds items to one field."""
        self.fields[name].add(Tally(right, extra, missed))

    def miss(self, name: str, expected: object, got: object, evidence: str = "") -> None:
        """Keeps what went wrong, for a person to look at."""
        self.misses.append(Miss(self.file, self.kind, name, str(expected), str(got), evidence))

    def total(self) -> Tally:
        """All fields together."""
        return total(self.fields.values())


def total(tallies: Iterable[Tally]) -> Tally:
    """Their sum."""
    whole = Tally()
    for each in tallies:
        whole.add(each)
    return whole


def by_field(scores: Iterable[PaperScore]) -> dict[str, Tally]:
    """Items of all papers summed by field."""
    sums: defaultdict[str, Tally] = defaultdict(Tally)
    for score in scores:
        for name, tally in score.fields.items():
            sums[name].add(tally)
    return dict(sorted(sums.items()))
