"""A statement as a line of the ledger: with a name of its own, its day, its two sides, and what it is about."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onionskin.record.quick import quick
from onionskin.record.statements import Statement

FOLDED = re.compile(r"[^0-9a-z]+")
LENGTH = 10
"""Characters of a line's own part of its name."""


@quick
@dataclass(frozen=True, slots=True)
class Phrase:
    """What a statement is about: `key` as phrases are told apart ("il-28"), `printed` as the quote has it, and how much
    it says of the matter (0 to 1) before anybody asks how rare it is.
    """

    key: str
    printed: str
    weight: float


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """A statement in the time of its paper.

    `date` is the paper's EDTF date and `day` the first day it can mean, both empty where there is none. `sides` are
    whose the statement is and whom it faces, as states, bodies or names ("United States", "Soviet Union"), empty where
    nobody is known. `issue` and `label` name the issue it falls under in its collection, empty where it has none.
    """

    id: str
    statement: Statement
    date: str
    day: str
    sides: tuple[str, str]
    phrases: tuple[Phrase, ...] = ()
    issue: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as one looks for what came of it: who wrote to whom, what it cites, what it says.

    `senders`, `receivers` and `named` are entities of the inventory. `cites` are the records its references lead to,
    `cites_words` references that lead to nothing held, as printed. A calendar entry has a `title` and no lines.
    """

    record: str
    kind: str
    date: str
    day: str
    series: str
    number: str
    direction: str
    title: str
    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    named: tuple[str, ...]
    cites: tuple[str, ...]
    cites_words: tuple[str, ...]
    lines: tuple[Line, ...]


def named(statements: Iterable[Statement]) -> Iterator[tuple[str, Statement]]:
    """Statements of papers with the name of each: `os-3f88.9c01d2e7ab`, made of its record, its type and its words.

    The same words give the same name in any collection and by any later reading; where they stand twice in a paper
    the second has `-2` at its end.
    """
    told: Counter[str] = Counter()
    for each in statements:
        words = f"{each.type}:{folded(each.quote)}"
        name = f"{each.record}.{hashlib.sha256(words.encode()).hexdigest()[:LENGTH]}"
        told[name] += 1
        yield (f"{name}-{told[name]}" if told[name] > 1 else name), each


def folded(words: str) -> str:
    """Letters and figures in small with one blank between words: what is the same for whoever finds words again."""
    return FOLDED.sub(" ", words.lower()).strip()
