"""`bench pace COLLECTION`: what a question costs that nobody asked before.

Some hundred questions of the kinds that people type are made of papers drawn by chance from the collection: of words
that stand in it, of values that it has, and of words as a hand misspells and a machine misreads them. Each is asked
once, the first page of twenty with the values beside it. Told is the time of the processor, so that other work on the
machine does not count; the first questions of all, which load what all others share, are told apart. 1 where 95 of 100
take longer than they may.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from onionskin.record.document import Document
from onionskin.record.named import NamedKind
from onionskin.search.contract import Order
from onionskin.settings import Settings
from onionskin.workbench import Collection, find, open_collection

MOST_MS = 40.0
"""Of 95 in 100 questions: with two of them at work at any time, each of twenty readers has his answer within 100 ms."""
EACH = 20
"""Questions of each kind."""
HITS, HEAPS = 20, 12
"""What the page of results asks for."""
FIRST = ("Berlin", '"Berlin wall"', "Soviet Berlin note", "Brelin")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FEWEST = 40
"""Words of a paper that questions are made of."""

Draw = Callable[["Paper", Random], str]


class Paper:
    """What questions are made of: a paper's longest paragraph, its values, its day; IndexError where it lacks one."""

    def __init__(self, document: Document) -> None:
        longest = max((each.text for each in document.text.paragraphs), key=len, default="")
        letters = ("".join(filter(str.isalpha, each)).lower() for each in longest.split())
        self.words = [each for each in letters if each]
        self.telling = [each for each in self.words if len(each) >= 5]
        self.senders = [each.as_printed for name in ("from", "signed_by") for each in document.many(name)]
        self.to = [each.as_printed for each in document.many("to")]
        self.persons = [each.text for each in document.mentions if each.kind is NamedKind.PERSON]
        date = document.one("date")
        self.days = [str(date.value)[:10]] if date and date.value and len(str(date.value)) >= len("1962-11-17") else []
        self.kind = str(document.kind)

    @property
    def long(self) -> bool:
        """Whether questions can be made of its words."""
        return len(self.words) >= FEWEST and len(self.telling) >= FEWEST // 4

    @property
    def day(self) -> str:
        """As `1962-11-17`."""
        return self.days[0]

    def run(self, draw: Random, fewest: int, most: int) -> list[str]:
        """Words that stand in a row."""
        length = draw.randint(fewest, most)
        at = draw.randrange(len(self.words) - length)
        return self.words[at : at + length]


def _hurt(word: str, draw: Random, times: int = 1) -> str:
    for _ in range(times):
        at = draw.randrange(len(word))
        word = word[:at] + draw.choice((draw.choice(LETTERS), "", word[at] + draw.choice(LETTERS))) + word[at + 1 :]
    return word or "e"


def _hurt_row(paper: Paper, draw: Random) -> str:
    run = paper.run(draw, 3, 6)
    for at in draw.sample(range(len(run)), 2):
        run[at] = _hurt(run[at], draw)
    return " ".join(run)


def _name(told: str) -> str:
    return told.replace('"', " ").strip()


def _last(name: str) -> str:
    return _name(name).split()[-1]


def _place(paper: Paper, draw: Random) -> str:
    return f'{draw.choice(("from", "to"))}:"{_name(draw.choice(paper.senders + paper.to))}"'


def _words_and_values(paper: Paper, draw: Random) -> str:
    return f"{' '.join(paper.run(draw, 2, 3))} kind:{paper.kind} date:{paper.day[:4]}"


