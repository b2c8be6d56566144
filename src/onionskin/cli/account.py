"""`onionskin account VERB NAME`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.errors import NotFoundError, UsageError
from onionskin.settings import Settings
from onionskin.workbench import Porter, Role

VERBS = (
    *("add", "invite", "list", "role", "password", "disable", "enable", "end-sessions", "remove", "token", "revoke"),
)
PLAIN: Mapping[str, tuple[Callable[[Porter, str], object], str]] = {
    "disable": (Porter.disable, "{name} may come in no more until the account is enabled"),
    "enable": (Porter.enable, "{name} may come in again"),
    "end-sessions": (Porter.end_sessions, "{name} has to log in again; keys stay good"),
    "remove": (Porter.remove, "{name} may come in no more"),
}
"""What takes a name and no more, and what is said of it."""
NEEDS_NAME = "Say whose account it is: onionskin account {verb} NAME"


@click.command(
    epilog="""\b
Example:
  onionskin account add ruth --role owner -c cuba         asks for the password
  onionskin account add pool --role reader --password-file pool.txt -c cuba
  onionskin account invite ann --role editor -c cuba      prints a password that opens one time
  onionskin account role ruth --role editor -c cuba
  onionskin account token ruth --label catalogue -c cuba  prints a key for programs, once
  onionskin account list -c cuba""",
)
@click.argument("verb", type=click.Choice(VERBS))
@click.argument("name", required=False, default="")
@click.option("--role", type=click.Choice([each.value for each in Role]), help="reader, editor or owner.")
@click.option(
    "--password-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Take the password from the first line of a file instead of asking for it.",
)
@click.option("--label", default="", help="What a key is for.")
@click.option("--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="How long a key is good.")
@json_option
@collection_option
def command(  # noqa: PLR0913 - the options of the command
    *,
    verb: str,
    name: str,
    role: str | None,
    password_file: Path | None,
    label: str,
    days: int,
    as_json: bool,
    collection: Path,
) -> None:
    """Say who may come in when the room is open to a network.

    A reader reads; an editor decides as well; an owner also keeps the collection, its papers and its accounts.
    Whoever's role or password changes has to log in again. `token` makes a key with which a program may do what the
    account may; `revoke` with the same label ends it. `invite` makes an account, or helps one whose password was
    forgotten, with a password that opens one time: whoever comes in by it chooses one of their own. Passwords are never
    taken from the command line.
    """
    if verb != "list" and not name:
        raise UsageError("no account is named", advice=NEEDS_NAME.format(verb=verb))
    with Porter(Settings(collection=collection)) as porter:
        match verb:
            case "list":
                _list(porter, as_json=as_json)
            case "add":
                added = porter.add(name, _role(role), _password(password_file))
                click.echo(f"{added.name} may come in as {added.role}")
            case "invite":
                _invite(porter, name, role)
            case "role":
                changed = porter.set_role(name, _role(role))
                click.echo(f"{changed.name} is {changed.role} now, and has to log in again")
            case "password":
                porter.account(name)
                porter.set_password(name, _password(password_file))
                click.echo(f"{name} has another password; older sessions and keys are ended")
            case "disable" | "enable" | "end-sessions" | "remove":
                act, done = PLAIN[verb]
                act(porter, name)
                click.echo(done.format(name=name))
            case "token":
                issued = porter.key(name, label, days)
                click.echo(f"Good until {issued.until[:10]}; it is shown this once:", err=True)
                click.echo(issued.secret)
            case _:
                porter.end_key(name, label)
                click.echo(f"the key {label!r} of {name} is ended")


def _invite(porter: Porter, name: str, role: str | None) -> None:
    invited = porter.invite(name, _role(role)) if role is not None else porter.invite_again(name)
    click.echo(
        f"Opens one time for {invited.account.name} until {invited.until[:10]}; it is shown this once:", err=True
    )
    click.echo(invited.password)


def _role(told: str | None) -> Role:
    if told is None:
        raise UsageError("no role is named", advice="Say --role reader, editor or owner")
    return Role(told)


def _password(file: Path | None) -> str:
    if file is None:
        told: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        return told
    lines = file.read_text("utf-8").splitlines()
    if not lines:
        raise NotFoundError("no password stands in the file", where=str(file), advice="Write it on the first line")
    return lines[0]


def _list(porter: Porter, *, as_json: bool) -> None:
    for each in porter.standings():
        account = each.account
        if as_json:
            keys = [{"label": held.label, "until": held.until} for held in each.keys]
            told = {"name": account.name, "role": account.role.value, "since": account.since, "keys": keys}
            more = {"seen": account.seen, "invited_until": account.once, "disabled": account.disabled}
            output.json_line({**told, **more, "sessions": len(each.sessions)})
            continue
        seen = f", came in last on {account.seen[:10]}" if account.seen else ""
        state = ", disabled" if account.disabled else ", invited" if account.once else ""
        output.line(f"{account.name}  {account.role}, since {account.since[:10]}{seen}{state}")
        for held in each.sessions:
            output.line(f"    logged in from {held.label}, good until {held.until[:10]}")
        for held in each.keys:
            output.line(f"    key {held.label!r}, good until {held.until[:10]}")
