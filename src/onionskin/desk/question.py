"""A question about a paper: the words in which the desk, the doors and programs speak of what waits for a person."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum

from onionskin.record.codec import decode_as
from onionskin.record.decisions import Verb
from onionskin.record.evidence import Ink
from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.record.quick import quick
from onionskin.record.span import Span

STRIP, LINES = 90, 2
"""Characters shown before and behind the words that are asked about, and on how many lines."""


class Sort(StrEnum):
    """What sort of question it is."""

    HEADING = "heading"
    """A doubtful value of the paper's fields."""
    STAMP = "stamp"
    """A day of a stamp that cannot be, or a stamp that could not be read."""
    WORD = "word"
    """A number that engines read differently."""
    EMENDATION = "emendation"
    REFERENCE = "reference"
    NAME = "name"
    SAME_PAPER = "same-paper"
    BOUNDARY = "boundary"
    INK = "ink"
    """Ink that no word covers."""


@quick
@dataclass(frozen=True, slots=True)
class Option:
    """An answer: what is decided, in the words of `Asked`; its score 0 to 1, and why."""

    verb: Verb
    to: str | None
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Above:
    """The last lines above a place where a paper may begin: on its page, or at the foot of the page before.

    That may be another paper's (`record`). `box` is around the lines, None where the page is no image.
    """

    record: str
    page: int
    text: str
    box: Box | None


@quick
@dataclass(frozen=True, slots=True)
class Question:
    """Something that waits for a person.

    `pointer` is the JSON pointer of the part; `seen` names the state in which it was asked, so that an answer to
    something that has changed meanwhile is refused; `matter` is the same wherever the same is asked. `options` are the
    answers that are proposed, the likeliest first; `other` is the verb by which a person gives another one, None where
    there can be none. `page`, `line` (1-based), `span` and `box` say where it stands, `before` and `behind` what stands
    about the words `as_printed`; None and empty where it rests on no ink. Of ink that no word covers `span` is
    empty, and where its words would stand. `sheet` is the page's whole image; `above`, of a boundary,
    what stands above it, None where only another record of the file can tell (`workbench.asking`).
    """

    sort: Sort
    record: str
    pointer: str
    matter: str
    seen: str
    text: str
    reason: str
    options: tuple[Option, ...]
    other: Verb | None
    chance: float
    places: int
    as_printed: str = ""
    before: str = ""
    behind: str = ""
    page: int | None = None
    line: int | None = None
    span: Span | None = None
    box: Box | None = None
    sheet: Box | None = None
    above: Above | None = None

    @property
    def gain(self) -> float:
        """The chance of being wrong times what hangs on it."""
        return self.chance * self.places


def question_of(line: str) -> Question:
    """A question as the store kept it."""
    return decode_as(Question, json.loads(line))


def placed(asked: Question, page: PageText, ink: Ink) -> Question:
    """The question with the place where its words stand."""
    start, end = ink.span.start, ink.span.end
    return replace(
        asked,
        as_printed=ink.span.of(page.text),
        before="\n".join(page.text[max(0, start - STRIP) : start].split("\n")[-LINES:]),
        behind="\n".join(page.text[end : end + STRIP].split("\n")[:LINES]),
        page=page.n,
        line=page.text.count("\n", 0, start) + 1,
        span=ink.span,
        box=ink.box or page.box_of(ink.span),
        sheet=Box(0, 0, page.width, page.height) if page.width and page.height else None,
    )
