"""`onionskin backup`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option
from onionskin.settings import Settings
from onionskin.workbench import back_up


@click.command(
    epilog="""\b
Example:
  onionskin backup cuba-2026-03-01.tar -c cuba
  onionskin restore cuba-2026-03-01.tar -c cuba-again""",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@collection_option
def command(file: Path, collection: Path) -> None:
    """Write the collection into one file.

    It may be in use meanwhile. The file holds papers, decisions and accounts, but no sessions and keys. A collection
    that is not in use can be moved as well by moving its folder, to another machine too.
    """
    size = back_up(Settings(collection=collection), file)
    click.echo(f"{output.folded(str(file))}: {size / 1_000_000:,.1f} MB")
