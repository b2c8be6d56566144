"""`bench linking VOLUME.xml ...`: persons and references linked in stripped volumes, against what was marked in them.

Without volumes, all of the data folder. `--json` prints one object as the last line.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.edited import DATA
from bench.linking.cited import cited
from bench.linking.persons import by_kind, measured, read
from bench.linking.stripping import read_identities, read_surnames, strip
from onionskin.linking.authorities.register import shipped

LEAST = {
    "mention_f1": 0.93,
    "global_precision": 0.95,
    "global_recall": 0.85,
    "ambiguous_accuracy": 0.97,
    "reference_precision": 0.97,
    "reference_recall": 0.85,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 where one is under what it is to reach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("volumes", nargs="*", type=Path, help="TEI files; by default all of the data folder")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder that holds frus/ and authority/")
    parser.add_argument("--seed", type=int, default=0, help="of the names and the order of the stripped files")
    parser.add_argument("--misses", action="store_true", help="print what was missed or linked wrongly")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    asked = parser.parse_args(argv)
    files = asked.volumes or sorted((asked.data / "frus").glob("*.xml"))
    identities = read_identities(asked.data)
    volumes = read([strip(file, identities) for file in files], asked.seed)
    figures, milliseconds = measured(volumes, shipped(), read_surnames(asked.data))
    counts = cited(volumes, files, asked.data.parent / "tools")
    shown = figures.shown() | counts.shown() | {"milliseconds_a_paper": round(milliseconds, 3)}
    if asked.misses:
        print(*by_kind([*figures.misses, *counts.misses]), sep="\n")
    for name, value in shown.items():
        least = f"  (at least {LEAST[name]})" if name in LEAST else ""
        print(f"{name:<28}{'-' if value is None else f'{value:.4f}' if isinstance(value, float) else value:>8}{least}")
    if asked.json:
        print(json.dumps(shown))
    return int(any((value := shown.get(name)) is not None and value < least for name, least in LEAST.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
