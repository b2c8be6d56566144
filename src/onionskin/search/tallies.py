"""How many of the papers found lie on each heap.

Of a few papers SQLite counts. Of many it would walk hundreds of thousands of rows, so the heaps are held in memory, as
one bit for each paper or, the small ones, as a list; and those that are smaller than the fullest already counted are
not looked at.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace
from itertools import groupby

from onionskin.search.contract import Counted
from onionskin.search.heaps import MONTH, YEAR
from onionskin.search.memory import Memory

FEW = 400
"""Papers of which SQLite counts as fast."""
SMALL = 48
"""Papers of a heap that is kept as a list."""
IN_TIME = frozenset({YEAR, MONTH})
"""Told in full and in their order, not the fullest first."""

_OF_SOME = """
SELECT v.name, v.value, v.label, h.papers FROM value v JOIN (
    SELECT value, count(*) AS papers FROM heap WHERE paper IN (SELECT value FROM json_each(?)) GROUP BY value
) h ON h.value = v.n
"""
_ALL = """
SELECT v.name, v.value, v.label, group_concat(h.paper) FROM heap h JOIN value v ON v.n = h.value
GROUP BY h.value ORDER BY v.name, count(*) DESC
"""


@dataclass(frozen=True, slots=True)
class _Heap:
    """`bits` has a one for each paper, counted from the lowest; of a small heap it is None and `papers` lists them."""

    value: str
    label: str
    size: int
    papers: array[int]
    bits: int | None

    def shared(self, found: bytearray, bits: int) -> int:
        """How many of the papers found lie on it."""
        if self.bits is None:
            return sum(map(found.__getitem__, self.papers))
        return (self.bits & bits).bit_count()


def counted(
    connection: sqlite3.Connection, memory: Memory, papers: Sequence[int], most: int
) -> Mapping[str, tuple[Counted, ...]]:
    """The fullest heaps of each name."""
    if len(papers) <= FEW:
        of_name: defaultdict[str, list[Counted]] = defaultdict(list)
        for name, *told in connection.execute(_OF_SOME, (json.dumps(list(papers)),)):
            of_name[name].append(Counted(*told))
        return {name: _first(name, told, most) for name, told in of_name.items()}
    heaps = memory.recall(connection, "heaps", lambda: _held(connection))
    (highest,) = connection.execute("SELECT max(n) FROM paper").fetchone()
    found = bytearray(highest + 1)
    for n in papers:
        found[n] = 1
    bits = _bits(papers)
    return {name: _first(name, _fullest(name, of_name, found, bits, most), most) for name, of_name in heaps.items()}


def _fullest(name: str, heaps: Sequence[_Heap], found: bytearray, bits: int, most: int) -> Iterator[Counted]:
    """Every heap that can be among the fullest; they come by size."""
    least: list[int] = []
    for heap in heaps:
        if name not in IN_TIME and len(least) == most and heap.size < least[0]:
            return
        shared = heap.shared(found, bits)
        if shared:
            yield Counted(heap.value, heap.label, shared)
            if len(least) < most:
                heappush(least, shared)
            else:
                heapreplace(least, max(shared, least[0]))


def _first(name: str, told: Sequence[Counted] | Iterator[Counted], most: int) -> tuple[Counted, ...]:
    if name in IN_TIME:
        return tuple(sorted(told))
    return tuple(sorted(told, key=lambda each: (-each.papers, each.value))[:most])


def _held(connection: sqlite3.Connection) -> Mapping[str, tuple[_Heap, ...]]:
    rows = connection.execute(_ALL)
    return {
        name: tuple(_heap(value, label, papers) for _, value, label, papers in of_name)
        for name, of_name in groupby(rows, key=lambda row: str(row[0]))
    }


def _heap(value: str, label: str, told: str) -> _Heap:
    papers = array("q", sorted(map(int, told.split(","))))
    if len(papers) <= SMALL:
        return _Heap(value, label, len(papers), papers, None)
    return _Heap(value, label, len(papers), array("q"), _bits(papers))


def _bits(papers: Sequence[int]) -> int:
    held = bytearray(max(papers, default=0) // 8 + 1)
    for n in papers:
        held[n >> 3] |= 1 << (n & 7)
    return int.from_bytes(held, "little")
