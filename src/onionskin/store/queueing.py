"""What waits for a person, gathered by what is asked, as a store without a disk does it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from onionskin.store.contract import Matter, Queue, Waiting


def queue_of(questions: Iterable[tuple[str, Waiting]], sort: str | None, limit: int, offset: int) -> Queue:
    """A page of the queue: `questions` by record, each matter once for a record; what gains most stands first."""
    asked: dict[str, list[tuple[str, Waiting]]] = defaultdict(list)
    for record, each in questions:
        asked[each.matter].append((record, each))
    counts = Counter(held[0][1].sort for held in asked.values())
    told = []
    for matter, held in asked.items():
        if sort in {None, held[0][1].sort}:
            record, best = max(held, key=lambda each: each[1].gain)
            told.append(Matter(matter, record, len(held), sum(each.gain for _, each in held), best.line))
    told.sort(key=lambda each: (-each.gain, each.matter))
    return Queue(len(told), tuple(told[offset : offset + limit]), counts)
