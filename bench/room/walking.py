"""Which addresses a room has: found by following its links, sorted by the route that answers."""

from __future__ import annotations

import json
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode, urljoin, urlsplit

from fastapi.routing import iter_route_contexts

from onionskin.settings import Settings
from onionskin.web.app import create_app

HREF = re.compile(r'<(?:a|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
PART = re.compile(r"\{(\w+)(?::(\w+))?\}")
WHOLE = re.compile(r"\.(csv|jsonl|zip|tar)\Z|/export|/backup")
"""What gives away all that was found at once, and is no page."""
OF_A_ROUTE = 60
"""So many addresses of a route are enough."""
VISITED = 400
SHARE = 20
"""Of a route: so many of its pages are followed further."""
PAPERS, WORDS = 400, 300


@dataclass(frozen=True, slots=True)
class Route:
    """A route that answers GET: its path as it is written, what addresses it takes, and the names of its parts."""

    path: str
    takes: re.Pattern[str]

    @classmethod
    def of(cls, path: str) -> Route:
        """From a path like `/papers/{record_id}`."""
        written, at = "", 0
        for part in PART.finditer(path):
            inside = ".+" if part[2] == "path" else "[^/]+"
            written += re.escape(path[at : part.start()]) + f"(?P<{part[1]}>{inside})"
            at = part.end()
        return cls(path, re.compile(written + re.escape(path[at:])))


def routes() -> tuple[Route, ...]:
    """All that answer GET, in the order in which they are tried; the files of the room's own look left out."""
    found = iter_route_contexts(create_app(Settings(collection=Path("nowhere"))).routes)
    paths = dict.fromkeys(each.path for each in found if each.path and "GET" in (each.methods or ()))
    return tuple(Route.of(path) for path in paths if not (path.startswith(("/static", "/login")) or WHOLE.search(path)))


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


def walk(asker: Asker, random: Random) -> Mapping[str, Sequence[str]]:
    """Addresses by the route's path: drawn papers and words, what the pages link to, and the JSON routes."""
    known = routes()
    found: dict[str, dict[str, None]] = defaultdict(dict)
    parts: dict[str, dict[str, None]] = defaultdict(dict)
    papers = tuple(_papers(asker, random))
    ahead = deque(["/", *(f"/papers/{each['id']}" for each in papers[:SHARE])])
    seen = set(ahead)
    followed: dict[str, int] = defaultdict(int)
    while ahead and len(seen) < VISITED * 10:
        address = ahead.popleft()
        route = _route(known, address)
        if route is None or len(found[route.path]) >= OF_A_ROUTE:
            continue
        found[route.path][address] = None
        followed[route.path] += 1
        if (match := route.takes.fullmatch(urlsplit(address).path)) is not None:
            for name, value in match.groupdict().items():
                parts[name][value] = None
        if followed[route.path] > SHARE or WHOLE.search(urlsplit(address).path):
            continue
        links = [urljoin(address, each.replace("&amp;", "&")) for each in HREF.findall(asker.page(address))]
        new = sorted({each.partition("#")[0] for each in links if each.startswith("/")} - seen)
        random.shuffle(new)
        seen.update(new)
        ahead.extend(new)
    found["/papers/{record_id}"] = dict.fromkeys(f"/papers/{each['id']}" for each in papers)
    queries = tuple(_queries(papers, random))
    found["/search"] = dict.fromkeys(f"/search?{urlencode({'q': each})}" for each in queries)
    found["/api/search"] = dict.fromkeys(f"/api/search?{urlencode({'q': each})}" for each in queries)
    parts["record_id"] = {each["id"]: None for each in papers}
    parts["field"] = {"date": None}
    for route in known:
        if not found[route.path]:
            found[route.path] = dict.fromkeys(_filled(route.path, parts, random))
    return {path: tuple(held) for path, held in found.items() if held}


def _route(known: Sequence[Route], address: str) -> Route | None:
    path = urlsplit(address).path
    return next((each for each in known if each.takes.fullmatch(path)), None)


def _filled(path: str, parts: Mapping[str, Mapping[str, None]], random: Random) -> Iterator[str]:
    """Addresses of a route that no page links to, as far as its parts are known from others."""
    names = [part[1] for part in PART.finditer(path)]
    if all(parts.get(name) for name in names):
        for _ in range(OF_A_ROUTE if names else 1):
            drawn = {name: random.choice(list(parts[name])) for name in names}
            yield PART.sub(lambda part, drawn=drawn: quote(drawn[part[1]]), path)  # type: ignore[misc]


def _papers(asker: Asker, random: Random) -> Iterator[dict[str, str]]:
    """Papers from anywhere in the collection."""
    total = json.loads(asker.page("/api/records?limit=1"))["total"]
    for _ in range(PAPERS // 20):
        yield from json.loads(asker.page(f"/api/records?limit=20&offset={random.randrange(max(1, total - 20))}"))[
            "records"
        ]


def _queries(papers: Sequence[Mapping[str, str]], random: Random) -> Iterator[str]:
    """What people look for: a word, some words, a phrase, a name that is misspelt, words with a field."""
    subjects = [words for each in papers if len(words := re.findall(r"[A-Za-z]{4,}", each["subject"])) > 3]
    for nth in range(WORDS):
        words, paper = random.choice(subjects), random.choice(papers)
        at = random.randrange(len(words) - 2)
        match nth % 6:
            case 0:
                yield words[at]
            case 1:
                yield f"{words[at]} {words[-1]}"
            case 2:
                yield f'"{words[at]} {words[at + 1]}"'
            case 3:
                yield words[at][:-2] + words[at][-1] + words[at][-2]
            case 4:
                yield f"{words[at]} kind:{paper['kind']}"
            case _:
                yield f"{words[at]} date:{paper['date'][:4] or 1962}"
