"""`onionskin restore`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option
from onionskin.cli.read import counted
from onionskin.settings import Settings
from onionskin.workbench import restore


@click.command(
    epilog="""\b
Example:
  onionskin restore cuba-2026-03-01.tar -c cuba-again""",
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@collection_option
def command(file: Path, collection: Path) -> None:
    """Make a collection of a backup, in a new folder.

    Every byte is compared with its hash, and every record with its ink.
    """
    papers = restore(Settings(collection=collection), file)
    click.echo(f"{output.folded(str(collection))}: {counted(papers, 'paper')}")
