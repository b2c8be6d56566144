"""A room in a process of its own, and what it takes of the processor."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen
from urllib.parse import urlsplit

from bench.room.walking import Asker


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is open in process `pid`."""

    address: str
    pid: int

    def asker(self) -> Asker:
        """A visitor with a connection of his own."""
        split = urlsplit(self.address)
        return Asker(split.hostname or "", split.port or 0)

    def spent(self) -> float:
        """Milliseconds of the processor that all its threads took until now: the clock that POSIX gives a process."""
        return time.clock_gettime(~self.pid << 3 | _SCHEDULED) * 1e3


_SCHEDULED = 2
"""`CPUCLOCK_SCHED` of Linux: to the nanosecond, where `/proc` counts hundredths of a second."""


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