KINDS: Mapping[str, Draw] = {
    "a word": lambda paper, draw: draw.choice(paper.telling),
    "words in a row": lambda paper, draw: " ".join(paper.run(draw, 2, 4)),
    "a longer row": lambda paper, draw: " ".join(paper.run(draw, 5, 9)),
    "words apart": lambda paper, draw: " ".join(draw.sample(paper.telling, draw.randint(2, 4))),
    "a phrase": lambda paper, draw: f'"{" ".join(paper.run(draw, 2, 5))}"',
    "a misspelt word": lambda paper, draw: _hurt(draw.choice(paper.telling), draw),
    "a misread row": _hurt_row,
    "a word of no paper's": lambda _, draw: "".join(draw.sample(LETTERS, 8)),
    "from or to": _place,
    "a person": lambda paper, draw: f'person:"{_name(draw.choice(paper.persons))}"',
    "a person and a word": lambda paper, draw: f"person:{_last(paper.persons[0])} {draw.choice(paper.telling)}",
    "a word and dates": lambda paper, draw: f"{draw.choice(paper.telling)} date:{paper.day[:7]}..{paper.day[:4]}",
    "dates alone": lambda paper, draw: f"date:{paper.day[: draw.choice((4, 7, 10))]}",
    "several values": lambda paper, _: f'kind:{paper.kind} person:"{_name(paper.persons[0])}" date:{paper.day[:4]}',
    "words and values": _words_and_values,
    "either": lambda paper, draw: " OR ".join(draw.sample(paper.telling, 2)) + f" -{draw.choice(paper.telling)}",
    "a beginning": lambda paper, draw: f"{draw.choice(paper.telling)[:5]}*",
}


def questions(collection: Collection, each: int, draw: Random) -> Iterator[tuple[str, str, Order]]:
    """The kind of each question, the question, and the order that is asked for; no question twice."""
    ids = [record_id for record_id, _ in collection.index.held()]
    drawn = map(Paper, map(collection.store.linked, draw.sample(ids, len(ids))))
    papers = (paper for paper in drawn if paper.long)
    asked: set[str] = set()
    for n in range(each):
        for name in KINDS:
            question = next(made for paper in papers if (made := _made(name, paper, draw)) and made not in asked)
            asked.add(question)
            yield name, question, Order.BEST if n % 4 else Order.OLDEST


def _made(kind: str, paper: Paper, draw: Random) -> str | None:
    try:
        return KINDS[kind](paper, draw)
    except IndexError:
        return None


def asked(collection: Collection, question: str, order: Order = Order.BEST) -> float:
    """Milliseconds of the processor."""
    began = time.process_time()
    find(collection, question, limit=HITS, heaps=HEAPS, order=order)
    return (time.process_time() - began) * 1e3


def _line(name: str, took: Sequence[float]) -> str:
    p95 = statistics.quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
    return f"{name:<24}{len(took):>5}{statistics.median(took):>9.1f}{p95:>9.1f}{max(took):>9.1f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where 95 of 100 questions take longer than they may."""
    parser = argparse.ArgumentParser(prog="bench pace", description=__doc__)
    parser.add_argument("collection", type=Path, help="made by `python -m bench.room.fill`")
    parser.add_argument("--each", type=int, default=EACH, help="questions of each kind (%(default)s)")
    parser.add_argument("--seed", type=int, default=1962)
    parser.add_argument("--slowest", type=int, default=0, metavar="N", help="the N slowest questions, each in full")
    options = parser.parse_args(argv)
    took: dict[str, list[float]] = defaultdict(list)
    single: list[tuple[float, str]] = []
    with open_collection(Settings(collection=options.collection)) as collection:
        collection.bring_in_step()
        made = list(questions(collection, options.each, Random(options.seed)))
        first = sum(asked(collection, each) for each in FIRST)
        for name, question, order in made:
            single.append((asked(collection, question, order), f"{name}: {question}"))
            took[name].append(single[-1][0])
    every = [each for held in took.values() for each in held]
    print(f"{'kind of question':<24}{'asked':>5}{'p50 ms':>9}{'p95 ms':>9}{'worst':>9}")
    for name in KINDS:
        print(_line(name, took[name]))
    print(_line("all", every))
    print(f"the first {len(FIRST)} of all: {first:.0f} ms")
    for cost, question in sorted(single, reverse=True)[: options.slowest]:
        print(f"{cost:>9.1f}  {question}")
    return int(statistics.quantiles(every, n=20)[-1] > MOST_MS)


if __name__ == "__main__":
    sys.exit(main())
