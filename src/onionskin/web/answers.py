"""How every answer leaves: cached by what it holds, and with headers that let nothing from elsewhere in."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from itertools import islice
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onionskin.errors import OnionskinError, UsageError

log = logging.getLogger(__name__)

POLICY = "; ".join(
    (
        *("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'"),
        *("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"),
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""No request leaves the machine, no other site frames or reads the room, and no paper can bring a script in.

The referrer stays at home. Not `no-referrer`, with which browsers send `Origin: null` with our own forms.
"""

PORT = re.compile(r":\d*\Z")

FaultAnswer = Callable[[Request, Exception], Response]


def by_content(
    request: Request,
    body: str | bytes,
    media_type: str,
    *,
    headers: MutableMapping[str, str] | None = None,
    fresh: int = 0,
) -> Response:
    """An answer whose ETag is its content; 304 without a body where the visitor has it already.

    `fresh` is for how many seconds the visitor need not even ask; 0 is always ask.
    """
    data = body.encode() if isinstance(body, str) else body
    tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    held = {
        "ETag": tag,
        "Cache-Control": f"private, max-age={fresh}" if fresh else "no-cache",
        **(headers or {}),
    }
    seen = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if tag in seen or "*" in seen:
        return Response(status_code=304, headers=held)
    return Response(data, media_type=media_type, headers=held)


def json_by_content(
    request: Request,
    content: Any,  # noqa: ANN401 - JSON is what it is
    *,
    media_type: str = "application/json",
    **more: Any,  # noqa: ANN401 - what `by_content` takes
) -> Response:
    """JSON as the codec prints it: UTF-8, no escapes."""
    told = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return by_content(request, told, media_type, **more)


def in_pieces(lines: Iterable[str], at_once: int = 200) -> Iterator[str]:
    """The same text in fewer pieces: each one goes through another thread, which takes longer than to write a line.

    The first line comes alone and at once: whoever waits sees that it comes.
    """
    told = iter(lines)
    yield from islice(told, 1)
    while piece := "".join(islice(told, at_once)):
        yield piece


def is_for_programs(request: Request) -> bool:
    """Whether it asks one of the described routes, or what would be one: they tell of faults in JSON."""
    path = request.url.path
    # The route is known once it was found; whoever is turned away before has only his address.
    return (
        getattr(request.scope.get("route"), "include_in_schema", False)
        or path.startswith(("/api/", "/iiif/"))
        or path.endswith(".json")
    )


class Doorkeeper:
    """Sets the headers, answers to the room's own names only, and lets no error out as it is.

    The names matter on one's own machine: a page of some other site could have its name point at 127.0.0.1 and then
    read the collection through the visitor's browser.
    """

    def __init__(self, app: ASGIApp, *, names: Iterable[str], answer: FaultAnswer) -> None:
        self.app = app
        self.names = frozenset(names)
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one question in and its answer out."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope)
        try:
            self._greet(scope)
            await self.app(scope, receive, with_headers)
        except OnionskinError as error:
            await self.answer(request, error)(scope, receive, with_headers)
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            # One line for whoever runs the room; a traceback would bury it.
            log.error(  # noqa: TRY400
                "a fault of ours at %s: %s: %s (%s:%s); please report this line",
                *(scope["path"], type(error).__name__, error, frame.filename, frame.lineno),
            )
            if begun:
                raise
            await self.answer(request, error)(scope, receive, with_headers)

    def _greet(self, scope: Scope) -> None:
        name = PORT.sub("", Headers(scope=scope).get("host", "")).lower()
        if name not in self.names:
            raise UsageError(
                "the room does not go by this name", where=name, advice="Open it by the address it printed"
            )
