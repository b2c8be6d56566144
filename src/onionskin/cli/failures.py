"""The one map from errors to words and exit statuses."""

from __future__ import annotations

import os
import sys
import traceback

import click

from onionskin.errors import OnionskinError

STOPPED = 130
UNFORESEEN = 1


def exit_status(error: BaseException) -> int:
    """What the process ends with."""
    match error:
        case OnionskinError() | click.ClickException():
            return error.exit_code
        case SystemExit():
            return error.code if isinstance(error.code, int) else UNFORESEEN
        case KeyboardInterrupt() | click.Abort():
            return STOPPED
        case _:
            return UNFORESEEN


def report(error: BaseException) -> None:
    """Tell a person on stderr what happened and what to do next; never a traceback."""
    match error:
        case click.ClickException():
            error.show()
        case SystemExit():
            pass
        case KeyboardInterrupt() | click.Abort():
            say("Stopped. What was read is kept; the same command goes on from there.")
        case BrokenPipeError():
            # Whoever read our output has gone (`| head`). Python would flush once more at exit and complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        case OnionskinError():
            say(f"onionskin: {error}")
        case OSError(strerror=str() as what):
            place = f"{error.filename}: " if error.filename else ""
            say(f"onionskin: {place}{what}. Mend this and run the command again.")
        case _:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            say(
                f"onionskin: a fault of ours: {type(error).__name__}: {error} ({frame.filename}:{frame.lineno}). "
                "What was read is kept. Please report this line with the file that brought it about."
            )


def say(line: str) -> None:
    """One line to stderr; a closed stderr is no reason to fail."""
    try:
        click.echo(line, err=True)
    except OSError:
        return
