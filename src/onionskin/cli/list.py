"""`onionskin list`."""

from __future__ import annotations

from dataclasses import asdict, astuple
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option, limit_option, only_option
from onionskin.settings import Settings
from onionskin.workbench import Row, listing, open_collection

SHORT_ID = 12
"""Characters of an id that tell it from the others of any collection that fits on a laptop."""
DAY = 10
"""Characters of a date up to its day."""


@click.command(
    epilog="""\b
Example:
  onionskin list -c cuba
  onionskin list --only kind=letter --limit 20""",
)
@only_option
@limit_option
@json_option
@collection_option
def command(only: dict[str, str], limit: int, offset: int, as_json: bool, collection: Path) -> None:
    """List the papers of the collection.

    On a terminal as a table. To a file or pipe one paper a line, whole, with tabs between: id, kind, date, from, to,
    subject, source, pages, markings, values doubtful, lines unclaimed.
    """
    with open_collection(Settings(collection=collection)) as opened:
        found = listing(opened, limit=limit, offset=offset, facets=only)
        public = opened.public
    if as_json:
        for row in found.rows:
            output.json_line(asdict(row))
        return
    if output.to_terminal():
        columns = ("id", "kind", "date", "from", "to", "subject", "markings")
        output.table(columns, map(shortly, found.rows))
    else:
        output.tabbed([str(cell) for cell in astuple(row)] for row in found.rows)
    output.rest(len(found.rows), found.total, offset)
    if not public:
        output.meanwhile("It is under review: `onionskin desk case unentered` has its papers, for who takes cases")


def shortly(row: Row) -> tuple[str, ...]:
    """What of a row a terminal has room for."""
    who = (row.sender, row.recipients, row.subject)
    return (row.id[:SHORT_ID], row.kind, row.date[:DAY], *who, row.markings)
