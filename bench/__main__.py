"""`./run bench [NAME ...]`: one door to the benchmarks; without a name, which there are and what each measures."""

from __future__ import annotations

import ast
import sys
from importlib import import_module
from pathlib import Path

BENCHMARKS = {
    "reading": "bench.reading.__main__",
    "seeds": "bench.seeds",
    "transcripts": "bench.transcripts.__main__",
    "noise": "bench.noise.__main__",
    "speed": "bench.speed",
    "packets": "bench.packets.__main__",
    "cables": "bench.cables",
    "scans": "bench.scans",
    "ocr": "bench.ocr.__main__",
    "marks": "bench.marks.__main__",
    "facsimiles": "bench.facsimiles.__main__",
    "forms": "bench.forms",
    "frus": "bench.frus",
    "notes": "bench.notes",
    "heads": "bench.heads",
    "linking": "bench.linking.__main__",
    "known": "bench.linking.known",
    "scale": "bench.linking.scale",
    "emending": "bench.emending.__main__",
    "decisions": "bench.decisions",
    "ledger": "bench.ledger.__main__",
    "collection": "bench.collection",
    "search": "bench.search.__main__",
    "pace": "bench.search.pace",
    "room": "bench.room.__main__",
    "tiles": "bench.tiles",
    "flows": "bench.flows.__main__",
    "api": "bench.api",
    "desk": "bench.desk.__main__",
    "mail": "bench.desk.mail",
    "reenactment": "bench.reenactment.__main__",
    "exercise": "bench.exercise.__main__",
}


def says(name: str) -> str:
    """What a benchmark says of itself in the first paragraph of its module, which is not imported for it."""
    stem = Path(__file__).resolve().parents[1].joinpath(*BENCHMARKS[name].split("."))
    told = ast.get_docstring(ast.parse(stem.with_suffix(".py").read_text())) or ""
    return " ".join(told.split("\n\n")[0].split()).partition("`: ")[2]


def main(argv: list[str]) -> int:
    """Hands the rest of the arguments to the benchmark named first; 2 when there is none of that name."""
    if not argv:
        for name in BENCHMARKS:
            print(f"{name:<12} {says(name)}")
        return 0
    if argv[0] not in BENCHMARKS:
        print(f"There is no benchmark '{argv[0]}'. There are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    return int(import_module(BENCHMARKS[argv[0]]).main(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
