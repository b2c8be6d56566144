"""Papers whose lines were lost, moved, doubled, run together or turned over, as worn files have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
from tests.readers.reading import TURN, read_text

ROOT = Path(__file__).resolve().parents[2]
WHOLE = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
WHOLE += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "bench/transcripts/papers").glob("*.txt"))]
TEARS, LONGEST = 5, 12

Lines = list[str]
Harm = Callable[[Lines, int, int, Random], Lines]


def lose(lines: Lines, start: int, end: int, _: Random) -> Lines:
    return lines[:start] + lines[end:]


def double(lines: Lines, start: int, end: int, chance: Random) -> Lines:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[start:end] + lines[at:]


def run_together(lines: Lines, start: int, end: int, _: Random) -> Lines:
    return [*lines[:start], " ".join(lines[start:end]), *lines[end:]]


def turn(lines: Lines, start: int, _: int, __: Random) -> Lines:
    return [*lines[:start], TURN + lines[start], *lines[start + 1 :]]


def strike(lines: Lines, start: int, _: int, __: Random) -> Lines:
    return [*lines[:start], f"~~{lines[start]}~~", *lines[start + 1 :]]


def wear(lines: Lines, start: int, end: int, chance: Random) -> Lines:
    worn = ["".join(each for each in line if chance.random() > 0.1) for line in lines[start:end]]
    return lines[:start] + worn + lines[end:]


def mix(lines: Lines, start: int, _: int, chance: Random) -> Lines:
    other = chance.choice(WHOLE).split("\n")
    at = chance.randrange(len(other))
    return lines[:start] + other[at : at + LONGEST] + lines[start:]


HARMS: Sequence[Harm] = (lose, double, run_together, turn, strike, wear, mix)


def torn(text: str, chance: Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, TEARS)):
        start = chance.randrange(len(lines))
        lines = chance.choice(HARMS)(lines, start, start + chance.randint(1, LONGEST), chance) or [""]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happened_to_its_lines_a_paper_is_read_and_its_ink_stands_where_it_is_said_to(seed: int) -> None:
    chance = Random(seed)
    for _ in range(12):
        text = torn(chance.choice(WHOLE), chance)
        assert [fault for paper in read_text(text) for fault in paper.ink_faults()] == [], text
