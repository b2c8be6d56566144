"""Who else may read what IIIF gives: viewers on this machine, and nobody's pages from elsewhere.

The standard asks for `Access-Control-Allow-Origin: *`. Upon a room on somebody's own machine that would let any page of
the web that he happens to open read his whole collection through his browser, for no firewall stands between the two.
So another origin is allowed where its host is this machine by name (`http://localhost:9000`, `http://127.0.0.1:9000`):
what runs here could read the collection's folder anyhow. It never reads as the visitor, for without
`Access-Control-Allow-Credentials` no session goes along. A plain `<img>`, as OpenSeadragon uses, brings no `Origin`;
there the `Referer` tells whose page it stands in, where no script can put another's, and `Cross-Origin-Resource-Policy`
lets it through (`same-site` would not: to Chromium no two ports of 127.0.0.1 are one site). All else of the room stays
`same-origin`.
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PREFIX = "/iiif/"
_THIS_MACHINE = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?")
_OF_THIS_MACHINE = re.compile(_THIS_MACHINE.pattern + r"/.*", re.DOTALL)


class Neighbours:
    """Lets viewers on this machine read the addresses under `/iiif/`, faults included, and answers their preflights."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one question through."""
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        origin = asked.get("origin", "")
        welcome = bool(_THIS_MACHINE.fullmatch(origin))
        shown = welcome or bool(_OF_THIS_MACHINE.fullmatch(asked.get("referer", "")))

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Origin, Referer")
                if shown:
                    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
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
