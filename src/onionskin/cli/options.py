"""The options that commands share."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.errors import UsageError


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
