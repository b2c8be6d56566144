"""Paragraphs drawn from the volumes to be read by hand, and what was read in them found again by number.

Working forms name a paper on a line of its own and tell a statement a line, with the number of its paragraph:

    # frus1961-63v03 d97
    2 | taken-up | which has been approved by Admiral Felt
    4 | none
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.search.passages import folded, paragraphs
from bench.truth import half
from bench.truth.choose import XML_ID, Pair, documents, edited_volumes, rank
from bench.truth.ledger.place import Paper, printed

SHORTEST = 15
"""Words of the shortest paragraph that is drawn."""

Teller = Callable[[Sequence[str], int, Paper], dict[str, object]]
"""Makes what is told of the parts of a line, the number of its paragraph and its paper; ValueError where it cannot."""


@dataclass(frozen=True, slots=True)
class Net:
    """What catches paragraphs of `longest` words at most: `of_each` are drawn from each half of a volume, by `name`."""

    name: str
    pattern: re.Pattern[str]
    longest: int
    of_each: int

    def drawn(self, volume: Path) -> Iterator[tuple[Pair, int, str]]:
        """At most one paragraph of a paper, with its number, in the order of the hashes of their names."""
        caught = sorted(
            (rank(f"{self.name}/{n}", pair), pair, n, text)
            for each in documents(volume)
            for pair in [(volume.stem, str(each.get(XML_ID)))]
            for n, text in enumerate(paragraphs(each))
            if SHORTEST <= len(folded(text)) <= self.longest and self.pattern.search(text)
        )
        for part in ("build", "score"):
            taken: dict[Pair, tuple[int, str]] = {}
            for _, pair, n, text in caught:
                if half(*pair) == part and len(taken) < self.of_each:
                    taken.setdefault(pair, (n, text))
            yield from ((pair, n, text) for pair, (n, text) in taken.items())


def near(one: str, other: str, words: int, back: int) -> re.Pattern[str]:
    """One pattern before another with so many words between them at most, or behind it with `back` words."""
    return re.compile(
        rf"{one}(?:[^\w.]+\w+){{0,{words}}}?[^\w.]+{other}|{other}(?:[^\w.]+\w+){{0,{back}}}?[^\w.]+{one}",
        re.IGNORECASE,
    )


def print_drawn(data: Path, nets: Sequence[Net]) -> None:
    """Prints what the nets draw from each volume, as it was read."""
    for volume in edited_volumes(data):
        for net in nets:
            for pair, n, text in net.drawn(volume):
                print(f"\n# {' '.join(pair)} {half(*pair)}\n[{n}] {text}")


def placed(working: str, data: Path, tell: Teller) -> Iterator[dict[str, object]]:
    """A line for each paragraph of the working form, with all that is told of it.

    Raises:
        ValueError: A line is not of the form, or its words do not stand where it says; the message shows the line.
    """
    volume = document = ""
    made: dict[tuple[str, str, int], list[dict[str, object]]] = {}
    for line in filter(None, map(str.strip, working.splitlines())):
        if line.startswith("#"):
            volume, document = line.lstrip("# ").split()[:2]
            continue
        number, *parts = (each.strip() for each in line.split("|"))
        told = made.setdefault((volume, document, int(number)), [])
        if parts in ([], ["none"]):
            continue
        try:
            told.append(tell(parts, int(number), printed(data, volume)[document]))
        except (ValueError, KeyError) as error:
            raise ValueError(f"{volume} {document}: {error}: {line}") from error
    for (name, paper, n), told in made.items():
        yield {"volume": name, "document": paper, "paragraph": n, "told": told}
