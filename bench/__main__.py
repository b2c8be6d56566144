"""`python -m bench NAME ...`: one door to the benchmarks; `./run bench NAME` calls each module itself."""

from __future__ import annotations

import sys
from importlib import import_module

BENCHMARKS = {
    "api": "bench.api",
    "cables": "bench.cables",
    "collection": "bench.collection",
    "decisions": "bench.decisions",
    "desk": "bench.desk.__main__",
    "emending": "bench.emending.__main__",
    "exercise": "bench.exercise.__main__",
    "facsimiles": "bench.facsimiles.__main__",
    "flows": "bench.flows.__main__",
    "forms": "bench.forms",
    "frus": "bench.frus",
    "heads": "bench.heads",
    "known": "bench.linking.known",
    "ledger": "bench.ledger.__main__",
    "linking": "bench.linking.__main__",
    "marks": "bench.marks.__main__",
    "noise": "bench.noise.__main__",
    "notes": "bench.notes",
    "ocr": "bench.ocr.__main__",
    "packets": "bench.packets.__main__",
    "reading": "bench.reading.__main__",
    "reenactment": "bench.reenactment.__main__",
    "room": "bench.room.__main__",
    "scale": "bench.linking.scale",
    "scans": "bench.scans",
    "search": "bench.search.__main__",
    "seeds": "bench.seeds",
    "speed": "bench.speed",
    "tiles": "bench.tiles",
}


def main(argv: list[str]) -> int:
    """Hands the rest of the arguments to the benchmark named first; 2 when there is none of that name."""
    if not argv or argv[0] not in BENCHMARKS:
        print(f"Which benchmark? There are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    return int(import_module(BENCHMARKS[argv[0]]).main(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
