"""`onionskin parse KIND [TEXT]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.wording import json_in_words
from onionskin.workbench import PARSE_KINDS, parse


@click.command(
    epilog="""\b
Example:
  onionskin parse date 'November 23, 9:43 p.m.'
  onionskin parse reference --json < lines.txt""",
)
@click.argument("kind", type=click.Choice(PARSE_KINDS))
@click.argument("text", required=False)
@json_option
@collection_option
def command(kind: str, text: str | None, as_json: bool, collection: Path) -> None:  # noqa: ARG001
    """Read one kind of phrase from a text.

    Without TEXT it reads lines from stdin and prints one JSON object for each. Nothing is kept: -c is taken, as by
    every command, and not used.
    """
    if text is None:
        for line in stdin_lines():
            output.json_line(parse(kind, line))
    elif as_json:
        output.json_line(parse(kind, text))
    else:
        output.definitions((key, json_in_words(value)) for key, value in parse(kind, text).items())


def stdin_lines() -> Iterator[str]:
    """Lines of UTF-8 without their ends; a byte that is none becomes U+FFFD. Only a line feed ends a line."""
    if sys.stdin.isatty():
        click.echo("Type a line and Enter; Ctrl-D ends.", err=True)
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")
