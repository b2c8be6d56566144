"""`onionskin link`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.failures import STOPPED
from onionskin.cli.options import collection_option
from onionskin.cli.read import counted
from onionskin.settings import Settings
from onionskin.workbench import link_again, open_collection


@click.command(
    epilog="""\b
Example:
  onionskin link -c cuba
  onionskin link --waiting -c cuba""",
)
@click.option("--waiting", is_flag=True, help="Only papers that wait: not linked yet, or one came that they cite.")
@collection_option
def command(*, waiting: bool, collection: Path) -> int:
    """Link papers to one another over again.

    `read` and `import` link what they take in, and what it concerns; this is for all of them. Nothing that a paper says
    is changed: links stand beside the record as it was read.
    """
    with output.watch() as watch, open_collection(Settings(collection=collection), tell=watch.note) as opened:
        try:
            changed = link_again(opened, waiting_only=waiting, progress=watch.step, tell=watch.note)
        except KeyboardInterrupt:
            watch.note("Stopped. What was linked is kept; `onionskin link --waiting` goes on from there.")
            return STOPPED
    click.echo(f"{collection}: {counted(changed, 'paper')} linked otherwise than before.")
    return 0
