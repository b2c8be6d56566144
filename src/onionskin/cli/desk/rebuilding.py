"""`onionskin desk rebuild`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.desk.options import desk_of
from onionskin.cli.options import collection_option
from onionskin.workbench.checking import rebuild


@click.command(
    "rebuild",
    epilog="""\b
Example:
  onionskin desk rebuild -c new-york""",
)
@collection_option
def rebuild_command(*, collection: Path) -> None:
    """Make the tables of the desk anew from its journal, where `onionskin check` says that they disagree."""
    with desk_of(collection) as desk:
        count = rebuild(desk)
    output.line(f"{collection}: {count} papers stand as their acts have left them")
