"""Accounts of a collection that is open to a network: who may come in, and what shows that it is they."""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from types import TracebackType
from typing import Self

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from onionskin.errors import NotAllowedError, NotFoundError, UsageError
from onionskin.settings import Settings
from onionskin.store.accounts import Account, Accounts, Pass, PassKind, Role
from onionskin.store.journal import timestamp
from onionskin.store.opening import open_accounts

NAME = re.compile(r"[\w.@+-]{1,64}")
SHORTEST, LONGEST = 10, 1024
"""Characters of a password."""
SESSION = timedelta(days=7)
INVITATION = timedelta(days=7)
"""How long a password that opens one time is good."""
PLAIN = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody takes for one another; sixteen of them have 79 bits."""
AT_ONCE = threading.BoundedSemaphore(2)
"""Each comparison of a password takes 64 MB for a tenth of a second; more at once would starve the readers."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A pass that was just made. `secret` is told this once, and kept nowhere."""

    account: Account
    secret: str
    until: str


@dataclass(frozen=True, slots=True)
class Invited:
    """An account whose `password` opens one time, until `until`. It is told this once, and kept nowhere."""

    account: Account
    password: str
    until: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An account with its passes that are good."""

    account: Account
    sessions: tuple[Pass, ...]
    keys: tuple[Pass, ...]


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

    def standings(self) -> tuple[Standing, ...]:
        """Every account with what is open to it, by name."""
        held = self._accounts.passes()
        return tuple(_standing(each, held) for each in self._accounts.all())

    def standing(self, name: str) -> Standing:
        """One of them. NotFoundError."""
        account = self.account(name)
        return _standing(account, self._accounts.passes(account.name))

    def add(self, name: str, role: Role, password: str) -> Account:
        """A new account. UsageError for a name or a password that will not do, and for a name that is taken."""
        self._accounts.add(_fit_name(name), role, self._hashed(password))
        return self.account(name)

    def invite(self, name: str, role: Role) -> Invited:
        """A new account with a password that opens one time; whoever comes in by it chooses one. UsageError."""
        password, until = self._for_once()
        self._accounts.add(_fit_name(name), role, self._hasher.hash(password), until)
        return Invited(self.account(name), password, until)

    def invite_again(self, name: str) -> Invited:
        """A password that opens one time in place of one that was forgotten; sessions and keys are ended.

        NotFoundError. UsageError for the last owner, who might never come in again.
        """
        password, until = self._for_once()
        self._accounts.set_password(_folded(name), self._hasher.hash(password), until)
        return Invited(self.account(name), password, until)

    def choose_password(self, name: str, now: str, password: str) -> None:
        """Another password of one's own; sessions and keys are ended. NotAllowedError where `now` is not the present.

        Who came in by a password for one time has none, and `now` is not looked at.
        """
        account = self.account(name)
        if not account.once and not self._is_password(account.name, now):
            raise NotAllowedError("this is not your present password", advice="Type it again")
        self.set_password(name, password)

    def set_role(self, name: str, role: Role) -> Account:
        """Another role; the account has to log in again. UsageError for the last owner."""
        self._accounts.set_role(_folded(name), role)
        return self.account(name)

    def set_password(self, name: str, password: str) -> None:
        """Another password; the account has to log in again, and its keys are good no more."""
        self._accounts.set_password(_folded(name), self._hashed(password))

    def disable(self, name: str) -> Account:
        """Have an account open nothing until it is enabled. NotFoundError, UsageError for the last owner."""
        self._accounts.disable(_folded(name))
        return self.account(name)

    def enable(self, name: str) -> Account:
        """Have an account open again. NotFoundError."""
        self._accounts.enable(_folded(name))
        return self.account(name)

    def end_sessions(self, name: str, but: str = "") -> None:
        """End the sessions of an account, but the one whose secret this is. NotFoundError."""
        self._accounts.end_sessions(self.account(name).name, _digest(but) if but else "")

    def remove(self, name: str) -> None:
        """Remove an account. UsageError for the last owner."""
        self._accounts.remove(_folded(name))

    def log_in(self, name: str, password: str, label: str) -> Issued | None:
        """A session; None where name and password do not belong together, which takes as long as where they do."""
        if not self._is_password(name, password):
            return None
        account = self.account(name)
        held = self._accounts.password_of(account.name)
        if account.once and not self._accounts.use_up(account.name, held or ""):
            return None
        return self._issued(account, PassKind.SESSION, label, SESSION)

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
        return Issued(self.account(account.name), secret, until)

    def _is_password(self, name: str, password: str) -> bool:
        held = self._accounts.password_of(_folded(name))
        with AT_ONCE:
            fits = _fits(self._hasher, held or _nobodys(self._hasher), password[: LONGEST + 1])
        return held is not None and fits

    def _for_once(self) -> tuple[str, str]:
        """Such a password, in fours to be read out, and until when it is good."""
        fours = ("".join(secrets.choice(PLAIN) for _ in range(4)) for _ in range(4))
        return "-".join(fours), timestamp(self._accounts.clock() + INVITATION)

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


def _standing(account: Account, passes: Sequence[Pass]) -> Standing:
    own = [each for each in passes if each.account == account.name]
    sessions, keys = (tuple(each for each in own if each.kind is kind) for kind in (PassKind.SESSION, PassKind.KEY))
    return Standing(account, sessions, keys)


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
