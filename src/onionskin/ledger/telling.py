"""From a paper to its lines in the ledger."""

from __future__ import annotations

from collections.abc import Callable

from onionskin.ledger.extracting import statements_of
from onionskin.ledger.inking import inked
from onionskin.ledger.lines import Line, named
from onionskin.ledger.matters import phrases_through
from onionskin.ledger.sides import StateOf, scene_of, sides_of
from onionskin.ledger.suggested import with_suggested
from onionskin.record.document import Document
from onionskin.record.statements import Statement

Suggesting = Callable[[Document], tuple[Statement, ...]]


def no_suggestions(_: Document) -> tuple[Statement, ...]:
    """Where nobody was asked."""
    return ()


def lines_of(
    document: Document,
    *,
    date: str = "",
    day: str = "",
    serves: StateOf = lambda _: "",
    suggested: Suggesting = no_suggestions,
) -> tuple[Line, ...]:
    """What a paper says, in the order of its text; `date` and `day` are the paper's, as the inventory knows them.

    `suggested` tells what else was suggested that it says; of that it has what no rule found.
    """
    statements = inked(with_suggested(statements_of(document), suggested(document)), document)
    if not statements:
        return ()
    scene = scene_of(document, serves)
    told = zip(named(statements), phrases_through(statements), strict=True)
    return tuple(Line(name, each, date, day, sides_of(each, scene), phrases) for (name, each), phrases in told)
