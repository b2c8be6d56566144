"""`onionskin list`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option, limit_option, only_option
from onionskin.settings import Settings
from onionskin.workbench import listing, open_collection

COLUMNS = ("id", "kind", "date", "sender", "recipients", "subject", "source", "pages", "markings")


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

    On a terminal as a table; to a file or pipe one paper a line, with tabs between the columns.
    """
    with open_collection(Settings(collection=collection)) as opened:
        found = listing(opened, limit=limit, offset=offset, facets=only)
    if as_json:
        for row in found.rows:
            output.json_line(asdict(row))
        return
    output.table(COLUMNS, [[str(getattr(row, column)) for column in COLUMNS] for row in found.rows])
    output.rest(len(found.rows), found.total, offset)
