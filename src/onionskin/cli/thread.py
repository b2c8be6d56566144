"""`onionskin thread ID`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.missing import as_object, shortly
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.wording import paper_in_words
from onionskin.settings import Settings
from onionskin.workbench import Row, Thread, open_collection, thread

SHORT_ID = 12


@click.command(
    epilog="""\b
Example:
  onionskin thread os-54t9qgdda -c cuba""",
)
@click.argument("record_id", metavar="ID")
@json_option
@collection_option
def command(record_id: str, *, as_json: bool, collection: Path) -> None:
    """Show the papers that a paper answers, encloses and cites, and those that do so to it.

    In the order of time, with what leads from each to which, and with the papers that they cite and that are not held.
    """
    with open_collection(Settings(collection=collection), tell=output.meanwhile) as opened:
        found = thread(opened, record_id)
    if as_json:
        output.json_line(as_json_object(found))
        return
    for row in found.papers:
        output.line(told(row, here=row.id == found.record))
        for step in found.steps:
            if step.record == row.id:
                output.line(f"      {step.relation.replace('-', ' ')} {step.other[:SHORT_ID]}")
    if found.missing:
        output.line("\nCited by them and not held:")
        for each in found.missing:
            output.line("  " + "  ".join(part for part in shortly(each) if part))


def as_json_object(found: Thread) -> dict[str, object]:
    """The thread as one object."""
    return {
        "schema": "onionskin/thread/1",
        "record": found.record,
        "papers": [asdict(row) for row in found.papers],
        "steps": [asdict(step) for step in found.steps],
        "missing": [as_object(each) for each in found.missing],
    }


def told(row: Row, *, here: bool) -> str:
    """A paper of the thread on one line; the one that was asked for has a mark."""
    about = f": {row.subject}" if row.subject else ""
    return f"{'*' if here else ' '} {row.date[:10] or 'undated':<10}  {row.id[:SHORT_ID]}  {paper_in_words(row)}{about}"
