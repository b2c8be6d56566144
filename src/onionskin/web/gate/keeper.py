"""Stands before all routes: knows the visitor, and turns away what another site made a browser ask."""

from __future__ import annotations

import getpass
import secrets
from typing import Protocol
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onionskin.errors import LoginNeededError, NotAllowedError
from onionskin.web.gate.admission import SAFE
from onionskin.web.gate.visitors import Asking, Visitor, asking
from onionskin.workbench import Role

LARGEST_BODY = 1 << 20
"""Bytes of a question that is no upload: the longest correction is far shorter."""
UPLOADS = frozenset({"/api/uploads", "/collection/upload"})
"""Where more may be sent: these count for themselves, and let nobody in who is no owner."""
OPEN = ("/static/", "/login", "/api/login")
"""What needs no login: the way in, and what its page is made of."""
OURS = frozenset({"same-origin", "none"})
"""What a browser says of a question that no other site made it ask (`Sec-Fetch-Site`)."""


FORWARDED = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"})
"""What a server in between adds."""


class Gate(Protocol):
    """Knows visitors."""

    async def recognise(self, request: Request) -> Asking:
        """Who asks."""
        ...


class LocalGate:
    """The gate of one's own machine: everybody who reaches it is its user."""

    def __init__(self) -> None:
        """Pages of an earlier opening have another token, and must be loaded again."""
        self._asking = Asking(Visitor(getpass.getuser(), Role.OWNER), secrets.token_urlsafe(24))

    async def recognise(self, request: Request) -> Asking:
        """The user of the machine. NotAllowedError for who comes through another server, from wherever."""
        if not FORWARDED.isdisjoint(request.headers):
            raise NotAllowedError(
                "this room is open for its own machine alone, and the question came through another server",
                advice="Whoever keeps it opens it with `onionskin serve --behind-proxy`",
            )
        return self._asking


class Gatekeeper:
    """Lets a question in once its visitor is known; the routes say what roles they need."""

    def __init__(self, app: ASGIApp, *, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """LoginNeededError, NotAllowedError, or the answer of the room."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if request.method not in SAFE:
            refuse_strangers(request)
        known = await self.gate.recognise(request)
        if known.visitor is None and not request.url.path.startswith(OPEN):
            raise LoginNeededError("this room is for those who have an account")
        scope.setdefault("state", {})["asking"] = known
        before = asking.set(known)
        try:
            await self.app(scope, receive if request.url.path in UPLOADS else _bounded(request, receive), send)
        finally:
            asking.reset(before)


def refuse_strangers(request: Request) -> None:
    """NotAllowedError where the browser says that a page of another site asks."""
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "none")
    if site not in OURS or (origin is not None and urlsplit(origin).netloc != request.headers.get("host")):
        raise NotAllowedError("a page of another site asked for this", advice="Do it from a page of this room")


def _bounded(request: Request, receive: Receive) -> Receive:
    """Refuses a body that is too large, before it is read where its length is told."""
    taken = 0

    async def within() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if max(taken, told) > LARGEST_BODY:
            raise HTTPException(413, f"More than {LARGEST_BODY >> 20} MB were sent")
        return message

    length = request.headers.get("content-length", "0")
    told = int(length) if length.isdecimal() else 0
    return within
