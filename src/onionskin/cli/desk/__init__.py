"""`onionskin desk`: papers written, cleared, sent, passed, kept and reviewed here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

import click

from onionskin.cli.desk.acting import act_command, forget_acts, procedures_of
from onionskin.cli.options import Where, collection_option
from onionskin.workbench.desk_terms import DeskAct

COMMANDS: Mapping[str, tuple[str, str]] = {
    "begin": ("roster", "Begin a desk with the posts and persons of a file."),
    "persons": ("roster", "List who works at the desk, and what they may do."),
    "appoint": ("roster", "Have persons work at the desk, or change what is told of one."),
    "post": ("roster", "List the posts that papers are sent from and to, have one, or change what is told of it."),
    "procedures": ("procedures", "Show how every act is done here."),
    "tray": ("listing", "Show what lies in one's trays."),
    "list": ("listing", "List the papers of the desk that one may know of, the latest first."),
    "show": ("showing", "Show a paper as one may see it."),
    "why": ("acting", "Say whether an act would be allowed, and if not by which rule."),
    "do": ("lines", "Do the acts of a file, one JSON object a line."),
    "send": ("mail", "Send what waits for desks elsewhere, the most urgent first."),
    "collect": ("mail", "Take in what other desks sent."),
    "queue": ("mail", "Show what waits to go out and to be taken in."),
    "key": ("mail", "Share a key with the desk at a mail address."),
    "rebuild": ("rebuilding", "Make the tables of the desk anew from its journal."),
    "case": ("case", "Answer requests for review: cases, decisions, the letter and the index."),
    "exercise": ("exercise", "Play an exercise."),
}
"""What is asked of a desk beside its acts: in which module of this package the command is, as `NAME_command`, and what
it does.
"""


class DeskTree(click.Group):
    """The commands above, each imported when it is called, and one for each act of the procedures in force."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """First what one looks at, then the acts in the order of a paper's life."""
        return [*COMMANDS, *(each.value for each in procedures_of(ctx.params.get("collection")).acts)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name in COMMANDS:
            home = import_module(f"{__name__}.{COMMANDS[cmd_name][0]}")
            asked: click.Command = getattr(home, f"{cmd_name}_command")
            return asked
        if cmd_name not in tuple(DeskAct):
            return None
        return act_command(DeskAct(cmd_name), procedures_of(ctx.params.get("collection")))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As ever; an act's options are those of the collection that the rest of the line names."""
        for named in _collections(args):
            ctx.params["collection"] = Where().convert(named, None, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """In two parts."""
        acts = procedures_of(ctx.params.get("collection")).acts
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, sentence) in COMMANDS.items()])
        with formatter.section("Acts"):
            formatter.write_dl([(act.value, procedure.about) for act, procedure in acts.items()])


def _collections(args: Sequence[str]) -> Iterator[str]:
    for n, each in enumerate(args):
        if each in {"-c", "--collection"} and n + 1 < len(args):
            yield args[n + 1]
        elif each.startswith("--collection="):
            yield each.partition("=")[2]
        elif each.startswith("-c") and not each.startswith("--") and len(each) > 2:
            yield each[2:]


@click.group(
    cls=DeskTree,
    epilog="""\b
Example:
  onionskin desk begin roster.toml -c new-york            posts and persons out of a file
  onionskin desk draft --as ball --form telegram --post "Department of State" --to "USUN New York" \\
      --asked G --asked S/S --approver U --precedence PRIORITY --text-file telegram.txt -c new-york
  onionskin desk tray clear --as johnson -c new-york
  onionskin desk clear os-1eb0d --office G --as johnson -c new-york
  onionskin desk why transmit os-1eb0d --as clerk -c new-york
  onionskin desk show os-1eb0d --on 1962-11-24 --as ball -c new-york""",
)
@collection_option
@click.pass_context
def command(ctx: click.Context, collection: Path) -> None:
    """Write, clear, send, pass, keep and release papers here.

    Every act is a command of its own, with the particulars that the procedures of the collection have it take; what
    a rule stands against is refused with that rule. Not accredited for live classified information.
    """
    forget_acts()
    ctx.default_map = {name: {"collection": str(collection)} for name in (*COMMANDS, *DeskAct)}
