"""What people decide of words, links, persons and doubts: written into the journal, and done at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from onionskin.desk.book import Book
from onionskin.desk.choices import OF_ENTITIES, Asked, Choice, chosen, refuse_unless_entities
from onionskin.desk.lines import asked_of, line_of
from onionskin.desk.parts import Part, is_open, parts
from onionskin.errors import NotFoundError, NotReleasedError, OnionskinError, UsageError
from onionskin.record.decisions import About, Decision, Fate, Verb
from onionskin.record.document import Document
from onionskin.record.references import Mention
from onionskin.store.decisions import Kept, Word, decision, undoing
from onionskin.text.quotes import Lost, anchored
from onionskin.workbench.authorities import entity_names
from onionskin.workbench.boundaries import decide_boundary
from onionskin.workbench.collection import Collection
from onionskin.workbench.linking import Linking
from onionskin.workbench.showing import show, whole_id


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: the decision as it stands on the paper now. `new` is false where it was decided so already."""

    record: str
    decision: Decision | None
    new: bool


def decide(collection: Collection, asked: Asked) -> Answer:
    """Write a decision into the journal and do what it says; deciding the same thing twice is deciding it once.

    NotFoundError for an unknown record; UsageError where the decision does not fit what it is about.
    """
    if asked.verb in OF_ENTITIES:
        return _of_entities(collection, asked)
    if asked.about == About.BOUNDARY:
        return _of_boundary(collection, asked)
    document = show(collection, asked.record).document
    if not collection.stands(document.id):
        raise UsageError("the latest reading no longer finds this paper", where=document.id, advice="See --adrift")
    if asked.verb is Verb.UNDO:
        return _undone(collection, document, asked)
    choice = chosen(document, asked, partial(whole_id, collection))
    if choice.about is About.MENTION and choice.to and asked.verb in {Verb.ACCEPT, Verb.LINK}:
        _refuse_unknown(collection, choice.subject, [choice.to])
    if (before := _already(document, asked.verb, choice)) is not None:
        return Answer(document.id, before, new=False)
    word = Word(document.source.sha256, asked.author, document.id, asked.reason)
    entry = collection.store.append(
        decision(word, asked.verb, choice.about, quote=choice.quote, subject=choice.subject, to=choice.to)
    )
    named = [choice.to] if choice.about is About.SAME_AS and choice.to else []
    now = _linked_again(collection, document.id, named)
    return Answer(document.id, next((each for each in now.decisions if each.entry == entry.seq), None), new=True)


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
    """All standing decisions but those of boundaries, oldest first, as lines that `decide_lines` takes."""
    return (line_of(each) for each in collection.book().decisions if each.about is not About.BOUNDARY)


def adrift(collection: Collection) -> Iterator[tuple[str, Decision]]:
    """Decisions whose place was not found again in the latest reading, each with the record it was made upon."""
    book = collection.book()
    told: set[int] = set()
    for record in dict.fromkeys(_where(collection, book)):
        for each in collection.store.record(record).linked.decisions:
            if each.state is Fate.ADRIFT and each.entry not in told:
                told.add(each.entry)
                yield record, each
    for kept in book.homeless(collection.store.records, collection.stands):
        yield kept.record or "", _homeless(kept)


def _where(collection: Collection, book: Book) -> Iterator[str]:
    """The standing records upon which decisions act or should act."""
    for each in book.decisions:
        if each.record is None or each.about is About.BOUNDARY:
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


def _linked_again(collection: Collection, record: str, others: Iterable[str] = ()) -> Document:
    """Have a decision take effect: on its paper, on other scans of the same copy, and on those that it names."""
    concerned = dict.fromkeys((record, *collection.book().copies_of(record), *others))
    Linking(collection).again([each for each in concerned if collection.stands(each)], anew=True)
    collection.finish_indexing()
    return collection.store.record(record).linked


def _already(document: Document, verb: Verb, choice: Choice) -> Decision | None:
    """The decision in force that says the same."""
    for each in document.decisions:
        same = (each.verb, each.about, each.to) == (verb, choice.about, choice.to)
        if same and each.state is not Fate.ADRIFT and _same_place(document, each, choice):
            return each
    return None


def _same_place(document: Document, decision: Decision, choice: Choice) -> bool:
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
    collection.store.append(undoing(Word(document.source.sha256, asked.author, document.id, asked.reason), last))
    _linked_again(collection, document.id, filter(None, (last.record, last.to)) if last.about is About.SAME_AS else ())
    return Answer(document.id, None, new=True)


def _of_boundary(collection: Collection, asked: Asked) -> Answer:
    """Where a paper begins; `place` as `onionskin boundary` takes it."""
    before = sum(1 for each in collection.book().decisions if each.about is About.BOUNDARY)
    papers = decide_boundary(
        collection, asked.record, asked.verb, asked.place, author=asked.author, reason=asked.reason
    )
    after = sum(1 for each in collection.book().decisions if each.about is About.BOUNDARY)
    return Answer(papers[0].id, None, new=before != after)


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


def _of_entities(collection: Collection, asked: Asked) -> Answer:
    """Entities that are one, or are not; the papers that name them wait to be linked again."""
    to = refuse_unless_entities(asked)
    _refuse_unknown(collection, None, asked.entities)
    for each in reversed(collection.book().decisions):
        if each.about is About.PERSONS and not {*asked.entities}.isdisjoint((each.to or "").split()):
            if (each.verb, each.to) == (asked.verb, to):
                return Answer("", None, new=False)
            break
    collection.store.append(decision(Word("", asked.author, None, asked.reason), asked.verb, About.PERSONS, to=to))
    collection.store.let_wait()
    return Answer("", None, new=True)
