"""What was read by hand (bench/truth/ledger): statements as sets of words of a paper, counted through all of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.search.passages import folded, paragraphs
from bench.truth import HERE, Part, half
from bench.truth.choose import XML_ID, Pair, documents

Words = frozenset[int]
"""Words of a paper, counted from 0 through all its paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One statement, by whomever: an annotator, or the grammar (which gives one type and a rule)."""

    types: tuple[str, ...]
    words: Words
    polarity: str | None = None
    strength: str | None = None
    when: Words = frozenset()
    party: str | None = None
    side: str | None = None
    """The state or body that the party speaks for; only what was found has one."""
    counterpart: str | None = None
    maybe: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """The folded words of a paper, paragraph after paragraph."""

    words: tuple[str, ...]
    begins: tuple[int, ...]

    def said(self, words: Words) -> str:
        """The words of a statement, for a person to read."""
        return " ".join(self.words[min(words) : max(words) + 1]) if words else ""


def paper(texts: Sequence[str]) -> Paper:
    """A paper by the texts of its paragraphs."""
    words: list[str] = []
    begins = []
    for text in texts:
        begins.append(len(words))
        words += folded(text)
    return Paper(tuple(words), tuple(begins))


def papers(data: Path, pairs: Sequence[Pair]) -> dict[Pair, Paper]:
    """The papers that were read by hand, from the volumes."""
    found = {}
    for volume in sorted({each for each, _ in pairs}):
        for document in documents(data / "frus" / f"{volume}.xml"):
            pair = (volume, str(document.get(XML_ID)))
            if pair in pairs:
                found[pair] = paper(paragraphs(document))
    return found


def listed(name: str) -> dict[Pair, list[Mapping[str, Any]]]:
    """The lines of a list by paper, empty where there is no such list."""
    file = HERE / "ledger" / f"{name}.jsonl"
    found: dict[Pair, list[Mapping[str, Any]]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        each = json.loads(line)
        found.setdefault((each["volume"], each["document"]), []).append(each)
    return found


def looked_at() -> dict[Pair, list[Mapping[str, Any]]]:
    """The lines of all papers for building, by paper: their misses may be looked at."""
    parts = ("build", "learning", "further", "fresh", "later")
    return {pair: said for name in parts for pair, said in listed(name).items() if half(*pair) == "build"}


def second(part: Part) -> str:
    """The list of papers of a half that were read once more, by the annotator of the other half."""
    return "second-score" if part == "build" else "second-build"


def told(line: Mapping[str, Any], of: Paper) -> Told:
    """One line of a list."""
    return Told(
        types=tuple(line["types"]),
        words=_words(line["at"], of),
        polarity=line.get("polarity"),
        strength=line.get("strength"),
        when=_words(line["when"], of) if "when" in line else frozenset(),
        party=line.get("party"),
        counterpart=line.get("counterpart"),
        maybe=bool(line.get("maybe")),
    )


def _words(at: Sequence[int], of: Paper) -> Words:
    paragraph, first, count = at
    start = of.begins[paragraph] + first
    return frozenset(range(start, start + count))
