"""What waits for a person: of one paper, and of the whole collection, what deciding gains most first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from onionskin.desk.places import above
from onionskin.desk.question import Question, Sort, question_of
from onionskin.desk.questions import questions
from onionskin.errors import UsageError
from onionskin.record.document import Document
from onionskin.store.summary import Row
from onionskin.workbench.collection import Collection
from onionskin.workbench.showing import rows


@dataclass(frozen=True, slots=True)
class Waits:
    """A question with the paper where deciding it is worth most: in how many papers the same is asked, and what
    deciding it in all of them gains.
    """

    question: Question
    row: Row
    papers: int
    gain: float


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
    named = [each.record for _, each in asked] + [to for one, _ in asked for to in proposed_records(one)]
    named_rows = rows(collection, named)
    waits = tuple(
        Waits(with_above(collection, question), named_rows[each.record], each.papers, each.gain / 1000)
        for question, each in asked
        if each.record in named_rows
    )
    return Queue(held.total, waits, {each: held.counts[each] for each in Sort if held.counts.get(each)}, named_rows)


def questions_of(collection: Collection, document: Document) -> tuple[Question, ...]:
    """What of a paper that is shown waits for a person, in the order of the record."""
    return tuple(with_above(collection, each) for each in questions(document))


def with_above(collection: Collection, question: Question) -> Question:
    """A question about a paper's own beginning with what stands above it, at the foot of another paper's last page."""
    if question.sort is not Sort.BOUNDARY or question.above is not None or question.page in {None, 1}:
        return question
    before = (question.page or 0) - 1
    source = collection.store.record(question.record).document.source.sha256
    held = next((each for each in collection.store.records(source) if before in each.source.pages), None)
    return question if held is None else replace(question, above=above(held, before))


def proposed_records(question: Question) -> tuple[str, ...]:
    """The records that are proposed as answers."""
    if question.sort is Sort.SAME_PAPER:
        return (question.text,)
    return tuple(each.to for each in question.options if each.to) if question.sort is Sort.REFERENCE else ()
