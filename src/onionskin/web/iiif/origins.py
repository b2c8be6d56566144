"""Who else may read what IIIF gives: viewers on this machine, and nobody's pages from elsewhere.

The standard asks for `Access-Control-Allow-Origin: *`. Upon a room on somebody's own machine that would let any page of
the web that he happens to open read his whole collection through his browser, for no firewall stands between the two.
So another origin is allowed where its host is this machine by name (`http://localhost:9000`, `http://127.0.0.1:9000`):
what runs here could read the collection's folder anyhow. It never reads as the visitor, for without
`Access-Control-Allow-Credentials` no session goes along. Images are besides marked `same-site`, so that a viewer upon
another port of the same host may show them in plain `<img>`s, as OpenSeadragon does. All else of the room stays
`same-origin`.
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PREFIX = "/iiif/"
_THIS_MACHINE = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?")


class Neighbours:
    """Lets viewers on this machine read the addresses under `/iiif/`, faults included, and answers their preflights."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one question through."""
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self.app(scope, receive, send)
            return
        origin = Headers(scope=scope).get("origin", "")
        welcome = bool(_THIS_MACHINE.fullmatch(origin))

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Cross-Origin-Resource-Policy"] = "same-site"
                headers.add_vary_header("Origin")
                if welcome:
                    headers["Access-Control-Allow-Origin"] = origin
                    headers["Access-Control-Expose-Headers"] = "Link"
            await send(message)

        if scope["method"] == "OPTIONS":
            allowed = {"Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Allow-Headers": "Accept"}
            answer = Response(status_code=204, headers={"Allow": "GET, HEAD, OPTIONS", **(allowed if welcome else {})})
            await answer(scope, receive, with_headers)
            return
        await self.app(scope, receive, with_headers)
