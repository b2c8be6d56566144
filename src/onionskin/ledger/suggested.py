"""What a model suggested that a paper says: it counts only where its words stand in the reading text, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from onionskin.record.document import Document, Paragraph
from onionskin.record.span import Span
from onionskin.record.statements import (
    Condition,
    Place,
    Polarity,
    Statement,
    StatementState,
    StatementType,
    Strength,
)

RULE, CONFIDENCE = "proposed", 0.3
"""A model does not say how often it is right: less than any rule that was measured."""
FEWEST, LONGEST = 2, 120
"""Words of a quote."""
MOST = 200
"""Suggestions for one paper; more is no reading of it."""
DENYING = re.compile(
    r"(?:\b(?:not|never|no|cannot|neither|nor|without)|n['’]t)\s+(?:repeat\s+(?:not\s+)?)?(?:\w+\s+)?$", re.IGNORECASE
)
STATES_POLARITY = frozenset(StatementType) - {StatementType.REPORT, StatementType.ASSESSMENT, StatementType.DEADLINE}
ORDERS = frozenset({StatementType.INSTRUCTION, StatementType.DISCLOSURE})
SHARED = 0.5
Name = TypeVar("Name", StatementType, Polarity, Strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A statement as a model gave it, not yet looked for in the paper."""

    type: StatementType
    quote: str
    paragraph: int = 0
    polarity: Polarity | None = None
    strength: Strength | None = None
    when: str = ""
    party: str = ""
    counterpart: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A suggestion that does not count, and why."""

    quote: str
    why: str


def suggestions_in(answer: Any) -> tuple[list[Suggestion], list[Refused]]:  # noqa: ANN401 - whatever JSON a model gives
    """The suggestions of an answer's JSON: `{"statements": [{"type": ..., "quote": ...}]}`, or the list alone.

    TypeError where it is neither; of those in it that are no suggestions it is told why.
    """
    listed = answer.get("statements") if isinstance(answer, Mapping) else answer
    if not isinstance(listed, list):
        raise TypeError("its answer has no list of statements")
    found: list[Suggestion] = []
    refused = [Refused("", f"more than {MOST} statements: the rest is left")] if len(listed) > MOST else []
    for each in listed[:MOST]:
        quote = str(each.get("quote", "")) if isinstance(each, Mapping) else ""
        try:
            found.append(_suggestion(each))
        except (TypeError, ValueError) as fault:
            refused.append(Refused(quote, str(fault)))
    return found, refused


def _suggestion(told: Any) -> Suggestion:  # noqa: ANN401 - as above
    if not isinstance(told, Mapping) or not isinstance(told.get("quote"), str):
        raise TypeError("it has no quote")
    type_ = _one_of(StatementType, told.get("type"))
    if type_ is None:
        raise ValueError(f"it is of no known type: {str(told.get('type'))[:40]}")
    if not FEWEST <= len(told["quote"].split()) <= LONGEST:
        raise ValueError(f"its quote has not {FEWEST} to {LONGEST} words")
    paragraph = told.get("paragraph", 0)
    words = {key: told[key] if isinstance(told.get(key), str) else "" for key in ("when", "party", "counterpart")}
    return Suggestion(
        type=type_,
        quote=told["quote"],
        paragraph=paragraph if type(paragraph) is int else 0,
        polarity=_one_of(Polarity, told.get("polarity")),
        strength=_one_of(Strength, told.get("strength")),
        **words,
    )


def _one_of(names: type[Name], told: object) -> Name | None:
    return next((each for each in names if each.value == told), None)


def anchored(
    suggestions: Iterable[Suggestion], document: Document, proposed_by: str
) -> tuple[list[Statement], list[Refused]]:
    """Statements of those whose words stand in the paper; of the others why they do not count.

    Whoever is named is kept only if the paper names him, and a condition must stand in the same paragraph as the quote.
    """
    found: list[Statement] = []
    refused: list[Refused] = []
    for each in suggestions:
        try:
            found.append(_anchored(each, document, proposed_by))
        except ValueError as fault:
            refused.append(Refused(each.quote, str(fault)))
    return found, refused


def _anchored(each: Suggestion, document: Document, proposed_by: str) -> Statement:
    paragraph, span = _standing(each, document.text.paragraphs)
    if DENYING.search(paragraph.text[: span.start]):
        raise ValueError("its quote leaves out the *not* before it")
    conditions: tuple[Condition, ...] = ()
    if each.when:
        at = _found(each.when, paragraph.text)
        if at is None:
            raise ValueError("its condition does not stand in the paragraph")
        conditions = (Condition(at.of(paragraph.text), Place(paragraph.n, at)),)
    polarity = (each.polarity or Polarity.DO) if each.type in STATES_POLARITY else None
    return Statement(
        record=document.id,
        type=each.type,
        quote=span.of(paragraph.text),
        at=Place(paragraph.n, span),
        rule=RULE,
        confidence=CONFIDENCE,
        polarity=polarity,
        strength=(each.strength or Strength.SHOULD) if each.type in ORDERS else None,
        when=conditions[0].words if conditions else None,
        conditions=conditions,
        counterpart=(each.counterpart,) if _is_named(each.counterpart, document) else (),
        party=each.party if _is_named(each.party, document) else None,
        state=StatementState.PROPOSED,
        proposed_by=proposed_by,
    )


def _standing(each: Suggestion, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, Span]:
    """Where the words stand: in the paragraph that the model names, else in the only one that has them."""
    places = [(paragraph, at) for paragraph in paragraphs if (at := _found(each.quote, paragraph.text)) is not None]
    named = [place for place in places if place[0].n == each.paragraph]
    if not places:
        raise ValueError("its words do not stand in the paper")
    if not named and len(places) > 1:
        raise ValueError("its words stand in several paragraphs, and it does not say in which")
    return (named or places)[0]


def _found(words: str, text: str) -> Span | None:
    """Where whole words stand in a text, letter for letter but for the space between them."""
    printed = r"\s+".join(map(re.escape, words.split()))
    m = re.search(rf"(?<!\w){printed}(?!\w)", text)
    return Span(m.start(), m.end()) if m else None


def _is_named(name: str, document: Document) -> bool:
    return bool(name.strip()) and any(_found(name, each.text) for each in document.text.paragraphs)


def with_suggested(statements: Sequence[Statement], suggested: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements with those that were suggested and that no rule found, in the order of the text."""
    new: list[Statement] = []
    for each in suggested:
        if not any(_same(each, other) for other in (*statements, *new)):
            new.append(each)
    if not new:
        return tuple(statements)
    return tuple(sorted((*statements, *new), key=lambda each: (each.at.paragraph, each.at.span.start)))


def _same(one: Statement, other: Statement) -> bool:
    if one.type is not other.type or one.at.paragraph != other.at.paragraph:
        return False
    shared = min(one.at.span.end, other.at.span.end) - max(one.at.span.start, other.at.span.start)
    return shared >= SHARED * min(len(one.at.span), len(other.at.span))
