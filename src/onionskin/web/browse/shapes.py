"""What the JSON routes of browsing answer, as OpenAPI describes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Self

from pydantic import Field

from onionskin.web.shapes import RowOut, Shape
from onionskin.workbench import (
    Behind,
    CalendarPart,
    Coverage,
    Missing,
    MissingList,
    Row,
    Tally,
    Thread,
    ThreadsPart,
)


def rows_out(rows: Iterable[Row]) -> list[RowOut]:
    """Rows of papers."""
    return [RowOut.of(row) for row in rows]


class TallyOut(Shape):
    """A year, month or day: its papers, those with open doubts, and papers of that date cited and not held."""

    period: str = Field(examples=["1962-11"])
    papers: int
    doubtful: int
    missing: int

    @classmethod
    def of(cls, each: Tally) -> Self:
        """From a tally of the workbench."""
        return cls(**asdict(each))


class CalendarOut(Shape):
    """The years and months that have papers, and how many papers have no date."""

    years: list[TallyOut]
    months: list[TallyOut]
    undated: int


class CitingOut(Shape):
    """A record that cites a paper: its words there and its own day."""

    record: str
    text: str
    day: str


class MissingOut(Shape):
    """A paper that is cited and not held; what is not known is empty. `by` is the day of the first that cites it."""

    kind: str
    number: str
    series: str
    from_: str = Field(alias="from")
    to: str
    date: str
    state: str
    by: str
    cited_by: list[CitingOut]

    @classmethod
    def of(cls, each: Missing) -> Self:
        """From a paper of the register."""
        told = asdict(each)
        return cls(**{"from": told.pop("from_"), **told})


class MissingListOut(Shape):
    """A part of the register; `kinds` counts the whole of it."""

    total: int
    limit: int
    offset: int
    kinds: dict[str, int]
    missing: list[MissingOut]

    @classmethod
    def of(cls, held: MissingList, limit: int, offset: int) -> Self:
        """From the workbench's."""
        missing = [MissingOut.of(each) for each in held.rows]
        return cls(total=held.total, limit=limit, offset=offset, kinds=dict(held.kinds), missing=missing)


class PeriodOut(Shape):
    """A part of the calendar. `imprecise` papers are dated no closer; `earlier` and `later` are empty at the ends."""

    period: str
    total: int
    imprecise: int
    parts: list[TallyOut]
    earlier: str
    later: str
    limit: int
    offset: int
    records: list[RowOut]
    missing: list[MissingOut]

    @classmethod
    def of(cls, held: CalendarPart, limit: int, offset: int) -> Self:
        """From the workbench's."""
        return cls(
            period=held.period.period,
            total=held.period.total,
            imprecise=held.period.imprecise,
            parts=[TallyOut.of(each) for each in held.period.parts],
            earlier=held.period.earlier,
            later=held.period.later,
            limit=limit,
            offset=offset,
            records=rows_out(held.papers),
            missing=[MissingOut.of(each) for each in held.missing.rows],
        )


class ThreadRowOut(Shape):
    """A thread: its number of papers, first and last day, and the paper that most others lead to."""

    papers: int
    first: str
    last: str
    centre: RowOut


class ThreadsOut(Shape):
    """A part of the list of threads."""

    total: int
    limit: int
    offset: int
    threads: list[ThreadRowOut]

    @classmethod
    def of(cls, held: ThreadsPart, limit: int, offset: int) -> Self:
        """From the workbench's."""
        rows = [
            ThreadRowOut(papers=each.papers, first=each.first, last=each.last, centre=RowOut.of(row))
            for each, row in held.threads
        ]
        return cls(total=held.total, limit=limit, offset=offset, threads=rows)


class StepOut(Shape):
    """One paper leads to another."""

    record: str
    other: str
    relation: str


class ThreadOut(Shape):
    """The papers within three steps of one, by date; the steps between them, and what they cite and is not held."""

    record: str
    records: list[RowOut]
    steps: list[StepOut]
    missing: list[MissingOut]

    @classmethod
    def of(cls, held: Thread) -> Self:
        """From the workbench's."""
        return cls(
            record=held.record,
            records=rows_out(held.papers),
            steps=[StepOut(record=each.record, other=each.other, relation=each.relation) for each in held.steps],
            missing=[MissingOut.of(each) for each in held.missing],
        )


class CoverageOut(Shape):
    """How much is read, doubtful and missing, in all and by year."""

    papers: int
    doubtful: int
    missing: int
    sources: int
    threads: int
    persons: int
    undated: int
    untold: int = Field(description="Papers still to come into these figures, while they are brought up to date")
    unindexed: int = Field(description="Papers that are not found yet, while the index is brought up to date")
    years: list[TallyOut]

    @classmethod
    def of(cls, held: Coverage, behind: Behind) -> Self:
        """From the workbench's."""
        told = {name: value for name, value in asdict(held).items() if name != "years"}
        years = [TallyOut.of(each) for each in held.years]
        return cls(**told, untold=behind.inventory, unindexed=behind.index, years=years)
