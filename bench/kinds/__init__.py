"""Papers of the rarer kinds, each in two manners: those of `seen` may be looked at, those of `unseen` only score.

Minutes and records of action, telephone conversations, memoranda for the record, circular telegrams, airgrams,
despatches, intelligence reports, and letters by who writes to whom. Layouts were made from general knowledge of the
forms and of what the printed volumes say of their originals, before the readers they judge; wording is the volumes'.
Nothing here imports `onionskin`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from bench.case import Case
from bench.unfamiliar.cases import style_by_lot, typed
from bench.unfamiliar.draw import Draw
from bench.unfamiliar.editions import Edition, editions
from bench.unfamiliar.sheet import Paper

__all__ = ["Layout", "Manners"]

Manner = Literal["seen", "unseen"]
Typist = Callable[[Paper, Draw, Edition], None]

RATES = (0.0, 0.0, 0.0, 0.005, 0.01, 0.02)
_NUMBERED = re.compile(r"\W{0,2}\w{1,3}[.)] ")


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of paper is typed, and the genre of the volumes whose wording it takes."""

    kind: str
    subkind: str
    genre: str
    typed: Typist


@dataclass(frozen=True, slots=True)
class Manners:
    """All layouts of one manner, typed in turn."""

    manner: Manner
    layouts: tuple[Layout, ...]

    def generate(self, data: Path, seed: int, count: int, *, worn: bool = True) -> Iterator[Case]:
        """`count` files of one paper each, the same for the same arguments; NoTextsError without the volumes."""
        pools: dict[str, list[Edition]] = {}
        for edition in editions(data):
            # What is numbered in the text would be an item of the meeting's.
            if not any(_NUMBERED.match(paragraph) for paragraph in edition.paragraphs):
                pools.setdefault(edition.genre, []).append(edition)
        for genre, pool in pools.items():
            Random(f"{self.manner}/{seed}/{genre}").shuffle(pool)
        for n in range(count):
            layout = self.layouts[n % len(self.layouts)]
            rng = Random(f"{self.manner}/{seed}/{n}")
            name, style = style_by_lot(rng)
            rate = rng.choice(RATES) if worn else 0.0
            pool = pools[layout.genre]
            paper = Paper(layout.kind, style, layout.subkind)
            paper.unjudged |= {"title", "attention"}
            layout.typed(paper, Draw(rng), pool[n % len(pool)])
            traits = frozenset({layout.subkind or layout.kind, name, f"damage {rate:.1%}"})
            yield typed(f"{self.manner}-{n:04}.txt", [paper], rate, rng, traits)
