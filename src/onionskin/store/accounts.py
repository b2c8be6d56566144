"""Who may come into a collection that is open to a network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Row, delete, func, insert, select, update

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
    """A person who may come in; `since` is UTC, ISO 8601."""

    name: str
    role: Role
    since: str


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
        """The hash of an account's password; None where there is no such account."""
        with self._database.reading() as connection:
            held: str | None = connection.execute(select(accounts.c.password).where(accounts.c.name == name)).scalar()
        return held

    def add(self, name: str, role: Role, password: str) -> None:
        """A new account. UsageError where there is one of that name."""
        told = {"name": name, "role": role.value, "password": password, "since": timestamp(self.clock())}
        with self._database.writing(durable=True) as connection:
            if connection.execute(select(accounts.c.role).where(accounts.c.name == name)).first() is not None:
                raise UsageError(
                    "there is an account of that name", where=name, advice="Choose another name, or change that account"
                )
            connection.execute(insert(accounts), told)

    def set_password(self, name: str, password: str) -> None:
        """Another password. NotFoundError."""
        self._change(name, password=password)

    def set_role(self, name: str, role: Role) -> None:
        """Another role. NotFoundError; UsageError for the last owner, without whom nobody could keep the collection."""
        self._change(name, role=role.value)

    def remove(self, name: str) -> None:
        """Remove an account; what it decided stays its own. NotFoundError; UsageError for the last owner."""
        self._change(name)

    def _change(self, name: str, **told: str) -> None:
        with self._database.writing(durable=True) as connection:
            held = connection.execute(select(accounts.c.role).where(accounts.c.name == name)).scalar()
            if held is None:
                raise NotFoundError("there is no such account", where=name, advice="`onionskin account list` shows all")
            owners = connection.execute(
                select(func.count()).select_from(accounts).where(accounts.c.role == Role.OWNER.value)
            ).scalar_one()
            keeps_role = "password" in told or told.get("role") == Role.OWNER.value
            if held == Role.OWNER.value and owners == 1 and not keeps_role:
                raise UsageError(
                    "this is the last owner", where=name, advice="Give another account the role of owner first"
                )
            connection.execute(delete(passes).where(passes.c.account == name))
            one = accounts.c.name == name
            if told:
                connection.execute(update(accounts).where(one).values(**told))
            else:
                # Whoever has the name next is another person.
                connection.execute(delete(searches).where(searches.c.author == name))
                connection.execute(delete(accounts).where(one))

    def issue(self, given: Pass) -> None:
        """Keep a new pass. Those that are no longer good go."""
        with self._database.writing(durable=True) as connection:
            connection.execute(delete(passes).where(passes.c.until <= timestamp(self.clock())))
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
            )
        )
        return next(map(_account, self._database.rows(held)), None)

    def passes(self, name: str) -> tuple[Pass, ...]:
        """The passes of an account, oldest first."""
        held = select(passes).where(passes.c.account == name).order_by(passes.c.since)
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


def _account(row: Row[*tuple[object, ...]]) -> Account:
    return Account(row.name, Role(row.role), row.since)
