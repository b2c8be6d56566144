"""What the JSON routes of the ledger answer, as OpenAPI describes it. A statement is `schemas/statement-1.json`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from onionskin.record.decisions import About, Said, Verb
from onionskin.record.statements import StatementType
from onionskin.web.browse.shapes import rows_out
from onionskin.web.shapes import RowOut, Shape
from onionskin.workbench import Asked
from onionskin.workbench.following import Followed, Following, Relation
from onionskin.workbench.ledger import (
    Branch,
    Cell,
    IssueRow,
    IssueView,
    LedgerPart,
    Line,
    Negotiation,
    PaperLedger,
    Table,
    ledger_line,
)

LineOut = Annotated[
    dict[str, Any],
    Field(
        description="A statement as `schemas/statement-1.json` describes it and `onionskin ledger --json` prints it",
        examples=[{"schema": "onionskin/statement/1", "type": "instruction", "quote": "You should see Kuznetsov"}],
    ),
]


def lines_out(lines: tuple[Line, ...]) -> list[dict[str, Any]]:
    """Statements."""
    return [ledger_line(each) for each in lines]


class LedgerOut(Shape):
    """Statements by day: `total` meet what was asked, `types` counts them whatever their type."""

    total: int
    limit: int
    offset: int
    types: dict[str, int]
    statements: list[LineOut]
    papers: list[RowOut] = Field(description="The papers of these statements")

    @classmethod
    def of(cls, held: LedgerPart, limit: int, offset: int) -> Self:
        """From a part of the ledger."""
        return cls(
            total=held.total,
            limit=limit,
            offset=offset,
            types=dict(held.types),
            statements=lines_out(held.lines),
            papers=rows_out(held.rows.values()),
        )


class BranchOut(Shape):
    """What is to be done under a condition, and what under those within it; without `when` it holds in any case."""

    when: str
    statements: list[str] = Field(description="By their ids")
    branches: list[BranchOut]

    @classmethod
    def of(cls, branch: Branch) -> BranchOut:
        """From a tree of conditions."""
        inner = [BranchOut.of(each) for each in branch.branches]
        return cls(when=branch.words, statements=[each.id for each in branch.lines], branches=inner)


class PaperLedgerOut(Shape):
    """What a paper says, in the order of its text, and its instructions as a tree of their conditions."""

    record: str
    statements: list[LineOut]
    checklist: BranchOut

    @classmethod
    def of(cls, held: PaperLedger) -> Self:
        """From what the workbench found."""
        return cls(record=held.record, statements=lines_out(held.lines), checklist=BranchOut.of(held.checklist))


class NegotiationOut(Shape):
    """Two parties: their statements, in how many papers, the days of the first and the last."""

    one: str
    two: str
    lines: int = Field(description="Statements")
    papers: int
    first: str
    last: str

    @classmethod
    def of(cls, each: Negotiation) -> Self:
        """From the workbench."""
        return cls(**asdict(each))


class NegotiationsOut(Shape):
    """Every pair of parties of which both are known, those with most statements first."""

    negotiations: list[NegotiationOut]


class IssueOut(Shape):
    """An issue: its id and name, its statements, papers, first and last day."""

    id: str
    label: str
    lines: int = Field(description="Statements")
    papers: int
    first: str
    last: str

    @classmethod
    def of(cls, each: IssueRow) -> Self:
        """From the workbench."""
        return cls(**asdict(each))


class IssuesOut(Shape):
    """The issues of what is asked for, those with most statements first."""

    total: int
    limit: int
    offset: int
    issues: list[IssueOut]


class IssueViewOut(Shape):
    """One issue with its statements by day; `pairs` are all whose issue it is."""

    issue: IssueOut
    pairs: list[NegotiationOut]
    ledger: LedgerOut

    @classmethod
    def of(cls, held: IssueView, limit: int, offset: int) -> Self:
        """From the workbench."""
        pairs = [NegotiationOut.of(each) for each in held.pairs]
        return cls(issue=IssueOut.of(held.issue), pairs=pairs, ledger=LedgerOut.of(held.part, limit, offset))


class CellOut(Shape):
    """What there is of an issue in a year, month or day: how much, and the statements that tell most."""

    issue: str
    period: str
    total: int
    statements: list[LineOut]

    @classmethod
    def of(cls, key: tuple[str, str], cell: Cell) -> Self:
        """From a cell of a table."""
        return cls(issue=key[0], period=key[1], total=cell.total, statements=lines_out(cell.lines))


class TableOut(Shape):
    """A negotiation, issues down and time across; `periods` and `months` count statements."""

    negotiation: NegotiationOut
    total: int
    issue_count: int
    issues: list[IssueOut]
    periods: dict[str, int]
    months: dict[str, int]
    cells: list[CellOut]

    @classmethod
    def of(cls, held: Table) -> Self:
        """From the workbench."""
        return cls(
            negotiation=NegotiationOut.of(held.negotiation),
            total=held.total,
            issue_count=held.issue_count,
            issues=[IssueOut.of(each) for each in held.issues],
            periods=dict(held.periods),
            months=dict(held.months),
            cells=[CellOut.of(key, cell) for key, cell in held.cells.items()],
        )


class MatchOut(Shape):
    """Another paper that reports on, repeats, changes or takes back an instruction, takes up an offer, tells what
    became of a proposal or whether a commitment was kept: a candidate with a score and reasons. `line` is the
    statement, empty for the paper as a whole; `stands` where a person says so, or the rules do (from .9 on) and no
    person denies it.
    """

    relation: Relation
    line: str
    record: str
    other: str = Field(description="The statement there, empty for that paper as a whole")
    score: float
    stands: bool
    decided: Verb | None
    reasons: list[str]
    paper: RowOut | None
    statement: LineOut | None

    @classmethod
    def of(cls, each: Followed) -> Self:
        """From the workbench."""
        match = each.match
        return cls(
            relation=match.relation,
            line=match.line,
            record=match.record,
            other=match.other,
            score=match.score,
            stands=each.stands,
            decided=each.decided.verb if each.decided else None,
            reasons=list(match.reasons),
            paper=RowOut.of(each.row) if each.row else None,
            statement=ledger_line(each.line) if each.line else None,
        )


class FollowingOut(Shape):
    """What came of a paper: of it as a whole first, then of each of its statements."""

    record: str
    matches: list[MatchOut]

    @classmethod
    def of(cls, held: Following) -> Self:
        """From the workbench."""
        every = [*held.whole, *(each for told in held.lines.values() for each in told)]
        return cls(record=held.record, matches=[MatchOut.of(each) for each in every])


class ChangesOut(Shape):
    """Issues on which a party came to stand otherwise: what it said `before`, and `after`."""

    since: str
    until: str
    changes: list[dict[str, Any]]


class SaidIn(Shape):
    """A statement by its words."""

    record: str = Field(max_length=64)
    type: StatementType
    quote: str = Field(min_length=1, max_length=20_000)


class RulingIn(Shape):
    """A decision on the ledger. Of an `issue`: rename it to `name`; merge `other` into it; split off `statements`
    under a `name`. Of a `statement`: accept or reject the one of `statements`. Of a `match`: accept or reject that
    `other` stands in `relation` to the one of `statements`, or without any to `record` as a whole.
    """

    about: Literal["issue", "statement", "match"]
    verb: Literal["rename", "merge", "split", "accept", "reject"]
    issue: str = Field(default="", max_length=200)
    name: str = Field(default="", max_length=200)
    other: str = Field(default="", max_length=200)
    record: str = Field(default="", max_length=64)
    relation: Relation | None = None
    statements: list[SaidIn] = Field(default_factory=list, max_length=500)
    reason: str = Field(default="", max_length=2_000)

    def asked(self, author: str) -> Asked:
        """What the workbench is asked."""
        of_match = f"{self.relation.value} {self.other}" if self.relation else ""
        return Asked(
            Verb(self.verb),
            author,
            record=self.record,
            about=About(self.about).value,
            to=of_match or self.issue or None,
            words=self.name,
            entities=(self.other,) if self.other and not of_match else (),
            statements=tuple(Said(each.record, each.type, each.quote) for each in self.statements),
            reason=self.reason,
        )


class RuledOut(Shape):
    """Whether that was new, and the last entry of the journal, by which it can be taken back."""

    new: bool
    entry: int
