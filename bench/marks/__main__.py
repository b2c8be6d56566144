"""`bench marks`: facsimiles read as any scan is, and what was found of their marks.

Familiar pages are for tuning, and their misses may be shown; of held-out pages only the sums are printed.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.facsimiles.drawn import Facsimile, generate
from bench.facsimiles.sets import NoFacesError
from bench.marks.score import Scores, score
from bench.reading.__main__ import DATA
from bench.reading.frus import NoTextsError
from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.standard import standard_readers
from onionskin.record.page import PageNumber
from onionskin.scans.engine import OcrEngine, PageImage
from onionskin.scans.limits import Limits
from onionskin.scans.registry import ENGINES, open_engine, with_marks

HELD_OUT = "held-out"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a line for each kind of mark; 1 where texts or faces are missing."""
    parser = argparse.ArgumentParser(prog="bench marks", description=__doc__)
    parser.add_argument("--set", choices=("familiar", HELD_OUT), default=HELD_OUT, dest="chosen")
    parser.add_argument("-n", type=int, default=48, metavar="N", help="pages (default: 48, of 48)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ocr", choices=tuple(ENGINES), default="balanced")
    parser.add_argument("--misses", action="store_true", help="tell each; of familiar pages only")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder above frus/*.xml (default: %(default)s)")
    asked = parser.parse_args(argv)
    if asked.misses and asked.chosen == HELD_OUT:
        parser.error("what became of single held-out pages is not looked at")
    scores, engine, spent = Scores(), open_engine(asked.ocr, Limits()), 0.0
    try:
        for page in generate(asked.data, asked.chosen, asked.seed, asked.n):
            spent += _read(page, engine, scores)
    except (NoTextsError, NoFacesError) as error:
        print(error, file=sys.stderr)
        return 1
    _print(scores, spent)
    if asked.misses:
        print(*scores.misses, sep="\n")
    return 0


def _read(page: Facsimile, engine: OcrEngine, scores: Scores) -> float:
    """Reads and counts one page; the processor time that its marks took."""
    known = page.scan.truth
    image = PageImage(PageNumber(1), page.scan.pixels, known.dpi, page.name)
    text = engine.read(image)
    before = _seconds()
    marked = with_marks(text, image, engine)
    spent = _seconds() - before
    documents = assemble(Surrogate(page.name, "0" * 64, "image/png"), [marked], standard_readers())
    score(scores, f"{page.name}, {page.ageing}", marked, known, documents)
    return spent


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _print(scores: Scores, spent: float) -> None:
    for name, tally in sorted(scores.tallies.items()):
        shares = (("precision", tally.precision), ("recall", tally.recall))
        told = "  ".join(f"{what} {'   - ' if share is None else f'{share:.3f}'}" for what, share in shares)
        print(f"{name:24s} {told}  ({tally.right} right, {tally.extra} too many, {tally.missed} missed)")
    print(f"pages without strike, patch or bracket: {scores.bare}, of which {scores.alarmed} had one found")
    print(f"processor time for marks: {spent / max(1, scores.pages):.2f} s a page")


if __name__ == "__main__":
    sys.exit(main())
