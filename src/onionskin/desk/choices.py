"""From what a person asks for to a decision: which part of the record is meant, where it stands, what is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onionskin.desk import unread
from onionskin.desk.decided import BY_HAND
from onionskin.desk.parts import Part, inkless, is_open, parts, seen
from onionskin.errors import ChangedMeanwhileError, UsageError
from onionskin.record.apparatus import Doubt, Emendation, EmendationState
from onionskin.record.boundaries import Place
from onionskin.record.decisions import About, Quote, Said, Verb
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.page import PageText, Patch
from onionskin.record.references import Mention, Reference, SameAs, SameAsRelation
from onionskin.record.span import Span
from onionskin.store.decisions import Subject
from onionskin.text.amending import own_part
from onionskin.text.quotes import Lost, anchored, quoted

OF_PARTS = frozenset({Verb.ACCEPT, Verb.REJECT, Verb.LINK, Verb.UNLINK})
OF_WORDS = frozenset({Verb.CORRECT, Verb.EMEND})
OF_ENTITIES = frozenset({Verb.MERGE, Verb.SPLIT})

WholeId = Callable[[str], str]
"""The id of a record that begins so. NotFoundError where none does, or several do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision as a person words it.

    `record` is an id or the beginning of one. `about` is a JSON pointer to the part that is meant (`/references/2`), or
    to ink that no word covers (`/pages/0/unread/3`), of which `correct` says what it says, `reject` that it is nothing;
    where `about` is `ink`, the page of `place` and the `box` say which ink.
    `words` are those to be corrected or emended, `place` where they stand if they stand more than once; `quote` finds
    either in another collection. `to` is the words, value, record or entity decided for, `relation` how `to` and the
    record stand to one another where they are of one paper. `entities` are merged or split. `seen` is the state in
    which the person saw the part (`desk.questions`), empty for whatever it is now; `entry` the decision to take back.
    `statements` are those of the ledger that are meant, where `about` is its `issue`, `statement` or `match`.
    """

    verb: Verb
    author: str
    record: str = ""
    about: str = ""
    words: str = ""
    place: Place | None = None
    box: Box | None = None
    quote: Quote | None = None
    to: str | None = None
    relation: SameAsRelation | None = None
    entities: tuple[str, ...] = ()
    reason: str = ""
    seen: str = ""
    entry: int | None = None
    statements: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision with all that the journal keeps of it."""

    about: About
    quote: Quote | None = None
    subject: Subject | None = None
    to: str | None = None
    patch: Patch | None = None


def chosen(document: Document, asked: Asked, whole_id: WholeId) -> Choice:
    """What a decision about a paper comes to. UsageError where it does not fit what it is about."""
    if asked.about == About.INK or asked.about.startswith(unread.POINTER):
        return _of_ink(document, asked)
    if asked.verb in OF_WORDS:
        return _of_words(document, asked)
    if asked.verb not in OF_PARTS:
        raise UsageError(f"{asked.verb} is for boundaries", advice="Use `onionskin boundary`")
    if asked.relation is not None:
        return _of_same_paper(document, asked, asked.relation, whole_id)
    part = _part(document, asked)
    if asked.verb in {Verb.LINK, Verb.UNLINK} and part.about not in {About.REFERENCE, About.MENTION}:
        raise UsageError(f"{asked.verb} is for references and mentions, and {part.pointer} is neither")
    ink = part.ink
    page = next((page for page in document.pages if ink is not None and page.n == ink.page), None)
    quote = quoted(page, ink.span) if page is not None and ink is not None else None
    return Choice(part.about, quote, inkless(part.subject), _decided_for(part, asked, whole_id))


def refuse_unless_entities(asked: Asked) -> str:
    """The entities of a merge or split as one string. UsageError for fewer than two."""
    if len(set(asked.entities)) < 2 or any(" " in each for each in asked.entities):
        raise UsageError(f"{asked.verb} needs two entities or more", advice="Name them by their ids")
    return " ".join(dict.fromkeys(asked.entities))


def _of_words(document: Document, asked: Asked) -> Choice:
    """A correction of the transcription, or an emendation by hand."""
    if asked.to is None or not (asked.words or asked.quote):
        raise UsageError(f"{asked.verb} needs the words as they are read and as they should be", where=document.id)
    page, span = _found(document, asked)
    quote = quoted(page, span)
    if asked.to == quote.exact:
        raise UsageError("the words are read so already", where=document.id, page=page.n)
    if asked.verb is Verb.CORRECT:
        return Choice(About.TRANSCRIPTION, quote, None, asked.to)
    reason = asked.reason or "a person reads the ink as an error"
    made = Emendation(quote.exact, asked.to, reason, BY_HAND, 1.0, EmendationState.ACCEPTED, ())
    return Choice(About.EMENDATION, quote, made, asked.to)


def _of_ink(document: Document, asked: Asked) -> Choice:
    """What a person reads where no word was read, or that nothing is to be read there."""
    if asked.about == About.INK:
        patch = unread.patch_at(document, asked.place.page if asked.place else 0, asked.box)
    else:
        patch = unread.chosen_patch(document, asked.about, asked.seen)
    if asked.verb is Verb.REJECT:
        return Choice(About.INK, patch=patch)
    words = " ".join((asked.to or "").split())
    if asked.verb is not Verb.CORRECT or not words:
        raise UsageError(
            "it does not say what the ink says", where=document.id, page=patch.page, advice="Type it, or reject the ink"
        )
    return Choice(About.INK, patch=patch, to=words)


