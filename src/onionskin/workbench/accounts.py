"""Accounts of a collection that is open to a network: who may come in, and what shows that it is they."""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from types import TracebackType
from typing import Self

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from onionskin.errors import NotFoundError, UsageError
from onionskin.settings import Settings
from onionskin.store.accounts import Account, Accounts, Pass, PassKind, Role
from onionskin.store.journal import timestamp
from onionskin.store.opening import open_accounts

NAME = re.compile(r"[\w.@+-]{1,64}")
SHORTEST, LONGEST = 10, 1024
"""Characters of a password."""
SESSION = timedelta(days=7)
AT_ONCE = threading.BoundedSemaphore(2)
"""Each comparison of a password takes 64 MB for a tenth of a second; more at once would starve the readers."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A pass that was just made. `secret` is told this once, and kept nowhere."""

    account: Account
    secret: str
    until: str


class Porter:
    """Makes accounts and passes, and knows whose they are."""

    def __init__(self, settings: Settings) -> None:
        """Opens the accounts of the collection. NotFoundError where there is none."""
        self._accounts: Accounts = open_accounts(settings.collection)
        self._hasher = PasswordHasher()

    def accounts(self) -> tuple[Account, ...]:
        """Every account, by name."""
        return self._accounts.all()

    def account(self, name: str) -> Account:
        """One account. NotFoundError."""
        for each in self._accounts.all():
            if each.name == _folded(name):
                return each
        raise NotFoundError("there is no such account", where=name, advice="`onionskin account list` shows all")

    def passes(self, name: str) -> tuple[Pass, ...]:
        """The sessions and keys of an account. NotFoundError."""
        return self._accounts.passes(self.account(name).name)

    def add(self, name: str, role: Role, password: str) -> Account:
        """A new account. UsageError for a name or a password that will not do, and for a name that is taken."""
        self._accounts.add(_fit_name(name), role, self._hashed(password))
        return self.account(name)

    def set_role(self, name: str, role: Role) -> Account:
        """Another role; the account has to log in again. UsageError for the last owner."""
        self._accounts.set_role(_folded(name), role)
        return self.account(name)

    def set_password(self, name: str, password: str) -> None:
        """Another password; the account has to log in again, and its keys are good no more."""
        self._accounts.set_password(_folded(name), self._hashed(password))

    def remove(self, name: str) -> None:
        """Remove an account. UsageError for the last owner."""
        self._accounts.remove(_folded(name))

    def log_in(self, name: str, password: str, label: str) -> Issued | None:
        """A session; None where name and password do not belong together, which takes as long as where they do."""
        held = self._accounts.password_of(_folded(name))
        with AT_ONCE:
            fits = _fits(self._hasher, held or _nobodys(self._hasher), password[: LONGEST + 1])
        if held is None or not fits:
            return None
        return self._issued(self.account(name), PassKind.SESSION, label, SESSION)

    def key(self, name: str, label: str, days: int) -> Issued:
        """A key with which a program may do what the account may. NotFoundError."""
        return self._issued(self.account(name), PassKind.KEY, label, timedelta(days=days))

    def known(self, secret: str, kind: PassKind) -> Account | None:
        """Whose pass this is, None where it is nobody's or no longer good."""
        return self._accounts.shown(_digest(secret), kind)

    def log_out(self, secret: str) -> None:
        """This session is over."""
        self._accounts.end(_digest(secret))

    def end_key(self, name: str, label: str) -> None:
        """The keys of an account that are called so are good no more. NotFoundError."""
        called = [each for each in self.passes(name) if each.kind is PassKind.KEY and each.label == label]
        if not called:
            raise NotFoundError(f"the account has no key called {label!r}", where=name, advice="See `account list`")
        for each in called:
            self._accounts.end(each.digest)

    def _issued(self, account: Account, kind: PassKind, label: str, good: timedelta) -> Issued:
        secret, at = secrets.token_urlsafe(32), self._accounts.clock()
        until = timestamp(at + good)
        self._accounts.issue(Pass(_digest(secret), account.name, kind, label[:200], timestamp(at), until))
        return Issued(account, secret, until)

    def _hashed(self, password: str) -> str:
        if not SHORTEST <= len(password) <= LONGEST:
            raise UsageError(
                f"a password has {SHORTEST} to {LONGEST} characters", advice="Four or five words of a book do well"
            )
        return self._hasher.hash(_normal(password))

    def close(self) -> None:
        """Let go of the database."""
        self._accounts.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@cache
def _nobodys(hasher: PasswordHasher) -> str:
    """A hash that no password fits, to be compared where there is no account."""
    return hasher.hash(secrets.token_urlsafe(32))


def _fits(hasher: PasswordHasher, held: str, password: str) -> bool:
    try:
        return hasher.verify(held, _normal(password))
    except (VerifyMismatchError, InvalidHashError):
        return False


def _fit_name(name: str) -> str:
    if not NAME.fullmatch(_folded(name)):
        raise UsageError(
            "an account's name is of letters, digits and . _ - + @, 64 at most", where=name, advice="Choose another"
        )
    return _folded(name)


def _folded(name: str) -> str:
    """`Ruth` and `ruth` are one account."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _normal(password: str) -> str:
    """Keyboards differ in how they send letters with marks."""
    return unicodedata.normalize("NFKC", password)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
