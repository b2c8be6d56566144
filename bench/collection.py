"""`bench collection`: how fast papers are kept and indexed, and a large collection is listed and searched.

The papers are made by `tests.papers` of words drawn as language draws them (few often, many seldom), one in fifty
misread as OCR misreads; so these are figures of the store and the index alone, without any reader.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random

from tests.papers import keep, telegram

from onionskin.record.document import Document
from onionskin.review.release import release
from onionskin.search.query import parse
from onionskin.search.sqlite_fts import SqliteIndex
from onionskin.store.opening import open_store
from onionskin.store.summary import Facet, Order

PAPERS = 30_000
DISTINCT_WORDS = 40_000
WORDS_A_PAPER = 250
POSTS = 150
"""Addressees and signers each."""

MISREAD = 50
"""One word in so many has a character taken for another."""

RUNS = 30
LOOKS_LIKE = {"o": "0", "l": "1", "i": "l", "e": "c", "v": "y", "h": "b", "n": "u", "s": "5"}


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(prog="bench collection", description=__doc__)
    parser.add_argument("-n", type=int, default=PAPERS, metavar="N", help="papers (default: %(default)s)")
    count = parser.parse_args(argv).n
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), count)
    return 0


def measure(folder: Path, count: int) -> None:
    """Keeps, indexes, lists and finds."""
    drawn = Drawn(Random(1962))
    index = SqliteIndex(folder / "search.db")
    keeping = indexing = waiting = 0.0
    with open_store(folder, create=True) as store:
        say("All times are of the processor, so that other work on the machine does not count.")
        for papers in batched_papers(drawn, count):
            began, clock = time.process_time(), time.perf_counter()
            keep(store, *papers)
            kept = time.process_time()
            waiting += time.perf_counter() - clock - (kept - began)
            index.add(release(paper, store.policy) for paper in papers)
            keeping, indexing = keeping + kept - began, indexing + time.process_time() - kept
        say(f"{count} papers of {WORDS_A_PAPER} words, {megabytes(folder, '*.db')} MB of databases")
        say(
            f"  kept in {keeping / count * 1e3:.2f} ms each, and {waiting / count * 1e3:.2f} ms of waiting for the disk"
        )
        say(f"  indexed in {indexing / count * 1e3:.2f} ms each")
        began = time.process_time()
        agree = sum(one == other for one, other in zip(store.digests(), index.held(), strict=True))
        say(f"store and index compared in {(time.process_time() - began) * 1e3:.0f} ms: {agree} agree")
        shown("list, by date", lambda: store.summary(limit=50, order=Order.DATE))
        shown("list, last page", lambda: store.summary(limit=50, offset=count - 50, order=Order.DATE))
        shown("list, one addressee", lambda: store.summary(limit=50, facets={Facet.TO: "POST 3"}))
    common, medium, rare = drawn.words[10], drawn.words[300], drawn.words[5000]
    for query in (
        *(f"{rare}", f"{medium}", f"{common}", f"{medium} {rare}", f'"{common} {medium}"', f"{rare} OR {medium}"),
        *(f"{rare[:4]}*", f"{medium} -{common}", "date:1961-11-17..1961-11-23", f"{medium} date:1961-11-17"),
        *(f"from:s17 {medium}", "kind:telegram marking:SECRET", f"{rare}x"),
    ):
        asked = parse(query)
        shown(f"find {query}  ({index.find(asked).total} papers)", partial(index.find, asked))
    with SqliteIndex(folder / "search.db") as fresh:
        began = time.process_time()
        fresh.find(parse(rare))
        say(f"the first find of a process: {(time.process_time() - began) * 1e3:.1f} ms")
    say(f"most memory held: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    index.close()


class Drawn:
    """Words in the proportions of language, and papers of them."""

    def __init__(self, random: Random) -> None:
        self._random = random
        syllables = [c + v + e for c in "bdfgklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "st")]
        self.words = sorted({"".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(DISTINCT_WORDS)})
        random.shuffle(self.words)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def text(self, length: int) -> str:
        """Words, some of them misread."""
        chosen = self._random.choices(self.words, cum_weights=self._weights, k=length)
        return " ".join(self._misread(word) if self._random.randrange(MISREAD) == 0 else word for word in chosen)

    def paper(self, n: int) -> Document:
        """A telegram."""
        return telegram(
            n,
            to=f"POST {self._random.randrange(POSTS)}",
            signer=f"S{self._random.randrange(POSTS)}",
            date=f"1961-{self._random.randint(1, 12):02}-{self._random.randint(1, 28):02}",
            subject=self.text(6),
            level=self._random.choice(["SECRET", "TOP SECRET", "CONFIDENTIAL"]),
            body=[self.text(WORDS_A_PAPER // 5) for _ in range(5)],
        )

    def _misread(self, word: str) -> str:
        at = self._random.randrange(len(word))
        return word[:at] + LOOKS_LIKE.get(word[at], word[at]) + word[at + 1 :]


def batched_papers(drawn: Drawn, count: int) -> Iterator[list[Document]]:
    """Papers, a hundred at a time."""
    for first in range(0, count, 100):
        yield [drawn.paper(n) for n in range(first, min(first + 100, count))]


def shown(name: str, run: Callable[[], object]) -> None:
    """Prints the median and the worst of some runs."""
    took = []
    for _ in range(RUNS):
        began = time.process_time()
        run()
        took.append((time.process_time() - began) * 1e3)
    say(f"  {name:<60} {statistics.median(took):7.1f} ms   worst {max(took):7.1f}")


def megabytes(folder: Path, pattern: str) -> int:
    """The files of a folder that match."""
    return sum(path.stat().st_size for path in folder.glob(pattern)) // 1_000_000


def say(line: str) -> None:
    """At once, so that one sees how far it is."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
