"""What was found and counted, remembered as long as nothing is added: who turns a page asks for the same again."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

MOST = 200
"""Answers remembered; one of thirty thousand papers takes an eighth of a megabyte."""

T = TypeVar("T")


class Memory:
    """Safe to share between threads: of several that ask for the same, one makes it and the others wait."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._generation = ""
        self._made: OrderedDict[Hashable, tuple[Lock, list[object]]] = OrderedDict()

    def recall(self, connection: sqlite3.Connection, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gave for this key in the state that the connection sees."""
        (generation,) = connection.execute("SELECT generation FROM state").fetchone()
        with self._lock:
            if generation != self._generation:
                self._generation = generation
                self._made.clear()
            lock, made = self._made.setdefault(key, (Lock(), []))
            self._made.move_to_end(key)
            if len(self._made) > MOST:
                self._made.popitem(last=False)
        with lock:
            if not made:
                made.append(make())
            return cast("T", made[0])
