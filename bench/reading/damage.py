"""What OCR does to a page: letters confused, dropped or run together, spaces lost, lines broken; the truth stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from onionskin.facsimile.ink import Ink, TextPage
from onionskin.record.span import Span

CONFUSED = {
    "O": "0",
    "0": "O",
    "l": "1",
    "1": "l",
    "I": "l",
    "S": "5",
    "5": "S",
    "B": "8",
    "8": "B",
    "e": "c",
    "c": "e",
    "h": "b",
    "u": "n",
    "n": "u",
    "t": "f",
    "G": "C",
    "D": "O",
    "6": "G",
    "i": "l",
    "a": "o",
    "E": "F",
    "T": "I",
    ".": ",",
    ",": ".",
    ":": ";",
    "'": "`",
    "Z": "2",
    "g": "q",
    "y": "v",
    "w": "vv",
    "m": "rn",
    "M": "N",
    "4": "A",
}
"""One character taken for another, as engines do on typewriting."""

RUN_TOGETHER = {"rn": "m", "cl": "d", "li": "h", "vv": "w", "fi": "h", "nn": "rm", "tt": "ll"}
"""Two characters taken for one."""

_UNTOUCHED = frozenset("~*☐☒_\n")
LONG_ROW = 40
"""Only the type of a full row breaks in two."""


@dataclass(frozen=True, slots=True)
class Worn:
    """An ink on the page as it stands now; `hit` when damage touched its characters."""

    ink: Ink
    span: Span
    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class WornPage:
    """A page after damage. `worn` keeps the order of the inks."""

    n: int
    text: str
    worn: tuple[Worn, ...]


def damaged(page: TextPage, rate: float, rng: Random) -> WornPage:
    """The page with about `rate` of its characters hurt; 0 leaves it as it is."""
    out: list[str] = []
    where: list[int] = []
    hit: set[int] = set()
    length = 0
    at = 0
    while at < len(page.text):
        pair, change = page.text[at : at + 2], None
        if rate and rng.random() < rate:
            change = _change(page.text, at, pair, rng)
        taken, put = change or (1, page.text[at])
        if change:
            hit.update(range(at, at + taken))
        where += [length] + [length + len(put)] * (taken - 1)
        out.append(put)
        length += len(put)
        at += taken
    where.append(length)
    text = "".join(out)
    worn = []
    for ink in page.inks:
        span = Span(where[ink.span.start], where[ink.span.end])
        worn.append(Worn(ink, span, span.of(text), any(ink.span.start <= place < ink.span.end for place in hit)))
    return WornPage(page.n, text, tuple(worn))


def _change(text: str, at: int, pair: str, rng: Random) -> tuple[int, str] | None:
    """How many characters go and what comes for them; None where nothing can happen."""
    char = text[at]
    if char in _UNTOUCHED or pair[-1] in _UNTOUCHED:
        return None
    if char == " ":
        if not (at and text[at - 1].isalnum() and pair[-1].isalnum()):
            return None
        row = text[text.rfind("\n", 0, at) + 1 : at]
        return (1, "\n") if len(row) > LONG_ROW and rng.random() < 0.3 else (1, "")
    if pair in RUN_TOGETHER and rng.random() < 0.7:
        return 2, RUN_TOGETHER[pair]
    if char in CONFUSED and rng.random() < 0.85:
        return 1, CONFUSED[char]
    return (1, "") if re.match(r"[\w.,]", char) else None
