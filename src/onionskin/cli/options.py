"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onionskin.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])


class Where(click.ParamType[Path]):
    """A collection: a folder."""

    name = "where"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002
        """A URL must not become a folder of that name."""
        if "://" in str(value):
            raise UsageError(
                f"{value} is a URL, and collections on a database server are not there yet",
                advice="Name a folder: -c ./my-collection",
            )
        return Path(str(value))


collection_option = click.option(
    "-c",
    "--collection",
    type=Where(),
    default="onionskin-collection",
    show_default=True,
    metavar="WHERE",
    help="The folder of the collection.",
)

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


def limit_option(command: Command) -> Command:
    """`--limit` and `--offset`, which go together."""
    limit = click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many at most.")
    offset = click.option("--offset", type=click.IntRange(min=0), default=0, help="How many to pass over first.")
    return limit(offset(command))


def pairs(_: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """`("kind=letter",)` as `{"kind": "letter"}`."""
    parted = [(each, *each.partition("=")) for each in given]
    for each, name, _sign, value in parted:
        if not (name and value):
            raise UsageError(f"{parameter.opts[0]} takes {parameter.metavar}, not {each}")
    return {name: value for _, name, _, value in parted}


only_option = click.option(
    "--only",
    multiple=True,
    callback=pairs,
    metavar="NAME=VALUE",
    help="Only those of this kind, sender and so on: kind=letter. May be given again.",
)
