"""What waits for a person: of one paper, and of the whole collection, what deciding gains most first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onionskin.desk.question import Question, Sort, question_of
from onionskin.desk.questions import questions
from onionskin.errors import UsageError
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.span import Span
from onionskin.store.summary import Row
from onionskin.workbench.collection import Collection
from onionskin.workbench.showing import rows, show

ABOVE = 4
"""Lines shown above a place where a paper may begin."""


@dataclass(frozen=True, slots=True)
class Above:
    """The last lines above a place where a paper may begin: on its page, or at the foot of the page before.

    That may be another paper's (`record`). `box` is around the lines, None where the page is no image.
    """

    record: str
    page: int
    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Waits:
    """A question with the paper where deciding it is worth most: in how many papers the same is asked, and what
    deciding it in all of them gains.
    """

    question: Question
    row: Row
    papers: int
    gain: float
    above: Above | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """`total` things wait, of the sort that was asked for; `counts` says how many of each sort there are."""

    total: int
    waits: tuple[Waits, ...]
    counts: Mapping[Sort, int]
    named: Mapping[str, Row]
    """The papers that are proposed as answers, by id."""


def queue(collection: Collection, *, sort: str = "", limit: int = 50, offset: int = 0) -> Queue:
    """What most needs a person. A collection under review shows none. UsageError for a sort that does not exist."""
    if sort and sort not in set(Sort):
        raise UsageError(f"there is no sort of question called {sort!r}", advice=f"They are: {', '.join(Sort)}")
    if not collection.public:
        return Queue(0, (), {}, {})
    held = collection.store.queue(sort=sort or None, limit=limit, offset=offset)
    asked = [(question_of(each.line), each) for each in held.matters]
    named = [each.record for _, each in asked] + [to for one, _ in asked for to in proposed(one)]
    named_rows = rows(collection, named)
    waits = tuple(
        Waits(question, named_rows[each.record], each.papers, each.gain / 1000, above(collection, question))
        for question, each in asked
        if each.record in named_rows
    )
    return Queue(held.total, waits, {each: held.counts[each] for each in Sort if held.counts.get(each)}, named_rows)


def questions_of(collection: Collection, record_id: str) -> tuple[Question, ...]:
    """What of a paper waits for a person, in the order of the record. NotFoundError, NotReleasedError."""
    return questions(show(collection, record_id).document)


def above(collection: Collection, question: Question) -> Above | None:
    """What stands above the place that a question about a boundary asks of; None of others, and at a file's head."""
    if question.sort is not Sort.BOUNDARY or question.page is None:
        return None
    document = show(collection, question.record).document
    end = question.span.start if question.span else 0
    if end:
        return _above(document, question.page, end)
    if question.page - 1 not in document.source.pages:
        of_source = collection.store.records(document.source.sha256)
        held = next((each for each in of_source if question.page - 1 in each.source.pages), None)
        if held is None:
            return None
        document = held
    return _above(document, question.page - 1, None)


def _above(document: Document, n: int, end: int | None) -> Above | None:
    """The last lines of a page, or of its text up to `end`."""
    page = next((each for each in document.pages if each.n == n), None)
    if page is None:
        return None
    lines = list(LINE.finditer(page.text, 0, len(page.text) if end is None else end))[-ABOVE:]
    if not lines:
        return Above(document.id, n, "", None)
    span = Span(lines[0].start(), lines[-1].end())
    return Above(document.id, n, span.of(page.text), page.box_of(span))


LINE = re.compile(r"[^\n]*\S[^\n]*")
"""A line with something on it."""


def proposed(question: Question) -> tuple[str, ...]:
    """The records that are proposed as answers."""
    if question.sort is Sort.SAME_PAPER:
        return (question.text,)
    return tuple(each.to for each in question.options if each.to) if question.sort is Sort.REFERENCE else ()
