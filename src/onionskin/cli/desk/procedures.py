"""`onionskin desk procedures`."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Any

import click

from onionskin.cli import output
from onionskin.cli.desk.acting import procedures_of
from onionskin.cli.desk.options import by_option, desk_of
from onionskin.cli.options import collection_option, json_option
from onionskin.errors import UsageError
from onionskin.workbench.desk_telling import plain
from onionskin.workbench.desk_terms import Procedure, Procedures, of_file


@click.command(
    "procedures",
    epilog="""\b
Example:
  onionskin desk procedures                         how every act is done here
  onionskin desk procedures own.toml                is this file in order?
  onionskin desk procedures own.toml --adopt --by keeper""",
)
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--adopt", is_flag=True, help="Have those of the file hold from now on.")
@by_option
@json_option
@collection_option
def procedures_command(*, file: Path | None, adopt: bool, by: str, as_json: bool, collection: Path) -> None:
    """Show how every act is done here: who may, what must come before, what it takes and gives.

    With a FILE it is read, and the line at fault named; with --adopt it holds from now on, and the journal keeps it.
    """
    if adopt and file is None:
        raise UsageError("--adopt needs a file", advice="onionskin desk procedures FILE --adopt")
    held = of_file(file) if file is not None else procedures_of(collection)
    if adopt and file is not None:
        with desk_of(collection) as desk:
            desk.adopt(by or getpass.getuser(), file, file.read_text("utf-8"))
        click.echo(f"{file}: adopted; it holds from now on", err=True)
    elif file is not None:
        click.echo(f"{file}: in order", err=True)
    _show(held, as_json=as_json)


def _show(held: Procedures, *, as_json: bool) -> None:
    if as_json:
        acts = {act.value: _told(each) for act, each in held.acts.items()}
        output.json_line({"title": held.title, "acts": acts, "series": plain(held.series)})
        return
    output.line(held.title)
    for act, each in held.acts.items():
        output.line()
        output.line(f"{act}  {each.about}")
        output.definitions(
            (f"  {name}", words)
            for name, words in (
                ("who", " or ".join(each.who)),
                ("needs", ", ".join(each.needs)),
                ("takes", ", ".join(name if must else f"{name}?" for name, must in each.takes.items())),
                ("gives", ", ".join(each.yields)),
                ("source", each.source),
            )
            if words
        )


def _told(each: Procedure) -> dict[str, Any]:
    return {
        "about": each.about,
        "source": each.source,
        "who": each.who,
        "needs": each.needs,
        "takes": dict(each.takes),
        "yields": each.yields,
        "sees": each.sees.name.lower(),
        "prints": each.prints,
    }
