"""`bench room`: twenty readers at once in a room of 30,000 papers.

Each of them opens a page, reads for a second or so, and opens the next: papers, searches, the list, and every other
page and JSON route that following the links of the room finds. The room is a process of its own, `onionskin serve`.
Told for each route is the time from the question to the last byte of the answer, as half and as 95 of 100 readers had
it. Then the first view of some pages in Chromium with nothing in its cache. 1 where a bound is broken.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from subprocess import PIPE, Popen
from urllib.parse import urlsplit

from tests.web import browsing

from bench.room.walking import Asker, walk

READERS, SECONDS, READING = 20, 60.0, 1.0
MOST_MS, MOST_MS_OF_PICTURES, MOST_MS_OF_FIRST_VIEW = 100.0, 150.0, 1000.0
OFTEN = {"/papers/{record_id}": 8, "/search": 6, "/": 3, "/api/search": 2, "/api/records/{record_id}": 2}
"""How often a route is asked, where others are asked once."""
VIEWS, ALONE = 5, 20
KEPT = 4.0
"""Seconds after which a connection is given up, as browsers do; the room does so after five."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a line for each route; 1 where 95 of 100 answers took longer than they may, or any failed."""
    parser = argparse.ArgumentParser(prog="bench room", description=__doc__)
    parser.add_argument("collection", type=Path, help="made by `python -m bench.room.fill`")
    parser.add_argument("--only", nargs="*", default=(), metavar="PATH", help="routes whose path begins so")
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--reading", type=float, default=READING, help="seconds between two pages of a reader")
    parser.add_argument("--no-browser", action="store_true")
    asked = parser.parse_args(argv)
    with opened(asked.collection) as room:
        host, port = urlsplit(room.address).hostname or "", urlsplit(room.address).port or 0
        found = walk(Asker(host, port), Random(1962))
        if asked.only:
            found = {path: held for path, held in found.items() if path.startswith(tuple(asked.only))}
        readers = Readers(host, port, found, asked.reading)
        spent = readers.one_by_one(room)
        readers.read(asked.readers, asked.seconds)
        broken = told(readers.took, spent, readers.failed)
        if not asked.no_browser:
            broken |= viewed(room.address, found)
    return int(broken)


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is open in process `pid`."""

    address: str
    pid: int

    def spent(self) -> float:
        """Seconds of the processor that it took until now, as Linux tells."""
        told = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def opened(collection: Path) -> Iterator[Room]:
    """A room in a process of its own, until the block ends."""
    command = [sys.executable, "-m", "onionskin", "serve", "-c", str(collection), "--port", "0"]
    with Popen(command, stderr=PIPE, text=True) as room:
        try:
            said = next((line for line in room.stderr or () if "http://" in line), "")
            if not said:
                raise SystemExit("bench room: the room did not open")
            yield Room("http://" + said.split("http://", 1)[1].split()[0].rstrip("/"), room.pid)
        finally:
            room.terminate()


class Readers:
    """Readers who open pages at the same time; `took` milliseconds by route, `failed` are addresses with what came."""

    def __init__(self, host: str, port: int, found: Mapping[str, Sequence[str]], reading: float) -> None:
        self._host, self._port, self._found, self._reading = host, port, found, reading
        self._weights = [OFTEN.get(path, 1) for path in found]
        self.took: dict[str, list[float]] = defaultdict(list)
        self.failed: list[str] = []
        self._lock = threading.Lock()

    def one_by_one(self, room: Room) -> dict[str, float]:
        """One reader alone: milliseconds of the room's processor for an answer, by route; it opens the collection."""
        asker = Asker(self._host, self._port)
        spent = {}
        for path, held in self._found.items():
            asker.ask(held[0])
            begun = room.spent()
            some = (list(held) * ALONE)[:ALONE]
            for address in some:
                asker.ask(address)
            spent[path] = (room.spent() - begun) / ALONE * 1e3
        return spent

    def read(self, readers: int, seconds: float) -> None:
        """Lets so many read for so long."""
        until = time.monotonic() + seconds
        with ThreadPoolExecutor(readers) as pool:
            for nth in range(readers):
                pool.submit(self._one, Random(nth), until)

    def _one(self, random: Random, until: float) -> None:
        asker = Asker(self._host, self._port)
        while time.monotonic() < until:
            reading = random.expovariate(1 / self._reading) if self._reading else 0
            time.sleep(reading)
            if reading > KEPT:
                asker = Asker(self._host, self._port)
            (path,) = random.choices(list(self._found), self._weights)
            address = random.choice(self._found[path])
            begun = time.perf_counter()
            came: int | str
            try:
                came = asker.ask(address)[0]
            except OSError as fault:
                came, asker = str(fault), Asker(self._host, self._port)
            took = (time.perf_counter() - begun) * 1e3
            with self._lock:
                self.took[path].append(took)
                if came not in {200, 303, 307}:
                    self.failed.append(f"{came} {address}")


def told(took: Mapping[str, Sequence[float]], spent: Mapping[str, float], failed: Sequence[str]) -> bool:
    """Prints the table; whether a bound is broken. `cpu` is of one answer where nobody else asks."""
    print(f"{'route':<52}{'cpu ms':>7}{'asked':>6}{'p50 ms':>9}{'p95 ms':>9}{'worst':>9}")
    slow = False
    for path in sorted(took, key=lambda path: -_share(took[path], 0.95)):
        most = MOST_MS_OF_PICTURES if "image" in path or path.startswith("/iiif/") else MOST_MS
        over = _share(took[path], 0.95) > most
        slow |= over
        print(_row(f"{path:<52}{spent[path]:>7.0f}", took[path]) + ("  over" if over else ""))
    print(_row(f"{'all':<59}", [each for held in took.values() for each in held]))
    print(f"{len(failed)} failed {failed[:5] or ''}")
    return slow or bool(failed)


def _row(head: str, took: Sequence[float]) -> str:
    return f"{head}{len(took):>6}{_share(took, 0.5):>9.0f}{_share(took, 0.95):>9.0f}{max(took):>9.0f}"


def _share(took: Sequence[float], share: float) -> float:
    return sorted(took)[min(int(len(took) * share), len(took) - 1)]


def viewed(address: str, found: Mapping[str, Sequence[str]]) -> bool:
    """Prints how long the first view of some pages takes; whether any takes longer than it may."""
    slow = False
    with browsing.browser() as chromium:
        for path, held in found.items():
            if path.startswith("/api/") or PAGELESS & set(path.split("/")) or path.endswith((".json", ".csv")):
                continue
            views = [_first_view(chromium, address + each) for each in held[:VIEWS]]
            if seen := [each for each in views if each]:
                middle = statistics.median(seen)
                slow |= middle > MOST_MS_OF_FIRST_VIEW
                print(f"{path:<52}{'first view':>15}{middle:>9.0f} ms, worst {max(seen):.0f}")
    return slow


PAGELESS = {"image", "iiif", "openapi.json", "export"}


def _first_view(chromium: object, address: str) -> float:
    """Milliseconds until Chromium first draws what stands there; 0 for what is no page."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})  # type: ignore[attr-defined]
    page = context.new_page()
    try:
        page.goto(address, wait_until="load")
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0")
    except Exception:  # noqa: BLE001 - a download is no page
        painted = 0
    context.close()
    return float(painted)


if __name__ == "__main__":
    sys.exit(main())
