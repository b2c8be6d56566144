"""Known items: a few printed words that stand in one paper alone, drawn by chance from the edited volumes.

    python -m bench.search.passages DATA

prints the list that stands in `bench/truth/passages.toml`. A paper is drawn by the hash of its own name, as
`bench.truth.choose` draws; which of its words, by a generator seeded with the same name. No search was asked: a passage
is taken when no other paper prints the same words in a row, whatever else they may be like.
Knows no module of Onionskin.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lxml import etree

from bench.truth import HERE, Part, half
from bench.truth.choose import TEI, XML_ID, Pair, by_volume, documents, edited_volumes, is_paper

LIST = HERE / "passages.toml"
PASSAGES = 200
SHORTEST_TEXT = 60
"""Words of a paper from which a passage may be drawn; a note of two lines has little that is its own."""
LENGTHS = (3, 4, 5)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
TRIES = 200

Printed = Mapping[Pair, tuple[str, ...]]
"""The paragraphs of each paper."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `first` to `first + words` of a paragraph (all counted from 0); what they are, the volume says."""

    paper: Pair
    paragraph: int
    first: int
    words: int
    part: Part

    def of(self, printed: Printed) -> str:
        """The words as a person would type them: small, and nothing between them but blanks."""
        return " ".join(folded(printed[self.paper][self.paragraph])[self.first : self.first + self.words])


def folded(text: str) -> tuple[str, ...]:
    """The words of a text without regard to capitals."""
    return tuple(word.lower() for word in WORD.findall(text))


def paragraphs(document: etree._Element) -> tuple[str, ...]:
    """What the edition prints of the paper itself: its paragraphs without the editors' notes, blanks folded."""
    found = []
    for each in document.iterfind(".//t:p", TEI):
        if next(each.iterancestors(f"{{{TEI['t']}}}note"), None) is None:
            text = " ".join("".join(_without_notes(each)).split())
            if text:
                found.append(text)
    return tuple(found)


def printed(data: Path) -> dict[Pair, tuple[str, ...]]:
    """All papers of the nine volumes that print texts."""
    return {
        (volume.stem, str(document.get(XML_ID))): paragraphs(document)
        for volume in edited_volumes(data)
        for document in documents(volume)
        if is_paper(document)
    }


def drawn(data: Path) -> Iterator[Passage]:
    """The passages, one of each paper that was drawn."""
    held = printed(data)
    where = _standing(held)
    chosen = by_volume("passages", data, _has_text, PASSAGES * 2)
    taken = [passage for pair in chosen if (passage := _one(pair, held, where))]
    yield from sorted(_as_many_of_each_part(taken), key=lambda each: each.paper)


def listed() -> tuple[Passage, ...]:
    """The list as it was fixed."""
    with LIST.open("rb") as file:
        tables = tomllib.load(file)["passage"]
    return tuple(
        Passage((each["volume"], each["document"]), each["paragraph"], each["first"], each["words"], each["part"])
        for each in tables
    )


def _has_text(document: etree._Element) -> bool:
    return is_paper(document) and sum(map(len, map(folded, paragraphs(document)))) >= SHORTEST_TEXT


def _without_notes(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != f"{{{TEI['t']}}}note" and isinstance(child.tag, str):
            yield from _without_notes(child)
        yield child.tail or ""


def _standing(held: Printed) -> Mapping[tuple[str, ...], set[Pair]]:
    """In which papers each run of words of the lengths asked for stands."""
    where: defaultdict[tuple[str, ...], set[Pair]] = defaultdict(set)
    for pair, parts in held.items():
        for words in map(folded, parts):
            for length in LENGTHS:
                for at in range(len(words) - length + 1):
                    where[words[at : at + length]].add(pair)
    return where


def _one(pair: Pair, held: Printed, where: Mapping[tuple[str, ...], set[Pair]]) -> Passage | None:
    rng = Random("/".join(("passages", *pair)))
    parts = [folded(each) for each in held[pair]]
    for _ in range(TRIES):
        [paragraph] = rng.choices(range(len(parts)), [len(each) for each in parts])
        length = rng.choice(LENGTHS)
        first = rng.randrange(max(1, len(parts[paragraph]) - length + 1))
        run = parts[paragraph][first : first + length]
        if len(run) == length and where[run] == {pair}:
            return Passage(pair, paragraph, first, length, half(*pair))
    return None


def _as_many_of_each_part(taken: list[Passage]) -> list[Passage]:
    """Half of the list for building and half only for scoring: the first of each in the order of a fixed shuffle."""
    Random("passages").shuffle(taken)
    halves = ([each for each in taken if each.part == part] for part in ("build", "score"))
    return [each for part in halves for each in part[: PASSAGES // 2]]


def main(argv: list[str]) -> int:
    """Prints the list as TOML."""
    for each in drawn(Path(argv[0])):
        volume, document = each.paper
        print(f'\n[[passage]]\nvolume = "{volume}"\ndocument = "{document}"\npart = "{each.part}"')
        print(f"paragraph = {each.paragraph}\nfirst = {each.first}\nwords = {each.words}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
