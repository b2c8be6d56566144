"""What people decide of words, links, persons and doubts: written into the journal, and done at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any

from onionskin.desk.book import Book
from onionskin.desk.choices import OF_ENTITIES, Asked, Choice, chosen, refuse_unless_entities
from onionskin.desk.lines import asked_of, line_of
from onionskin.desk.parts import Part, is_open, parts, seen
from onionskin.desk.questions import questions
from onionskin.errors import ChangedMeanwhileError, NotFoundError, NotReleasedError, OnionskinError, UsageError
from onionskin.record.decisions import OF_LEDGER, OF_SOURCES, About, Decision, Fate, Verb
from onionskin.record.document import Document
from onionskin.record.references import Mention
from onionskin.store.decisions import Kept, Word, decision
from onionskin.text.quotes import Lost, anchored
from onionskin.workbench.authorities import entity_names
from onionskin.workbench.boundaries import decide_boundary
from onionskin.workbench.collection import Collection
from onionskin.workbench.effects import going_by_one, linked_again, take_back
from onionskin.workbench.rulings import rule
from onionskin.workbench.showing import show, whole_id

MOST_ALIKE = 200
"""Papers in which one word of a person decides the same at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: the decision as it stands on the paper now. `new` is false where it was decided so already."""

    record: str
    decision: Decision | None
    new: bool


def decide(collection: Collection, asked: Asked) -> Answer:
    """Write a decision into the journal and do what it says; deciding the same thing twice is deciding it once.

    NotFoundError for an unknown record; UsageError where the decision does not fit what it is about;
    ChangedMeanwhileError where that is no longer as it was `seen`.
    """
    with collection.turn:
        if asked.verb in OF_ENTITIES or asked.about in OF_LEDGER:
            return _of_collection(collection, asked)
        if asked.verb is Verb.UNDO and asked.entry is not None:
            return _taken_back(collection, asked, asked.entry)
        if asked.about == About.BOUNDARY:
            return _of_boundary(collection, asked)
        document = show(collection, asked.record).document
        if not collection.stands(document.id):
            raise UsageError("the latest reading no longer finds this paper", where=document.id, advice="See --adrift")
        if asked.verb is Verb.UNDO:
            return _undone(collection, document, asked)
        noted = _noted(collection, document, asked)
        if not noted.new:
            return Answer(document.id, noted.before, new=False)
        linked_again(collection, noted.concerned)
        return Answer(document.id, _standing(collection, document.id, noted.entry), new=True)


def decide_alike(collection: Collection, asked: Asked) -> tuple[Answer, ...]:
    """The same decision in every paper that asks the same (`Question.matter`), this one first, at most `MOST_ALIKE`.

    One entry of the journal for each paper. UsageError where the part asks nothing.
    """
    with collection.turn:
        document = show(collection, asked.record).document
        here = (each for each in questions(document) if asked.seen in {"", each.seen} and each.pointer == asked.about)
        question = next(here, None)
        if question is None:
            raise ChangedMeanwhileError(f"{asked.about} asks nothing any longer", where=document.id)
        others = (each for each in collection.store.asking(question.matter) if each != document.id)
        told: list[tuple[str, _Noted]] = []
        for record in (document.id, *islice(others, MOST_ALIKE - 1)):
            paper = show(collection, record).document
            alike = (each for each in questions(paper) if each.matter == question.matter)
            told += [
                (paper.id, _noted(collection, paper, replace(asked, about=each.pointer, seen=each.seen)))
                for each in alike
            ]
        linked_again(collection, [record for _, noted in told for record in noted.concerned])
        return tuple(Answer(record, _standing(collection, record, each.entry), each.new) for record, each in told)


@dataclass(frozen=True, slots=True)
class _Noted:
    """A decision in the journal by its entry, 0 where it was decided so `before`; the records that it changes."""

    entry: int
    before: Decision | None = None
    concerned: tuple[str, ...] = ()

    @property
    def new(self) -> bool:
        return self.entry > 0


def _noted(collection: Collection, document: Document, asked: Asked) -> _Noted:
    """Write a decision into the journal, unless it stands there already."""
    choice = chosen(document, asked, partial(whole_id, collection))
    if choice.about is About.MENTION and choice.to and asked.verb in {Verb.ACCEPT, Verb.LINK}:
        _refuse_unknown(collection, choice.subject, [choice.to])
    if (before := _already(document, asked.verb, choice)) is not None:
        return _Noted(0, before)
    word = Word(document.source.sha256, asked.author, document.id, asked.reason)
    told = decision(
        word,
        asked.verb,
        choice.about,
        quote=choice.quote,
        subject=choice.subject,
        to=choice.to,
        patch=choice.patch,
    )
    entry = collection.store.append(told)
    named = [choice.to] if choice.about is About.SAME_AS and choice.to else []
    return _Noted(entry.seq, None, (document.id, *named))


def _standing(collection: Collection, record: str, entry: int) -> Decision | None:
    """A decision as it stands on its paper."""
    decisions = collection.store.linked(record).decisions
    return next((each for each in decisions if each.entry == entry), None)


def open_questions(collection: Collection, record_id: str) -> tuple[Part, ...]:
    """What of a paper waits for a person: proposed emendations, candidates, doubts. NotFoundError, NotReleasedError."""
    return tuple(part for part in parts(show(collection, record_id).document) if is_open(part.subject))


def decide_lines(
    collection: Collection, lines: Iterable[str], author: str
) -> Iterator[tuple[int, Answer | OnionskinError]]:
    """Each decision of a file of JSON lines (`desk.lines`) with the line's number; a bad line stops no other.

    The same file a second time decides nothing anew.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, decide(collection, asked_of(line, author))
            except (UsageError, NotFoundError, NotReleasedError) as fault:
                yield number, fault


