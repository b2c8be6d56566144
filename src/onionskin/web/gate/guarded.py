"""The gate of a room that is open to a network: sessions of browsers, keys of programs, and not too much of either."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onionskin.errors import LoginNeededError, NotAllowedError, TooOftenError
from onionskin.web.gate.pace import Pace, Tries
from onionskin.web.gate.visitors import Asking, Visitor
from onionskin.workbench import Account, Issued, PassKind, Porter, Role

WEEK = 7 * 24 * 3600
HOUR = 3600
BEARER = "bearer "
ANYBODY = Visitor("", Role.READER)


@dataclass(frozen=True, slots=True)
class Cookies:
    """The names of our cookies. `__Host-` has the browser itself refuse any that another site or plain HTTP set."""

    secure: bool

    @property
    def session(self) -> str:
        """Who has logged in."""
        return "__Host-onionskin" if self.secure else "onionskin"

    @property
    def visit(self) -> str:
        """Who is about to: their login page has a token too."""
        return "__Host-onionskin-visit" if self.secure else "onionskin-visit"

    def give(self, response: Response, name: str, value: str, seconds: int) -> None:
        """Set one; no script sees it, and no other site makes a browser send it with a form."""
        response.set_cookie(name, value, max_age=seconds, secure=self.secure, httponly=True, samesite="lax")

    def take(self, response: Response, name: str) -> None:
        """Have the browser forget one."""
        response.delete_cookie(name, secure=self.secure, httponly=True, samesite="lax")


class GuardedGate:
    """Knows visitors by their passes. `secure` says that browsers reach the room by TLS."""

    def __init__(self, porter: Porter, *, secure: bool, public_reading: bool = False) -> None:
        """The accounts stay open as long as the room."""
        self.porter = porter
        self.cookies = Cookies(secure)
        self.public_reading = public_reading
        self._visits = Pace()
        self._tries = Tries()

    async def recognise(self, request: Request) -> Asking:
        """Who asks. LoginNeededError for a key that is not good, TooOftenError."""
        known = await run_in_threadpool(self._recognised, request)
        name = known.visitor.name if known.visitor else ""
        if wait := self._visits.wait(name or address(request)):
            raise TooOftenError("too much was asked at once", wait)
        return known

    def _recognised(self, request: Request) -> Asking:
        told = request.headers.get("authorization", "")
        if told.lower().startswith(BEARER):
            return Asking(_visitor(self._of_key(told[len(BEARER) :].strip())), "", sessionless=True, guarded=True)
        secret = request.cookies.get(self.cookies.session, "")
        account = self.porter.known(secret, PassKind.SESSION) if secret else None
        if account is not None:
            return Asking(_visitor(account), token_of(secret), guarded=True)
        return Asking(ANYBODY if self.public_reading else None, "", guarded=True)

    def _of_key(self, secret: str) -> Account:
        account = self.porter.known(secret, PassKind.KEY)
        if account is None:
            raise LoginNeededError("this key is not good, or no longer", advice="Ask an owner for another")
        return account

    def log_in(self, request: Request, name: str, password: str) -> Issued | None:
        """A new session, and the end of the one before; None where name and password do not belong together.

        TooOftenError after too many that did not.
        """
        where = address(request)
        if wait := self._tries.wait(name, where):
            raise TooOftenError("too many tries did not fit", wait)
        issued = self.porter.log_in(name, password, where)
        if issued is None:
            self._tries.failed(name, where)
            return None
        self.log_out(request)
        return issued

    def choose_password(self, request: Request, name: str, now: str, password: str) -> Issued:
        """Another password, and a new session for it. NotAllowedError, UsageError, TooOftenError as of a login."""
        where = address(request)
        if wait := self._tries.wait(name, where):
            raise TooOftenError("too many tries did not fit", wait)
        try:
            self.porter.choose_password(name, now, password)
        except NotAllowedError:
            self._tries.failed(name, where)
            raise
        issued = self.porter.log_in(name, password, where)
        if issued is None:
            raise LoginNeededError("the password was changed elsewhere meanwhile")
        return issued

    def end_others(self, request: Request, name: str) -> None:
        """End the sessions of an account, but that of this question."""
        self.porter.end_sessions(name, but=request.cookies.get(self.cookies.session, ""))

    def log_out(self, request: Request) -> None:
        """The session of this question, if it has one, is over."""
        if secret := request.cookies.get(self.cookies.session):
            self.porter.log_out(secret)


def token_of(secret: str) -> str:
    """The token of a session's pages: as secret as the session, from which nobody gets back to it."""
    return hashlib.sha256(b"csrf " + secret.encode()).hexdigest()


def address(request: Request) -> str:
    """Where a question comes from."""
    return request.client.host if request.client else ""


def _visitor(account: Account) -> Visitor:
    return Visitor(account.name, account.role)
