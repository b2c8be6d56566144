"""A page as a poor engine reads it: about so many of its characters hurt, and the way back from each to the clean page.

Of a hundred hurts about two thirds are a character taken for another; characters are lost and specks read; blanks get
lost and come in; now and then a line is broken in two or run together with the next. A page turn is never touched, nor
are the signs that a transcript has for a pen's stroke or an empty box, which no engine reads from letters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.noise.confusions import CONFUSIONS, SPECKS, Part

SHARES = {
    "confused": 64,
    "dropped": 9,
    "added": 7,
    "blank lost": 9,
    "blank added": 7,
    "line broken": 2,
    "lines merged": 2,
}
"""Of a hundred hurts, how many are of each sort. Two in a hundred is one line of a typed page at a rate of 5 %."""

SIGNS = frozenset("~*_#☐☒□■\f")


@dataclass(frozen=True, slots=True)
class Noisy:
    """A text after damage; `back[i]` is where its character i stood in `clean`, and one place more for the end."""

    clean: str
    text: str
    back: tuple[int, ...]

    def before(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the clean text that stand at start to end of this one."""
        return self.back[start], self.back[end]

    def hurt(self, start: int, end: int) -> bool:
        """Whether anything there is not as it was."""
        first, last = self.before(start, end)
        return self.text[start:end] != self.clean[first:last]


def noisy(clean: str, rate: float, part: Part, seed: str) -> Noisy:
    """The text with about `rate` of its characters hurt, the same for the same seed on every machine."""
    rng = Random(f"{part}/{seed}/{rate}")
    places = [at for at, char in enumerate(clean) if char not in SIGNS]
    due = round(rate * sum(not char.isspace() for char in clean))
    done: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for sort in rng.choices(list(SHARES), list(SHARES.values()), k=due):
        for _ in range(TRIES):
            at = rng.choice(places)
            change = HURTS[sort](clean, at, part, rng)
            if change and not taken & set(range(at, at + max(change[0], 1))):
                done[at] = change
                taken.update(range(at, at + max(change[0], 1)))
                break
    return written(clean, done)


TRIES = 60
"""Places tried for one hurt before it is given up: a text may have no blank left to lose."""


def written(clean: str, done: dict[int, tuple[int, str]]) -> Noisy:
    """The text with so many characters, from each place on, gone for others."""
    out: list[str] = []
    back: list[int] = []
    at = 0
    while at < len(clean):
        length, instead = done.get(at, (1, clean[at]))
        out.append(instead)
        back += [at] * len(instead)
        at += length
    return Noisy(clean, "".join(out), (*back, len(clean)))


Change = tuple[int, str] | None
"""How many characters go, and what comes for them; None where this hurt cannot happen."""


def _confused(clean: str, at: int, part: Part, rng: Random) -> Change:
    table = CONFUSIONS[part]
    for length in (2, 1):
        known = table.get(clean[at : at + length])
        if known and at + length <= len(clean):
            return length, rng.choice(known)
    return None


def _dropped(clean: str, at: int, part: Part, rng: Random) -> Change:  # noqa: ARG001 - one form for all hurts
    return None if clean[at].isspace() else (1, "")


def _added(clean: str, at: int, part: Part, rng: Random) -> Change:
    if clean[at] == "\n":
        return None
    return (1, clean[at] + (clean[at] if clean[at].isalnum() and rng.random() < 0.3 else rng.choice(SPECKS[part])))


def _blank_lost(clean: str, at: int, part: Part, rng: Random) -> Change:  # noqa: ARG001
    single = clean[at] == " " and 0 < at < len(clean) - 1
    return (1, "") if single and not (clean[at - 1] + clean[at + 1]).isspace() else None


def _blank_added(clean: str, at: int, part: Part, rng: Random) -> Change:  # noqa: ARG001
    inside = clean[at : at + 2].strip()
    return (1, clean[at] + " ") if len(inside) == 2 else None


def _line_broken(clean: str, at: int, part: Part, rng: Random) -> Change:  # noqa: ARG001
    inside = clean[at] == " " and 0 < at < len(clean) - 1 and not (clean[at - 1] + clean[at + 1]).isspace()
    return (1, "\n") if inside else None


def _lines_merged(clean: str, at: int, part: Part, rng: Random) -> Change:  # noqa: ARG001
    joined = (
        clean[at] == "\n" and 0 < at < len(clean) - 1 and clean[at - 1] not in "\n\f" and clean[at + 1] not in "\n\f"
    )
    return (1, " ") if joined else None


HURTS: dict[str, Callable[[str, int, Part, Random], Change]] = {
    "confused": _confused,
    "dropped": _dropped,
    "added": _added,
    "blank lost": _blank_lost,
    "blank added": _blank_added,
    "line broken": _line_broken,
    "lines merged": _lines_merged,
}
