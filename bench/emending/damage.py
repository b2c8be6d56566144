"""Two ways of damaging an edited text: one to build with, and one that the rules were not made from.

`build` is the model of `bench noise` (its `build` half), written down from the look of type. `score` draws what the
archive's own OCR did to the papers of the data folder: `observed.tsv` counts, letter by letter, how words that no
edited volume knows differ from the one word nearest to them (52 scans' text layers and 80 released texts). Figures,
which such a count cannot see, are taken for one another and for letters alike.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path
from random import Random

from bench.noise.model import Noisy, noisy, written

OBSERVED = Path(__file__).with_name("observed.tsv")
BLANK_LOST, BLANK_ADDED, FIGURE = 0.08, 0.05, 0.02
"""Of all hurts, how many are a blank that goes or comes, and how many hurt a figure."""
FIGURES = {"0": "O6", "1": "l7", "2": "7Z", "3": "8", "4": "1", "5": "S6", "6": "8", "7": "1", "8": "3B", "9": "4"}


def damaged(text: str, rate: float, part: str, seed: str) -> Noisy:
    """The text with about `rate` of its characters hurt, the same for the same seed."""
    return noisy(text, rate, "build", seed) if part == "build" else _as_observed(text, rate, seed)


def _as_observed(text: str, rate: float, seed: str) -> Noisy:
    rng = Random(f"observed/{seed}/{rate}")
    done: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for _ in range(round(rate * sum(not char.isspace() for char in text))):
        for _ in range(200):
            at = rng.randrange(len(text))
            change = _hurt(text, at, rng)
            if change and not taken & set(range(at, at + max(change[0], 1))):
                done[at] = change
                taken.update(range(at, at + max(change[0], 1)))
                break
    return written(text, done)


def _hurt(text: str, at: int, rng: Random) -> tuple[int, str] | None:
    """How many characters go at a place and what comes for them; None where this throw hurts nothing."""
    throw = rng.random()
    if throw < BLANK_LOST:
        return (1, "") if text[at] == " " else None
    if throw < BLANK_LOST + BLANK_ADDED:
        return (1, text[at] + " ") if text[at : at + 2].isalpha() else None
    if throw < BLANK_LOST + BLANK_ADDED + FIGURE:
        return (1, rng.choice(FIGURES[text[at]])) if text[at] in FIGURES else None
    table, most = _table()
    stands = text[at : at + 2] if rng.random() < 0.1 and text[at : at + 2].lower() in table else text[at]
    rows = table.get(stands.lower()) if stands.isalpha() else None
    if rows is None:
        return None
    # Letters are hurt as often as was observed: some (m, i) far more often than others.
    if len(stands) == 1 and rng.random() > sum(times for _, times in rows) / most:
        return None
    read = rng.choices([r for r, _ in rows], [times for _, times in rows])[0]
    return len(stands), read.upper() if stands.isupper() else read


@cache
def _table() -> tuple[dict[str, list[tuple[str, int]]], int]:
    """What stands to what is read for it, with how often; and the largest sum of a letter."""
    table: dict[str, list[tuple[str, int]]] = defaultdict(list)
    with OBSERVED.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["stands"]:
                table[row["stands"]].append((row["read"], int(row["times"])))
            else:
                # What came in from nowhere may come behind any letter.
                for letter in "aeiou":
                    table[letter].append((letter + row["read"], max(1, int(row["times"]) // 5)))
    return table, max(sum(times for _, times in rows) for key, rows in table.items() if len(key) == 1)
