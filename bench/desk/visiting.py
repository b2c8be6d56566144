"""How long the desk's pages are waited for in the room, by people who come as persons of the desk."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from bench.desk.looking import Taken, show
from bench.room.opening import Room, opened

PAGES = 5
COOKIE = "onionskin-desk-as"


class Visitor:
    """One who has chosen a person of the desk, with a connection that is kept."""

    def __init__(self, room: Room, person: str) -> None:
        self._connection = HTTPConnection(urlsplit(room.address).netloc, timeout=60)
        self._headers = {"Cookie": f"{COOKIE}={person.encode().hex()}"}

    def ask(self, address: str) -> bytes:
        """What stands there. SystemExit where nothing does."""
        self._connection.request("GET", address, headers=self._headers)
        got = self._connection.getresponse()
        body = got.read()
        if got.status != 200:
            raise SystemExit(f"bench desk: {address} answers {got.status}")
        return body


def visited(folder: Path, persons: Sequence[str], bound: float) -> bool:
    """Prints milliseconds for each kind of page; whether one of 95 in 100 is above the bound."""
    taken: Taken = defaultdict(list)
    with opened(folder) as room:
        for person in persons:
            visitor = Visitor(room, person)
            for kind, address in _pages(visitor, person):
                clock, processor = time.perf_counter(), room.spent()
                visitor.ask(address)
                taken[kind].append((1000 * (time.perf_counter() - clock), room.spent() - processor))
    return show("in the room", taken, bound)


def _pages(visitor: Visitor, person: str) -> Iterator[tuple[str, str]]:
    yield "desk", "/desk"
    for tray in json.loads(visitor.ask("/api/desk"))["trays"]:
        yield "tray", f"/desk/trays/{tray}"
        yield "tray, JSON", f"/api/desk/trays/{tray}"
    listed = [each["paper"] for each in json.loads(visitor.ask("/api/desk/papers"))["papers"]]
    for paper in Random(person).sample(listed, min(PAGES, len(listed))):
        yield "paper", f"/desk/papers/{paper}"
        yield "paper, JSON", f"/api/desk/papers/{paper}"
