"""`bench reading`: papers nobody has read before, typeset or made, and how much of each was read.

The command line is the only door used, and the truth comes from the generators; bench/case.py says how values compare.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from bench import onionskin_command
from bench.case import Case
from bench.lines import lines_of
from bench.reading.frus import NoTextsError
from bench.reading.kept import TRUTH, NoTruthError, keep, kept
from bench.report import Report, as_json, as_table
from bench.score import score_case
from bench.spans import checked

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
PAPERS = 120
"""Papers of each set; with both sets the benchmark stands on twice as many."""

SETS = {"familiar": "bench.reading.files", "unfamiliar": "bench.unfamiliar"}
"""Each set's generator: a module with `generate(data_root, seed, count, *, worn)`; only the chosen ones are loaded."""

FURTHER = {"kinds": "bench.kinds.seen", "kinds-unseen": "bench.kinds.unseen"}
"""Sets that are read only where they are asked for: papers of the rarer kinds."""

ONLY_SCORES = frozenset({"unfamiliar", "kinds-unseen"})
"""Sets of which no single paper is shown, so that nobody makes a rule from one."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the report; 0 when it could be made, 1 when the texts or the command were missing."""
    parser = argparse.ArgumentParser(
        prog="bench reading", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "paths",
        type=Path,
        nargs="*",
        metavar="PATH",
        help=f"folders of papers with their truth in {TRUTH}, as --keep writes them",
    )
    parser.add_argument(
        "--set", choices=[*SETS, *FURTHER, "both"], default="both", dest="chosen", help="which papers (default: both)"
    )
    parser.add_argument("-n", type=int, default=PAPERS, metavar="N", help=f"papers of each set (default: {PAPERS})")
    parser.add_argument("--seed", type=int, default=1, help="another number draws other papers (default: 1)")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder above frus/*.xml (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object for each set")
    parser.add_argument("--clean", action="store_true", help="other papers, none of them damaged")
    parser.add_argument("--field", metavar="NAME", help="print every miss of one field instead of the table")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="write the files and their truth there; read nothing"
    )
    options = parser.parse_args(argv)
    chosen = list(SETS) if options.chosen == "both" else [options.chosen]
    try:
        if options.paths:
            _print(measure("kept", list(kept(options.paths))), options)
            return 0
        for name in chosen:
            cases = list(generate(name, options.data, options.seed, options.n, worn=not options.clean))
            if options.keep:
                keep(cases, options.keep)
            else:
                _print(measure(name, cases), options)
    except (NoTextsError, NoTruthError, onionskin_command.CommandError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def generate(name: str, data: Path, seed: int, count: int, *, worn: bool = True) -> Iterator[Case]:
    """The cases of one set; without its own wear where `worn` is not asked for."""
    generator: Callable[..., Iterator[Case]] = import_module({**SETS, **FURTHER}[name]).generate
    return generator(data, seed, count, worn=worn)


def measure(name: str, cases: Sequence[Case]) -> Report:
    """Reads the cases through the command line and scores them."""
    started = time.perf_counter()
    records = onionskin_command.read(cases)
    seconds = time.perf_counter() - started
    scores = [score for case in cases for score in score_case(case, records.get(case.name, []))]
    inks = [ink for each in records.values() for record in each for ink in checked(record)]
    astray = [ink for ink in inks if ink is not None]
    lines = lines_of(record for each in records.values() for record in each)
    return Report(name, scores, len(inks), astray, seconds, lines, detail=name not in ONLY_SCORES)


def _print(report: Report, options: argparse.Namespace) -> None:
    if options.field and not report.detail:
        print(f"{report.name}: single papers of this set are not shown: it only scores")
    elif options.field:
        for miss in (miss for score in report.scores for miss in score.misses if miss.field == options.field):
            print(f"{miss.file} ({miss.paper}): expected {miss.expected}, got {miss.got}")
    elif options.json:
        print(json.dumps(as_json(report), ensure_ascii=False))
    else:
        print(as_table(report), end="\n\n")


if __name__ == "__main__":
    sys.exit(main())
