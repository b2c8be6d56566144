"""Mail of other desks taken in: each is believed by its signature, taken once, and refused with the reason."""

from __future__ import annotations

import asyncio
import mailbox
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aiosmtpd import smtp
from aiosmtpd.controller import Controller

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.mails import LARGEST, Wire, believed, bounced, opened
from onionskin.errors import CollectionError, MailRefusedError, NotFoundError, OnionskinError, UsageError
from onionskin.store.journal import now, timestamp
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_mail_settings import MailSettings


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a mail: the act that it brought, or `told`, what there is to say of it besides."""

    told: str
    done: Performed | None = None
    refused: str = ""


def take(desk: Desk, settings: MailSettings, data: bytes) -> Taken:
    """Take one mail in. MailRefusedError with the rule; CollectionError where it ought to be tried again."""
    if (back := bounced(data)) is not None:
        if not desk.log.outbox.failed(back.mail, timestamp(now()), back.reason):
            raise MailRefusedError("it tells of a mail that came back, and that we did not send")
        return Taken(f"a mail of ours came back, and waits once more: {back.reason}")
    letter = opened(data)
    key = settings.key(letter.address)
    if key is None:
        raise MailRefusedError(f"no key is shared with {letter.address or 'its sender'}")
    wire = believed(letter, key)
    if wire.to.lower() != settings.address.lower():
        raise MailRefusedError(f"it was written to {wire.to}")
    post = desk.roster.posts.get(wire.sender)
    if post is None or post.mail.lower() != letter.address.lower():
        raise MailRefusedError(f"{letter.address} does not write for {wire.sender}")
    return _arrived(desk, wire)


def _arrived(desk: Desk, wire: Wire) -> Taken:
    try:
        done = desk.arrive(wire.sender, wire.act, wire.paper, wire.takes, wire.mail)
    except CollectionError:
        raise
    except OnionskinError as fault:
        raise MailRefusedError(fault.what) from None
    if done is None:
        return Taken("it was taken before")
    told = {DeskAct.COME: "a telegram", DeskAct.RECEIVE: "a receipt", DeskAct.SERVICE: "a service message"}
    return Taken(f"{told.get(wire.act, str(wire.act))} of {wire.sender}", done)


def collect_maildir(desk: Desk, settings: MailSettings, folder: Path) -> Iterator[tuple[str, Taken]]:
    """Take in what is new in a Maildir; each with its name there.

    What was looked at is moved to `cur`: seen (S), and flagged (F) where it was refused. NotFoundError for no Maildir.
    """
    if not all((folder / each).is_dir() for each in ("cur", "new", "tmp")):
        raise NotFoundError("this is no Maildir", where=str(folder), advice="It has the folders cur, new and tmp")
    box = mailbox.Maildir(folder, factory=None, create=False)
    for place in sorted(each for each in (folder / "new").iterdir() if each.is_file()):
        taken = _looked_at(desk, settings, place)
        place.replace(folder / "cur" / f"{place.name.partition(':')[0]}:2,{'FS' if taken.refused else 'S'}")
        yield place.name, taken
    box.close()


def _looked_at(desk: Desk, settings: MailSettings, place: Path) -> Taken:
    try:
        with place.open("rb") as mail:
            return take(desk, settings, mail.read(LARGEST + 1))
    except MailRefusedError as refused:
        return Taken("refused", refused=refused.what)


def secured(certificate: Path, key: Path) -> ssl.SSLContext:
    """What a mail server shows of itself, out of PEM files. UsageError where they are none, or do not match."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(certificate, key)
    except (OSError, ssl.SSLError) as fault:
        raise UsageError(f"certificate and key cannot be used ({fault})", where=str(certificate)) from None
    return context


def _reply(words: str) -> str:
    """On one line, as a mail server answers; its own words may quote the mail."""
    return "".join(each if each.isprintable() else " " for each in words)[:400]


class PostOffice:
    """A mail server for the desk's own address, and for nothing else: what it refuses, the sender's server is told.

    With `secure` it takes nothing before its sender has turned to TLS (STARTTLS). `told` is called with each mail's
    outcome, in a thread of its own.
    """

    def __init__(  # noqa: PLR0913 - where it listens, and how
        self,
        desk: Desk,
        settings: MailSettings,
        host: str,
        port: int,
        told: Callable[[Taken], None],
        *,
        secure: ssl.SSLContext | None = None,
    ) -> None:
        self._secure = secure
        self._desk = desk
        self._settings = settings
        self._told = told
        self._where = host, port
        self._controller: Controller | None = None

    def start(self) -> None:
        """Listen, in a thread of its own. OSError where the port cannot be had."""
        host, port = self._where
        self._controller = Controller(
            self,
            hostname=host,
            port=port,
            data_size_limit=LARGEST,
            ident="Onionskin desk",
            enable_SMTPUTF8=True,
            tls_context=self._secure,
            require_starttls=self._secure is not None,
        )
        self._controller.start()

    def stop(self) -> None:
        """Listen no more."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_RCPT(  # noqa: N802 - the names that aiosmtpd calls
        self, _server: smtp.SMTP, _session: smtp.Session, envelope: smtp.Envelope, address: str, _options: list[str]
    ) -> str:
        """Mail for others is refused: this is no relay."""
        if address.lower() != self._settings.address.lower():
            return "550 5.1.1 nobody of this name is at this desk"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: smtp.SMTP, _session: smtp.Session, envelope: smtp.Envelope) -> str:  # noqa: N802
        """One mail, taken or refused while its sender waits for the word."""
        data = envelope.content
        try:
            taken = await asyncio.to_thread(take, self._desk, self._settings, data if isinstance(data, bytes) else b"")
        except MailRefusedError as refused:
            self._told(Taken("refused", refused=refused.what))
            return f"554 5.7.1 {_reply(refused.what)}"
        except CollectionError as busy:
            return f"451 4.3.0 {_reply(busy.what)}"
        self._told(taken)
        return "250 2.0.0 taken"
