"""Mail of the desk to other installations: written with the act that it tells, tried until a server takes it over."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from onionskin.store.database import Database, ready
from onionskin.store.desk_tables import desk_mails, desk_outbox
from onionskin.store.journal import Entry

MAIL_ID = r"[0-9a-f]{40}"

_NEW_MAIL = ready(insert(desk_outbox), *(column.name for column in desk_outbox.c if column.name != "n"))
_TAKEN = ready(select(desk_mails.c.seq).where(desk_mails.c.mail == bindparam("of")))
_TAKE = ready(insert(desk_mails))
_WAITING = select(desk_outbox).where(desk_outbox.c.sent == "").order_by(desk_outbox.c.precedence, desk_outbox.c.n)
_OF_MAIL = update(desk_outbox).where(desk_outbox.c.mail == bindparam("of"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A mail of the outbox. Times are UTC, empty for what was not yet; `told` is what `wires.Dispatch` tells."""

    n: int
    mail: str
    seq: int
    paper: str
    address: str
    told: Mapping[str, Any]
    precedence: int
    queued: str
    tries: int = 0
    tried: str = ""
    sent: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail that an entry of the journal has go to an address, as urgent as `precedence`; `told` as of `Posted`."""

    entry: Entry
    precedence: int
    address: str
    told: Mapping[str, Any]


class Outbox:
    """The mails of one collection. Safe to share between threads and processes.

    That a server took a mail over is not kept durably: after a power cut it may go out once more, and is known by its
    id where it comes to.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, limit: int | None = 1000) -> tuple[Posted, ...]:
        """What no server has taken over, the most urgent first, of equals what was written first; all without limit."""
        return tuple(map(_posted, self._database.rows(_WAITING.limit(limit))))

    def first(self, but: Collection[int] = ()) -> Posted | None:
        """What is to go next, `but` for some that were tried already. It is on the disk, and may go."""
        rows = self._database.rows(_WAITING.where(desk_outbox.c.n.not_in(but)).limit(1))
        if not rows:
            return None
        self._database.settle()
        return _posted(rows[0])

    def ids(self) -> tuple[frozenset[str], Mapping[str, int]]:
        """The ids of all that was ever written, and those that were taken in, with their entries."""
        posted = frozenset(row.mail for row in self._database.rows(select(desk_outbox.c.mail)))
        return posted, {row.mail: row.seq for row in self._database.rows(select(desk_mails))}

    def sent(self, mail: str, at: str) -> None:
        """A server has taken it over."""
        self._set(mail, sent=at, tried=at, reason="", tries=desk_outbox.c.tries + 1)

    def failed(self, mail: str, at: str, reason: str) -> bool:
        """A try failed, or it came back after it was sent: it waits once more. False for none of ours."""
        return self._set(mail, sent="", tried=at, reason=reason, tries=desk_outbox.c.tries + 1)

    def _set(self, mail: str, **values: object) -> bool:
        with self._database.writing() as connection:
            return bool(connection.execute(_OF_MAIL.values(**values), {"of": mail}).rowcount)


def post(connection: Connection, mail: Outgoing) -> None:
    """Write a mail, within the transaction that writes the act that it tells."""
    entry, address = mail.entry, mail.address
    row = {"mail": mail_id(entry, address), "seq": entry.seq, "paper": entry.record, "address": address}
    row |= {"told": json.dumps(mail.told), "precedence": mail.precedence, "queued": entry.at}
    connection.execute(_NEW_MAIL, {**row, "tries": 0, "tried": "", "sent": "", "reason": ""})


def make_anew(connection: Connection, mails: Mapping[str, Outgoing], brought: Mapping[str, int]) -> None:
    """Have the tables hold these and no others. What was sent stays so; a mail that was lost goes out once more."""
    held = {mail for (mail,) in connection.execute("SELECT mail FROM desk_outbox").fetchall()}
    for mail in held - mails.keys():
        connection.execute("DELETE FROM desk_outbox WHERE mail = ?", (mail,))
    for mail, each in mails.items():
        if mail not in held:
            post(connection, each)
    connection.execute("DELETE FROM desk_mails")
    connection.executemany(_TAKE, [{"mail": mail, "seq": seq} for mail, seq in brought.items()])


def mail_id(entry: Entry, address: str) -> str:
    """The id of a mail, from the journal alone: a table that is made anew names it alike, and it is taken once."""
    return hashlib.sha256(f"{entry.chain}:{address}".encode()).hexdigest()[:40]


def is_new(connection: Connection, mail: str) -> bool:
    """Whether a mail of another installation was not taken yet."""
    return connection.execute(_TAKEN, {"of": mail}).fetchone() is None


def take(connection: Connection, mail: str, seq: int) -> None:
    """Note that it was, with the act that it brought."""
    connection.execute(_TAKE, {"mail": mail, "seq": seq})


def _posted(row: Any) -> Posted:  # noqa: ANN401 - a row as the database gives it
    held = dict(row._mapping)  # noqa: SLF001 - the row's own way to its columns
    return Posted(**{**held, "told": json.loads(held["told"])})
