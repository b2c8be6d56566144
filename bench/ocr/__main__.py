"""`bench ocr [DATA]`: pages keyed by eye and papers that are in print, read by each profile and by other programs.

OMP_THREAD_LIMIT is 1 for all. Seconds are processor time, the start of the program included.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bench.facsimiles.sets import NoFacesError
from bench.ocr import facsimiles, peers
from bench.ocr.keyed import KeyedPage, pages
from bench.ocr.score import Counts, score
from bench.reading.frus import NoTextsError

SHARED = Path(__file__).resolve().parents[3] / "shared"
PROFILES = ("fast", "balanced", "best", "auto")
PRINTED = (("104-10306-10016", range(11, 16), "*d244.xml"), ("176-10036-10095", range(1, 4), "*d99.xml"))
"""Papers of which the print has the text: record, pages, and the print's file."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a line for each reader; 1 where there is nothing to read."""
    parser = argparse.ArgumentParser(prog="bench ocr", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=SHARED / "data", help="the folder above scans/")
    parser.add_argument("--half", choices=("build", "score", "both"), default="score", help="default: score")
    parser.add_argument("--by", metavar="NAMES", help="readers, divided by commas (default: all)")
    parser.add_argument("--ocrmypdf", default="ocrmypdf", metavar="PROGRAM", help="where it is (default: on the path)")
    parser.add_argument("--tools", type=Path, default=SHARED / "tools", help="the folder of score_print.py")
    parser.add_argument("--no-print", action="store_true", help="the keyed pages alone")
    parser.add_argument("--pages", action="store_true", help="a line for each page too; only with --half build")
    parser.add_argument("--facsimiles", action="store_true", help="pages set in type and aged, in place of real ones")
    parser.add_argument("--set", choices=("familiar", "held-out"), default="held-out", dest="chosen")
    parser.add_argument("-n", type=int, default=facsimiles.PAGES, metavar="N", help="facsimiles (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another number draws other facsimiles (default: 1)")
    asked = parser.parse_args(argv)
    if asked.pages and (asked.chosen != "familiar" if asked.facsimiles else asked.half != "build"):
        parser.error("what became of single pages that only score is not looked at")
    if asked.facsimiles:
        return _facsimiles(asked)
    scans = asked.data / "scans"
    if not scans.is_dir():
        print(f"{scans} is not there; put the data folder beside the repository as ../shared/data", file=sys.stderr)
        return 1
    readers = readers_of(asked.ocrmypdf)
    names = asked.by.split(",") if asked.by else list(readers)
    if unknown := [name for name in names if name not in readers]:
        parser.error(f"{', '.join(unknown)}: no reader of that name; there are {', '.join(readers)}")
    for name in names:
        try:
            keyed(name, readers[name], scans, asked.half, each=asked.pages)
            if not asked.no_print:
                printed(name, readers[name], scans, asked.tools / "score_print.py")
        except peers.PeerError as error:
            print(f"{name:10s} {error}")
    return 0


def _facsimiles(asked: argparse.Namespace) -> int:
    try:
        pages = facsimiles.drawn(asked.data, asked.chosen, asked.n, asked.seed)
    except (NoTextsError, NoFacesError) as error:
        print(error, file=sys.stderr)
        return 1
    readers = readers_of(asked.ocrmypdf)
    for name in asked.by.split(",") if asked.by else readers:
        facsimiles.measure(name, readers[name], pages, each=asked.pages)
    return 0


def readers_of(ocrmypdf: str) -> dict[str, facsimiles.Reader]:
    """By name: the profiles, and the programs beside them."""
    ours: dict[str, facsimiles.Reader] = {name: partial(peers.onionskin, name) for name in PROFILES}
    return {**ours, "tesseract": peers.tesseract, "ocrmypdf": partial(peers.ocrmypdf, program=ocrmypdf)}


def keyed(name: str, read: facsimiles.Reader, scans: Path, half: str, *, each: bool) -> None:
    """The keyed pages of a half, each as a file of its own."""
    chosen = [page for page in pages() if half in {page.part, "both"}]
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        files = {page: peers.cut(scans / f"{page.document}.pdf", page.page, Path(scratch)) for page in chosen}
        run = read(list(files.values()))
    total, unread = Counts(), 0
    for page, file in files.items():
        reading = run.readings.get(file.name, peers.Reading(""))
        counts = score(page, reading.text, reading.doubtful)
        total, unread = total + counts, unread + reading.unread
        if each:
            print(in_words(f"  {_short(page)}", counts, reading.unread))
    print(in_words(name, total, unread) + f", {run.seconds / len(chosen):.1f} s a page", flush=True)


def _short(page: KeyedPage) -> str:
    return f"{page.document}.{page.page}"


def in_words(name: str, counts: Counts, unread: int) -> str:
    """One line of the table."""
    return (
        f"{name:10s} recall {counts.recall:.3f}, precision {counts.precision:.3f}, "
        f"word errors {counts.word_errors:.3f}, in order {counts.in_order:.3f}, "
        f"digits {counts.digits_found}/{counts.digits} right, {counts.digits_answered:.3f} right or doubtful, "
        f"{counts.flagged:.3f} of right words flagged, {counts.lost}/{counts.lines} lines lost, {unread} patches unread"
    )


def printed(name: str, read: facsimiles.Reader, scans: Path, scorer: Path) -> None:
    """The papers that are in print, by the score of the data folder's own tool."""
    for document, numbers, pattern in PRINTED:
        prints = sorted((scans / "printed").glob(f"{document}.{pattern}"))
        if not prints or not scorer.is_file():
            continue
        with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
            files = [peers.cut(scans / f"{document}.pdf", n, Path(scratch)) for n in numbers]
            run = read(files)
            text = Path(scratch) / "text.txt"
            got = [run.readings.get(file.name, peers.Reading("")).text for file in files]
            text.write_text("\n".join(got), "utf-8")
            command = [sys.executable, str(scorer), str(prints[0]), str(text)]
            told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        told = {key: told[key] for key in ("recall", "precision", "phrases")}
        in_print = ", ".join(f"{key} {value:.3f}" for key, value in told.items())
        print(f"{name:10s}   in print {document}: {in_print}, {run.seconds / len(files):.1f} s a page", flush=True)


if __name__ == "__main__":
    sys.exit(main())
