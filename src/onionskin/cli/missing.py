"""`onionskin missing`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.read import counted
from onionskin.settings import Settings
from onionskin.workbench import Missing, missing, open_collection


@click.command(
    epilog="""\b
Example:
  onionskin missing -c cuba
  onionskin missing --json -c cuba""",
)
@json_option
@collection_option
def command(*, as_json: bool, collection: Path) -> None:
    """List the papers that are cited and not held.

    One line a paper, though many cite it: its day or the day by which it was there, what it is, from whom and to whom,
    why it is not here where a paper says so, and how many cite it. To a file or pipe with tabs between.
    """
    with open_collection(Settings(collection=collection), tell=output.meanwhile) as opened:
        found = missing(opened)
    if as_json:
        for each in found:
            output.json_line(as_object(each))
        return
    columns = ("date", "paper", "from", "to", "state", "cited by")
    rows = (shortly(each) for each in found)
    if output.to_terminal():
        output.table(columns, rows)
    else:
        output.tabbed(rows)
    click.echo(f"{collection}: {counted(len(found), 'paper')} cited and not held.", err=True)


def as_object(each: Missing) -> dict[str, object]:
    """A paper of the register as JSON; what is not known is left out."""
    told = {name.removesuffix("_"): value for name, value in asdict(each).items() if value}
    return {"schema": "onionskin/missing/1", **told}


def shortly(each: Missing) -> tuple[str, ...]:
    """A paper of the register on one line."""
    called = " ".join(part for part in (each.series or each.kind, each.number) if part)
    first = each.cited_by[0]
    others = f" and {len(each.cited_by) - 1} more" if len(each.cited_by) > 1 else ""
    when = each.date or (f"by {each.by}" if each.by else "")
    return (when, called, each.from_.title(), each.to.title(), each.state, f"{first.record} “{first.text}”{others}")
