"""Surnames that nothing on their own paper shows to be names, but that other papers of the collection do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from onionskin.linking.authorities.folding import Likeness, called, fold, small_words
from onionskin.linking.authorities.register import Authority
from onionskin.linking.people import People
from onionskin.phrases.name_words import MIDDLE_NAMES, demonyms, not_persons, ordinary
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import NamedKind
from onionskin.record.page import PageNumber, PageText
from onionskin.record.references import Mention
from onionskin.record.span import Span

READER = "known-names/2"
CAPITALISED = re.compile(r"(?<![\w'’])[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’](?=[A-Z])[^\W\d_]+)?(?!\.[A-Z])")
BEFORE = re.compile(r"([^\W\d_]+)[ \n-]\Z")
SENTENCE_ENDS = re.compile(r"(?:\A|[.?!:;\n][\s\"“”'’)]*|[\"“(]|\d\.?\s)\Z")
NAME_GOES_ON = re.compile(r"[ -][A-ZÀ-Þ][a-zà-ÿ]")
NAMES_BEFORE = re.compile(rf"(?<![\w'’])(?:(?:[A-ZÀ-Þ][^\W\d_]+|{'|'.join(sorted(MIDDLE_NAMES))})[ \n]){{1,3}}\Z")
LONGEST_BEFORE = 40
READ = frozenset({"heading", "source-note"})
"""Furniture of an edition that names persons as the text does."""

PAPERS = 2
"""A surname counts from so many papers of the time on, one that is another word too from `MANY` on."""
MANY = 4
SHORTEST, SHORTEST_IN_CAPITALS = 3, 5


def with_known_names(document: Document, people: People, month: int | None, authority: Authority) -> Document:
    """The document with a mention for each known surname that has none, and of those words before it with which the
    authority has a whole name.
    """
    pages = {page.n: page for page in document.pages}
    taken = places_taken(document)
    found = []
    for ink in places_read(document):
        page = pages.get(ink.page)
        if page is None:
            continue
        spans = taken.get(page.n, [])
        known = (span for span in _known(page.text, ink.span, people, month) if not overlaps(span, spans))
        whole = (_whole(page.text, span, ink.span.start, authority) for span in known)
        found += [_mention(page, span) for span in whole if not overlaps(span, spans)]
    return replace(document, mentions=(*document.mentions, *found)) if found else document


def _mention(page: PageText, span: Span) -> Mention:
    words = " ".join(span.of(page.text).split())
    return Mention(words, NamedKind.PERSON, (Ink(page.n, span, READER, page.box_of(span)),))


def places_read(document: Document) -> Iterator[Ink]:
    """Where the words stand that people read, in no order."""
    for paragraph in document.text.paragraphs:
        yield from paragraph.evidence
    for each in document.furniture:
        if each.rule in READ:
            yield from each.evidence


def places_taken(document: Document) -> dict[PageNumber, list[Span]]:
    """Where mentions stand, by page, in order."""
    out: dict[PageNumber, list[Span]] = {}
    for mention in document.mentions:
        for ink in mention.evidence:
            if isinstance(ink, Ink):
                out.setdefault(ink.page, []).append(ink.span)
    for spans in out.values():
        spans.sort()
    return out


def overlaps(span: Span, spans: list[Span]) -> bool:
    """Whether a span stands in any of those, which are in order."""
    at = bisect_right(spans, span.start, key=lambda each: each.start)
    return any(each.overlaps(span) for each in spans[max(0, at - 1) : at + 1])


def _known(text: str, within: Span, people: People, month: int | None) -> Iterator[Span]:
    for m in CAPITALISED.finditer(text, within.start, within.end):
        word = fold(m[0])
        if (
            len(word) < SHORTEST
            or (m[0].isupper() and len(word) < SHORTEST_IN_CAPITALS)
            or not people.has(word)
            or not _counts(text, m, word, people, month)
        ):
            continue
        start = m.start()
        before = BEFORE.search(text, max(within.start, start - 8), start)
        if before is not None and fold(before[1]) in small_words():
            start = before.start()
        yield Span(start, m.end())


def _whole(text: str, surname: Span, least: int, authority: Authority) -> Span:
    """The surname with the words before it that make a whole name of it: `Ngo dinh Luyen`."""
    before = NAMES_BEFORE.search(text, max(least, surname.start - LONGEST_BEFORE), surname.start)
    starts = [m.start() for m in re.finditer(r"\S+", before[0])] if before is not None else []
    for start in starts:
        span = Span(before.start() + start, surname.end) if before is not None else surname
        if any(each.likeness is Likeness.FULL for each in authority.persons(called(span.of(text)).words)):
            return span
    return surname


def _counts(text: str, m: re.Match[str], word: str, people: People, month: int | None) -> bool:
    """Whether a known surname is one here: one that is also a word must stand where only a name is capitalised."""
    low = m[0].lower()
    if low not in ordinary() and low not in not_persons() and low not in demonyms():
        return people.knows(word, month, least=PAPERS)
    begins = SENTENCE_ENDS.search(text, max(0, m.start() - 6), m.start()) is not None
    if begins or m[0].isupper() or NAME_GOES_ON.match(text, m.end()):
        return False
    return people.knows(word, month, least=MANY)
