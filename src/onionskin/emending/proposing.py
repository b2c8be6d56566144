"""What is proposed for one paper, put beside its record: doubts about its stamps, and words that were misread."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from onionskin.emending import chronology
from onionskin.emending.chronology import chronology_doubts
from onionskin.emending.confidence import APPLIED, confidence
from onionskin.emending.misreadings import Correction, corrections
from onionskin.emending.tokens import damage, tokens
from onionskin.emending.vocabulary import NOTHING, Vocabulary, words_in
from onionskin.record.apparatus import Emendation, EmendationState
from onionskin.record.document import Document
from onionskin.record.evidence import Inference, Ink
from onionskin.record.page import PageNumber
from onionskin.text.amending import Change, read_with

READER = "emending"
MISREADING = "misreading"
RULES = frozenset({chronology.RULE, MISREADING})
"""The rules that speak here: what they said of a record before is said anew."""
LEAST = 0.5
"""What is less sure than this is more likely wrong than right, and not worth anybody's look."""
EDITIONS = frozenset({"application/tei+xml"})
"""What editors have printed is not emended by a machine."""
STRUCK = re.compile(r"~~[^~\n]*~~")
FIRST_WORD, LAST_WORD = re.compile(r"\A\s*[A-Za-z]+"), re.compile(r"[A-Za-z]+\s*\Z")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A patch of running text: where it begins on its page, and what stands there."""

    page: PageNumber
    start: int
    text: str


def propose(document: Document, companions: Sequence[Document] = (), vocabulary: Vocabulary = NOTHING) -> Document:
    """The record with doubts and emendations; those of .9 and more stand in its reading text.

    `vocabulary` counts the words of the collection, `companions` are the other records of the same file. Pages and
    transcription never change. Proposing twice is the same as proposing once.
    """
    doubts = (each for each in document.doubts if each.rule not in RULES)
    kept = tuple(each for each in document.emendations if each.rule not in RULES)
    running = () if document.source.media_type in EDITIONS else tuple(stretches(document))
    made = tuple(_misread(running, vocabulary))
    applied = [
        Change(ink.page, ink.span, each.to)
        for each in made
        if each.confidence >= APPLIED
        for ink in each.evidence
        if isinstance(ink, Ink)
    ]
    return replace(
        document,
        doubts=(*doubts, *chronology_doubts(document, companions)),
        emendations=(*kept, *made),
        text=read_with(document.text, document.pages, applied) if applied else document.text,
    )


def words_of(document: Document) -> Counter[str]:
    """The words of a paper's running text as they are printed: what a collection's vocabulary adds up."""
    return Counter(word for each in stretches(document) for word in words_in(each.text))


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


def _misread(running: Sequence[Stretch], vocabulary: Vocabulary) -> Iterator[Emendation]:
    words = [tokens(each.text) for each in running]
    hurt = damage(chain.from_iterable(words), vocabulary)
    for stretch, own in zip(running, words, strict=True):
        for correction in corrections(stretch.text, own, vocabulary, hurt):
            sure = confidence(correction)
            if sure >= LEAST:
                yield _emendation(correction, sure, stretch)


def _emendation(correction: Correction, sure: float, stretch: Stretch) -> Emendation:
    held = () if correction.guard is None else (f"not applied unseen: {correction.guard}",)
    reasons = (*correction.reasons, *held)
    span = correction.token.span.shifted(stretch.start)
    return Emendation(
        from_=correction.token.text,
        to=correction.to,
        reason="; ".join(reasons),
        rule=MISREADING,
        confidence=sure,
        state=EmendationState.PROPOSED,
        evidence=(Ink(stretch.page, span, READER), Inference(MISREADING, reasons)),
    )
