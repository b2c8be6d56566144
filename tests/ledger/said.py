"""Statements made by hand: of invented talks, with public figures of 1962."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onionskin.ledger.lines import Line, Phrase
from onionskin.record.document import Document
from onionskin.record.span import Span
from onionskin.record.statements import Condition, Place, Polarity, Statement, StatementType, Strength


def statement(
    quote: str = "You should see Kuznetsov promptly",
    type_: StatementType = StatementType.INSTRUCTION,
    *,
    record: str = "os-1",
    paragraph: int = 1,
    start: int = 0,
    when: tuple[str, ...] = (),
    **more: Any,
) -> Statement:
    """A statement at the beginning of a paragraph; `when` are its conditions, the nearest first."""
    conditions = tuple(Condition(words, Place(paragraph, Span(0, len(words)))) for words in when)
    plain = Statement(
        record=record,
        type=type_,
        quote=quote,
        at=Place(paragraph, Span(start, start + len(quote))),
        rule="by-hand",
        confidence=0.9,
        polarity=Polarity.DO,
        strength=Strength.SHOULD if type_ is StatementType.INSTRUCTION else None,
        when=when[0] if when else None,
        conditions=conditions,
    )
    return replace(plain, **more)


def quoting(
    paper: Document,
    words: str,
    type_: StatementType = StatementType.INSTRUCTION,
    **more: Any,
) -> Statement:
    """A statement of words that stand in a paper, with the ink of their paragraph."""
    paragraph = next(each for each in paper.text.paragraphs if words in each.text)
    start = paragraph.text.index(words)
    return statement(
        words, type_, record=paper.id, paragraph=paragraph.n, start=start, evidence=paragraph.evidence, **more
    )


def line(said: Statement, name: str, day: str = "1962-11-23", *, about: str = "", issue: str = "") -> Line:
    """A statement as a line of the ledger, of the United States to the Soviet Union."""
    phrases = (Phrase(about, about, 0.9),) if about else ()
    return Line(name, said, day, day, ("United States", "Soviet Union"), phrases, issue, issue)
