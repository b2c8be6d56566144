"""`onionskin desk do FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from onionskin.cli import output
from onionskin.cli.desk.acting import show_done
from onionskin.cli.desk.options import desk_of
from onionskin.cli.options import collection_option, json_option
from onionskin.errors import ActRefusedError, OnionskinError
from onionskin.workbench.desk_lines import do_lines


@click.command(
    "do",
    epilog="""\b
Example:
  onionskin desk do evening.jsonl --json
\b
A line of the file:
  {"as": "ball", "act": "draft", "paper": "first", "at": "1962-11-23T20:00-05:00",
   "takes": {"form": "telegram", "post": "Department of State", "to": ["USUN New York"], "text": "You should ..."}}
  {"as": "johnson", "act": "clear", "paper": "first", "takes": {"office": "G"}}
  Further lines may call a paper as the line that began it does, or by its id.""",
)
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--as", "person", default="", metavar="PERSON", help="Who does what a line does not say who does.")
@json_option
@collection_option
def do_command(*, file: TextIO, person: str, as_json: bool, collection: Path) -> int:
    """Do the acts of a file, one JSON object a line; what is refused is told with its line, and the others are done."""
    done = refused = 0
    with desk_of(collection) as desk:
        for n, outcome in do_lines(desk, file, person):
            if isinstance(outcome, OnionskinError):
                refused += 1
                click.echo(output.printable(f"onionskin: {file.name}, line {n}: {outcome}"), err=True)
            else:
                done += 1
                show_done(outcome, as_json=as_json)
    click.echo(f"{done} done, {refused} refused.", err=True)
    return ActRefusedError.exit_code if refused else 0
