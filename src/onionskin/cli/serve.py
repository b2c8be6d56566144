"""`onionskin serve`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Timer

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option
from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.web.serve import HIGHEST_PORT, serve, take

USUAL_PORT = 8000


@click.command(
    epilog="""\b
Example:
  onionskin serve -c cuba --port 8080""",
)
@click.option(
    "--port",
    type=click.IntRange(0, HIGHEST_PORT),
    help=f"Where the room answers; without it {USUAL_PORT}, or any that is free when that is taken.",
)
@click.option("--open", "opening", is_flag=True, help="Open it in a browser, where there is a screen.")
@collection_option
def command(port: int | None, opening: bool, collection: Path) -> None:
    """Open the reading room in a browser.

    It answers on this machine alone, until Ctrl-C.
    """

    def ready(address: str) -> None:
        click.echo(
            f"The reading room of {output.folded(str(collection))} is open at {address} (Ctrl-C closes it).", err=True
        )
        if opening and screen():
            # The door is taken but not yet answered; a browser that is already running would come too early.
            Timer(1.0, click.launch, [address]).start()

    serve(Settings(collection=collection), usual_port() if port is None else port, ready=ready)


def usual_port() -> int:
    """8000, or 0 (any that is free) where another program has it."""
    try:
        take(USUAL_PORT).close()
    except UsageError:
        return 0
    return USUAL_PORT


def screen() -> bool:
    """Whether a browser could be seen; without a screen some launchers start one for text in this very terminal."""
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
