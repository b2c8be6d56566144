"""`onionskin serve`."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option
from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.web.serve import HIGHEST_PORT, HOST, Door, serve, take

USUAL_PORT = 8000
A_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(
    epilog="""\b
Example:
  onionskin serve -c cuba --port 8080
  onionskin serve -c cuba --host 0.0.0.0 --name papers.example.org --certificate room.pem --key room.key
  onionskin serve -c cuba --name papers.example.org --behind-proxy""",
)
@click.option(
    "--port",
    type=click.IntRange(0, HIGHEST_PORT),
    help=f"Where the room answers; without it {USUAL_PORT}, or any that is free when that is taken.",
)
@click.option("--open", "opening", is_flag=True, help="Open it in a browser, where there is a screen.")
@click.option("--host", default=HOST, show_default=True, help="The address to answer on; 0.0.0.0 is all of them.")
@click.option("--name", "names", multiple=True, help="A host name under which browsers reach it. May be given again.")
@click.option("--certificate", type=A_FILE, help="The certificate chain for TLS, a PEM file.")
@click.option("--key", type=A_FILE, help="Its key, where it does not stand in the same file.")
@click.option(
    "--behind-proxy",
    "behind",
    is_flag=False,
    flag_value=HOST,
    default="",
    metavar="[ADDRESS]",
    help="A server at this address (without one: on this machine) ends TLS in front of it.",
)
@click.option("--insecure-network", "in_the_clear", is_flag=True, help="Let passwords cross the network as they are.")
@click.option("--public-reading", is_flag=True, help="Let everybody read who reaches it.")
@collection_option
def command(port: int | None, opening: bool, collection: Path, **door: Any) -> None:  # noqa: ANN401 - as `Door` types them
    """Open the reading room in a browser.

    It answers on this machine alone, until Ctrl-C, and whoever uses this machine may do everything. With any of the
    options of a network it asks for accounts: see `onionskin account`.
    """

    def ready(address: str) -> None:
        click.echo(
            f"The reading room of {output.folded(str(collection))} is open at {address} (Ctrl-C closes it).", err=True
        )
        if opening and screen():
            # The door is taken but not yet answered; a browser that is already running would come too early.
            Timer(1.0, click.launch, [address]).start()

    serve(
        Settings(collection=collection),
        usual_port() if port is None else port,
        Door(**door),
        ready=ready,
        tell=partial(click.echo, err=True),
    )


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
