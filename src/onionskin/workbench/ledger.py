"""The ledger of a collection: what its papers say in a negotiation, by paper, by parties, by issue and by time.

It holds what is released and nothing else, so under review all of it is empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from sqlite3 import Connection

from onionskin.errors import NotFoundError, UsageError
from onionskin.exports.citing import cite
from onionskin.exports.ledger import brief, ledger_line, ledger_table
from onionskin.inventory import ledgers
from onionskin.inventory.calendars import LENGTHS, parts_known
from onionskin.inventory.ledgers import Cell, IssueRow, Negotiation, Wanted
from onionskin.ledger.branches import Branch, tree_of
from onionskin.ledger.lines import Line
from onionskin.record.statements import StatementType
from onionskin.record.titles import date_in_words, title
from onionskin.store.summary import Row
from onionskin.workbench.collection import Collection
from onionskin.workbench.rulings import bring_ledger_in_step, said_of
from onionskin.workbench.showing import rows, show, shown_id

__all__ = [
    "Branch",
    "Cell",
    "IssueRow",
    "IssueView",
    "LedgerPart",
    "Line",
    "Negotiation",
    "PaperLedger",
    "Table",
    "Wanted",
    "between",
    "every_line",
    "issue",
    "issues",
    "ledger_brief",
    "ledger_line",
    "ledger_table",
    "negotiations",
    "pairs_in",
    "paper_ledger",
    "said_of",
    "statements",
    "years_of_negotiations",
]

ORDERS = frozenset({StatementType.INSTRUCTION, StatementType.DISCLOSURE, StatementType.RESCISSION})
"""What stands in a checklist: what is to be done, what may be told, what no longer holds."""
COLUMNS = 9
"""Periods that stand beside one another in a table, unless even years are more."""
AT_ONCE = 500
"""Statements of a whole result that are held at a time."""
QUOTES = 2
"""Statements of a cell that are quoted."""


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """`total` statements meet what was asked, `types` counts all of any type; `lines` are those shown, of `rows`."""

    total: int
    types: Mapping[str, int]
    lines: tuple[Line, ...]
    rows: Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class PaperLedger:
    """What a paper says: its instructions as a tree of their conditions, and all else by type."""

    record: str
    row: Row
    lines: tuple[Line, ...]
    checklist: Branch
    others: Mapping[StatementType, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """A negotiation with its issues down and time across. `periods` are years, months or days, each with the number of
    statements; `cells` those of an issue in a period; `months` counts the whole of it by months, whatever is asked.
    """

    wanted: Wanted
    negotiation: Negotiation
    total: int
    issues: tuple[IssueRow, ...]
    issue_count: int
    periods: Mapping[str, int]
    cells: Mapping[tuple[str, str], Cell]
    months: Mapping[str, int]
    rows: Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue: what of it is asked for, and how many of its statements each pair of parties has."""

    issue: IssueRow
    part: LedgerPart
    pairs: tuple[Negotiation, ...]
    periods: Mapping[str, int]


def statements(collection: Collection, wanted: Wanted, *, limit: int = 100, offset: int = 0) -> LedgerPart:
    """The statements that are asked for, by day. UsageError for a type or a day that is none."""
    _refuse_nonsense(wanted)
    with _asking(collection) as inventory:
        lines = ledgers.lines_of(inventory, wanted, limit=limit, offset=offset, labels=labels_of(collection))
        types = collection.inventory.told(ledgers.types_of, wanted)
    total = types.get(wanted.type, 0) if wanted.type else sum(types.values())
    return LedgerPart(total, types, lines, rows_of_lines(collection, lines))


def every_line(collection: Collection, wanted: Wanted) -> Iterator[Line]:
    """All statements that are asked for, by day, a few at a time; what each is about is not told in phrases.

    UsageError for a type or a day that is none, at once.
    """
    _refuse_nonsense(wanted)
    return _every_line(collection, wanted)


def _every_line(collection: Collection, wanted: Wanted) -> Iterator[Line]:
    with _asking(collection) as inventory:
        numbers = ledgers.numbers_of(inventory, wanted)
    labels = labels_of(collection)
    for at in range(0, len(numbers), AT_ONCE):
        with _asking(collection) as inventory:
            lines = ledgers.lines_by_numbers(inventory, numbers[at : at + AT_ONCE], labels, phrases=False)
        yield from lines


def ledger_brief(collection: Collection, wanted: Wanted, most: int | None = None) -> Iterator[str]:
    """All that is asked for as a brief in Markdown, with quotes and citations.

    UsageError, at once, for a type or a day that is none, and where there are more than `most` statements.
    """
    _refuse_nonsense(wanted)
    with _asking(collection) as inventory:
        total = ledgers.count_of(inventory, wanted) if most is not None else 0
    if most is not None and total > most:
        raise UsageError(
            f"a brief of {total:,} statements is too long to read",
            advice="Narrow it by issue, parties or days, or take all of it as CSV or JSON Lines",
        )
    lines = tuple(_every_line(collection, wanted))
    return brief(_title(collection, wanted), lines, cache(lambda record: cite(show(collection, record))))


def paper_ledger(collection: Collection, record_id: str) -> PaperLedger:
    """What one paper says. NotFoundError, NotReleasedError."""
    record = shown_id(collection, record_id)
    with _asking(collection) as inventory:
        lines = ledgers.lines_of_paper(inventory, record)
    told: dict[StatementType, list[Line]] = {}
    for each in lines:
        told.setdefault(each.statement.type, []).append(each)
    others = {type_: tuple(told[type_]) for type_ in StatementType if type_ in told and type_ not in ORDERS}
    return PaperLedger(
        record=record,
        row=rows(collection, [record])[record],
        lines=lines,
        checklist=tree_of(each for each in lines if each.statement.type in ORDERS),
        others=others,
    )


