"""Mail between desks: standard mail with what it tells as signed JSON and the paper's form attached.

The text of a telegram stands in the body only where nothing keeps it from being read under way. What is believed is the
JSON alone, under the signature of a key that the two desks share; form, body and headers are for people.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import format_datetime, parseaddr
from typing import Any

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.wires import CARRIED
from onionskin.errors import MailRefusedError
from onionskin.record.ids import RECORD_ID

SCHEMA = "onionskin/wire/1"
SIGNATURE = "X-Onionskin-Signature"
JSON_NAME = "telegram.json"
LARGEST = 16_000_000
"""Bytes of one mail. The longest text that a paper may have, with its record and its form, has a quarter of it."""
MOST_PARTS = 20
_MAIL_ID = re.compile(r"[0-9a-f]{40}")
_OUR_ID = re.compile(rb"^message-id:\s*<([0-9a-f]{40})@", re.IGNORECASE | re.MULTILINE)
_FAILED = re.compile(rb"^action:\s*failed", re.IGNORECASE | re.MULTILINE)
_WHY = re.compile(rb"^(?:diagnostic-code|status):\s*([^\r\n]{1,200})", re.IGNORECASE | re.MULTILINE)
_UNFIT = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the mail parser of the standard library raises of mail that is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """What one mail tells: the act that it is where it comes to, `takes` as `chancery.particulars` has them.

    `mail` is its id, 40 hexadecimal digits; `sender` the post whose act it is, `to` the address that it goes to.
    `record` is the paper as its sender's record tells it (`onionskin/record/1`), and `form` the SHA-256 of the PDF
    beside it, empty where the mail is about a paper that is there already.
    """

    mail: str
    to: str
    sender: str
    act: DeskAct
    paper: str
    takes: Mapping[str, Any]
    record: Mapping[str, Any] = field(default_factory=dict)
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What of a mail is for people: `form` is the PDF, empty where none goes along."""

    subject: str
    body: str
    form: bytes = b""


def written(wire: Wire, key: bytes, address: str, when: datetime, cover: Cover) -> EmailMessage:
    """The mail, from `address`."""
    told = json.dumps({"schema": SCHEMA, **_plain(wire)}, ensure_ascii=False, separators=(",", ":")).encode()
    out = EmailMessage(policy=policy.SMTP)
    out["From"], out["To"], out["Subject"] = address, wire.to, cover.subject
    out["Date"] = format_datetime(when)
    out["Message-ID"] = f"<{wire.mail}@{address.rpartition('@')[2]}>"
    out["Auto-Submitted"] = "auto-generated"
    out[SIGNATURE] = signature(told, key)
    out.set_content(cover.body, cte="quoted-printable")
    out.add_attachment(told, maintype="application", subtype="json", filename=JSON_NAME)
    if cover.form:
        out.add_attachment(cover.form, maintype="application", subtype="pdf", filename="telegram.pdf")
    return out


def _plain(wire: Wire) -> dict[str, Any]:
    """Its values by their names; not copied, as `asdict` would a whole record."""
    return {each.name: getattr(wire, each.name) for each in fields(wire)}


def signature(told: bytes, key: bytes) -> str:
    """HMAC-SHA256 over the JSON, byte for byte."""
    return "sha256=" + hmac.new(key, told, hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail taken apart, of which nothing is believed yet."""

    address: str
    signature: str
    told: bytes
    form: bytes


def opened(data: bytes) -> Letter:
    """A mail taken apart. MailRefusedError for what is no mail of a desk."""
    if len(data) > LARGEST:
        raise MailRefusedError(f"the mail has more than {LARGEST} bytes")
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data)
        parts = [each for each in message.walk() if not each.is_multipart()]
        if len(parts) > MOST_PARTS:
            raise MailRefusedError(f"the mail has {len(parts)} parts")
        told = [_bytes(each) for each in parts if each.get_content_type() == "application/json"]
        forms = [_bytes(each) for each in parts if each.get_content_type() == "application/pdf"]
        address = parseaddr(str(message.get("From", "")))[1]
        signed = str(message.get(SIGNATURE, "")).strip()
    except _UNFIT as wrong:
        raise MailRefusedError(f"the mail cannot be taken apart ({type(wrong).__name__})") from None
    if len(told) != 1 or not signed:
        raise MailRefusedError("this is no mail of a desk: it has no signed JSON")
    return Letter(address, signed, told[0], forms[0] if forms else b"")


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def believed(letter: Letter, key: bytes) -> Wire:
    """What a mail tells, once its signature is that of the key. MailRefusedError."""
    if not hmac.compare_digest(letter.signature.encode("ascii", "replace"), signature(letter.told, key).encode()):
        raise MailRefusedError("its signature is not of the key that is shared with its sender")
    try:
        wire = _wire(json.loads(letter.told))
    except _UNFIT as wrong:
        raise MailRefusedError(f"its JSON is not in form ({type(wrong).__name__})") from None
    if wire.form and hashlib.sha256(letter.form).hexdigest() != wire.form:
        raise MailRefusedError("the form beside it is not the one that it was sent with")
    return wire


def _wire(told: dict[str, Any]) -> Wire:
    """ValueError and its like for what is not in form; `takes` is looked at where the act is done."""
    if told.pop("schema") != SCHEMA:
        raise MailRefusedError("it was written by another version of Onionskin")
    wire = Wire(**{**told, "act": DeskAct(told["act"])})
    words = (wire.mail, wire.paper, wire.sender, wire.to, wire.form)
    if not all(isinstance(each, str) for each in words) or not isinstance(wire.takes, dict):
        raise TypeError
    if not _MAIL_ID.fullmatch(wire.mail) or not re.fullmatch(RECORD_ID, wire.paper) or wire.act not in CARRIED:
        raise ValueError
    return wire


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail of ours that came back: its id, and why."""

    mail: str
    reason: str


def bounced(data: bytes) -> Bounce | None:
    """What a mail server says of one of our mails that it could not deliver (RFC 3464); None for any other mail.

    Nobody signs these. One that is forged makes us send a mail again, which is taken once.
    """
    head, _, rest = data.partition(b"\n\n") if b"\r\n\r\n" not in data else data.partition(b"\r\n\r\n")
    ours = _OUR_ID.search(rest)
    if b"delivery-status" not in head.lower() or ours is None or not _FAILED.search(rest):
        return None
    why = [each.decode("ascii", "replace").strip() for each in _WHY.findall(rest)]
    return Bounce(ours[1].decode(), f"it came back: {max(why, key=len)}" if why else "it came back")
