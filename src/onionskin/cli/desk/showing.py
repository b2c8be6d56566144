"""`onionskin desk show PAPER`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from onionskin.cli import output
from onionskin.cli.desk.options import desk_of, person_option, who
from onionskin.cli.options import collection_option, json_option
from onionskin.errors import NotFoundError
from onionskin.workbench.desk_room import view
from onionskin.workbench.desk_telling import as_json as told_as_json

HEAD = (
    *("stage", "form", "series", "number", "precedence", "level", "captions", "post", "to", "info"),
    *("info_precedence", "eyes_only"),
)
MORE = ("subject", "drafter", "office", "approver", "signer", "filed", "to_pass", "passed", "circulated", "cases")


@click.command(
    "show",
    epilog="""\b
Example:
  onionskin desk show os-1eb0d --as ball
  onionskin desk show os-1eb0d --on 1990-01-01 --as reviewer
  onionskin desk show os-1eb0d --version 1 --as ball
  onionskin desk show os-1eb0d --json --as ball""",
)
@click.argument("paper")
@click.option("--on", default="", metavar="DAY", help="As it stood at the end of a day.")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="Another version than the last.")
@person_option
@json_option
@collection_option
def show_command(  # noqa: PLR0913 - an argument for each option
    *, paper: str, on: str, version: int | None, person: str, as_json: bool, collection: Path
) -> None:
    """Show a paper as one may see it: how it stands and on whose word, its life, its text.

    PAPER may be the beginning of an id, if it is the only one that begins so.
    """
    with desk_of(collection) as desk:
        by = who(desk, person, on)
        whole = desk.named(by, paper)
        held = view(desk, by, whole, on=on)
    if on and held.stood is None:
        raise NotFoundError(f"it was not begun by {on}", where=whole)
    told, rests_on = (held.stood.told, held.stood.reasons) if held.stood else (held.told, held.reasons)
    state = told_as_json(told)
    if as_json:
        output.json_line({**state, "reasons": [list(each) for each in rests_on]})
        return
    output.line(f"{told.paper}  ({told.sight.name.lower()}: {told.rule})")
    output.definitions((name.replace("_", " "), _words(state[name])) for name in (*HEAD, *MORE) if state.get(name))
    output.definitions(rests_on)
    output.line()
    for each in told.acts:
        takes = ", ".join(f"{name}: {_words(value)}" for name, value in each.takes.items())
        output.line(f"{each.at:<20}  {each.by:<12} {each.act}" + (f"  ({takes})" if takes else ""))
    wanted = next((each for each in told.versions if each.n == version), None) if version else told.version
    if wanted is None:
        return
    output.line()
    output.line(f"version {wanted.n}, by {wanted.by}, {wanted.at}")
    output.line(wanted.text)


def _words(value: Any) -> str:  # noqa: ANN401 - of JSON
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_words(each)}" for name, each in value.items())
    return ", ".join(map(_words, value)) if isinstance(value, list | tuple) else str(value)
