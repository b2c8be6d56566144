"""An authority that users bring: lines of JSON, each a thing as `entity` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onionskin.linking.authorities.entity import Entity, entity_of


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is not taken: its number, from 1, and why."""

    number: int
    why: str


def read_lines(lines: Iterable[str]) -> Iterator[Entity | BadLine]:
    """Each line's thing, or why there is none; blank lines are passed over. Of one id the first line counts."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        made = _of_line(number, line)
        if isinstance(made, Entity):
            before = seen.setdefault(made.id, number)
            if before != number:
                made = BadLine(number, f"{made.id!r} stands in line {before} already")
        yield made


def _of_line(number: int, line: str) -> Entity | BadLine:
    try:
        said = json.loads(line)
    except ValueError as fault:
        return BadLine(number, f"no JSON: {fault}")
    if not isinstance(said, dict):
        return BadLine(number, "no JSON object")
    try:
        return entity_of(said)
    except ValueError as fault:
        return BadLine(number, str(fault))
