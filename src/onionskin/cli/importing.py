"""`onionskin import FORM FILE...`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.read import Tally
from onionskin.settings import Settings
from onionskin.workbench import as_linked, import_editions, open_collection


@click.command(
    epilog="""\b
Example:
  onionskin import frus frus1961-63v05.xml frus1961-63v10-12mSupp.xml -c cuba""",
)
@click.argument("form", type=click.Choice(("frus",)))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@json_option
@collection_option
def command(form: str, files: tuple[Path, ...], as_json: bool, collection: Path) -> int:  # noqa: ARG001 - the one form
    """Take in papers that are edited already.

    FORM is frus: volumes of Foreign Relations of the United States in TEI. Each document becomes a record with the
    fields of its heading, dateline and source note; an entry of a calendar becomes a record without text. A volume is
    taken in whole or not at all, and what the collection holds already is not taken in twice.

    With --json every record of every file is printed, in the order of the volume.
    """
    tally, ids = Tally(), list[str]()
    bar = not (as_json and sys.stdout.isatty())
    settings = Settings(collection=collection)
    with output.watch(bar=bar) as watch, open_collection(settings, create=True, tell=watch.note) as opened:
        for outcome in import_editions(opened, files, progress=watch.step, tell=watch.note):
            tally.count(outcome)
            if outcome.error:
                watch.note(f"onionskin: {outcome.error}")
            ids += (document.id for document in outcome.documents)
        if as_json:
            output.lines(as_linked(opened, ids))
    click.echo(f"{collection}: {tally}", err=as_json)
    return tally.status
