"""What is proposed for one paper, put beside its record: doubts about its stamps, and words that were misread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from onionskin.emending import bodies, chronology, designators, filing, parallels
from onionskin.emending.bodies import misread_bodies
from onionskin.emending.chronology import chronology_doubts
from onionskin.emending.confidence import APPLIED, confidence
from onionskin.emending.designators import misread_designations
from onionskin.emending.filing import filing_doubts
from onionskin.emending.misreadings import IsName, corrections, nobody
from onionskin.emending.parallels import Passage, read_otherwise
from onionskin.emending.proposed import Proposed
from onionskin.emending.tokens import damage, folded, proper_names, tokens
from onionskin.emending.vocabulary import Vocabulary, words_in
from onionskin.record.apparatus import Emendation, EmendationState
from onionskin.record.document import Document
from onionskin.record.evidence import Inference, Ink
from onionskin.record.named import NamedKind
from onionskin.record.page import PageNumber
from onionskin.record.quick import quick
from onionskin.text.amending import Change, read_with

READER = "emending"
MISREADING = "misreading"
RULES = frozenset({chronology.RULE, filing.RULE, MISREADING, parallels.RULE, designators.RULE, bodies.RULE})
"""The rules that speak here: what they said of a record before is said anew."""
LEAST = 0.5
"""What is less sure than this is more likely wrong than right, and not worth anybody's look."""
EDITIONS = frozenset({"application/tei+xml"})
"""What editors have printed is not emended by a machine."""
STRUCK = re.compile(r"~~[^~\n]*~~")
FIRST_WORD, LAST_WORD = re.compile(r"\A\s*[A-Za-z]+"), re.compile(r"[A-Za-z]+\s*\Z")


@quick
@dataclass(frozen=True, slots=True)
class Stretch:
    """A patch of running text: where it begins on its page, and what stands there."""

    page: PageNumber
    start: int
    text: str


def propose(
    document: Document,
    companions: Sequence[Document] = (),
    passages: Sequence[Passage] = (),
    known: IsName = nobody,
) -> Document:
    """The record with doubts and emendations; those of .9 and more stand in its reading text.

    `companions` are the other records of the same file, `passages` are what other copies and editions of the paper
    read, `known` says whether somebody in the world bears a name, given in small letters. Pages and transcription never
    change. Proposing twice is the same as proposing once.
    """
    doubts = (each for each in document.doubts if each.rule not in RULES)
    kept = tuple(each for each in document.emendations if each.rule not in RULES)
    running = () if document.source.media_type in EDITIONS else tuple(stretches(document))
    vocabulary = Vocabulary.of(each.text for each in running)
    proposed = chain(
        _by_evidence(running, passages, vocabulary), _misread(running, vocabulary, _names(document, known))
    )
    made = _emendations(running, proposed)
    applied = [
        Change(ink.page, ink.span, each.to)
        for each in made
        if each.confidence >= APPLIED
        for ink in each.evidence
        if isinstance(ink, Ink)
    ]
    return replace(
        document,
        doubts=(*doubts, *chronology_doubts(document, companions), *filing_doubts(document)),
        emendations=(*kept, *made),
        text=read_with(document.text, document.pages, applied) if applied else document.text,
    )


def stretches(document: Document) -> Iterator[Stretch]:
    """The running text as it stands on the pages, struck words and the halves of words cut by a line blanked out."""
    pages = {page.n: page.text for page in document.pages}
    for paragraph in document.text.paragraphs:
        inks = paragraph.evidence
        cuts = [_cuts(first, second, pages) for first, second in pairwise(inks)]
        for at, ink in enumerate(inks):
            shown = STRUCK.sub(_blank, ink.span.of(pages.get(ink.page, "")))
            if at and cuts[at - 1]:
                shown = FIRST_WORD.sub(_blank, shown)
            if at < len(cuts) and cuts[at]:
                shown = LAST_WORD.sub(_blank, shown)
            yield Stretch(ink.page, ink.span.start, shown)


def _cuts(first: Ink, second: Ink, pages: Mapping[PageNumber, str]) -> bool:
    """Whether nothing but a hyphen and the end of a line, or of a page, stands between two patches: a word goes on."""
    if first.page != second.page:
        return pages.get(first.page, "")[first.span.end :].lstrip().startswith("-")
    return pages.get(first.page, "")[first.span.end : second.span.start].strip() == "-"


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _by_evidence(running: Sequence[Stretch], passages: Sequence[Passage], vocabulary: Vocabulary) -> Iterator[Proposed]:
    """What other witnesses, the paper's own words and the names of bodies say: each names what it rests on."""
    for n, stretch in enumerate(running if passages else ()):
        yield from (replace(each, stretch=n) for each in read_otherwise(stretch.text, passages, vocabulary))
    yield from misread_designations([stretch.text for stretch in running])
    words = {word for each in running for word in words_in(each.text) if word[:1].isupper()}
    places = frozenset(word for word in words if word.lower() in proper_names())
    for n, stretch in enumerate(running):
        yield from (replace(each, stretch=n) for each in misread_bodies(stretch.text, places))


def _names(document: Document, known: IsName) -> IsName:
    """Whether a word names a person whom the readers found, as `timmes` of GENERAL TIMMES, or who is known."""
    persons = (mention.text for mention in document.mentions if mention.kind is NamedKind.PERSON)
    own = frozenset(folded(word) for person in persons for word in words_in(person))
    return lambda word: word in own or known(word)


def _misread(running: Sequence[Stretch], vocabulary: Vocabulary, is_name: IsName) -> Iterator[Proposed]:
    words = [tokens(each.text) for each in running]
    hurt = damage(chain.from_iterable(words), vocabulary)
    for n, (stretch, own) in enumerate(zip(running, words, strict=True)):
        for each in corrections(stretch.text, own, vocabulary, hurt, is_name):
            sure = confidence(each)
            held = () if each.guard is None else (f"not applied unseen: {each.guard}",)
            if sure >= LEAST:
                yield Proposed(
                    " ".join(each.token.text.split()),
                    each.to,
                    each.token.span,
                    MISREADING,
                    sure,
                    (*each.reasons, *held),
                    n,
                )


def _emendations(running: Sequence[Stretch], proposed: Iterable[Proposed]) -> tuple[Emendation, ...]:
    """As they go into the record: on ink of their own, in its order; what was said first goes before what overlaps."""
    taken: list[tuple[Ink, Emendation]] = []
    for each in proposed:
        stretch = running[each.stretch]
        ink = Ink(stretch.page, each.span.shifted(stretch.start), READER)
        if any(ink.page == other.page and ink.span.overlaps(other.span) for other, _ in taken):
            continue
        evidence = ink, Inference(each.rule, each.reasons)
        told, state = "; ".join(each.reasons), EmendationState.PROPOSED
        taken.append((ink, Emendation(each.read, each.to, told, each.rule, each.confidence, state, evidence)))
    return tuple(each for _, each in sorted(taken, key=lambda pair: (pair[0].page, pair[0].span.start)))
