"""Which papers of the volumes have their statements annotated by hand.

    python -m bench.truth.ledger.choose DATA [build|score|further|fresh|later|learning]

prints them with their paragraphs counted from 0, as an annotator reads them. From each volume that prints texts and for
each half: a telegram of the Department, a telegram of another, and by turns a letter (or message) or a memorandum of
conversation, drawn by the hash of their names; letters stand in where a volume has none of a sort. `further` has two
papers more from each volume, in neither half: a telegram of the Department, and by turns one of each other sort;
`fresh` has one more, in none of these; `later` one more again, memoranda (papers of options among them) by turns,
and of each third volume a telegram of the Department; `learning` has 22 more of each volume, all for building, by turns
of all sorts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from lxml import etree

from bench.search.passages import folded, paragraphs
from bench.truth import Part, half
from bench.truth.choose import TEI, XML_ID, Pair, documents, edited_volumes, rank

Drawn = tuple[Pair, str, tuple[str, ...]]
"""A paper with its heading and its paragraphs."""
SORTS = {
    "instructing": r"Telegram From the (?:Department|White House)",
    "reporting": r"Telegram From (?!the (?:Department|White House))",
    "letter": r"(?:Letter|Message) From",
    "conversation": r"Memorandum of (?:a )?(?:Telephone )?Conversation",
    "memorandum": r"(?:Memorandum|Paper|Report) (?:From|Prepared)",
}
PARTS: tuple[Part, ...] = ("build", "score")
OTHERS = ("reporting", "conversation", "letter")
TURNS = ("instructing", "reporting", "instructing", "conversation", "instructing", "letter")
LATER_TURNS = ("conversation", "memorandum", "reporting", "instructing", "memorandum", "letter")
LEARNING_TURNS = (*TURNS[:2], "letter", *TURNS[:2], "conversation", *TURNS[:2], "letter", "instructing", "memorandum")
SHORTEST, LONGEST = 120, 700
"""Words of a paper that is drawn: enough to say something, and few enough to be read with care."""


def head(document: etree._Element) -> str:
    """The printed heading without its notes."""
    found = document.find("t:head", TEI)
    if found is None:
        return ""
    texts = found.xpath(".//text()[not(ancestor::t:note)]", namespaces=TEI)
    return " ".join("".join(map(str, texts)).split()) if isinstance(texts, list) else ""


def chosen(data: Path, part: Part, among: Sequence[Path] = ()) -> Iterator[Drawn]:
    """The papers of a half, each with its heading and paragraphs; of some volumes alone where they are given."""
    for turn, volume in enumerate(edited_volumes(data)):
        if among and volume not in among:
            continue
        papers = {(volume.stem, str(each.get(XML_ID))): each for each in documents(volume)}
        mine = [pair for pair in papers if half(*pair) == part and _fits(papers[pair])]
        mine.sort(key=lambda pair: rank("ledger", pair))
        taken: list[Pair] = []
        for sort in ("instructing", "reporting", ("letter", "conversation")[turn % 2]):
            found = [pair for pair in mine if pair not in taken and re.search(SORTS[sort], head(papers[pair]))]
            found += [pair for pair in mine if pair not in taken and re.search(SORTS["letter"], head(papers[pair]))]
            taken += found[:1]
        for pair in taken:
            yield pair, head(papers[pair]), paragraphs(papers[pair])


def further(data: Path) -> Iterator[Drawn]:
    """Two more papers of each volume, each with its heading and paragraphs."""
    for turn, volume in enumerate(edited_volumes(data)):
        taken = {pair for part in PARTS for pair, _, _ in chosen(data, part, (volume,))}
        papers = {(volume.stem, str(each.get(XML_ID))): each for each in documents(volume)}
        left = [pair for pair in papers if pair not in taken and _fits(papers[pair])]
        left.sort(key=lambda pair: rank("ledger-further", pair))
        for sort in ("instructing", OTHERS[turn % len(OTHERS)]):
            found = [pair for pair in left if re.search(SORTS[sort], head(papers[pair]))]
            found += [pair for pair in left if re.search(SORTS["letter"], head(papers[pair])) and pair not in found]
            for pair in found[:1]:
                left.remove(pair)
                yield pair, head(papers[pair]), paragraphs(papers[pair])


def fresh(data: Path) -> Iterator[Drawn]:
    """One more paper of each volume, with its heading and paragraphs."""
    taken = {pair for part in PARTS for pair, _, _ in chosen(data, part)} | {pair for pair, _, _ in further(data)}
    yield from _one_more(data, taken, "ledger-fresh", TURNS)


def later(data: Path) -> Iterator[Drawn]:
    """One or two more papers of each volume after those of `fresh`."""
    drawn = [*(each for part in PARTS for each in chosen(data, part)), *further(data), *fresh(data)]
    more = list(_one_more(data, {pair for pair, _, _ in drawn}, "ledger-later", LATER_TURNS))
    drawn += more
    yield from more
    yield from _one_more(data, {pair for pair, _, _ in drawn}, "ledger-later", ("instructing", None, None))


def learning(data: Path) -> Iterator[Drawn]:
    """22 papers of each volume that are in none of these, of the half for building."""
    drawn = [*(each for part in PARTS for each in chosen(data, part)), *further(data), *fresh(data), *later(data)]
    taken = {pair for pair, _, _ in drawn}
    for volume in edited_volumes(data):
        papers = {(volume.stem, str(each.get(XML_ID))): each for each in documents(volume)}
        left = [pair for pair in papers if pair not in taken and half(*pair) == "build" and _fits(papers[pair])]
        left.sort(key=lambda pair: rank("ledger-learning", pair))
        for sort in LEARNING_TURNS * 2:
            found = [pair for pair in left if re.search(SORTS[sort], head(papers[pair]))] or left
            for pair in found[:1]:
                left.remove(pair)
                yield pair, head(papers[pair]), paragraphs(papers[pair])


def _one_more(data: Path, taken: AbstractSet[Pair], seed: str, turns: Sequence[str | None]) -> Iterator[Drawn]:
    for turn, volume in enumerate(edited_volumes(data)):
        if (sort := turns[turn % len(turns)]) is None:
            continue
        papers = {(volume.stem, str(each.get(XML_ID))): each for each in documents(volume)}
        left = [pair for pair in papers if pair not in taken and _fits(papers[pair])]
        left.sort(key=lambda pair: rank(seed, pair))
        pair = next(pair for pair in left if re.search(SORTS[sort], head(papers[pair])))
        yield pair, head(papers[pair]), paragraphs(papers[pair])


def _fits(document: etree._Element) -> bool:
    return SHORTEST <= sum(map(len, map(folded, paragraphs(document)))) <= LONGEST


def main(arguments: list[str]) -> int:
    """Print the papers of the halves that are asked for."""
    if not arguments:
        sys.stderr.write(__doc__ or "")
        return 2
    data, asked = Path(arguments[0]), arguments[1:] or PARTS
    drawn: dict[str, Iterator[Drawn]] = {**{part: chosen(data, part) for part in PARTS}, "further": further(data)}
    drawn |= {"fresh": fresh(data), "later": later(data), "learning": learning(data)}
    for part in asked:
        for (volume, document), title, said in drawn[part]:
            print(f"\n# {volume} {document} {part}\n# {title}")
            for number, paragraph in enumerate(said):
                print(f"[{number}] {paragraph}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
