"""Papers as matching sees them: of invented exchanges between the Department and its mission in New York."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.ledger.said import line, statement

from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matters import phrases_of
from onionskin.ledger.rulings import slug
from onionskin.record.statements import StatementType

DEPARTMENT, USUN, EGYPT = "organization:department-of-state", "post:representative-to-un", "post:mission/egypt"
KUZNETSOV, MIKOYAN = "person:kuznetsov", "person:mikoyan"


def says(record: str, quote: str, type_: StatementType = StatementType.REPORT, day: str = "", **more: Any) -> Line:
    """A line of a paper, with its phrases."""
    said = statement(quote, type_, record=record, **more)
    return replace(line(said, f"{record}.{slug(quote)}", day), phrases=phrases_of(said))


def paper(record: str, day: str, *lines: Line, **more: Any) -> Paper:
    """A telegram of the mission to the Department, unless more is said of it."""
    plain = Paper(
        record=record,
        kind="telegram",
        date=day,
        day=day,
        series="",
        number="",
        direction="incoming",
        title="",
        senders=(USUN,),
        receivers=(DEPARTMENT,),
        named=(KUZNETSOV,),
        cites=(),
        cites_words=(),
        lines=lines,
    )
    return replace(plain, **more)


def instruction(record: str = "os-order", day: str = "1962-11-17", *quotes: str, **more: Any) -> Paper:
    """A telegram of the Department to the mission that tells it what to do."""
    lines = [says(record, each, StatementType.INSTRUCTION, day) for each in quotes]
    sent = {"senders": (DEPARTMENT,), "receivers": (USUN,), "direction": "outgoing", "number": "1338"}
    return paper(record, day, *lines, **{**sent, **more})
