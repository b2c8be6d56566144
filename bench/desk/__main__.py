"""`bench desk`: a desk of 30,000 papers and forty persons, asked for its trays and papers, and worked at.

First every person looks into their trays, their list and papers of theirs, then into the pages of the room; what is
told is the time by the clock and of the processor, the middle and the 95th of 100. Then telegrams are written, from the
draft to the number and the sending, each act on the disk before the next: by one process and by four at once, after
what the disk itself takes. 1 where a bound is broken. `--seeds` does the
acts of the seed papers instead (`bench reenactment`).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.desk.fill import fill, persons
from bench.desk.looking import looked
from bench.desk.visiting import visited
from bench.desk.writing import disk, wrote
from bench.reenactment import __main__ as reenactment

PAPERS = 30_000
BOUND_MS, BOUND_ACTS = 100.0, 200.0


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the tables; 1 where a bound is broken."""
    parser = argparse.ArgumentParser(prog="bench desk", description=__doc__)
    parser.add_argument("--collection", type=Path, help="filled before; without it one is made, and thrown away")
    parser.add_argument("--papers", type=int, default=PAPERS)
    parser.add_argument("--telegrams", type=int, default=100, help="to be written by each process")
    parser.add_argument("--seeds", action="store_true", help="`bench reenactment` instead")
    parser.add_argument("--every", type=int, default=1, help="only every n-th person opens pages in the room")
    asked = parser.parse_args(argv)
    if asked.seeds:
        return reenactment.main([])
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-desk-") as scratch:
        folder = asked.collection or Path(scratch) / "desk"
        if not folder.exists():
            fill(folder, asked.papers)
        broken = looked(folder, BOUND_MS)
        broken |= visited(folder, [str(each["name"]) for each in persons()][:: asked.every], BOUND_MS)
        disk(folder)
        broken |= wrote(folder, 1, asked.telegrams, BOUND_ACTS)
        broken |= wrote(folder, 4, asked.telegrams, BOUND_ACTS)
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
