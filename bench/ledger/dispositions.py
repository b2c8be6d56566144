"""What became of proposals and commitments: what is told in paragraphs that were read by hand, and of which proposal.

    ./run bench ledger --dispositions [--part build]
    ./run bench ledger --kept [--part build]

One that is found is right where it shares half of the words that were marked, is not three times as long, and says the
same (or one of what two readers may say). What was marked `maybe` is neither asked for nor counted wrong. `of` counts,
of those that are right, where the words that name the proposal overlap the marked ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.ledger import door
from bench.ledger.truth import Paper, Words, papers
from bench.tally import Tally
from bench.truth import HERE, Part, half
from bench.truth.choose import Pair

LISTS = {"dispositions": door.disposed, "kept": door.kept}
"""The lists of paragraphs, and what is found in a paper for each: `kept` is whether commitments were kept or broken,
and the words by which they are verified.
"""
SHARED, LONGEST = 0.5, 3


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a proposal: labels of which each is right, words that tell it, words that name the proposal."""

    labels: frozenset[str]
    words: Words
    of: Words = frozenset()
    maybe: bool = False


@dataclass(slots=True)
class Found:
    """The counts: dispositions, and of those that are right whether the proposal is."""

    told: Tally = field(default_factory=Tally)
    of: Tally = field(default_factory=Tally)
    anywhere: Tally = field(default_factory=Tally)
    """The same whatever they say."""
    misses: list[str] = field(default_factory=list)

    def add(self, asked: Sequence[Told], got: Sequence[Told], paper: Paper, name: str) -> None:
        """Count one paragraph."""
        left = list(got)
        for each in asked:
            met = next((one for one in left if _fits(each, one)), None)
            if met is not None:
                left.remove(met)
            if each.maybe:
                continue
            self.told.add(Tally(int(met is not None), 0, int(met is None)))
            near = any(_near(each, one) for one in got)
            self.anywhere.add(Tally(int(near), 0, int(not near)))
            if met is not None and each.of:
                self.of.add(Tally(int(bool(each.of & met.of)), 0, int(not each.of & met.of)))
            if met is None:
                self.misses.append(f"{name}: missed {'|'.join(sorted(each.labels))}: {paper.said(each.words)}")
            elif each.of and not each.of & met.of:
                self.misses.append(f"{name}: of {paper.said(met.of)!r}, not {paper.said(each.of)!r}")
        extra = [one for one in left if not any(each.maybe and _near(each, one) for each in asked)]
        self.told.add(Tally(0, len(extra), 0))
        self.misses += [f"{name}: extra {''.join(one.labels)}: {paper.said(one.words)}" for one in extra]


def measured(data: Path, part: Part, name: str = "dispositions") -> dict[str, Any]:
    """The figures of a half of a list; of the half for building with what is missed. OSError where the volumes are not
    there.
    """
    file = HERE / "ledger" / f"{name}.jsonl"
    lines = [each for each in map(json.loads, file.read_text(encoding="utf-8").splitlines()) if _of_part(each, part)]
    pairs = sorted({(each["volume"], each["document"]) for each in lines})
    printed, documents = papers(data, pairs), door.taken_in(data, pairs)
    got = {pair: list(_got(LISTS[name](documents[pair], printed[pair]))) for pair in pairs}
    found = Found()
    for each in lines:
        pair: Pair = (each["volume"], each["document"])
        paper, n = printed[pair], each["paragraph"]
        first = paper.begins[n]
        last = paper.begins[n + 1] if n + 1 < len(paper.begins) else len(paper.words)
        here = [one for one in got[pair] if one.words and first <= min(one.words) < last]
        found.add([_asked(told, paper) for told in each["told"]], here, paper, " ".join(pair))
    report: dict[str, Any] = {
        "part": part,
        "paragraphs": len(lines),
        name: found.told.right + found.told.missed,
        "precision": found.told.precision,
        "recall": found.told.recall,
        "whatever they say": {"recall": found.anywhere.recall},
        "of": {"right": found.of.right, "of": found.of.right + found.of.missed},
    }
    return report | ({"misses": found.misses} if part == "build" else {})


def _of_part(line: Mapping[str, Any], part: Part) -> bool:
    return half(line["volume"], line["document"]) == part


def _asked(told: Mapping[str, Any], paper: Paper) -> Told:
    of = _words(told["of"], paper) if "of" in told else frozenset()
    return Told(frozenset(told["as"]), _words(told["at"], paper), of, bool(told.get("maybe")))


def _got(disposed: Sequence[tuple[str, Words, Words]]) -> Iterator[Told]:
    for label, words, of in disposed:
        yield Told(frozenset({label}), words, of)


def _fits(asked: Told, got: Told) -> bool:
    return bool(asked.labels & got.labels) and _near(asked, got)


def _near(asked: Told, got: Told) -> bool:
    return len(asked.words & got.words) >= SHARED * len(asked.words) and len(got.words) < LONGEST * len(asked.words)


def _words(at: Sequence[int], paper: Paper) -> Words:
    paragraph, first, count = at
    start = paper.begins[paragraph] + first
    return frozenset(range(start, start + count))
