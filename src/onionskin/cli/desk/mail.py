"""`onionskin desk send|collect|queue|key`: telegrams to and from the desks of other installations, by mail."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TextIO

import click

from onionskin.cli import output
from onionskin.cli.desk.options import desk_of, who
from onionskin.cli.options import collection_option, json_option
from onionskin.errors import CollectionBusyError, SourceError, UsageError
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_collecting import PostOffice, Taken, collect_maildir, secured
from onionskin.workbench.desk_mail_settings import MailSettings, mail_settings, share_key
from onionskin.workbench.desk_sending import send, waiting
from onionskin.workbench.desk_terms import DeskRow, Posted, Tray

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
LEFT_WAITING = SourceError.exit_code
SETTINGS = """\b
The file desk-mail.toml, in the folder of the collection:
  address = "telegrams@dept.example"      where other desks write to
  host = "mail.dept.example"              the mail server that takes over what is sent
  port = 587                              25 where none is said
  tls = "starttls"                        starttls, tls or none
  user = "telegrams"
  password-file = "mail-password"         its first line"""

every_option = click.option(
    "--every", type=click.IntRange(1), metavar="SECONDS", help="Go on until stopped, and send so often."
)


@click.command(
    "send",
    epilog=f"""\b
Example:
  onionskin desk send -c new-york
  onionskin desk send --every 30 -c new-york
{SETTINGS}""",
)
@every_option
@json_option
@collection_option
def send_command(*, every: int | None, as_json: bool, collection: Path) -> int:
    """Send what waits for desks elsewhere, the most urgent first.

    What a mail server does not take over waits on with the reason (`desk queue`) until the next time.
    """
    settings = mail_settings(collection)
    with desk_of(collection) as desk:
        left = _send(desk, settings, as_json=as_json)
        while every is not None:
            time.sleep(every)
            left = _send(desk, settings, as_json=as_json)
    return LEFT_WAITING if left else 0


def _send(desk: Desk, settings: MailSettings, *, as_json: bool) -> int:
    """How many wait on."""
    left = 0
    for each in send(desk, settings):
        left += bool(each.reason)
        if as_json:
            output.json_line({**_told(each.mail), "reason": each.reason, "sent": not each.reason})
        else:
            output.line(f"{_in_words(each.mail)}: {each.reason or 'sent'}")
    return left


@click.command(
    "collect",
    epilog="""\b
Example:
  onionskin desk collect --maildir ~/Maildir -c new-york
  onionskin desk collect --listen 2525 --host 0.0.0.0 --certificate room.pem --key room.key --every 30 -c new-york""",
)
@click.option("--maildir", type=click.Path(path_type=Path), metavar="FOLDER", help="Take in what is new in a Maildir.")
@click.option(
    "--listen", type=click.IntRange(1, 65535), metavar="PORT", help="Be the mail server of the desk's address."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="At which address of this machine to listen.")
@click.option("--certificate", type=FILE, metavar="FILE", help="Take mail by TLS alone: a certificate as PEM.")
@click.option("--key", type=FILE, metavar="FILE", help="The key of the certificate, as PEM.")
@every_option
@json_option
@collection_option
def collect_command(  # noqa: PLR0913 - an argument for each option
    *,
    maildir: Path | None,
    listen: int | None,
    host: str,
    certificate: Path | None,
    key: Path | None,
    every: int | None,
    as_json: bool,
    collection: Path,
) -> int:
    """Take in what other desks sent: telegrams into the registry's tray, receipts to their papers.

    Believed is what the key signs that is shared with its sender (`desk key`); a mail is taken once, however often it
    comes. With --listen the sender's server is told at once what is refused.
    """
    if (maildir is None) == (listen is None):
        raise UsageError("say where mail comes from", advice="--maildir FOLDER, or --listen PORT")
    if (certificate is None) != (key is None):
        raise UsageError("a certificate has a key", advice="Give --certificate and --key")
    secure = secured(certificate, key) if certificate and key else None
    settings = mail_settings(collection)
    with desk_of(collection) as desk:
        if maildir is not None:
            refused = 0
            for name, taken in collect_maildir(desk, settings, maildir):
                refused += bool(taken.refused)
                show_taken(taken, name, as_json=as_json)
            return SourceError.exit_code if refused else 0
        show = partial(show_taken, as_json=as_json)
        office = PostOffice(desk, settings, host, listen or 0, show, secure=secure)
        _open(office, host, listen or 0)
        try:
            _until_stopped(lambda: _send(desk, settings, as_json=as_json), every)
        finally:
            office.stop()
    return 0


def _open(office: PostOffice, host: str, port: int) -> None:
    try:
        office.start()
    except OSError as trouble:
        raise UsageError(f"{host}:{port} cannot be listened at ({trouble})", advice="Choose another --listen") from None
    click.echo(f"Mail is taken at {host}:{port}; Ctrl-C ends it.", err=True)


def _until_stopped(send_what_waits: Callable[[], object], every: int | None) -> None:
    while True:
        Event().wait(every)
        try:
            send_what_waits()
        except CollectionBusyError as busy:
            click.echo(output.printable(f"onionskin: {busy}"), err=True)


def show_taken(taken: Taken, name: str = "", *, as_json: bool) -> None:
    """One mail, as it was taken or refused."""
    if as_json:
        paper = taken.done.paper if taken.done else ""
        output.json_line({"mail": name, "taken": taken.told, "paper": paper, "refused": taken.refused})
        return
    what = f"{taken.told}{f': {taken.refused}' if taken.refused else ''}"
    output.line("  ".join(filter(None, (taken.done.paper if taken.done else name, what))))


@click.command(
    "queue",
    epilog="""\b
