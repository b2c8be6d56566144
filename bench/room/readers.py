"""Readers: one alone, by what an answer takes of the processor; and many at once, by the clock."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from random import Random

from bench.room.opening import Room

OFTEN = {"/papers/{record_id}": 8, "/search": 6, "/": 3, "/api/search": 2, "/api/records/{record_id}": 2}
"""How often a route is asked, where others are asked once."""
KEPT = 4.0
"""Seconds after which a connection is given up, as browsers do; the room does so after five."""
ANSWERS = frozenset({200, 303, 307})

Addresses = Mapping[str, Sequence[str]]
"""By the path of the route that answers."""


@dataclass(slots=True)
class Found:
    """Milliseconds of each answer by route, and the addresses that had none, with what came instead."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)


def alone(room: Room, addresses: Addresses) -> Found:
    """Each address once, nobody else asking: milliseconds of the room's processor."""
    asker, found = room.asker(), Found()
    for path, held in addresses.items():
        for address in held:
            begun = room.spent()
            status = asker.ask(address)[0]
            found.took[path].append(room.spent() - begun)
            if status not in ANSWERS:
                found.failed.append(f"{status} {address}")
    return found


class Readers:
    """Readers who open pages at the same time, reading each for `reading` seconds, more or less."""

    def __init__(self, room: Room, addresses: Addresses, reading: float) -> None:
        self._room, self._addresses, self._reading = room, addresses, reading
        self._weights = [OFTEN.get(path, 1) for path in addresses]
        self._lock = threading.Lock()
        self.found = Found()

    def read(self, readers: int, seconds: float) -> Found:
        """Lets so many read for so long."""
        until = time.monotonic() + seconds
        with ThreadPoolExecutor(readers) as pool:
            for each in [pool.submit(self._one, Random(nth), until) for nth in range(readers)]:
                each.result()
        return self.found

    def _one(self, random: Random, until: float) -> None:
        asker = self._room.asker()
        while time.monotonic() < until:
            reading = random.expovariate(1 / self._reading) if self._reading else 0
            time.sleep(reading)
            if reading > KEPT:
                asker = self._room.asker()
            (path,) = random.choices(list(self._addresses), self._weights)
            address = random.choice(self._addresses[path])
            begun = time.perf_counter()
            came: int | str
            try:
                came = asker.ask(address)[0]
            except (OSError, HTTPException) as fault:
                came, asker = repr(fault), self._room.asker()
            took = (time.perf_counter() - begun) * 1e3
            with self._lock:
                self.found.took[path].append(took)
                if came not in ANSWERS:
                    self.found.failed.append(f"{came} {address}")
