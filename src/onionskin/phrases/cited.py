"""What a reference says of the paper, meeting or file it points to; and the tools that its several grammars share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onionskin.phrases.dates import Day, find_dates
from onionskin.phrases.found import Found
from onionskin.record.dates import PartialDate
from onionskin.record.references import ReferenceKind

BETWEEN_DAYS = re.compile(r"\s*(?:,|and|&|or|[-–])\s*(?:and\s+)?")


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """What is cited, as far as the words say.

    `number` is without separators, `series` in normal form (DEPTEL); `date` is EDTF where the year is printed, `day`
    the date as far as it is, `when` a relative date in its own words ("on Sunday", "tomorrow"). `direction` is outgoing
    or incoming.
    """

    kind: ReferenceKind
    number: str | None = None
    series: str | None = None
    from_: str | None = None
    to: str | None = None
    date: str | None = None
    direction: str | None = None
    day: Day | None = None
    when: str | None = None


def edtf_of(day: Day | None) -> str | None:
    """The date as EDTF, None where its year is not printed."""
    return day.edtf if isinstance(day, PartialDate) else None


@dataclass(frozen=True)
class Passage:
    """A text with what all grammars of references look up in it; made once for each text."""

    text: str
    dates: Sequence[Found[Day]]

    @staticmethod
    def of(text: str) -> Passage:
        """The passage, its dates found."""
        return Passage(text, [d for d in find_dates(text) if d.value.day or isinstance(d.value, PartialDate)])

    @cached_property
    def lower(self) -> str:
        """The text in small letters, or as it is in the rare case that these have another length."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text

    @cached_property
    def by_start(self) -> Mapping[int, Found[Day]]:
        """Dates by where they begin."""
        return {d.span.start: d for d in self.dates}

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where dates begin, in order."""
        return sorted(self.by_start)

    @cached_property
    def by_end(self) -> Mapping[int, Found[Day]]:
        """Dates by where they end."""
        return {d.span.end: d for d in self.dates}

    def date_at(self, at: int) -> tuple[Found[Day], int] | None:
        """The date that begins at an offset, and where it or the last day joined to it ("October 27 and 28") ends."""
        found = self.by_start.get(at)
        if found is None:
            return None
        end = found.span.end
        while (
            (joint := BETWEEN_DAYS.match(self.text, end))
            and (more := self.by_start.get(joint.end()))
            and more.text[:1].isdigit()
        ):
            end = more.span.end
        return found, end

    def positions(self, stem: str) -> Iterator[int]:
        """Where a stem (small letters) begins a word."""
        at = self.lower.find(stem)
        while at >= 0:
            if not at or not self.lower[at - 1].isalnum():
                yield at
            at = self.lower.find(stem, at + len(stem))
