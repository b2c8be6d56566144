"""How often something may be asked. Counted in this process: a room that is opened anew begins anew."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

A_SECOND, AT_ONCE = 60.0, 600.0
"""What one visitor may ask: a page of deep zoom asks for a hundred tiles."""
MOST_VISITORS = 10_000
"""More are not remembered; those that asked longest ago are forgotten."""
QUARTER, HOUR = 900.0, 3600.0
LIMITS = ((5, QUARTER), (20, QUARTER), (100, HOUR))
"""Tries that failed, and in how many seconds: of one account from one address, from one address, of one account."""


class Pace:
    """So many questions a second, and so many at once, for each visitor."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, who: str) -> int:
        """Count a question, and say how many seconds it is too early; 0 where it is not."""
        with self._lock:
            now = self._clock()
            left, at = self._left.pop(who, (AT_ONCE, now))
            left = min(AT_ONCE, left + (now - at) * A_SECOND) - 1
            self._left[who] = (max(left, 0.0), now)
            while len(self._left) > MOST_VISITORS:
                self._left.popitem(last=False)
        return 0 if left >= 0 else 1


class Tries:
    """Logins that failed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def wait(self, name: str, address: str) -> int:
        """How many seconds until another try is heard; 0 where it is now."""
        with self._lock:
            now = self._clock()
            waits = [
                self._failed[key][-most] + within - now
                for key, (most, within) in zip(_keys(name, address), LIMITS, strict=True)
                if len(self._failed.get(key, ())) >= most
            ]
        return max(0, *map(math.ceil, waits), 0)

    def failed(self, name: str, address: str) -> None:
        """Count one that failed."""
        with self._lock:
            for key, (most, _) in zip(_keys(name, address), LIMITS, strict=True):
                held = self._failed.pop(key, None) or deque(maxlen=most)
                held.append(self._clock())
                self._failed[key] = held
            while len(self._failed) > MOST_VISITORS:
                self._failed.popitem(last=False)


def _keys(name: str, address: str) -> tuple[tuple[str, str], ...]:
    folded = name.strip().casefold()[:64]
    return ((folded, address), ("", address), (folded, ""))
