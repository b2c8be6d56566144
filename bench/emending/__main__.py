"""`bench emending`: corrections and doubts held against truth that was made before them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.emending import days, stamps, words
from bench.reading.__main__ import DATA

STAMPS, PAPERS = 40, 25
"""Stamps of each kind, papers of each volume."""
HELD = {"build": ("frus1961-63v19",), "score": ("frus1961-63v03", "frus1958-60v01", "frus1969-76v12")}
"""Volumes of which no word went into the package's list; only those of `score` were never looked at."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; with --json one object as the last line."""
    parser = argparse.ArgumentParser(prog="bench emending", description=__doc__)
    parser.add_argument("volumes", nargs="*", type=Path, help="volumes of FRUS (default: all of the data folder)")
    parser.add_argument("--part", choices=("build", "score"), default="score", help="which half of the truth")
    parser.add_argument("-n", type=int, default=PAPERS, metavar="N", help=f"papers of a volume (default: {PAPERS})")
    parser.add_argument("--seed", type=int, default=1, help="another number draws other stamps (default: 1)")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    options = parser.parse_args(argv)
    volumes = options.volumes or sorted((DATA / "frus").glob("*.xml"))
    parts = {
        "days of stamps": stamps.measured(options.seed, STAMPS, options.part),
        "misread words": words.measured(
            options.volumes or [DATA / "frus" / f"{v}.xml" for v in HELD[options.part]], options.part, options.n
        ),
        "days that editors resolve": days.measured(volumes, options.part),
    }
    for name, figures in parts.items():
        print(f"{name}, {options.part} half:")
        for key, value in figures.items():
            if key != "misses":
                print(f"  {key}: {value}")
        for each in figures["misses"]:
            print(f"    {each}")
    if options.json:
        print(json.dumps(parts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
