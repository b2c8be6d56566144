"""`onionskin find QUERY`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option, limit_option
from onionskin.settings import Settings
from onionskin.workbench import find, open_collection


@click.command(
    epilog="""\b
Example:
  onionskin find '"verification on the ground" OR inspection'
  onionskin find 'Kuznetsov to:McCloy date:1962-11-17..1962-11-23'""",
)
@click.argument("query")
@limit_option
@json_option
@collection_option
def command(query: str, limit: int, offset: int, as_json: bool, collection: Path) -> None:
    """Search the collection.

    Words, "phrases", AND, OR, NOT, begin* and date:FROM..TO, from:, to:, kind:, marking:. A word that scanning has
    misspelt is found all the same, and said to be.
    """
    with open_collection(Settings(collection=collection)) as opened:
        results = find(opened, query, limit=limit, offset=offset)
    for hit in results.hits:
        if as_json:
            output.json_line(asdict(hit))
            continue
        output.line(f"{hit.record}  {hit.date}  {hit.kind}  {output.folded(hit.title)}")
        click.echo(f"    {output.folded(hit.place)}: {output.lit(hit.snippet)}")
    for word in results.tolerant:
        click.echo(f"Nearly alike: {output.folded(word)}", err=True)
    output.rest(len(results.hits), results.total, offset)
