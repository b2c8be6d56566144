"""The seeds' case: every statement of the two papers that the case file names, with its parts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import onionskin_command
from bench.case import Case
from bench.ledger.scoring import SHARED
from bench.search.passages import folded
from onionskin.ledger.extracting import statements_of
from onionskin.record.codec import from_json

FILE = "ledger-new-york-1962.json"
PAPERS = {"telegram 1359": ("telegram", 0), "letter to McCloy": ("letter", 1), "letter to Stevenson": ("letter", 0)}
"""The papers of the case: their kind, and which of that kind in the order of their file."""
LISTS = ("actor", "counterpart")
WORDS = ("when", "give", "get", "tied_to", "refers_to", "date", "party")


@dataclass(frozen=True, slots=True)
class Asked:
    """One statement of the case, and what is wrong with the one that was found: empty where all is right."""

    paper: str
    quote: str
    faults: tuple[str, ...]


def asked(shared: Path) -> Iterator[Asked]:
    """All statements of the case.

    Raises:
        OSError: The case or the seeds are not there.
        CommandError: The seeds were not read.
    """
    case = json.loads((shared / "cases" / FILE).read_text(encoding="utf-8"))
    statements = _statements(shared / "seeds")
    for paper in PAPERS:
        for each in case[paper]:
            yield Asked(paper, each["quote"], tuple(_faults(each, statements[paper])))


def _statements(seeds: Path) -> Mapping[str, Sequence[Any]]:
    cases = [Case(name=each.name, text=each.read_bytes(), papers=()) for each in sorted(seeds.glob("*.txt"))]
    records = [record for held in onionskin_command.read(cases).values() for record in held]
    found = {}
    for paper, (kind, which) in PAPERS.items():
        record = [each for each in records if each["kind"] == kind][which]
        found[paper] = statements_of(from_json(record))
    return found


def _faults(want: Mapping[str, Any], statements: Sequence[Any]) -> Iterator[str]:
    quote = folded(want["quote"])
    types = want["type"].split("|")
    there = [each for each in statements if share(quote, folded(each.quote)) >= SHARED]
    if not there:
        yield "not found"
        return
    fitting = [each for each in there if each.type in types]
    if not fitting:
        yield f"is {there[0].type}, not {want['type']}"
        return
    got = max(fitting, key=lambda each: share(quote, folded(each.quote)) / len(folded(each.quote)))
    for part in ("polarity", "strength"):
        if part in want and getattr(got, part) != want[part]:
            yield f"{part} {getattr(got, part)}"
    for part in LISTS:
        if part in want and not all(any(one in other for other in getattr(got, part)) for one in want[part]):
            yield f"{part} {getattr(got, part)}"
    for part in WORDS:
        if part in want:
            have = getattr(got, part) or ""
            have = " ".join(have) if isinstance(have, tuple) else have
            if share(folded(want[part]), folded(have)) < SHARED:
                yield f"{part} {have!r}"


def share(quote: Sequence[str], words: Sequence[str]) -> float:
    """The part of a quote that stands in these words, in its order."""
    best = 0
    row = [0] * (len(words) + 1)
    for mine in quote:
        left = 0
        for j, theirs in enumerate(words, 1):
            left, row[j] = row[j], left + 1 if mine == theirs else max(row[j], row[j - 1])
    best = row[-1]
    return best / max(1, len(quote))