def _found(document: Document, asked: Asked) -> tuple[PageText, Span]:
    """Where the words stand in the paper."""
    by_number = {page.n: page for page in document.pages}
    if asked.quote is not None:
        place = anchored(document.pages, asked.quote)
        if isinstance(place, Lost):
            raise UsageError(f"the quote is not found: {place.why}", where=document.id)
        return by_number[place.page], place.span
    found = [
        (by_number[n], Span(at, at + len(asked.words)))
        for n, part in own_part(document.text, document.pages).items()
        for at in _starts(by_number[n].text, asked.words, part)
        if asked.place is None or _is_at(by_number[n], at, asked.place)
    ]
    if len(found) == 1:
        return found[0]
    where = ", ".join(f"{page.n}:{_line(page, span.start)}" for page, span in found[:8])
    if found:
        raise UsageError(
            f"{asked.words!r} stands in {len(found)} places: {where}",
            where=document.id,
            advice="Name the place with --at PAGE:LINE, or give more of the words",
        )
    raise UsageError(
        f"{asked.words!r} does not stand there",
        where=document.id,
        advice="Give the words as the transcription has them",
    )


def _starts(text: str, words: str, within: Span) -> Iterator[int]:
    at = text.find(words, within.start)
    while 0 <= at <= within.end - len(words):
        yield at
        at = text.find(words, at + 1)


def _is_at(page: PageText, start: int, place: Place) -> bool:
    return page.n == place.page and place.line in {None, _line(page, start)}


def _line(page: PageText, start: int) -> int:
    return page.text.count("\n", 0, start) + 1


def _part(document: Document, asked: Asked) -> Part:
    held = tuple(parts(document))
    if asked.quote is not None:
        return _quoted_part(document, held, asked, asked.quote)
    if asked.seen:
        # Another decision may have moved the part along its list: it is known by its state.
        found = next((part for part in held if seen(part) == asked.seen), None)
        if found is None:
            raise ChangedMeanwhileError(f"{asked.about or 'what was seen'} is no longer as it was", where=document.id)
        return found
    found = next((part for part in held if part.pointer == asked.about), None)
    if found is None:
        known = ", ".join(part.pointer for part in held if is_open(part.subject)) or "nothing"
        raise UsageError(
            f"the paper has no {asked.about or 'part'} to decide of", where=document.id, advice=f"Open are: {known}"
        )
    return found


def _quoted_part(document: Document, held: Sequence[Part], asked: Asked, quote: Quote) -> Part:
    """The part on quoted words: of those that stand there the one that proposes `to`, or the only one."""
    place = anchored(document.pages, quote)
    if isinstance(place, Lost):
        raise UsageError(f"the quote is not found: {place.why}", where=document.id)
    here = [
        part
        for part in held
        if asked.about in {"", part.about.value}
        and (ink := part.ink) is not None
        and ink.page == place.page
        and ink.span.overlaps(place.span)
    ]
    proposing = [part for part in here if isinstance(part.subject, Emendation) and part.subject.to == asked.to]
    chosen = proposing or [part for part in here if part.ink is not None and part.ink.span == place.span] or here
    if len(chosen) != 1:
        named = ", ".join(part.pointer for part in chosen) or "nothing"
        raise UsageError(f"upon the quoted words stands {named}", where=document.id, advice="Say what it is about")
    return chosen[0]


def _decided_for(part: Part, asked: Asked, whole_id: WholeId) -> str | None:
    """The words, value, record or entity of a decision; None where it refuses all that are proposed."""
    yes = asked.verb in {Verb.ACCEPT, Verb.LINK}
    match part.subject:
        case Emendation(to=to):
            return to
        case SameAs(record=record):
            return record
        case Doubt(candidates=candidates):
            return _one_of([each.value for each in candidates], part, asked) if yes else None
        case Reference(resolved=resolved):
            named = [resolved.record] if resolved.record else [each.record for each in resolved.candidates]
            if not yes:
                return _unlinked(resolved.record, asked)
            return whole_id(_one_of(named, part, asked))
        case Mention(entity=entity, candidates=among):
            named = [entity] if entity else [each.entity for each in among or ()]
            return _one_of(named, part, asked) if yes else _unlinked(entity, asked)


def _unlinked(linked: str | None, asked: Asked) -> str | None:
    """What is refused: the one named; of a link, what it leads to; else every candidate."""
    if asked.verb is Verb.UNLINK and linked is None:
        raise UsageError("it is not linked", advice="Reject its candidates instead")
    return asked.to or linked


def _one_of(named: Sequence[str], part: Part, asked: Asked) -> str:
    if asked.to:
        return asked.to
    if len(named) == 1 and asked.verb is Verb.ACCEPT:
        return named[0]
    told = ", ".join(named) or "none"
    raise UsageError(f"{asked.verb} {part.pointer} needs the one that is meant", advice=f"Proposed are: {told}")


def _of_same_paper(document: Document, asked: Asked, relation: SameAsRelation, whole_id: WholeId) -> Choice:
    """Another record that a person says is of the same paper, or of the same copy."""
    if not asked.to:
        raise UsageError("the other record must be named", where=document.id)
    other = whole_id(asked.to)
    if other == document.id:
        raise UsageError("a record is always of its own paper", where=document.id)
    return Choice(About.SAME_AS, None, SameAs(other, relation, 1.0, ("a person says so",)), other)
