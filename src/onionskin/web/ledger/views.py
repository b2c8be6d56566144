"""What the pages of the ledger show: addresses, words, and what goes into pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from onionskin.record.statements import Polarity, Statement, StatementState, StatementType
from onionskin.record.titles import date_in_words
from onionskin.web.browse import pictures
from onionskin.web.browse.pictures import Bar, Spot
from onionskin.web.browse.views import counted
from onionskin.web.catalogue import address
from onionskin.workbench.ledger import Line, Negotiation, Table, Wanted

LANES = 12
"""Negotiations that are drawn."""
FEW_MONTHS = 40
"""So many months are drawn as months; more as years."""
YEAR = len("1962")
LONGEST = 60
"""Years that are drawn with those between them in which nothing was said."""
HEADINGS = {
    StatementType.INSTRUCTION: "Instructions",
    StatementType.DISCLOSURE: "What may be told",
    StatementType.RESCISSION: "What no longer holds",
    StatementType.OFFER: "Offers",
    StatementType.POSITION: "Positions",
    StatementType.COMMITMENT: "Commitments",
    StatementType.PROPOSAL: "Proposals",
    StatementType.DEADLINE: "Deadlines",
    StatementType.REPORT: "What was said and done",
    StatementType.ASSESSMENT: "Assessments",
}
DO = {
    (StatementType.DISCLOSURE, Polarity.DO): "May be told",
    (StatementType.DISCLOSURE, Polarity.DO_NOT): "Not to be told",
    (StatementType.RESCISSION, Polarity.DO): "No longer holds",
}
PARTS = (
    ("gives", "give"),
    ("gets", "get"),
    ("tied to", "tied_to"),
    ("takes back", "takes_back"),
    ("verified", "verified"),
    ("what became of it", "disposition"),
)
"""What else is told of a statement, by the words before it."""
LONGEST_FRAGMENT = 300


def line_address(line: Line) -> str:
    """Its words in their paper: the ink of them lit, and the paragraph they stand in."""
    said = line.statement
    path = f"/papers/{quote(said.record)}"
    ink = next(iter(said.evidence), None)
    lit = f"?light=p{ink.page}:{ink.span.start}-{ink.span.end}" if ink else ""
    words = said.quote if len(said.quote) <= LONGEST_FRAGMENT else ""
    marked = f":~:text={quote(words, safe='').replace('-', '%2D')}" if words else ""
    return f"{path}{lit}#p{said.at.paragraph}{marked}"


def between_address(one: str, two: str, **asked: str) -> str:
    """The page of two parties."""
    return address("/ledger/between", {"a": one, "b": two, **asked})


def issue_address(issue: str, **asked: str) -> str:
    """The page of an issue."""
    return address(f"/ledger/issues/{quote(issue)}", asked)


def asked_of(wanted: Wanted, **other: str) -> dict[str, str]:
    """What an address asks of a ledger."""
    a, b = wanted.between
    told = {"issue": wanted.issue, "party": wanted.party, "a": a, "b": b, "type": wanted.type}
    return {**told, "since": wanted.since, "until": wanted.until, **other}


def order_words(said: Statement) -> str:
    """What a line of the checklist begins with: `Do`, `Do not`, `Not to be told`."""
    polarity = said.polarity or Polarity.DO
    return DO.get((said.type, polarity)) or ("Do not" if polarity is Polarity.DO_NOT else "Do")


def whose(line: Line) -> str:
    """Whose a statement is; of an instruction who is to do it."""
    said = line.statement
    if said.type in {StatementType.INSTRUCTION, StatementType.DISCLOSURE} and said.actor:
        return ", ".join(said.actor)
    return said.party or ", ".join(said.actor) or line.sides[0]


def more_of(said: Statement) -> list[tuple[str, str]]:
    """What else is told of a statement."""
    told = [(words, held) for words, name in PARTS if (held := getattr(said, name))]
    if said.date:
        told.append(("day", date_in_words(said.date)))
    if said.refers_to:
        told.append(("cites", "; ".join(said.refers_to)))
    return told


def months_picture(table: Table) -> str:
    """The statements of two parties over time."""
    one, two = table.negotiation.one, table.negotiation.two
    held = table.months if len(table.months) <= FEW_MONTHS else _by_year(table.months)
    columns = [
        Bar(
            each,
            between_address(one, two, since=each, until=each),
            f"{date_in_words(each)}: {counted(count, 'statement')}",
            (count,),
        )
        for each, count in held.items()
    ]
    return pictures.bars(columns, f"Statements between {one} and {two} over time") if len(columns) > 1 else ""


def issue_picture(issue: str, label: str, periods: Mapping[str, int]) -> str:
    """The statements of an issue by year."""
    columns = [
        Bar(each, issue_address(issue, since=each, until=each), f"{each}: {counted(count, 'statement')}", (count,))
        for each, count in periods.items()
    ]
    return pictures.bars(columns, f"Statements about {label} by year") if len(columns) > 1 else ""


def lanes_picture(held: Sequence[Negotiation], years: Mapping[tuple[str, str], Mapping[str, int]]) -> str:
    """The fullest negotiations, a lane each, over the years."""
    drawn = [each for each in held[:LANES] if years.get((each.one, each.two))]
    some = sorted({int(year) for each in drawn for year in years[each.one, each.two]})
    if len(some) < 2:
        return ""
    whole = some[-1] - some[0] < LONGEST
    every = [f"{year:04}" for year in (range(some[0], some[-1] + 1) if whole else some)]
    lanes = {
        f"{each.one} – {each.two}": [
            Spot(
                year,
                count,
                between_address(each.one, each.two, since=year, until=year),
                f"{each.one} and {each.two}, {year}: {counted(count, 'statement')}",
            )
            for year, count in years[each.one, each.two].items()
        ]
        for each in drawn
    }
    return pictures.spots(lanes, every, "Statements of each negotiation by year")


def is_decided(said: Statement) -> bool:
    """Whether a person accepted or refused it."""
    return said.state in {StatementState.ACCEPTED, StatementState.REJECTED}


def _by_year(months: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, count in months.items():
        years[month[:YEAR]] = years.get(month[:YEAR], 0) + count
    return years
