"""`bench api`: questions drawn at random from the description of the JSON routes, and from beside it.

Counts the operations whose answers were all described and no fault of ours, on a copy of a collection.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree

from tests.web.at_random import Described, operations

from onionskin.settings import Settings

EXAMPLES = 100
PATIENCE = 120
"""Seconds for an answer: it may be all that a large collection states, as one file, or a copy of it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints what was asked and what went wrong; 1 where anything did."""
    parser = argparse.ArgumentParser(prog="bench api", description=__doc__)
    parser.add_argument("collection", type=Path, help="a collection; it is copied, since some questions change it")
    parser.add_argument("-n", type=int, default=EXAMPLES, metavar="N", help="of each operation (default: %(default)s)")
    asked = parser.parse_args(argv)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        described = Described(Settings(collection=Path(copytree(asked.collection, Path(folder) / "collection"))))
        for operation in operations():
            try:
                described.ask(operation, asked.n, PATIENCE)
            except Exception as fault:  # noqa: BLE001 - whatever it is, it is told and the others go on
                wrong += 1
                print(f"{operation}: {type(fault).__name__}: {fault}\n", flush=True)
            else:
                print(f"{operation}: as described", flush=True)
    print(f"{len(operations())} operations, {asked.n} questions each, {wrong} answered otherwise than described")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
