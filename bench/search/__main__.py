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
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice, product
from pathlib import Path

from bench.noise.confusions import Part
from bench.noise.model import noisy
from bench.reading.__main__ import DATA
from bench.search.engines import Engine, Papers, engines
from bench.search.passages import Passage, Printed, listed, printed

RATES = (0.02, 0.05)
ASKED = 0.95
"""Of the known items, how many Onionskin must find at either rate."""
OURS = "onionskin"
FIRST = 10
LINE = 66


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine at one rate: `missed` are the passages not found among the first ten, as `volume/document`."""

    engine: str
    rate: float
    seed: int
    found: int
    of: int
    p50_ms: float
    p95_ms: float
    missed: tuple[str, ...]


def damaged(held: Printed, rate: float, part: Part, seed: int = 0) -> Papers:
    """The papers as a poor engine reads them; each seed hurts other characters."""
    return {
        name: noisy(text, rate, part, f"{name}/{seed}" if seed else name).text for name, text in _set_in_lines(held)
    }


def measured(engine: Engine, rate: float, seed: int, items: Sequence[Passage], held: Printed) -> Measured:
    """One engine asked for every item."""
    missed, took = [], []
    for item in items:
        query = item.of(held)
        began = time.process_time()
        first = engine.find(query)[:FIRST]
        took.append((time.process_time() - began) * 1e3)
        if "/".join(item.paper) not in first:
            missed.append(f"{'/'.join(item.paper)}: {query}")
    p95 = statistics.quantiles(took, n=20)[-1]
    found = len(items) - len(missed)
    return Measured(engine.name, rate, seed, found, len(items), statistics.median(took), p95, tuple(missed))


def run(data: Path, part: Part, rates: Sequence[float], seeds: Sequence[int], *, alone: bool) -> Iterator[Measured]:
    """Every engine at every rate, or Onionskin alone."""
    held = printed(data)
    items = [each for each in listed() if each.part == part]
    for rate, seed in product(rates, seeds):
        with tempfile.TemporaryDirectory() as folder:
            every = engines(damaged(held, rate, part, seed), Path(folder))
            for engine in islice(every, 1) if alone else every:
                yield measured(engine, rate, seed, items, held)


def shown(each: Measured, *, misses: bool) -> str:
    """One line of the report, and the misses of the half that may be looked at."""
    line = f"{each.rate:>4.0%}  seed {each.seed}  {each.engine:<20}"
    line += f"{each.found:>4} of {each.of} ({each.found / each.of:.2f})"
    line += f"{each.p50_ms:>9.1f} ms p50{each.p95_ms:>9.1f} ms p95"
    return "\n".join([line, *(f"        {miss}" for miss in each.missed if misses)])


def means(every: Sequence[Measured]) -> dict[tuple[float, str], float]:
    """The share of the items found by each engine at each rate, over the seeds."""
    shares: defaultdict[tuple[float, str], list[float]] = defaultdict(list)
    for each in every:
        shares[each.rate, each.engine].append(each.found / each.of)
    return {key: statistics.mean(held) for key, held in shares.items()}


def _set_in_lines(held: Printed) -> Iterator[tuple[str, str]]:
    for paper, paragraphs in held.items():
        yield "/".join(paper), "\n\n".join(textwrap.fill(each, LINE) for each in paragraphs)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the report; 1 when Onionskin finds fewer of the items than it must."""
    parser = argparse.ArgumentParser(prog="bench search", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="the folder above frus/*.xml (%(default)s)")
    parser.add_argument("--part", choices=("build", "score"), default="score", help="which half of items and noise")
    parser.add_argument("--rate", type=float, action="append", help="share of characters hurt (default: .02 and .05)")
    parser.add_argument(
        "--seed", type=int, action="append", help="of the noise; more than one: their mean (default: 0)"
    )
    parser.add_argument("--alone", action="store_true", help="Onionskin without the engines beside it")
    parser.add_argument("--json", action="store_true", help="one JSON object for each engine and rate")
    parser.add_argument("--misses", action="store_true", help="what Onionskin missed; of the build half alone")
    options = parser.parse_args(argv)
    every: list[Measured] = []
    seeds = options.seed or (0,)
    for each in run(options.data, options.part, options.rate or RATES, seeds, alone=options.alone):
        every.append(each)
        ours, looked_at = each.engine == OURS, options.part == "build"
        if options.json:
            print(json.dumps(asdict(each) | ({} if looked_at else {"missed": len(each.missed)})), flush=True)
        else:
            print(shown(each, misses=options.misses and looked_at and ours), flush=True)
    shares = means(every)
    if len(seeds) > 1 and not options.json:
        for (rate, engine), share in shares.items():
            print(f"{rate:>4.0%}  mean of {len(seeds)} seeds  {engine:<20}{share:.3f}")
    return int(any(share < ASKED for (_, engine), share in shares.items() if engine == OURS))


if __name__ == "__main__":
    sys.exit(main())
