"""Mail of the desk sent: what waits in the outbox, the most urgent first, until a mail server has taken it over."""

from __future__ import annotations

import fcntl
import hashlib
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.composing import composed
from onionskin.desk.chancery.course import stands
from onionskin.desk.chancery.levels import UNCLASSIFIED, rank
from onionskin.desk.chancery.mails import Cover, Wire, written
from onionskin.desk.chancery.sight import reading_captions, sealed
from onionskin.desk.chancery.standing import Standing
from onionskin.desk.chancery.times import local_time
from onionskin.desk.chancery.wires import takes_of
from onionskin.errors import CollectionBusyError, OnionskinError, UsageError
from onionskin.record.codec import encode
from onionskin.record.document import Document
from onionskin.store.journal import now, timestamp
from onionskin.store.outbox import Posted
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_mail_settings import LOCK, MailSettings
from onionskin.workbench.facsimiles import form_of

PATIENCE = 30.0
"""Seconds to wait for a mail server."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one mail: `reason` is why it waits on, empty where a server took it over."""

    mail: Posted
    reason: str = ""


def send(desk: Desk, settings: MailSettings) -> Iterator[Sent]:
    """Send what waits, each told as it is done; one that becomes urgent meanwhile overtakes.

    A server that is down or refuses leaves them waiting with the reason. Killed between a server's word and our note of
    it, a mail goes out once more, and is taken once where it comes to. CollectionBusyError while another run sends.
    """
    failed: set[int] = set()
    if desk.log.outbox.first() is None:
        return
    with _alone(settings):
        while desk.log.outbox.first(failed) is not None:
            try:
                with _server(settings) as server:
                    yield from _over(desk, settings, server, failed)
            except OSError as trouble:
                reason = f"the mail server {settings.host}:{settings.port} cannot be used: {_words(trouble)}"
                yield from _left(desk, failed, reason)
                return


def _over(desk: Desk, settings: MailSettings, server: smtplib.SMTP, failed: set[int]) -> Iterator[Sent]:
    """Mails over one connection, until none is left or the server hangs up: that mail waits for the next run."""
    while (mail := desk.log.outbox.first(failed)) is not None:
        reason, hung_up = "", False
        try:
            server.send_message(written_mail(desk, settings, mail), to_addrs=[_address(desk, mail)])
        except OnionskinError as fault:
            reason = fault.what
        except OSError as trouble:
            # What smtplib raises is an OSError too.
            answered = isinstance(trouble, smtplib.SMTPException)
            hung_up = not answered or isinstance(trouble, smtplib.SMTPServerDisconnected)
            reason = f"the mail server {'hung up' if hung_up else 'refused it'}: {_words(trouble)}"
        if reason:
            failed.add(mail.n)
            desk.log.outbox.failed(mail.mail, timestamp(now()), reason)
        else:
            desk.log.outbox.sent(mail.mail, timestamp(now()))
        yield Sent(mail, reason)
        if hung_up:
            return


def _left(desk: Desk, failed: set[int], reason: str) -> Iterator[Sent]:
    while (mail := desk.log.outbox.first(failed)) is not None:
        failed.add(mail.n)
        desk.log.outbox.failed(mail.mail, timestamp(now()), reason)
        yield Sent(mail, reason)


