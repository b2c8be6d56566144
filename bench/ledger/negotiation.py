"""The seeds' case beyond its statements: which of them are of one issue, which calendar entries report, what changed.

The calendar of the microfiche supplement has entries of which no text is held; the case names those that tell how the
letter of 17 and the telegram of 23 November 1962 were carried out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.ledger.case import FILE, PAPERS, share
from bench.ledger.held import SEEDS
from bench.ledger.pairs import candidates_of
from bench.ledger.scoring import SHARED
from bench.search.passages import folded
from bench.truth.choose import Pair
from onionskin.ledger.issues import issue_of
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import reports_of

Case = Mapping[str, Any]
CALENDAR = "frus1961-63v10-12mSupp"
REPORTED = {"letter of 17 November": "letter to McCloy", "telegram of 23 November": "telegram 1359"}


def faults(papers: Mapping[Pair, Paper], counts: Mapping[str, int], shared: Path) -> tuple[int, list[str]]:
    """How many things the case asks, and what is wrong; OSError, KeyError where its papers are not held."""
    case = json.loads((shared / "cases" / FILE).read_text(encoding="utf-8"))
    found = [*_grouped(case, papers, counts), *_reported(case, papers, counts)]
    return len(found), [each for each in found if each]


def _grouped(case: Case, papers: Mapping[Pair, Paper], counts: Mapping[str, int]) -> Iterator[str]:
    """For each group of statements empty where all are found and of one issue."""
    under: dict[str, list[str | None]] = defaultdict(list)
    for name, which in PAPERS.items():
        for each in case[name]:
            if "group" in each:
                line = _line(papers[SEEDS, "{} {}".format(*which)], each["quote"])
                phrase = issue_of(line.phrases, counts, len(papers)) if line else None
                under[each["group"]].append(phrase.key if phrase else None)
    for group, keys in under.items():
        yield "" if len(set(keys)) == 1 and keys[0] else f"group {group} is of the issues {keys}"


def _reported(case: Case, papers: Mapping[Pair, Paper], counts: Mapping[str, int]) -> Iterator[str]:
    """For each entry that reports empty where it is offered."""
    held = {pair: paper for pair, paper in papers.items() if pair[0] == CALENDAR or pair[0] == SEEDS}
    for asked, name in REPORTED.items():
        order = papers[SEEDS, "{} {}".format(*PAPERS[name])]
        offered = {match.record for match in reports_of(order, [*candidates_of(order, held)], counts, len(papers))}
        for entry in case["reports in the calendar"][asked]:
            yield "" if papers[CALENDAR, entry].record in offered else f"{asked}: {entry} is not offered"


def _line(paper: Paper, quote: str) -> Line | None:
    words = folded(quote)
    return max(
        (line for line in paper.lines if share(words, folded(line.statement.quote)) >= SHARED),
        key=lambda line: share(words, folded(line.statement.quote)) / len(folded(line.statement.quote)),
        default=None,
    )
