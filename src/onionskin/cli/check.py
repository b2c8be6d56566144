"""`onionskin check`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option
from onionskin.cli.wording import adrift_in_words
from onionskin.errors import IntegrityError
from onionskin.settings import Settings
from onionskin.workbench import adrift, check, open_collection


@click.command(
    epilog="""\b
Example:
  onionskin check -c cuba""",
)
@collection_option
def command(collection: Path) -> int:
    """Check that the collection agrees with itself.

    Every source still has the bytes it was read from, every record its source, every value its ink. No entry of the
    journal was changed; every act at the desk follows from those before it, and the desk's tables say what its acts
    made of each paper. Decisions whose place a later reading did not find again are counted; they are no fault of the
    collection.
    """
    faults = 0
    with open_collection(Settings(collection=collection)) as opened, output.watch() as watch:
        for fault in check(opened, watch.step):
            faults += 1
            output.line(f"{fault.where}: {fault.what}. {fault.advice}")
        lost = sum(1 for _ in adrift(opened))
    if lost:
        output.line(f"{collection}: {adrift_in_words(lost)}.")
    if faults:
        click.echo(f"{collection}: {faults} {'fault' if faults == 1 else 'faults'}.", err=True)
        return IntegrityError.exit_code
    output.line(f"{collection}: in order.")
    return 0
