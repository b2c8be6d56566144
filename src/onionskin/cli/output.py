"""What a command prints: tables and text for people, lines for programs, progress on stderr.

Papers are foreign text. Nothing that stands on one may steer a terminal, so whatever goes to one passes `printable`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol

import click

LONG = 1.0
"""Seconds after which a person wants to see that something goes on."""

# JSON leaves these as they are, inside its strings, and many a program takes them for the end of a line.
_LINE_ENDS = {"\x85": r"\u0085", "\u2028": r"\u2028", "\u2029": r"\u2029"}

NAME_WIDTH = 20

_SCREEN = "onionskin.cli.screen"
"""What draws is loaded where there is a terminal to draw on."""

# C0 without tab and line feed, DEL, C1 (8-bit escape sequences), and the bidirectional controls that show text in an
# order it does not have.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with every character that could steer a terminal shown as U+FFFD."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def folded(text: str) -> str:
    """The text on one line."""
    return " ".join(printable(text).split())


def line(text: str = "") -> None:
    """One line, or several, to stdout."""
    click.echo(printable(text))


def definitions(pairs: Iterable[tuple[str, str]]) -> None:
    """Names and what they are, in two columns."""
    for name, what in pairs:
        line(f"{folded(name):<{NAME_WIDTH}} {folded(what)}")


def lit(snippet: str) -> str:
    """A snippet on one line for `click.echo`, bold between U+0002 and U+0003."""
    told, bold = "", False
    for part in re.split("([\x02\x03])", " ".join(snippet.split())):
        if part in {"\x02", "\x03"}:
            bold = part == "\x02"
        else:
            told += click.style(printable(part), bold=True) if bold else printable(part)
    return told


def rest(shown: int, total: int, offset: int) -> None:
    """Say on stderr what a page of results leaves out."""
    if total == 0:
        click.echo("Nothing found.", err=True)
    elif offset + shown < total:
        click.echo(f"{shown} of {total}; the next: --offset {offset + shown}", err=True)


def meanwhile(text: str) -> None:
    """A line to stderr, for whoever waits."""
    click.echo(printable(text), err=True)


def lines(serialised: Iterable[str]) -> None:
    """Lines of JSON for a program, at once: it may be waiting for them."""
    for each in serialised:
        sys.stdout.write(_unbroken(each) + "\n")
    sys.stdout.flush()


def _unbroken(line: str) -> str:
    # Not `translate`, which looks up every character of a record.
    for end, escaped in _LINE_ENDS.items():
        line = line.replace(end, escaped)
    return line


def json_line(value: Any) -> None:  # noqa: ANN401 - JSON is what it is
    """One JSON object on a line of its own."""
    lines([as_line(value)])


def as_line(value: Any) -> str:  # noqa: ANN401 - JSON is what it is
    """JSON on one line, for `lines`."""
    return json.dumps(value, ensure_ascii=False)


def to_terminal() -> bool:
    """Whether a person looks on."""
    return sys.stdout.isatty()


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table as wide as the terminal."""
    import_module(_SCREEN).table(columns, ([folded(cell) for cell in row] for row in rows))


def tabbed(rows: Iterable[Sequence[str]]) -> None:
    """For a file or pipe: a row is a line, whole, with tabs between its cells."""
    for row in rows:
        click.echo("\t".join(map(folded, row)))


class Step(Protocol):
    """How far the work is: `done` of `total`, of which `name` was the last."""

    @property
    def done(self) -> int: ...  # noqa: D102
    @property
    def total(self) -> int: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


class Watch(Protocol):
    """What a long run shows on stderr."""

    def step(self, at: Step) -> None:
        """A file or page more is done."""

    def note(self, text: str) -> None:
        """A line to stderr that stays, above the bar."""


class Unwatched:
    """Nobody looks on: notes alone are written."""

    def step(self, at: Step) -> None:
        """Is not shown."""

    def note(self, text: str) -> None:
        """A line to stderr."""
        meanwhile(text)


@contextmanager
def watch(*, bar: bool = True, after: float = LONG) -> Iterator[Watch]:
    """A bar on stderr once the work has taken `after` seconds, gone again when it ends; none where nobody looks on.

    `bar` is false where records go to the same terminal: they would tear it to pieces.
    """
    if not (bar and sys.stderr.isatty()):
        yield Unwatched()
        return
    with import_module(_SCREEN).watched(after) as watch:
        yield watch
