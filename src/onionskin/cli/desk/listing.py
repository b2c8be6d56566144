"""`onionskin desk tray` and `onionskin desk list`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.desk.options import desk_of, person_option, who
from onionskin.cli.options import collection_option, json_option, limit_option
from onionskin.workbench.desk_terms import DeskRow, Tray

COLUMNS = ("paper", "form", "number", "subject", "from and to", "stage", "last", "due")


@click.command(
    "tray",
    epilog="""\b
Example:
  onionskin desk tray --as johnson              how many papers lie in each
  onionskin desk tray clear --as johnson        those that wait for clearance, the most urgent first""",
)
@click.argument("tray", required=False, type=click.Choice([each.value for each in Tray]))
@limit_option
@person_option
@json_option
@collection_option
def tray_command(  # noqa: PLR0913 - an argument for each option
    *, tray: str | None, limit: int, offset: int, person: str, as_json: bool, collection: Path
) -> None:
    """Show what lies in one's trays."""
    with desk_of(collection) as desk:
        by = who(desk, person)
        if tray is not None:
            show_rows(*desk.tray(by, tray, limit=limit, offset=offset), offset, as_json=as_json)
            return
        counts, late = desk.counts(by), desk.overdue(by)
    told = {each.value: counts[each.value] for each in Tray if counts.get(each.value)}
    if as_json:
        output.json_line({"person": by, "trays": told, "overdue": late})
    else:
        overdue = {name: f", {count} overdue" for name, count in late.items()}
        output.definitions((name, f"{count}{overdue.get(name, '')}") for name, count in told.items())
        output.rest(len(told), len(told), 0)


@click.command(
    "list",
    epilog="""\b
Example:
  onionskin desk list --as ball
  onionskin desk list --as clerk --limit 200 --json""",
)
@limit_option
@person_option
@json_option
@collection_option
def list_command(*, limit: int, offset: int, person: str, as_json: bool, collection: Path) -> None:
    """List the papers of the desk that one may know of, the latest first."""
    with desk_of(collection) as desk:
        show_rows(*desk.papers(who(desk, person), limit=limit, offset=offset), offset, as_json=as_json)


def show_rows(total: int, rows: tuple[DeskRow, ...], offset: int, *, as_json: bool) -> None:
    """Papers as a table or as lines of JSON; how many are left out goes to stderr."""
    if as_json:
        for each in rows:
            output.json_line(asdict(each))
    elif rows:
        show = output.table if output.to_terminal() else _tabbed
        show(COLUMNS, map(_cells, rows))
    output.rest(len(rows), total, offset)


def _tabbed(_columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    output.tabbed(rows)


def _cells(row: DeskRow) -> tuple[str, ...]:
    return (row.id, row.form, row.number, row.subject, row.parties, row.stage, row.last, row.due)
