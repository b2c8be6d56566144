"""The ledger as CSV: one statement a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onionskin.exports.spreadsheet import csv_row
from onionskin.ledger.lines import Line

COLUMNS = (
    *("id", "record", "dated", "type", "polarity", "strength", "quote", "when", "actor", "counterpart", "party"),
    *(
        "issue",
        "give",
        "get",
        "tied_to",
        "date",
        "takes_back",
        "refers_to",
        "disposition",
        "verified",
        "side",
        "other_side",
    ),
    *("confidence", "state", "proposed_by", "rule", "page"),
)
BETWEEN = "; "
"""Between several names in one cell."""


def ledger_table(lines: Iterable[Line]) -> Iterator[str]:
    """The rows, the names of the columns first, each with its end."""
    yield csv_row(COLUMNS)
    yield from (csv_row(_cells(each)) for each in lines)


def _cells(line: Line) -> Iterator[str]:
    own, other = line.sides
    page = next((str(ink.page) for ink in line.statement.evidence), "")
    ours = {"id": line.id, "dated": line.date, "side": own, "other_side": other, "page": page}
    ours["issue"] = line.label or line.statement.issue or ""
    for name in COLUMNS:
        held = ours.get(name) if name in ours else getattr(line.statement, name)
        yield BETWEEN.join(held) if isinstance(held, tuple) else "" if held is None else str(held)
