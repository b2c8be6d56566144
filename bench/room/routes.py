"""The routes of a room that answer GET, as its application lists them, and by which of them an address is answered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from fastapi.routing import iter_route_contexts

from onionskin.settings import Settings
from onionskin.web.app import create_app

PART = re.compile(r"\{(\w+)(?::(\w+))?\}")
EXPORT = re.compile(r"\.(csv|jsonl)\Z")
"""What gives away all that was found at once: a file that is waited for, and no page."""
NEEDS = dict.fromkeys(("/ledger/changes", "/api/ledger/changes"), frozenset({"since", "until"}))
"""What some routes have nothing to tell without; OpenAPI does not say so."""
_NO_PAGE = re.compile(r"\A/(static|login)\b")
_OF_A_PERSON = re.compile(r"/api/desk\Z|(/api)?/desk/")
"""Only a person of a desk is answered there, and the collections of this bench have none; `bench desk` asks them."""


@dataclass(frozen=True, slots=True)
class Route:
    """A route: its path as it is written, which addresses it takes, and the names of what may and must be asked of it,
    as far as OpenAPI tells: it knows the JSON routes.
    """

    path: str
    takes: re.Pattern[str]
    asks: frozenset[str]
    needs: frozenset[str]

    @classmethod
    def of(cls, path: str, told: Mapping[str, Any]) -> Route:
        """From a path like `/papers/{record_id}`, and what OpenAPI says of it."""
        written, at = "", 0
        for part in PART.finditer(path):
            inside = ".+" if part[2] == "path" else "[^/]+"
            written += re.escape(path[at : part.start()]) + f"(?P<{part[1]}>{inside})"
            at = part.end()
        asked = [each for each in told.get("get", {}).get("parameters", ()) if each["in"] == "query"]
        return cls(
            path,
            re.compile(written + re.escape(path[at:])),
            frozenset(each["name"] for each in asked),
            frozenset(each["name"] for each in asked if each["required"]) | NEEDS.get(path, frozenset()),
        )

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of what stands in its addresses for something."""
        return tuple(part[1] for part in PART.finditer(self.path))

    def filled(self, parts: Mapping[str, str], asked: Mapping[str, str | int] | None = None) -> str:
        """Its address for these parts."""
        path = PART.sub(lambda part: quote(parts[part[1]]), self.path)
        return f"{path}?{urlencode(asked)}" if asked else path


def routes() -> tuple[Route, ...]:
    """All that answer GET, in the order in which they are tried; the files of the room's own look left out, and what
    only a person of a desk is told.
    """
    app = create_app(Settings(collection=Path("nowhere")))
    found = iter_route_contexts(app.routes)
    paths = dict.fromkeys(each.path for each in found if each.path and "GET" in (each.methods or ()))
    described = app.openapi()["paths"]
    return tuple(
        Route.of(path, described.get(PART.sub(r"{\1}", path), {}))
        for path in paths
        if not _NO_PAGE.search(path) and not _OF_A_PERSON.match(path)
    )


def route_of(known: Sequence[Route], address: str) -> Route | None:
    """By which an address is answered, None where by none of these."""
    path = urlsplit(address).path
    return next((each for each in known if each.takes.fullmatch(path)), None)


PAGE_SIZES = {"/": 50, "/search": 20, "/persons": 100, "/posts": 100, "/files": 100, "/archives": 100}
ROWS = 50
SAME = {"/": "/api/records", "/papers/{record_id}": "/api/records/{record_id}"}
"""Where a page says the same as a JSON route that has not its path with `/api` before it."""
CALLED = {"find": "q"}
"""What a page's form calls otherwise than the JSON route."""


def as_json(known: Sequence[Route], address: str) -> str:
    """The address at which programs are told what a page says; empty where there is none.

    `/persons?find=rusk&page=3` is `/api/persons?q=rusk&offset=200&limit=100`.
    """
    page, split = route_of(known, address), urlsplit(address)
    path = SAME.get(page.path) or f"/api{page.path}" if page else ""
    route = next((each for each in known if each.path == path), None)
    if page is None or route is None:
        return ""
    size = PAGE_SIZES.get(page.path, ROWS)
    asked: dict[str, str | int] = {CALLED.get(name, name): value for name, value in parse_qsl(split.query)}
    if number := int(asked.pop("page", 1)) - 1:
        asked |= {"offset": number * size, "limit": size}
    asked = {name: value for name, value in asked.items() if name in route.asks}
    if route.needs - asked.keys():
        return ""
    found = page.takes.fullmatch(split.path)
    own = f"/api{split.path}" if page.path not in SAME else route.filled(found.groupdict() if found else {})
    return f"{own}?{urlencode(asked)}" if asked else own
