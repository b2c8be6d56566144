"""From a paper to its lines in the ledger."""

from __future__ import annotations

from onionskin.ledger.extracting import statements_of
from onionskin.ledger.inking import inked
from onionskin.ledger.lines import Line, named
from onionskin.ledger.matters import phrases_through
from onionskin.ledger.sides import StateOf, scene_of, sides_of
from onionskin.record.document import Document


def lines_of(document: Document, *, date: str = "", day: str = "", serves: StateOf = lambda _: "") -> tuple[Line, ...]:
    """What a paper says, in the order of its text; `date` and `day` are the paper's, as the inventory knows them."""
    statements = inked(statements_of(document), document)
    if not statements:
        return ()
    scene = scene_of(document, serves)
    told = zip(named(statements), phrases_through(statements), strict=True)
    return tuple(Line(name, each, date, day, sides_of(each, scene), phrases) for (name, each), phrases in told)
