"""`bench search`: known items found in damaged papers, and how long it takes, beside SQLite FTS5 and tantivy.

The papers of the nine volumes that print texts are set in lines and damaged by bench/noise/model.py at 2 and 5 % of
their characters. The queries are the passages of bench/truth/passages.toml as they are printed, typed as plain words;
an item is found when its paper is among the first ten. Half of the passages, with half of the noise (`--part score`),
are only for scoring: of them the counts are printed and no miss. Times are of the processor, so that other work on the
machine does not count.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.noise.confusions import Part
from bench.noise.model import noisy
from bench.reading.__main__ import DATA
from bench.search.engines import Engine, Papers, engines
from bench.search.passages import Passage, Printed, listed, printed

RATES = (0.02, 0.05)
ASKED = 0.95
"""Of the known items, how many Onionskin must find at either rate."""
FIRST = 10
LINE = 66


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine at one rate: `missed` are the passages not found among the first ten, as `volume/document`."""

    engine: str
    rate: float
    found: int
    of: int
    p50_ms: float
    p95_ms: float
    missed: tuple[str, ...]


def damaged(held: Printed, rate: float, part: Part) -> Papers:
    """The papers as a poor engine reads them."""
    return {name: noisy(text, rate, part, name).text for name, text in _set_in_lines(held)}


def measured(engine: Engine, rate: float, items: Sequence[Passage], held: Printed) -> Measured:
    """One engine asked for every item."""
    missed, took = [], []
    for item in items:
        query = item.of(held)
        began = time.process_time()
        found = engine.find(query)
        took.append((time.process_time() - began) * 1e3)
        if "/".join(item.paper) not in found[:FIRST]:
            missed.append(f"{'/'.join(item.paper)}: {query}")
    p95 = statistics.quantiles(took, n=20)[-1]
    return Measured(
        engine.name, rate, len(items) - len(missed), len(items), statistics.median(took), p95, tuple(missed)
    )


def run(data: Path, part: Part, rates: Sequence[float]) -> Iterator[Measured]:
    """Every engine at every rate."""
    held = printed(data)
    items = [each for each in listed() if each.part == part]
    for rate in rates:
        with tempfile.TemporaryDirectory() as folder:
            for engine in engines(damaged(held, rate, part), Path(folder)):
                yield measured(engine, rate, items, held)


def shown(each: Measured, *, misses: bool) -> str:
    """One line of the report, and the misses of the half that may be looked at."""
    line = f"{each.rate:>4.0%}  {each.engine:<20}{each.found:>4} of {each.of} ({each.found / each.of:.2f})"
    line += f"{each.p50_ms:>9.1f} ms p50{each.p95_ms:>9.1f} ms p95"
    return "\n".join([line, *(f"        {miss}" for miss in each.missed if misses)])


def _set_in_lines(held: Printed) -> Iterator[tuple[str, str]]:
    for paper, paragraphs in held.items():
        yield "/".join(paper), "\n\n".join(textwrap.fill(each, LINE) for each in paragraphs)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the report; 1 when Onionskin finds fewer of the items than it must."""
    parser = argparse.ArgumentParser(prog="bench search", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="the folder above frus/*.xml (%(default)s)")
    parser.add_argument("--part", choices=("build", "score"), default="score", help="which half of items and noise")
    parser.add_argument("--rate", type=float, action="append", help="share of characters hurt (default: .02 and .05)")
    parser.add_argument("--json", action="store_true", help="one JSON object for each engine and rate")
    parser.add_argument("--misses", action="store_true", help="what Onionskin missed; of the build half alone")
    options = parser.parse_args(argv)
    good = True
    for each in run(options.data, options.part, options.rate or RATES):
        ours, looked_at = each.engine == "onionskin", options.part == "build"
        good = good and (not ours or each.found >= ASKED * each.of)
        if options.json:
            print(json.dumps(asdict(each) | ({} if looked_at else {"missed": len(each.missed)})), flush=True)
        else:
            print(shown(each, misses=options.misses and looked_at and ours), flush=True)
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
