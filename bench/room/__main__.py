"""`bench room`: a room of 30,000 papers, asked by one reader and by twenty at once.

The room is a process of its own, `onionskin serve`. Its addresses are found by following its links and by asking what
scripts and viewers ask, up to 200 different ones of each route. First one reader asks each address once, and what an
answer takes of the processor is told by route; then twenty readers each open a page, read for a second or so and open
the next, and what is told is the time from the question to the last byte; then the first view of some pages in Chromium
with nothing in its cache. 1 where a bound is broken, or any answer was none.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from bench.room.opening import opened
from bench.room.readers import Readers, alone
from bench.room.telling import Bound, table
from bench.room.viewing import viewed
from bench.room.walking import OF_A_ROUTE, exports, walk

READERS, SECONDS, READING = 20, 60.0, 1.0
OF_PROCESSOR = Bound(10.0, 60.0, any_one=25.0)
BY_THE_CLOCK = Bound(100.0, 150.0)
OF_AN_EXPORT = Bound(1_000.0, 1_000.0)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the tables; 1 where a bound is broken or an answer failed."""
    parser = argparse.ArgumentParser(prog="bench room", description=__doc__)
    parser.add_argument("collection", type=Path, help="made by `python -m bench.room.fill`")
    parser.add_argument("--only", nargs="*", default=(), metavar="PATH", help="routes whose path begins so")
    parser.add_argument("--most", type=int, default=OF_A_ROUTE, metavar="N", help="addresses of a route")
    parser.add_argument("--alone", action="store_true", help="one reader, and neither twenty nor a browser")
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--reading", type=float, default=READING, help="seconds between two pages of a reader")
    parser.add_argument("--no-browser", action="store_true")
    asked = parser.parse_args(argv)
    with opened(asked.collection) as room:
        found = walk(room.asker(), Random(1962), asked.most)
        if asked.only:
            found = {path: held for path, held in found.items() if path.startswith(tuple(asked.only))}
    # Another room, which remembers nothing of what the walk asked.
    with opened(asked.collection) as room:
        room.asker().ask("/")
        broken = table("one reader alone, ms of the processor", alone(room, found), OF_PROCESSOR)
        if not asked.only:
            broken |= table("whole results, ms of the processor", alone(room, exports(found)), OF_AN_EXPORT)
        if not asked.alone:
            readers = Readers(room, found, asked.reading)
            broken |= table("twenty readers, ms", readers.read(asked.readers, asked.seconds), BY_THE_CLOCK)
            if not asked.no_browser:
                broken |= viewed(room.address, found)
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