def decision_lines(collection: Collection) -> Iterator[dict[str, Any]]:
    """All standing decisions but those of boundaries and pages, oldest first, as lines that `decide_lines` takes."""
    return (line_of(each) for each in collection.book().decisions if each.about not in OF_SOURCES)


def adrift(collection: Collection) -> Iterator[tuple[str, Decision]]:
    """Decisions whose place was not found again in the latest reading, each with the record it was made upon."""
    book = collection.book()
    told: set[int] = set()
    for record in dict.fromkeys(_where(collection, book)):
        for each in collection.store.linked(record).decisions:
            if each.state is Fate.ADRIFT and each.entry not in told:
                told.add(each.entry)
                yield record, each
    # With a paper that a person removed its decisions rest; they come back with it.
    resting = {record for each in collection.store.removals() for record in each.records}
    for kept in book.homeless(collection.store.records, collection.stands):
        if kept.record not in resting:
            yield kept.record or "", _homeless(kept)


def _where(collection: Collection, book: Book) -> Iterator[str]:
    """The standing records upon which decisions act or should act."""
    for each in book.decisions:
        if each.record is None or each.about in OF_SOURCES | OF_LEDGER:
            continue
        if collection.stands(each.record):
            yield each.record
            yield from book.copies_of(each.record)
        else:
            yield from (document.id for document in collection.store.records(each.source))


def _homeless(kept: Kept) -> Decision:
    return Decision(
        entry=kept.entry,
        verb=kept.verb,
        about=kept.about,
        author=kept.author,
        at=kept.at,
        state=Fate.ADRIFT,
        to=kept.to,
        reason=kept.reason or None,
        quote=kept.quote,
        note="the paper is no longer read as one of its own, and its words stand in no other of the file",
    )


def _already(document: Document, verb: Verb, choice: Choice) -> Decision | None:
    """The decision in force that says the same."""
    for each in document.decisions:
        same = (each.verb, each.about, each.to) == (verb, choice.about, choice.to)
        if same and each.state is not Fate.ADRIFT and _same_place(document, each, choice):
            return each
    return None


