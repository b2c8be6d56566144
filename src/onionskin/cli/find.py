"""`onionskin find QUERY`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option, limit_option
from onionskin.settings import Settings
from onionskin.workbench import Order, ResultsForm, find, open_collection, result_lines


@click.command(
    epilog="""\b
Example:
  onionskin find '"verification on the ground" OR inspection'
  onionskin find 'Kuznetsov to:McCloy date:1962-11-17..1962-11-23'""",
)
@click.argument("query")
@click.option("--sort", type=click.Choice([each.value for each in Order]), default="best", help="How they follow.")
@click.option("--csv", "as_csv", is_flag=True, help="Print every paper found, as CSV.")
@limit_option
@json_option
@collection_option
def command(  # noqa: PLR0913
    query: str, sort: str, limit: int, offset: int, *, as_csv: bool, as_json: bool, collection: Path
) -> None:
    """Search the collection.

    Words, "phrases", AND, OR, NOT, begin* and date:FROM..TO, from:, to:, person:, post:, kind:, marking:,
    review:, quality:. A word that scanning has
    misspelt is found all the same, and said to be.
    """
    with open_collection(Settings(collection=collection)) as opened:
        if as_csv:
            for line in result_lines(opened, query, ResultsForm.CSV, Order(sort)):
                click.echo(line, nl=False)
            return
        results = find(opened, query, limit=limit, offset=offset, order=Order(sort))
    for hit in results.hits:
        if as_json:
            output.json_line(asdict(hit))
            continue
        output.line(f"{hit.record}  {hit.date}  {hit.kind}  {output.folded(hit.title)}")
        click.echo(f"    {output.folded(hit.place)}: {output.lit(hit.snippet)}")
    for word in results.tolerant:
        click.echo(f"Nearly alike: {output.folded(word)}", err=True)
    output.rest(len(results.hits), results.total, offset)
