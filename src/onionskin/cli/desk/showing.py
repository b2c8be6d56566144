"""`onionskin desk show PAPER`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from onionskin.cli import output
from onionskin.cli.desk.options import desk_of, person_option, who
from onionskin.cli.options import collection_option, json_option
from onionskin.workbench.desk_telling import reasons, told
from onionskin.workbench.desk_terms import Sight

HEAD = ("stage", "form", "series", "number", "precedence", "level", "captions", "post", "to", "info", "eyes_only")
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
        held = desk.show(by, desk.named(by, paper), on=on)
        day = on or desk.now()[:10]
        posts = desk.roster.posts
    if as_json:
        output.json_line(told(held, day))
        return
    seen = held.seen.sight
    state = told(held, day)
    output.line(f"{held.held.paper}  ({seen.name.lower()}: {held.seen.rule})")
    output.definitions((name.replace("_", " "), _words(state[name])) for name in (*HEAD, *MORE) if state.get(name))
    if seen < Sight.TEXT:
        return
    output.definitions(reasons(held.held, day, posts))
    output.line()
    for each in held.acts:
        takes = ", ".join(
            f"{name}: {_words(value)}" for name, value in each.takes.items() if name not in {"text", "told"}
        )
        output.line(f"{each.at:<20}  {each.by:<12} {each.act}" + (f"  ({takes})" if takes else ""))
    versions = held.held.versions
    n = min(version or len(versions), len(versions))
    output.line()
    output.line(f"version {n} of {len(versions)}, by {versions[n - 1].by}, {versions[n - 1].at}")
    output.line(versions[n - 1].text)


def _words(value: Any) -> str:  # noqa: ANN401 - of JSON
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_words(each)}" for name, each in value.items())
    return ", ".join(map(_words, value)) if isinstance(value, list | tuple) else str(value)