def _same_place(document: Document, decision: Decision, choice: Choice) -> bool:
    if decision.patch != choice.patch:
        return False
    if decision.quote is None or choice.quote is None:
        return decision.quote is choice.quote
    one, other = (anchored(document.pages, each) for each in (decision.quote, choice.quote))
    return not isinstance(one, Lost) and one == other


def _undone(collection: Collection, document: Document, asked: Asked) -> Answer:
    """Take back the last decision on the paper, or on the part that `about` points to."""
    entries = {each.entry for each in document.decisions if asked.about in {"", each.pointer}}
    last = next((each for each in reversed(collection.book().decisions) if each.entry in entries), None)
    if last is None:
        what = f"{asked.about} of this paper" if asked.about else "this paper"
        raise UsageError(f"nobody decided anything about {what}", where=document.id)
    take_back(collection, last, Word(document.source.sha256, asked.author, document.id, asked.reason))
    return Answer(document.id, None, new=True)


def _taken_back(collection: Collection, asked: Asked, entry: int) -> Answer:
    """Take back the decision of an entry of the journal."""
    told = collection.decided()
    held = next((each for each in told.all if each.entry == entry and each.undoes is None), None)
    if held is None:
        raise NotFoundError(f"entry {entry} of the journal is no decision", advice="The history lists all decisions")
    if held.record is not None:
        show(collection, held.record)  # Nobody learns of a paper that is not released.
    if by := told.undone.get(entry):
        raise ChangedMeanwhileError(f"{by.author} took it back on {by.at[:10]}", where=held.record or "")
    take_back(collection, held, Word(held.source or "", asked.author, held.record, asked.reason))
    return Answer(held.record or "", None, new=True)


def _of_boundary(collection: Collection, asked: Asked) -> Answer:
    """Where a paper begins; `place` as `onionskin boundary` takes it."""
    document = show(collection, asked.record).document
    if asked.seen and asked.seen not in {seen(each) for each in document.boundaries}:
        raise ChangedMeanwhileError("where this paper begins was decided meanwhile", where=document.id)
    before = collection.decided().last
    papers = decide_boundary(collection, document.id, asked.verb, asked.place, author=asked.author, reason=asked.reason)
    return Answer(papers[0].id, None, new=collection.decided().last != before)


def _refuse_unknown(collection: Collection, subject: object, entities: Iterable[str]) -> None:
    """UsageError for an entity that is neither proposed nor in the authority: a slip of the pen would lead nowhere."""
    proposed = {each.entity for each in subject.candidates or ()} if isinstance(subject, Mention) else set()
    asked = [each for each in entities if each not in proposed]
    known = entity_names(collection.settings, asked)
    if strange := next((each for each in asked if each not in known), None):
        raise UsageError(
            f"the authority has no {strange}",
            advice="`onionskin authority show NAME` finds entities, `authority import` takes in your own",
        )


def _of_collection(collection: Collection, asked: Asked) -> Answer:
    """What is about no part of a paper: the ledger, or entities."""
    if asked.about in OF_LEDGER:
        return Answer(asked.record, None, new=rule(collection, asked))
    return _of_entities(collection, asked)


def _of_entities(collection: Collection, asked: Asked) -> Answer:
    """Entities that are one, or are not; the papers that name them are linked again."""
    to = refuse_unless_entities(asked)
    _refuse_unknown(collection, None, asked.entities)
    for each in reversed(collection.book().decisions):
        if each.about is About.PERSONS and not {*asked.entities}.isdisjoint((each.to or "").split()):
            if (each.verb, each.to) == (asked.verb, to):
                return Answer("", None, new=False)
            break
    _refuse_under_review(collection)
    before = going_by_one(collection, asked.entities)
    collection.store.append(decision(Word("", asked.author, None, asked.reason), asked.verb, About.PERSONS, to=to))
    linked_again(collection, (), collection.store.naming((*before, *going_by_one(collection, asked.entities))))
    return Answer("", None, new=True)


def _refuse_under_review(collection: Collection) -> None:
    if not collection.public:
        raise NotReleasedError("this collection is under review and shows no papers yet")