def waiting(desk: Desk, limit: int = 1000) -> tuple[Posted, ...]:
    """The mails that no server has taken over, in the order in which they will go; for who keeps the desk."""
    return desk.log.outbox.waiting(limit)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that waits, as one person of the desk is told of it, with the number and precedence of its paper."""

    mail: Posted
    number: str
    precedence: str

    @property
    def what(self) -> str:
        """What it brings: `telegram`, `receipt`."""
        return _CALLED[DeskAct(self.mail.told["act"])]


def waiting_for(desk: Desk, by: str, *, limit: int = 50, offset: int = 0) -> tuple[int, tuple[Waiting, ...]]:
    """The mails that wait, of papers alone that a person may know of, in the order in which they will go.

    And how many in all.
    """
    mails = desk.log.outbox.waiting(limit=None)
    known = desk.log.lists.known(desk.asker(by), (each.paper for each in mails))
    theirs = [each for each in mails if each.paper in known]
    return len(theirs), tuple(_waiting(desk, each) for each in theirs[offset : offset + limit])


def _waiting(desk: Desk, mail: Posted) -> Waiting:
    held = desk.standing(mail.paper)
    return Waiting(mail, held.number if held else "", held.precedence if held else "")


@contextmanager
def _alone(settings: MailSettings) -> Iterator[None]:
    with (settings.folder / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CollectionBusyError("mail is being sent by another run", where=str(settings.folder)) from None
        yield


@contextmanager
def _server(settings: MailSettings) -> Iterator[smtplib.SMTP]:
    if not settings.host:
        raise UsageError(
            "no mail server is named", where=str(settings.folder), advice='Say host = "..." in its desk-mail.toml'
        )
    where = settings.host, settings.port
    # Without a context of ours smtplib would take any certificate.
    secure = ssl.create_default_context()
    with (
        smtplib.SMTP_SSL(*where, timeout=PATIENCE, context=secure)
        if settings.tls == "tls"
        else smtplib.SMTP(*where, timeout=PATIENCE)
    ) as server:
        if settings.tls == "starttls":
            server.starttls(context=secure)
        if settings.user:
            server.login(settings.user, settings.password)
        yield server


def _words(trouble: Exception) -> str:
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        return _said(*next(iter(trouble.recipients.values())))
    if isinstance(trouble, smtplib.SMTPResponseException):
        return _said(trouble.smtp_code, trouble.smtp_error)
    return str(trouble) or type(trouble).__name__


def _said(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode('utf-8', 'replace') if isinstance(words, bytes) else words}"[:400]


def _address(desk: Desk, mail: Posted) -> str:
    """Where it goes: a custodian may have mended the address since it was written."""
    post = desk.roster.posts.get(_other(mail, desk))
    return post.mail if post and post.mail else mail.address


def _other(mail: Posted, desk: Desk) -> str:
    """The post at the other end."""
    if DeskAct(mail.told["act"]) in {DeskAct.COME, DeskAct.RETRANSMIT}:
        return str(mail.told["posts"][0])
    held = desk.standing(mail.paper)
    return held.supplier(mail.told["posts"][0]) if held else ""


def written_mail(desk: Desk, settings: MailSettings, mail: Posted) -> EmailMessage:
    """A mail of the outbox as it goes out: the paper as it stood when the act was done. UsageError."""
    acts = [each for each in desk.acts(mail.paper) if each.entry <= mail.seq]
    held, done, act = stands(acts), acts[-1], DeskAct(mail.told["act"])
    address = _address(desk, mail)
    key = settings.key(address)
    if key is None or held is None:
        raise UsageError(f"no key is shared with {address}", advice=f"`onionskin desk key {address}` makes one")
    if act in {DeskAct.COME, DeskAct.RETRANSMIT}:
        _refuse_too_high(desk, held, done, mail)
    document = composed(held, acts, desk.roster) if act is DeskAct.COME else None
    form = _form(document) if document else b""
    wire = Wire(
        mail=mail.mail,
        to=address,
        sender=mail.told["sender"],
        act=act,
        paper=mail.paper,
        takes=takes_of(act, mail.told["posts"], done, held),
        record=encode(document) if document else {},
        form=hashlib.sha256(form).hexdigest() if form else "",
    )
    subject = f"{held.precedence} {held.number}".strip() + f", {wire.sender}: {_CALLED[act]}"
    cover = Cover(subject=subject, body=_body(desk, wire, held, done), form=form)
    return written(wire, key, settings.address, datetime.now(UTC), cover)


def _form(document: Document) -> bytes:
    """The form; none for words in letters that no typewriter has: these go as JSON alone."""
    try:
        return form_of(document)
    except UsageError:
        return b""


_CALLED = {
    DeskAct.COME: "telegram",
    DeskAct.RETRANSMIT: "sent again",
    DeskAct.RECEIVE: "receipt",
    DeskAct.ACKNOWLEDGE: "acknowledgement",
    DeskAct.SERVICE: "service message",
}


def _refuse_too_high(desk: Desk, held: Standing, done: Performed, mail: Posted) -> None:
    """What was allowed when the act was done may be forbidden by the time that it is sent."""
    for name in mail.told["posts"]:
        post = desk.roster.posts.get(name)
        carries = post.carries if post else ""
        if rank(held.level_on(done.day)) > rank(carries):
            raise UsageError(f"mail to {name} carries nothing above {carries or UNCLASSIFIED}")


def _body(desk: Desk, wire: Wire, held: Standing, done: Performed) -> str:
    """What a person reads in the mail itself: of a telegram that anybody may read its text."""
    number = f"telegram {held.number}".strip()
    when = local_time(done.at, desk.roster.posts[wire.sender].zone if wire.sender in desk.roster.posts else "UTC")
    match wire.act:
        case DeskAct.RECEIVE:
            return f"{wire.sender} received {number} at {when}, control number {wire.takes['control']}.\n"
        case DeskAct.ACKNOWLEDGE:
            return f"{wire.sender} acknowledges {number} at {when}.\n"
        case DeskAct.SERVICE:
            asked = f"service message {wire.takes['service']}"
            return f"{wire.sender} asks for {number}, or groups of it, once more: {asked}.\n"
    if rank(held.level_on(done.day)) or sealed(held) or reading_captions(held):
        return f"{number} of {held.post} is attached. Its level or captions keep its text out of the body of a mail.\n"
    to = f"{held.post} to {', '.join(held.to)}"
    return f"{held.precedence} {number}\n{to}\n{when}\n\n{wire.takes.get('text', '')}\n"
