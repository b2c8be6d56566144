"""Which addresses a room has: found by following its links, each route as often as the others."""

from __future__ import annotations

import json
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPConnection
from random import Random
from urllib.parse import urljoin, urlsplit

from bench.room import drawing
from bench.room.routes import EXPORT, Route, as_json, route_of, routes

HREF = re.compile(r'<(?:a|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
LEAF = re.compile(r"\A/(api|iiif)/|/image\Z|\.\w+\Z|\.\{\w+\}\Z")
"""Routes whose answers have no links of a page."""
OF_A_ROUTE = 200
"""So many addresses of a route are enough."""
FOLLOWED = 12
"""Of a route: so many of its pages are followed further."""
PAPERS, WORDS, SCANS = 400, 300, 60
AT_ONCE = 20


class Asker:
    """Asks one room by one connection that is kept."""

    def __init__(self, host: str, port: int) -> None:
        self._connection = HTTPConnection(host, port, timeout=60)

    def ask(self, address: str) -> tuple[int, str, bytes]:
        """Status, media type and body."""
        self._connection.request("GET", address)
        got = self._connection.getresponse()
        return got.status, got.headers.get("content-type", ""), got.read()

    def page(self, address: str) -> str:
        """What stands there, as text."""
        return self.ask(address)[2].decode(errors="replace")

    def told(self, address: str) -> dict[str, object]:
        """What a JSON route says."""
        answer: dict[str, object] = json.loads(self.page(address))
        return answer


def walk(asker: Asker, random: Random, most: int = OF_A_ROUTE) -> Mapping[str, Sequence[str]]:
    """Addresses by the route's path, as many of each as there are and are enough, in no order.

    What pages link to; the same as JSON; and, of routes that scripts and viewers ask, what these would ask. A route
    of which the collection has nothing to show is not among them.
    """
    known = routes()
    papers, scans = tuple(_papers(asker, random)), tuple(_scans(asker))
    found = _linked(asker, random, known, ["/", *(f"/papers/{each['id']}" for each in (*scans, *papers[:AT_ONCE]))])
    found["/papers/{record_id}"] = [f"/papers/{each['id']}" for each in papers]
    found["/search"] = list(drawing.searches(papers, random, WORDS))
    for path, made in drawing.unlinked(asker.told, known, papers, scans, random, most):
        found[path] = [*found.get(path, ()), *made]
    for address in [each for held in tuple(found.values()) for each in held]:
        if (same := as_json(known, address)) and (route := route_of(known, same)):
            found.setdefault(route.path, []).append(same)
    whole = {path: list(dict.fromkeys(held)) for path, held in found.items() if not EXPORT.search(path)}
    return {path: random.sample(held, min(len(held), most)) for path, held in whole.items() if held}


def exports(found: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """What gives away everything at once: the register, and whole results of some searches."""
    away = [each.replace("/search?", "/api/search.csv?") for each in found.get("/search", ())[:AT_ONCE]]
    return {"/missing.csv": ("/missing.csv",), "/missing.jsonl": ("/missing.jsonl",), "/api/search.csv": tuple(away)}


def _linked(asker: Asker, random: Random, known: Sequence[Route], begin: Sequence[str]) -> dict[str, list[str]]:
    """What following links finds. The route of which fewest pages were followed is always the next."""
    found: dict[str, list[str]] = defaultdict(list)
    ahead: dict[str, deque[str]] = defaultdict(deque)
    followed: dict[str, int] = defaultdict(int)
    seen: set[str] = set()

    def meet(addresses: Sequence[str]) -> None:
        for address in addresses:
            route = route_of(known, address) if address not in seen else None
            seen.add(address)
            if route is not None and not EXPORT.search(urlsplit(address).path):
                found[route.path].append(address)
                if not LEAF.search(route.path):
                    ahead[route.path].append(address)

    meet(begin)
    while waiting := [path for path, held in ahead.items() if held and followed[path] < FOLLOWED]:
        path = min(waiting, key=lambda each: followed[each])
        followed[path] += 1
        address = ahead[path].popleft()
        links = [urljoin(address, each.replace("&amp;", "&")) for each in HREF.findall(asker.page(address))]
        new = sorted({each.partition("#")[0] for each in links if each.startswith("/")} - seen)
        random.shuffle(new)
        meet(new)
    return found


def _papers(asker: Asker, random: Random) -> Iterator[drawing.Paper]:
    """Papers from anywhere in the collection."""
    total = drawing.whole(asker.told("/api/records?limit=1"), "total")
    for _ in range(PAPERS // AT_ONCE):
        offset = random.randrange(max(1, total - AT_ONCE))
        yield from drawing.members(asker.told(f"/api/records?limit={AT_ONCE}&offset={offset}"), "records")


def _scans(asker: Asker) -> Iterator[drawing.Paper]:
    """Papers whose pages have images."""
    held = 0
    for folder in drawing.members(asker.told("/api/folders?limit=500"), "folders"):
        for source in drawing.members(asker.told(drawing.folder_at(folder["folder"])), "sources"):
            if held < SCANS and source["media_type"].startswith(("image/", "application/pdf")):
                on_it = drawing.members(asker.told(f"/api/files/{source['sha256']}"), "papers")
                held += len(on_it)
                yield from (each["record"] for each in on_it)