Example:
  onionskin desk queue -c new-york                what waits for desks elsewhere, and why
  onionskin desk queue --as clerk -c new-york     and what waits for a registry: to be sent, taken in, sent again""",
)
@click.option(
    "--as", "person", default="", metavar="PERSON", help="Show what waits for the registry of this person too."
)
@json_option
@collection_option
def queue_command(*, person: str, as_json: bool, collection: Path) -> None:
    """Show what waits to go out and to be taken in, in the order in which it will: a FLASH overtakes."""
    with desk_of(collection) as desk:
        for tray in (Tray.SEND, Tray.RECEIVE, Tray.SERVICE, Tray.AWAITED) if person else ():
            for row in desk.tray(who(desk, person), tray.value, limit=1000)[1]:
                _show_row(tray, row, as_json=as_json)
        for mail in waiting(desk):
            if as_json:
                output.json_line({"tray": "mail", **_told(mail), "reason": mail.reason})
            else:
                tries = f"; tried {mail.tries} times, last at {mail.tried}: {mail.reason}" if mail.tries else ""
                output.line(f"{'mail':<9} {_in_words(mail)}, since {mail.queued}{tries}")


def _show_row(tray: Tray, row: DeskRow, *, as_json: bool) -> None:
    if as_json:
        output.json_line({"tray": tray.value, "paper": row.id, "number": row.number, "due": row.due})
    else:
        due = f", due {row.due}" if row.due else ""
        output.line(f"{tray.value:<9} {row.id}  {' '.join(filter(None, (row.form, row.number)))}, {row.stage}{due}")


def _told(mail: Posted) -> dict[str, object]:
    return {
        "paper": mail.paper,
        "act": mail.told["act"],
        "from": mail.told["sender"],
        "address": mail.address,
        "queued": mail.queued,
        "tries": mail.tries,
    }


def _in_words(mail: Posted) -> str:
    return f"{mail.paper}  {mail.told['act']} of {mail.told['sender']} to {mail.address}"


@click.command(
    "key",
    epilog="""\b
Example:
  onionskin desk key telegrams@usun.example -c dept            makes a key, and prints it
  onionskin desk key telegrams@dept.example --file key.txt -c usun     keeps it at the other desk""",
)
@click.argument("address")
@click.option(
    "--file",
    type=click.File(encoding="utf-8"),
    help="Take the key from the first line of a file; - is what is typed or piped in.",
)
@collection_option
def key_command(*, address: str, file: TextIO | None, collection: Path) -> None:
    """Share a key with the desk at a mail address: each believes what the other signs with it.

    The key stands in desk-mail.keys, beside the collection's database; it is in no backup. Carry it by another road
    than mail.
    """
    given = file.readline() if file is not None else ""
    key = share_key(collection, address, given)
    if file is None:
        click.echo("Keep it at the other desk; it is shown this once:", err=True)
        output.line(key)
