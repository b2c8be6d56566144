"""Who may come into a collection that is open to a network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from onionskin.errors import NotFoundError, UsageError
from onionskin.store.database import Database
from onionskin.store.journal import now, timestamp
from onionskin.store.tables import accounts, passes, searches


class Role(StrEnum):
    """What a visitor may do, each all that the one before may: read; decide; keep the collection and its accounts."""

    READER = "reader"
    EDITOR = "editor"
    OWNER = "owner"

    def includes(self, other: Role) -> bool:
        """Whether who has this role may do what the other may."""
        ranks = tuple(Role)
        return ranks.index(self) >= ranks.index(other)


class PassKind(StrEnum):
    """What is shown instead of a password: by a browser since its login, or by a program."""

    SESSION = "session"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may come in. All times are UTC, ISO 8601, and empty where there is none.

    `since` it was made; `once` is until when a password that opens one time is good: who came in by it has not chosen
    one of their own yet. The last session began at `seen`; `disabled` since then it opens nothing.
    """

    name: str
    role: Role
    since: str
    once: str = ""
    seen: str = ""
    disabled: str = ""


@dataclass(frozen=True, slots=True)
class Pass:
    """What a visitor shows, by the SHA-256 of its secret; `label` says where it is used. Good until `until`."""

    digest: str
    account: str
    kind: PassKind
    label: str
    since: str
    until: str


class Accounts:
    """The accounts of one collection and their passes. Whoever's password or role changes has to log in again.

    Safe to share between threads. Passwords come here as hashes alone.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self.clock = clock

    def all(self) -> tuple[Account, ...]:
        """Every account, by name."""
        return tuple(map(_account, self._database.rows(select(accounts).order_by(accounts.c.name))))

    def password_of(self, name: str) -> str | None:
        """The hash of an account's password; None where there is no such account, or it opens nothing (any more)."""
        good = (accounts.c.once == "") | (accounts.c.once > timestamp(self.clock()))
        opens = (accounts.c.name == name) & (accounts.c.disabled == "") & good
        with self._database.reading() as connection:
            held: str | None = connection.execute(select(accounts.c.password).where(opens)).scalar()
        return held or None

    def add(self, name: str, role: Role, password: str, once: str = "") -> None:
        """A new account; with `once`, its password opens one time until then. UsageError where the name is taken."""
        told = {"name": name, "role": role.value, "password": password, "since": timestamp(self.clock())}
        told |= {"once": once, "seen": "", "disabled": ""}
        with self._database.writing(durable=True) as connection:
            if connection.execute(select(accounts.c.role).where(accounts.c.name == name)).first() is not None:
                raise UsageError(
                    "there is an account of that name", where=name, advice="Choose another name, or change that account"
                )
            connection.execute(insert(accounts), told)

    def set_password(self, name: str, password: str, once: str = "") -> None:
        """Another password. NotFoundError; with `once` (as of `add`) UsageError for the last owner."""
        self._change(name, password=password, once=once)

    def use_up(self, name: str, password: str) -> bool:
        """Have a password that opens one time open no more; False where it was used up meanwhile."""
        this = (accounts.c.name == name) & (accounts.c.password == password)
        with self._database.writing(durable=True) as connection:
            return connection.execute(update(accounts).where(this).values(password="")).rowcount == 1

    def set_role(self, name: str, role: Role) -> None:
        """Another role. NotFoundError; UsageError for the last owner, without whom nobody could keep the collection."""
        self._change(name, role=role.value)

    def disable(self, name: str) -> None:
        """Have an account open nothing. NotFoundError; UsageError for the last owner."""
        self._change(name, disabled=timestamp(self.clock()))

    def enable(self, name: str) -> None:
        """Have it open again, with the password that it had. NotFoundError."""
        self._change(name, disabled="")

    def remove(self, name: str) -> None:
        """Remove an account; what it decided stays its own. NotFoundError; UsageError for the last owner."""
        self._change(name)

    def _change(self, name: str, **told: str) -> None:
        with self._database.writing(durable=True) as connection:
            one = accounts.c.name == name
            if connection.execute(select(accounts.c.role).where(one)).first() is None:
                raise NotFoundError("there is no such account", where=name, advice="`onionskin account list` shows all")
            # Who was invited and has not come yet may never come.
            owners = select(accounts.c.name).where(
                accounts.c.role == Role.OWNER.value, accounts.c.disabled == "", accounts.c.once == ""
            )
            before = connection.execute(owners).first()
            connection.execute(delete(passes).where(passes.c.account == name))
            if told:
                connection.execute(update(accounts).where(one).values(**told))
            else:
                # Whoever has the name next is another person.
                connection.execute(delete(searches).where(searches.c.author == name))
                connection.execute(delete(accounts).where(one))
            if before is not None and connection.execute(owners).first() is None:
                raise UsageError(
                    "this is the last owner", where=name, advice="Give another account the role of owner first"
                )

    def end_sessions(self, name: str, but: str = "") -> None:
        """End the sessions of an account, but that of a digest; its keys stay good."""
        those = (passes.c.account == name) & (passes.c.kind == PassKind.SESSION.value) & (passes.c.digest != but)
        with self._database.writing(durable=True) as connection:
            connection.execute(delete(passes).where(those))

    def issue(self, given: Pass) -> None:
        """Keep a new pass. Those that are no longer good go."""
        with self._database.writing(durable=True) as connection:
            connection.execute(delete(passes).where(passes.c.until <= timestamp(self.clock())))
            if given.kind is PassKind.SESSION:
                one = accounts.c.name == given.account
                connection.execute(update(accounts).where(one).values(seen=given.since))
            connection.execute(
                insert(passes),
                {
                    "digest": given.digest,
                    "account": given.account,
                    "kind": given.kind.value,
                    "label": given.label,
                    "since": given.since,
                    "until": given.until,
                },
            )

    def shown(self, digest: str, kind: PassKind) -> Account | None:
        """Whose pass this is, as long as it is good."""
        held = (
            select(accounts)
            .join(passes)
            .where(
                passes.c.digest == digest,
                passes.c.kind == kind.value,
                passes.c.until > timestamp(self.clock()),
                accounts.c.disabled == "",
            )
        )
        return next(map(_account, self._database.rows(held)), None)

    def passes(self, name: str = "") -> tuple[Pass, ...]:
        """The passes of an account that are good, or of all, oldest first."""
        held = select(passes).where(passes.c.until > timestamp(self.clock())).order_by(passes.c.since)
        if name:
            held = held.where(passes.c.account == name)
        return tuple(
            Pass(row.digest, row.account, PassKind(row.kind), row.label, row.since, row.until)
            for row in self._database.rows(held)
        )

    def end(self, digest: str) -> None:
        """This pass is good no more."""
        with self._database.writing(durable=True) as connection:
            connection.execute(delete(passes).where(passes.c.digest == digest))

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def _account(row: Row[*tuple[Any, ...]]) -> Account:
    return Account(row.name, Role(row.role), row.since, row.once, row.seen, row.disabled)