def negotiations(collection: Collection) -> tuple[Negotiation, ...]:
    """The pairs of parties that negotiate, those with most statements first."""
    with _asking(collection):
        return collection.inventory.told(ledgers.negotiations)


def pairs_in(collection: Collection, wanted: Wanted) -> tuple[Negotiation, ...]:
    """The pairs of parties of what is asked for, those with most statements first. UsageError as `statements`."""
    _refuse_nonsense(wanted)
    with _asking(collection):
        return collection.inventory.told(ledgers.pairs_of, wanted)


def years_of_negotiations(collection: Collection) -> Mapping[tuple[str, str], Mapping[str, int]]:
    """By pair of parties how many statements they have in each year."""
    with _asking(collection):
        return collection.inventory.told(ledgers.years_of_pairs)


def issues(
    collection: Collection, wanted: Wanted, *, limit: int = 50, offset: int = 0
) -> tuple[int, tuple[IssueRow, ...]]:
    """How many issues there are in what is asked for, and some of them, those with most statements first."""
    _refuse_nonsense(wanted)
    with _asking(collection) as inventory:
        held = collection.inventory.told(ledgers.issues, wanted)
        return len(held), ledgers.named(inventory, held[offset : offset + limit], labels_of(collection))


def between(collection: Collection, wanted: Wanted, *, limit: int = 20, offset: int = 0) -> Table:
    """The table of two parties, `wanted.between`. UsageError where one is not named, NotFoundError where no statement
    is between them.
    """
    if not all(wanted.between):
        raise UsageError("a negotiation is between two parties", advice="Choose a pair of the ledger's list")
    held = {(each.one, each.two): each for each in negotiations(collection)}
    one, two = sorted(wanted.between)
    negotiation = held.get((one, two))
    if negotiation is None:
        raise NotFoundError("no paper has statements between these two", where=f"{one}, {two}")
    count, shown = issues(collection, wanted, limit=limit, offset=offset)
    told = collection.inventory.told
    months = _summed(told(ledgers.periods_of, Wanted(between=(one, two)), LENGTHS[-1]), LENGTHS[2])
    unit, periods = _periods(collection, wanted)
    quoted = told(ledgers.chosen_of, wanted, tuple(each.id for each in shown), unit, QUOTES)
    with _asking(collection) as inventory:
        cells = ledgers.cells_of(inventory, quoted, labels_of(collection))
    lines = [line for cell in cells.values() for line in cell.lines]
    total = sum(told(ledgers.types_of, wanted).values())
    return Table(wanted, negotiation, total, shown, count, periods, cells, months, rows_of_lines(collection, lines))


def issue(collection: Collection, wanted: Wanted, *, limit: int = 100, offset: int = 0) -> IssueView:
    """One issue, `wanted.issue`. NotFoundError where the ledger has none of this id."""
    part = statements(collection, wanted, limit=limit, offset=offset)
    told = collection.inventory.told
    whole = Wanted(issue=wanted.issue)
    with _asking(collection) as inventory:
        named = ledgers.named(inventory, told(ledgers.issues, whole), labels_of(collection))
    if not named:
        raise NotFoundError("the ledger has no such issue", where=wanted.issue)
    pairs = told(ledgers.pairs_of, whole)
    return IssueView(named[0], part, pairs, told(ledgers.periods_of, whole, LENGTHS[1]))


def labels_of(collection: Collection) -> ledgers.Labels:
    """What issues are called, as far as it was asked since the inventory last changed."""
    return collection.inventory.told(ledgers.no_labels)


def rows_of_lines(collection: Collection, lines: Iterable[Line]) -> dict[str, Row]:
    """What a list says of the papers of some statements."""
    return rows(collection, [each.statement.record for each in lines])


def _title(collection: Collection, wanted: Wanted) -> str:
    """What a brief is called by what was asked for."""
    told = []
    if wanted.record:
        told.append(title(show(collection, wanted.record).document))
    if wanted.issue:
        with _asking(collection) as inventory:
            told.append(ledgers.label_of(inventory, wanted.issue))
    told += [" and ".join(filter(None, wanted.between))] if any(wanted.between) else []
    told += filter(None, (wanted.party, wanted.type))
    days = " to ".join(date_in_words(each) for each in dict.fromkeys((wanted.since, wanted.until)) if each)
    return "Ledger: " + "; ".join(filter(None, (*told, days))) if told or days else "Ledger"


def _periods(collection: Collection, wanted: Wanted) -> tuple[int, Mapping[str, int]]:
    """The finest of days, months and years of which there are few enough for columns, and the years where none is."""
    days = collection.inventory.told(ledgers.periods_of, wanted, LENGTHS[-1])
    for length in reversed(LENGTHS[2:]):
        periods = _summed(days, length)
        if len(periods) <= COLUMNS:
            return length, periods
    return LENGTHS[1], _summed(days, LENGTHS[1])


def _summed(days: Mapping[str, int], length: int) -> dict[str, int]:
    """The counts of days as those of months or years."""
    told: Counter[str] = Counter()
    for day, count in days.items():
        told[day[:length]] += count
    return dict(told)


def _refuse_nonsense(wanted: Wanted) -> None:
    if wanted.type and wanted.type not in set(StatementType):
        raise UsageError(f"there is no type {wanted.type!r}", advice=f"The types are: {', '.join(StatementType)}")
    for each in (wanted.since, wanted.until):
        parts_known(each)


@contextmanager
def _asking(collection: Collection) -> Iterator[Connection]:
    """The inventory with its lines as people decided."""
    bring_ledger_in_step(collection)
    with collection.inventory.reading() as connection:
        yield connection
