"""`onionskin`: the command tree, and the one place where an error becomes an exit status."""

from __future__ import annotations

import gc
import importlib
import io
import sys
from collections.abc import Sequence
from typing import ClassVar

import click
from click.shell_completion import CompletionItem

from onionskin import __version__
from onionskin.cli.failures import exit_status, report

NEW_OBJECTS = 50_000
"""Objects made before Python looks for rings of dead ones: to import a command makes many, and all of them stay."""


class LazyTree(click.Group):
    """A group whose commands are imported when they are called.

    Listing, help and completion need only the sentences below, so `onionskin --help` never loads the house. Each
    command is the attribute `command` of the module of its name in this package.
    """

    modules: ClassVar[dict[str, str]] = {"import": "importing"}
    """Those whose module cannot bear their name."""

    sentences: ClassVar[dict[str, str]] = {
        "read": "Read papers into the collection.",
        "import": "Take in papers that are edited already.",
        "link": "Link papers to one another over again.",
        "authority": "Persons, posts, offices and bodies that papers can mean.",
        "list": "List the papers of the collection.",
        "show": "Show one paper: its fields, marks and text.",
        "explain": "Walk from a value back to the ink.",
        "boundary": "Decide where a paper begins.",
        "queue": "List what most needs a person, first what deciding mends most.",
        "decide": "Decide what is open on a paper: corrections, links, names, doubts.",
        "thread": "Show the papers that a paper answers, encloses and cites, and those that do so to it.",
        "missing": "List the papers that are cited and not held.",
        "ledger": "Show what papers say in a negotiation: instructions, positions, offers.",
        "find": "Search the collection, and keep searches to ask them again.",
        "pages": "Show how well scans were read, write their pages out, or mend one.",
        "facsimile": "Set a paper on its form.",
        "parse": "Read one kind of phrase from a text.",
        "serve": "Open the reading room in a browser.",
        "remove": "Take a paper or a source out of the collection, or bring it back.",
        "backup": "Write the collection into one file.",
        "restore": "Make a collection of a backup, in a new folder.",
        "account": "Say who may come in when the room is open to a network.",
        "desk": "Write, clear, send, pass, keep and release papers here.",
        "check": "Check that the collection agrees with itself.",
        "completion": "Print what a shell needs to complete commands.",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order of the work, not of the alphabet."""
        return list(self.sentences)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, imported now."""
        if cmd_name not in self.sentences:
            return None
        command: click.Command = importlib.import_module(
            f"onionskin.cli.{self.modules.get(cmd_name, cmd_name)}"
        ).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Names and sentences, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.sentences.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names that begin so, without importing anything, and the options of the tree itself."""
        names = [
            CompletionItem(name, help=sentence)
            for name, sentence in self.sentences.items()
            if name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)


@click.group(
    cls=LazyTree,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Example:
  onionskin read examples/            read the two papers of examples/
  onionskin list                      what the collection holds now
  onionskin explain os-njn1v date     the date, and the ink it was read from

\b
Exit status:
  0 done            2 wrong usage       3 not found        4 some sources could not be read
  5 collection      6 not a record      7 not released     8 not allowed
  9 an act refused  130 stopped by Ctrl-C""",
)
@click.version_option(__version__, "-V", "--version", prog_name="onionskin", message="%(prog)s %(version)s")
def tree() -> None:
    """Read declassified diplomatic paper into records whose every value points at the ink."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (None: the process's own) and give its exit status; errors are told on stderr."""
    try:
        status = tree.main(arguments, prog_name="onionskin", standalone_mode=False)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - the door: whatever it is, a user gets words and a status
        report(error)
        return exit_status(error)
    return status if isinstance(status, int) else 0


def main() -> None:
    """The console script."""
    gc.set_threshold(NEW_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        # Papers print what no locale knows, and JSON lines are UTF-8 by contract. A file name that is no UTF-8 keeps
        # its bytes as backslash escapes, which JSON reads too.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run())
