"""The conditions of a paper as a tree: what is to be done in any case, what if he presses the point, what if then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onionskin.ledger.lines import Line, folded
from onionskin.record.statements import Condition, Place, Statement


@dataclass(frozen=True, slots=True)
class Branch:
    """What holds under a condition, and the conditions within it; those and the lines in the order of the text.

    The root has no words and holds in any case.
    """

    words: str
    at: Place | None
    lines: tuple[Line, ...]
    branches: tuple[Branch, ...]


def tree_of(lines: Iterable[Line]) -> Branch:
    """The lines of one paper under their conditions. The same words in two places are one condition."""
    root = _Growing("", None)
    for line in lines:
        at = root
        for condition in path_of(line.statement):
            at = at.within.setdefault(folded(condition.words), _Growing(condition.words, condition.at))
        at.lines.append(line)
    return root.grown()


def path_of(statement: Statement) -> tuple[Condition, ...]:
    """The conditions of a statement, the outermost first."""
    path: dict[str, Condition] = {}
    for nearest in reversed(statement.conditions):
        for each in reversed(tuple(_outwards(nearest))):
            path.setdefault(folded(each.words), each)
    return tuple(path.values())


def _outwards(condition: Condition | None) -> Iterator[Condition]:
    while condition is not None:
        yield condition
        condition = condition.within


class _Growing:
    """A branch while lines come."""

    def __init__(self, words: str, at: Place | None) -> None:
        self.words, self.at = words, at
        self.lines: list[Line] = []
        self.within: dict[str, _Growing] = {}

    def grown(self) -> Branch:
        return Branch(self.words, self.at, tuple(self.lines), tuple(each.grown() for each in self.within.values()))
