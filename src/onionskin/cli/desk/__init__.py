"""`onionskin desk`: papers written, cleared, sent, passed, kept and reviewed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from onionskin.cli.desk.acting import act_command, forget_acts, procedures_of, why_command
from onionskin.cli.desk.exercise import exercise_command
from onionskin.cli.desk.lines import do_command
from onionskin.cli.desk.listing import list_command, tray_command
from onionskin.cli.desk.procedures import procedures_command
from onionskin.cli.desk.rebuilding import rebuild_command
from onionskin.cli.desk.roster import appoint_command, begin_command, persons_command, post_command
from onionskin.cli.desk.showing import show_command
from onionskin.cli.options import Where, collection_option
from onionskin.workbench.desk_terms import DeskAct

COMMANDS: dict[str, click.Command] = {
    "begin": begin_command,
    "persons": persons_command,
    "appoint": appoint_command,
    "post": post_command,
    "procedures": procedures_command,
    "tray": tray_command,
    "list": list_command,
    "show": show_command,
    "why": why_command,
    "do": do_command,
    "rebuild": rebuild_command,
    "exercise": exercise_command,
}
"""What is asked of a desk beside its acts."""


class DeskTree(click.Group):
    """The commands above, and one for each act of the procedures that the collection has adopted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """First what one looks at, then the acts in the order of a paper's life."""
        return [*COMMANDS, *(each.value for each in procedures_of(ctx.params.get("collection")).acts)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name in COMMANDS:
            return COMMANDS[cmd_name]
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
            formatter.write_dl([(name, each.get_short_help_str(90)) for name, each in COMMANDS.items()])
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
