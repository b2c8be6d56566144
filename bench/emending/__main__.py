"""`bench emending`: corrections and doubts held against truth that was made before them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from bench.emending.stamps import measured

STAMPS = 40
"""Of each kind."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; with --json one object as the last line."""
    parser = argparse.ArgumentParser(prog="bench emending", description=__doc__)
    parser.add_argument("--part", choices=("build", "score"), default="score", help="which half of the truth")
    parser.add_argument("--seed", type=int, default=1, help="another number draws other stamps (default: 1)")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    options = parser.parse_args(argv)
    stamps = measured(options.seed, STAMPS, options.part)
    if options.json:
        print(json.dumps({"stamps": stamps}))
        return 0
    print(f"days of stamps, {options.part} half: " + ", ".join(f"{k} {v}" for k, v in stamps.items() if k != "misses"))
    for each in stamps["misses"]:
        print(f"    {each}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
