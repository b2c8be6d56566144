"""`bench scale`: what linking costs as a collection grows, and what one paper more costs a large one.

The papers are telegrams between twenty posts, each citing two others by number, of words drawn as language draws them.
Measured is processor time: to link so many papers that are kept already, twice, the second time twice as many; and to
keep and link one paper more.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tests.papers import keep, source_of, telegram

from bench.collection import Drawn
from onionskin.record.document import Document
from onionskin.record.references import Reference, ReferenceKind, Resolution, ResolutionState
from onionskin.settings import Settings
from onionskin.workbench import Collection, open_collection
from onionskin.workbench.linking import Linking

PAPERS = 10_000
POSTS = ("LISBON", "PARIS", "LIMA", "CAIRO", "BONN", "MOSCOW", "LONDON", "ROME", "TOKYO", "OSLO")
WORDS = 200
MOST_SECONDS, MOST_FOR_ONE = 600.0, 1.0


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 where linking takes longer than it may."""
    parser = argparse.ArgumentParser(prog="python -m bench scale", description=__doc__)
    parser.add_argument("-n", type=int, default=PAPERS, metavar="N", help="papers (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    asked = parser.parse_args(argv)
    half, whole = linked_in(asked.n // 2)[0], linked_in(asked.n)
    shown = {
        "papers": asked.n,
        "seconds_for_half": round(half, 2),
        "seconds_for_all": round(whole[0], 2),
        "milliseconds_a_paper": round(1000 * whole[0] / asked.n, 2),
        "seconds_for_one_more": round(whole[1], 3),
    }
    for name, value in shown.items():
        print(f"{name:<24}{value:>10}")
    if asked.json:
        print(json.dumps(shown))
    return int(whole[0] > MOST_SECONDS * asked.n / PAPERS or whole[1] > MOST_FOR_ONE)


def linked_in(count: int) -> tuple[float, float]:
    """Processor seconds to link so many papers, and to keep and link one more."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(collection=Path(folder) / "c", engine="null")
        with open_collection(settings, create=True) as collection:
            for paper in papers(count):
                keep(collection.store, paper)
            begun = time.process_time()
            Linking(collection).go_on()
            whole = time.process_time() - begun
            return whole, _one_more(collection, count)


def _one_more(collection: Collection, count: int) -> float:
    more = next(papers(1, first=count + 1))
    begun = time.process_time()
    collection.store.keep(source_of(more), [more], "bench")
    linking = Linking(collection)
    linking.take_in([more])
    linking.go_on()
    return time.process_time() - begun


def papers(count: int, first: int = 1) -> Iterator[Document]:
    """Telegrams with their references, in the order of their days."""
    draw = random.Random(first)
    words = Drawn(draw)
    for n in range(first, first + count):
        made = telegram(
            1 + n % 5_000,
            to=f"AMEMBASSY {POSTS[n % len(POSTS)]}",
            date=f"{1955 + n // 2_000}-{1 + n // 170 % 12:02}-{1 + n % 28:02}",
            subject=words.text(6),
            body=(words.text(WORDS),),
        )
        yield replace(made, references=tuple(_cited(max(1, n % 5_000 - step * len(POSTS) + 1)) for step in (1, 3)))


def _cited(number: int) -> Reference:
    open_one = Resolution(ResolutionState.CITED_NOT_HELD)
    told = {"number": str(number), "series": "DEPTEL", "from_": "Department of State", "direction": "outgoing"}
    return Reference(f"Deptel {number}", ReferenceKind.TELEGRAM, (), open_one, **told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
