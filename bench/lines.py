"""Lines that no reader answers for, as the records list them, and what they look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST = 60
"""Characters of a shape that are kept."""


@dataclass(slots=True)
class Lines:
    """How many lines with ink the records hold; how often each shape of line is unclaimed, and one line of it."""

    all: int = 0
    unclaimed: int = 0
    shapes: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Of all lines, the part that nobody claims."""
        return self.unclaimed / self.all if self.all else 0.0

    def commonest(self, most: int) -> list[tuple[str, int, str]]:
        """The shapes that are unclaimed most often, how often, and an example of each."""
        return [(shape, count, self.examples[shape]) for shape, count in self.shapes.most_common(most)]


def lines_of(records: Iterable[Mapping[str, Any]]) -> Lines:
    """The lines of the records' transcriptions, and those that they list as unclaimed."""
    out = Lines()
    for record in records:
        out.all += sum(bool(line.strip()) for line in re.split(r"[\n\f]", record["text"]["transcription"]))
        for each in record["unclaimed"]:
            out.unclaimed += 1
            form = shape(each["text"])
            out.shapes[form] += 1
            out.examples.setdefault(form, each["text"])
    return out


def shape(line: str) -> str:
    """What a line looks like: `2. Mr. Able (EUR)` gives `9. Aa. Aa (A)`; runs of words of one look are one."""
    form = re.sub(r"[A-Z]+(?![a-z])", "A", re.sub(r"\d+", "9", line.strip()))
    form = re.sub(r"[A-Z][a-z]+", "Aa", form)
    form = re.sub(r"(?<![A-Za-z])[a-z]+", "a", form)
    form = re.sub(r"\b(Aa|A|a|9)(?:\s+\1\b)+", r"\1+", " ".join(form.split()))
    return form[:LONGEST]
