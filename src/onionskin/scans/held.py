"""What was dear to make and is soon asked for again, held within bounds and made once for all who wait for it."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Entry(Generic[V]):
    value: V
    weight: int
    made: float


class Held(Generic[K, V]):
    """Values by their keys, together no heavier than `most`; those asked for last stay. Safe between threads.

    `weigh` gives a value's weight, in whatever unit `most` is; one that is heavier than all may be is given and not
    held. After `seconds` a value is made anew; None for never.
    """

    def __init__(
        self,
        most: int,
        weigh: Callable[[V], int],
        *,
        seconds: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._weigh = weigh
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._held: OrderedDict[K, _Entry[V]] = OrderedDict()
        self._making: dict[K, Future[V]] = {}
        self._weight = 0

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of the key, or what `make` gives. Who asks while another makes it waits for that one.

        What `make` raises, all who wait for it are told, and nothing is held.
        """
        with self._lock:
            entry = self._held.get(key)
            if entry and (self._seconds is None or self._clock() - entry.made < self._seconds):
                self._held.move_to_end(key)
                return entry.value
            mine: Future[V] = Future()
            making = self._making.setdefault(key, mine)
        if making is not mine:
            return making.result()
        try:
            value = make()
            weight = self._weigh(value)
        except BaseException as fault:
            with self._lock:
                del self._making[key]
            mine.set_exception(fault)
            raise
        with self._lock:
            del self._making[key]
            self._keep(key, _Entry(value, weight, self._clock()))
        mine.set_result(value)
        return value

    def at_hand(self, key: K) -> V | None:
        """The value of the key where it is held; nobody makes it, nor waits for who does."""
        with self._lock:
            entry = self._held.get(key)
        return entry.value if entry else None

    def _keep(self, key: K, entry: _Entry[V]) -> None:
        if stale := self._held.pop(key, None):
            self._weight -= stale.weight
        if entry.weight > self._most:
            return
        self._held[key] = entry
        self._weight += entry.weight
        while self._weight > self._most:
            _, oldest = self._held.popitem(last=False)
            self._weight -= oldest.weight
