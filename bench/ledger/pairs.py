"""Instructions and the reports of their execution: whether the report is among the first three that are offered.

    ./run bench ledger --pairs [--collection FOLDER]

Every instruction of `bench/truth/ledger/pairs.toml` is offered all papers of its fortnight that the volumes print. It
counts as right where a report of the list is among them. The list does not hold every report of these volumes, so that
an asserted one that is not in it may still be one. The same once more with all citations taken out, as if no reference
had been read. Misses are told of the build half alone.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bench.truth import HERE, Part
from bench.truth.choose import Pair
from onionskin.ledger.lines import Paper
from onionskin.ledger.matching import MOST_CANDIDATES, WINDOW, Match, reports_of

FILE = HERE / "ledger" / "pairs.toml"
WANTED = 0.80
"""Of the instructions, those whose report is to be among the first three."""
BANDS = (0.9, 0.7, 0.5, 0.3, 0.1, 0.0)
"""Lower ends of the scores that are counted together."""


@dataclass(slots=True)
class Found:
    """What was counted. `bands` has by the lower end of scores how many were offered, and how many of the list."""

    instructions: int = 0
    first: int = 0
    among_three: int = 0
    asserted: int = 0
    asserted_right: int = 0
    bands: dict[float, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[Pair] = field(default_factory=list)

    def add(self, instruction: Pair, offered: list[Match], reports: set[str]) -> None:
        """Count what was offered for one instruction."""
        right = [each.record in reports for each in offered]
        self.instructions += 1
        self.first += any(right[:1])
        self.among_three += any(right)
        if not any(right):
            self.misses.append(instruction)
        for match, good in zip(offered, right, strict=True):
            self.asserted += match.asserted
            self.asserted_right += match.asserted and good
            band = next(each for each in BANDS if match.score >= each)
            self.bands[band].update(offered=1, listed=int(good))

    def shown(self, part: Part) -> dict[str, Any]:
        """The figures; of the build half with the scores and what was missed."""
        figures: dict[str, Any] = {
            "instructions": self.instructions,
            "report first": self.first / max(1, self.instructions),
            "report among three": self.among_three / max(1, self.instructions),
            "asserted": {"right": self.asserted_right, "of": self.asserted},
        }
        if part == "build":
            figures["by score"] = {f"from {band}": dict(self.bands[band]) for band in BANDS if band in self.bands}
            figures["missed"] = [" ".join(each) for each in self.misses]
        return figures


def listed(part: Part) -> Mapping[Pair, frozenset[Pair]]:
    """The instructions of a half, each with its reports."""
    with FILE.open("rb") as file:
        tables = tomllib.load(file)["pairs"]
    found: dict[Pair, set[Pair]] = defaultdict(set)
    for each in tables:
        if each["half"] == part:
            found[each["volume"], each["instruction"]].add((each["volume"], each["report"]))
    return {instruction: frozenset(reports) for instruction, reports in found.items()}


def measured(papers: Mapping[Pair, Paper], counts: Mapping[str, int], part: Part) -> dict[str, Any]:
    """The figures of a half, with citations and without. KeyError where a paper of the list is not held."""
    with_them, without = Found(), Found()
    for instruction, reports in listed(part).items():
        paper, wanted = papers[instruction], {papers[each].record for each in reports}
        candidates = list(candidates_of(paper, papers))
        bare = [replace(each, cites=(), cites_words=()) for each in candidates]
        for found, offered in ((with_them, candidates), (without, bare)):
            matches = reports_of(paper, offered, counts, len(papers))
            found.add(instruction, [each for each in matches if not each.line], wanted)
    return {"part": part, **with_them.shown(part), "without citations": without.shown(part)}


def candidates_of(instruction: Paper, papers: Mapping[Pair, Paper]) -> Iterator[Paper]:
    """The papers of its fortnight, the nearest first, and those that cite it."""
    dated = sorted(
        (abs(days), paper.record, paper)
        for paper in papers.values()
        if paper.record != instruction.record
        and (days := _days(instruction, paper)) is not None
        and (WINDOW[0] <= days <= WINDOW[1] or instruction.record in paper.cites)
    )
    for _, _, paper in dated[:MOST_CANDIDATES]:
        yield paper


def _days(instruction: Paper, paper: Paper) -> int | None:
    if not instruction.day or not paper.day:
        return None
    return (date.fromisoformat(paper.day) - date.fromisoformat(instruction.day)).days
