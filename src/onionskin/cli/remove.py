"""`onionskin remove`."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option
from onionskin.cli.read import counted
from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.workbench import (
    Along,
    along_with_paper,
    along_with_source,
    bring_back,
    open_collection,
    removals,
    remove,
)


@click.command(
    epilog="""\b
Example:
  onionskin remove os-njn1 -c cuba                    one paper; says what goes along, and asks
  onionskin remove --source telegram.txt -c cuba      a file with all its papers, by its name or hash
  onionskin remove -c cuba                            what is removed now
  onionskin remove --undo 118 -c cuba                 brings it back""",
)
@click.argument("record", required=False, default="")
@click.option("--source", default="", help="A file with all its papers: its name, or its SHA-256.")
@click.option("--undo", type=click.IntRange(min=1), metavar="ENTRY", help="Bring back what this entry removed.")
@click.option("--reason", default="", help="Why; it stands in the journal.")
@click.option("--author", default="", help="Who says so; without it the user of this machine.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@collection_option
def command(  # noqa: PLR0913 - the options of the command
    *, record: str, source: str, undo: int | None, reason: str, author: str, yes: bool, collection: Path
) -> None:
    """Take a paper or a source out of the collection, or bring it back.

    It is said first what goes along. Nothing is lost: the bytes and what people decided stay, `--undo` brings all of it
    back, and reading the file again does not. Papers that cited it are linked again.
    """
    by = author or getpass.getuser()
    if sum(map(bool, (record, source, undo))) > 1:
        raise UsageError("several things at once", advice="Name a paper, or a --source, or what to --undo")
    with open_collection(Settings(collection=collection)) as opened:
        if undo is not None:
            with output.watch() as watch:
                back = bring_back(opened, undo, by, watch.step)
            click.echo(f"{counted(len(back), 'paper')} brought back")
        elif record or source:
            along = along_with_paper(opened, record) if record else along_with_source(opened, source)
            _say(along)
            if not yes:
                click.confirm("Remove?", abort=True, err=True)
            with output.watch() as watch:
                done = remove(opened, along, by, reason, watch.step)
            click.echo(f"removed; `onionskin remove --undo {done.entry}` brings it back")
        else:
            for each in removals(opened):
                why = f": {each.reason}" if each.reason else ""
                papers = counted(len(each.records), "paper")
                output.line(f"{each.entry}  {each.title}, {papers}, by {each.author}, {each.at[:10]}{why}")


def _say(along: Along) -> None:
    click.echo(f"{output.folded(along.title)}: {counted(along.papers, 'paper')} go out", err=True)
    for row in along.rows:
        click.echo(f"  {row.id}  {output.folded(row.subject or row.sender)}", err=True)
    if along.decisions:
        click.echo(f"  {counted(along.decisions, 'decision')} of people on them rest meanwhile", err=True)
    if along.others:
        click.echo(f"  {counted(len(along.others), 'paper')} that lead to them are linked again", err=True)
